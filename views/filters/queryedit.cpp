// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/queryedit.h"

#include "models/filter/filter.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QAction>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int LeastQueryWidth = 120; // px, with all buttons

/// Keys of the window's commands that a line edit would take: undo and redo of the filter, and the export, whose key
/// means the end of the line on some platforms.
bool isWindowKey(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo)
        || event.keyCombination() == (Qt::CTRL | Qt::Key_E);
}

} // namespace

QueryEdit::QueryEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_search(addAction(QIcon(), LeadingPosition))
    , m_history(addAction(QIcon(), TrailingPosition))
{
    setObjectName("queryEdit"_L1);
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter events: actor:~ann op:delete created:-7d, or any text"));
    setClearButtonEnabled(true);
    // One more than a filter may have, so that too long a text is an error and not silently cut.
    setMaxLength(static_cast<int>(Filter::MaxBytes) + 1);
    m_history->setObjectName("queryHistory"_L1);
    m_history->setText(tr("Recent filters"));
    m_history->setToolTip(tr("Recent filters (Down)"));
    connect(m_history, &QAction::triggered, this, &QueryEdit::historyRequested);
    connect(this, &QLineEdit::selectionChanged, this,
            [this] { m_isAllSelected = hasSelectedText() && selectedText() == text(); });
    paintSigns();
}

void QueryEdit::mark(qsizetype position, qsizetype length)
{
    const qsizetype end = std::min(position + std::max<qsizetype>(length, 1), text().size());
    const qsizetype start = std::min(position, std::max<qsizetype>(end - 1, 0));
    setMark({static_cast<int>(start), static_cast<int>(end)});
}

void QueryEdit::clearMark()
{
    setMark({});
}

void QueryEdit::selectPart(int start, int length)
{
    setSelection(start, length);
    m_isAllSelected = false;
}

QSize QueryEdit::minimumSizeHint() const
{
    // The button that clears comes with the first letter, which must not widen a window at its least width.
    return {LeastQueryWidth, QLineEdit::minimumSizeHint().height()};
}

void QueryEdit::setMark(const Mark &mark)
{
    m_mark = mark;
    applyMark();
}

void QueryEdit::applyMark()
{
    // An event of ours would end the composition.
    if (m_isComposing || m_mark == m_applied)
        return;
    m_applied = m_mark;
    QList<QInputMethodEvent::Attribute> attributes;
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(Colours::error(palette()));
    format.setForeground(Colours::error(palette()));
    // The only way to give a line edit formats; places count from the cursor.
    if (m_mark.start < m_mark.end) {
        attributes.append({QInputMethodEvent::TextFormat, m_mark.start - cursorPosition(),
                           m_mark.end - m_mark.start, format});
    }
    QInputMethodEvent event(QString(), attributes);
    QLineEdit::inputMethodEvent(&event);
}

void QueryEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_isComposing = true; // also while the text changes by it
    QLineEdit::inputMethodEvent(event);
    m_isComposing = !event->preeditString().isEmpty();
    m_applied = {}; // the event had formats of its own
    applyMark();
}

bool QueryEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isWindowKey(*static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    }
    return QLineEdit::event(event);
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (event->key() == Qt::Key_Down)
        Q_EMIT historyRequested();
    else if (isWindowKey(*event))
        event->ignore();
    else
        QLineEdit::keyPressEvent(event);
}

void QueryEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        paintSigns();
        m_applied = {}; // in another colour
        applyMark();
    }
}

void QueryEdit::paintSigns()
{
    m_search->setIcon(Icons::icon(Glyph::Search, palette()));
    m_history->setIcon(Icons::icon(Glyph::History, palette()));
}

} // namespace Trailglass

#include "moc_queryedit.cpp"
