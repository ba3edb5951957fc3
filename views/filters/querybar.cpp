// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/querybar.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"
#include "models/filter/filterhistory.h"
#include "models/filter/filterstate.h"
#include "views/common/elidedbutton.h"
#include "views/common/elidedlabel.h"
#include "views/common/icons.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/theme.h"
#include "views/filters/querycompleter.h"
#include "views/filters/queryedit.h"
#include "views/filters/termbar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int BusyDelay = 200; // ms; what is done sooner needs no sign
constexpr std::size_t MaxHistoryShown = 20;
constexpr int SignSize = 14; // px
constexpr int HistoryWidth = 640; // px of a text of before

/// Newest first, each text once: the steps of this window, then those that were remembered before.
std::vector<FilterStep> recentFilters(const FilterSteps &steps, const QStringList &remembered)
{
    std::vector<FilterStep> recent;
    const auto add = [&recent](const FilterStep &step) {
        const QString text = step.input.text.trimmed();
        const bool isThere = std::ranges::any_of(
            recent, [&text](const FilterStep &other) { return other.input.text.trimmed() == text; });
        if (!isThere && !text.isEmpty() && recent.size() < MaxHistoryShown)
            recent.push_back(step);
    };
    std::for_each(steps.all().rbegin(), steps.all().rend(), add);
    for (const QString &text : remembered)
        add({{text}});
    return recent;
}

} // namespace

QueryBar::QueryBar(FilterState *filter, FilterHistory *history, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_steps(history)
    , m_edit(new QueryEdit(this))
    , m_completer(new QueryCompleter(m_edit, this, this))
    , m_terms(new TermBar(filter, this))
    , m_sign(new QLabel(this))
    , m_status(new ElidedLabel(this))
    , m_suggestion(new ElidedButton(this))
    , m_shown(new ElidedLabel(this))
    , m_busy(new QProgressBar(this))
    , m_history(new QMenu(this))
{
    setObjectName("queryBar"_L1);
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(BusyDelay);
    m_history->setObjectName("queryHistoryMenu"_L1);
    build();

    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        // More than a letter gone at once: by the clear button, or all of it selected and deleted.
        if (text.isEmpty() && m_filter->text().size() > 1)
            m_filter->replaceText(text);
        else if (m_edit->wasAllSelected())
            m_filter->typeOver(text);
        else
            m_filter->setText(text);
    });
    connect(m_edit, &QLineEdit::returnPressed, m_filter, &FilterState::remember);
    connect(m_edit, &QLineEdit::returnPressed, m_steps, &FilterHistory::endTyping);
    connect(m_edit, &QueryEdit::left, this, &QueryBar::left);
    connect(m_edit, &QueryEdit::historyRequested, this, &QueryBar::showHistory);
    connect(m_completer, &QueryCompleter::valueAccepted, m_filter, &FilterState::accept);
    connect(m_terms, &TermBar::editRequested, this, &QueryBar::select);
    connect(m_terms, &TermBar::left, this, &QueryBar::left);
    connect(m_suggestion, &QPushButton::clicked, this, &QueryBar::useSuggestion);
    connect(m_filter, &FilterState::textChanged, this, &QueryBar::showText);
    connect(m_filter, &FilterState::refused, this, &QueryBar::setProblem);
    connect(&m_busyDelay, &QTimer::timeout, m_busy, &QWidget::show);
    showText();
}

void QueryBar::build()
{
    m_sign->setObjectName("querySign"_L1);
    m_status->setObjectName("queryStatus"_L1);
    m_suggestion->setObjectName("querySuggestion"_L1);
    m_shown->setObjectName("queryShown"_L1);
    m_shown->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the message comes first
    TextColour::set(*m_shown, TextMeaning::Quiet);
    m_busy->setObjectName("queryBusy"_L1);
    m_busy->setAccessibleName(tr("Searching"));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(80, 6);
    m_busy->hide();

    auto *under = new QHBoxLayout;
    under->setContentsMargins(Spacing::None, Spacing::None, Spacing::Tight, Spacing::None);
    under->setSpacing(Spacing::Normal);
    // What stands below must not move when chips or the button come and go.
    const int height = std::max(m_suggestion->sizeHint().height(), m_terms->sizeHint().height());
    m_terms->setMinimumHeight(height);
    m_shown->setMinimumHeight(height); // is there when the terms are not
    under->addWidget(m_terms, 1);
    under->addWidget(m_sign);
    under->addWidget(m_status);
    under->addWidget(m_suggestion);
    under->addWidget(m_shown, 1);
    under->addWidget(m_busy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Hair);
    layout->addWidget(m_edit);
    layout->addLayout(under);
}

