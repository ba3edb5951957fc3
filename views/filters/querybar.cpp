// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/querybar.h"

#include "models/filter/filterstate.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/filters/querycompleter.h"
#include "views/filters/queryedit.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int BusyDelay = 200; // ms; what is done sooner needs no sign
constexpr int MaxHistoryShown = 20;
constexpr int HistoryWidth = 640; // px of a text of before

} // namespace

QueryBar::QueryBar(FilterState *filter, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_edit(new QueryEdit(this))
    , m_completer(new QueryCompleter(m_edit, m_edit))
    , m_status(new QLabel(this))
    , m_suggestion(new QPushButton(this))
    , m_busy(new QProgressBar(this))
    , m_history(new QMenu(this))
{
    setObjectName("queryBar"_L1);
    m_status->setObjectName("queryStatus"_L1);
    m_status->setTextFormat(Qt::PlainText);
    // A long sentence must not make the window wide.
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_suggestion->setObjectName("querySuggestion"_L1);
    m_suggestion->setFlat(true);
    m_suggestion->setCursor(Qt::PointingHandCursor);
    // What stands below must not move when the button comes and goes.
    m_status->setMinimumHeight(m_suggestion->sizeHint().height());
    m_busy->setObjectName("queryBusy"_L1);
    m_busy->setAccessibleName(tr("Searching"));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(80, 6);
    m_busy->hide();
    m_history->setObjectName("queryHistoryMenu"_L1);
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(BusyDelay);

    auto *under = new QHBoxLayout;
    under->setContentsMargins(4, 0, 4, 0);
    under->addWidget(m_status, 1);
    under->addWidget(m_suggestion);
    under->addWidget(m_busy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_edit);
    layout->addLayout(under);

    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        // More than a letter gone at once: by the clear button, or all of it selected and deleted.
        if (text.isEmpty() && m_filter->text().size() > 1)
            m_filter->replaceText(text);
        else
            m_filter->setText(text);
    });
    connect(m_edit, &QLineEdit::returnPressed, m_filter, &FilterState::remember);
    connect(m_edit, &QueryEdit::left, this, &QueryBar::left);
    connect(m_edit, &QueryEdit::historyWanted, this, &QueryBar::showHistory);
    connect(m_suggestion, &QPushButton::clicked, this, &QueryBar::useSuggestion);
    connect(m_filter, &FilterState::textChanged, this, &QueryBar::showText);
    connect(m_filter, &FilterState::refused, this, &QueryBar::setProblem);
    connect(&m_busyDelay, &QTimer::timeout, m_busy, &QWidget::show);
    showText();
}

void QueryBar::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void QueryBar::setResult(qint64 count, qint64 total, const QString &interval)
{
    const QLocale locale;
    const QString found = tr("%1 of %2 events").arg(locale.toString(count), locale.toString(total));
    m_result = interval.isEmpty() ? found : QString(interval + u" · "_s + found);
    m_problem.clear();
    showState();
}

void QueryBar::setProblem(const QString &sentence)
{
    m_problem = sentence;
    showState();
}

void QueryBar::setBusy(bool busy)
{
    if (busy && !m_busy->isVisible() && !m_busyDelay.isActive())
        m_busyDelay.start();
    if (!busy) {
        m_busyDelay.stop();
        m_busy->hide();
    }
}

void QueryBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showState();
    QWidget::changeEvent(event);
}

void QueryBar::showText()
{
    if (m_edit->text() != m_filter->text())
        m_edit->setText(m_filter->text());
    m_problem.clear();
    showState();
}

void QueryBar::showState()
{
    const auto &error = m_filter->error();
    const QString wrong = error ? error->message : m_problem;
    PlainText::show(m_status, wrong.isEmpty() ? m_result : wrong);
    m_status->setToolTip(PlainText::toolTip(wrong));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     wrong.isEmpty() ? Colours::quiet(palette()) : Colours::error(palette()));
    m_status->setPalette(colours);
    const QString suggestion = error ? error->suggestion : QString();
    m_suggestion->setText(PlainText::caption(tr("Did you mean “%1”?").arg(suggestion)));
    m_suggestion->setVisible(!suggestion.isEmpty());
    colours.setColor(QPalette::ButtonText, palette().color(QPalette::Link));
    m_suggestion->setPalette(colours);
    if (error)
        m_edit->mark(error->position, error->length);
    else
        m_edit->clearMark();
    m_edit->setAccessibleDescription(m_status->text());
}

void QueryBar::useSuggestion()
{
    if (!m_filter->error())
        return;
    const Filter::SyntaxError error = *m_filter->error();
    QString text = m_filter->text();
    text.replace(error.position, error.length, error.suggestion);
    m_filter->setText(text);
    m_edit->setFocus();
    m_edit->setCursorPosition(static_cast<int>(error.position + error.suggestion.size()));
}

void QueryBar::showHistory()
{
    m_history->clear();
    for (const QString &text :
         m_filter->history().first(std::min<qsizetype>(m_filter->history().size(), MaxHistoryShown))) {
        const QString shown =
            m_history->fontMetrics().elidedText(text.left(HistoryWidth), Qt::ElideRight, HistoryWidth);
        QAction *action = m_history->addAction(PlainText::caption(shown));
        connect(action, &QAction::triggered, m_filter, [this, text] { m_filter->replaceText(text); });
    }
    if (m_history->isEmpty())
        m_history->addAction(tr("No recent filters. Press Enter to add the current one."))->setEnabled(false);
    m_history->popup(m_edit->mapToGlobal(QPoint(0, m_edit->height())));
}

} // namespace Trailglass
