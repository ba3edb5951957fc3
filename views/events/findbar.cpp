// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/findbar.h"

#include "views/common/icons.h"
#include "views/common/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int LongestText = 1'000; // characters
constexpr int EditWidth = 260; // px

} // namespace

FindBar::FindBar(QWidget *parent)
    : QFrame(parent)
    , m_edit(new QLineEdit(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_state(new QLabel(this))
    , m_filter(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName("findBar"_L1);
    m_edit->setObjectName("findEdit"_L1);
    m_edit->setPlaceholderText(tr("Find in the columns shown"));
    m_edit->setAccessibleName(tr("Find in the columns shown"));
    m_edit->setMaxLength(LongestText);
    m_edit->setMaximumWidth(EditWidth);
    m_edit->setClearButtonEnabled(true);
    m_previous->setObjectName("findPrevious"_L1);
    m_previous->setArrowType(Qt::UpArrow);
    m_previous->setAccessibleName(tr("Previous"));
    m_previous->setToolTip(tr("Previous (Shift+Enter)"));
    m_next->setObjectName("findNext"_L1);
    m_next->setArrowType(Qt::DownArrow);
    m_next->setAccessibleName(tr("Next"));
    m_next->setToolTip(tr("Next (Enter)"));
    m_state->setObjectName("findState"_L1);
    m_state->setSizePolicy(QSizePolicy::Ignored,
                           QSizePolicy::Preferred); // a sentence must not make a window wide
    m_filter->setObjectName("findFilter"_L1);
    m_filter->setText(tr("Add to filter"));
    m_filter->setToolTip(tr("Searches all of each event, not the visible columns alone"));
    m_close->setObjectName("findClose"_L1);
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    for (QToolButton *button : {m_previous, m_next, m_filter, m_close})
        button->setAutoRaise(true);
    paintIcons();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_state, 2);
    layout->addWidget(m_filter);
    layout->addWidget(m_close);
    setState({}, false);
    hide();
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(m_filter, &QToolButton::clicked, this, &FindBar::filterRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closed);
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

QString FindBar::text() const
{
    return m_edit->text();
}

void FindBar::setState(const QString &sentence, bool canStep)
{
    PlainText::show(m_state, sentence);
    m_edit->setAccessibleDescription(sentence);
    m_previous->setEnabled(canStep);
    m_next->setEnabled(canStep);
    m_filter->setEnabled(!m_edit->text().isEmpty());
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT stepped(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    case Qt::Key_Escape:
        Q_EMIT closed();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
    QFrame::changeEvent(event);
}

void FindBar::paintIcons()
{
    m_close->setIcon(Icons::icon(Glyph::Close, palette()));
}

} // namespace Trailglass

#include "moc_findbar.cpp"