void QueryBar::setPresets(const Filter::PresetLookup &lookup)
{
    m_terms->setPresets(lookup);
}

void QueryBar::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void QueryBar::select(const Filter::SourceRange &range)
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectPart(static_cast<int>(range.position), static_cast<int>(range.length));
}

void QueryBar::setResult(qint64 count, qint64 total, const QString &interval)
{
    const QLocale locale;
    const QString found = tr("%1 of %2 event(s)", nullptr, countArgument(total))
                              .arg(locale.toString(count), locale.toString(total));
    m_result = interval.isEmpty() ? found : QString(interval + u" · "_s + found);
    m_problem.clear();
    m_isSearching = false;
    showState();
}

void QueryBar::setSearching()
{
    m_isSearching = true;
    showState();
}

void QueryBar::setProblem(const QString &sentence)
{
    m_problem = sentence;
    m_isSearching = false;
    showState();
}

void QueryBar::setAcceptedShown(bool isShown)
{
    m_isAcceptedShown = isShown;
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

void QueryBar::showText()
{
    if (m_edit->text() != m_filter->text())
        m_edit->setText(m_filter->text());
    m_problem.clear();
    showState();
}

/// Empty while the text can be read.
QString QueryBar::shownFilter() const
{
    if (!m_filter->error() || !m_isAcceptedShown)
        return {};
    const Filter::NodePointer &tree = m_filter->tree();
    return std::holds_alternative<Filter::All>(tree->content)
        ? tr("Still shown: all events")
        : tr("Still shown: %1", "a filter").arg(Filter::print(tree));
}

void QueryBar::showState()
{
    const auto &error = m_filter->error();
    const QString wrong = error ? error->message : m_problem;
    const QString found = m_isSearching ? tr("Searching…") : m_result;
    m_status->show(wrong.isEmpty() ? found : wrong);
    // The message stands where one looks for it; what can be done about it right after it.
    m_terms->setVisible(!error);
    m_shown->setVisible(error.has_value());
    m_shown->show(shownFilter());
    TextColour::set(*m_status, wrong.isEmpty() ? TextMeaning::Quiet : TextMeaning::Error);
    m_sign->setVisible(!wrong.isEmpty());
    if (!wrong.isEmpty())
        m_sign->setPixmap(
            Icons::pixmap(Glyph::Warning, Colours::error(palette()), SignSize, devicePixelRatioF()));
    const QString suggestion = error ? error->suggestion : QString();
    if (suggestion.isEmpty())
        m_suggestion->hide();
    else
        m_suggestion->show(tr("Did you mean “%1”?").arg(suggestion));
    if (error)
        m_edit->mark(error->position, error->length);
    else
        m_edit->clearMark();
    m_edit->setAccessibleDescription(
        m_shown->text().isEmpty() ? m_status->text() : inSequence(m_status->text(), m_shown->text()));
}

void QueryBar::useSuggestion()
{
    if (!m_filter->error())
        return;
    const Filter::SyntaxError error = *m_filter->error();
    QString text = m_filter->text();
    text.replace(error.position, error.length, error.suggestion);
    m_filter->setText(text);
    m_filter->accept(); // what is offered is meant
    m_edit->setFocus();
    m_edit->setCursorPosition(static_cast<int>(error.position + error.suggestion.size()));
}

void QueryBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showState();
    QWidget::changeEvent(event);
}

void QueryBar::showHistory()
{
    m_history->clear();
    const QLocale locale;
    for (const FilterStep &step : recentFilters(m_steps->steps(), m_filter->history())) {
        const QString shown = PlainText::caption(step.input.text, m_history->fontMetrics(), HistoryWidth);
        // What follows a tab stands in the column of the shortcuts.
        const QString count = step.count ? QString(u'\t' + locale.toString(*step.count)) : QString();
        QAction *action = m_history->addAction(shown + count);
        connect(action, &QAction::triggered, m_filter,
                [this, text = step.input.text] { m_filter->replaceText(text); });
    }
    if (m_history->isEmpty())
        m_history->addAction(tr("No recent filters. Press Enter to add the current one."))->setEnabled(false);
    m_history->popup(m_edit->mapToGlobal(QPoint(0, m_edit->height())));
}

} // namespace Trailglass

#include "moc_querybar.cpp"
