// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/positionrestorer.h"

#include "models/table/eventtablemodel.h"
#include "views/events/eventtable.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <utility>

namespace Trailglass {

PositionRestorer::PositionRestorer(EventTable &table, EventTableModel &events, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_events(events)
{
    connect(&table, &EventTable::currentRowChanged, this, &PositionRestorer::takeCurrentRow);
    // It may be current already, without having been chosen.
    connect(&table, &QAbstractItemView::clicked, this, &PositionRestorer::choose);
    connect(&table, &EventTable::rowChosen, this, &PositionRestorer::choose);
}

void PositionRestorer::replaceRows(ResultPointer snapshot, bool isRefresh)
{
    const QScopedValueRollback replacing(m_isReplacing, true);
    if (isRefresh && grow(snapshot))
        return;
    const ReadingPlace place = readingPlace(m_table, m_events);
    // Who reads further down in the meantime is not taken away from there.
    const bool isBack =
        m_isOpen && snapshot && snapshot->find(m_place.current) && (!isRefresh || m_table.isAtTop());
    m_events.setSnapshot(std::move(snapshot));
    restoreReadingPlace(isBack ? m_place : place,
                        isRefresh ? WithoutCurrent::KeepTopRow : WithoutCurrent::GoToTop, m_table, m_events);
    if (place.current && !isBack)
        m_place = place;
    m_isOpen = m_place.current && !m_table.currentIndex().isValid();
    setHeld(m_isOpen && m_current == m_place.current);
}

/// Every index and selection stays.
/// \returns false, with nothing changed, when rows are not just added on top
bool PositionRestorer::grow(const ResultPointer &snapshot)
{
    const bool isThereAgain = m_isOpen && snapshot && snapshot->find(m_place.current);
    const int top = m_table.verticalScrollBar()->value();
    const bool isAtTop = m_table.isAtTop();
    const int rows = m_events.rowCount();
    if (isThereAgain || !m_events.growTo(snapshot))
        return false;
    const int added = m_events.rowCount() - rows;
    if (!isAtTop && added > 0) {
        m_table.doItemsLayout(); // the scroll bar still has the range of the rows before
        m_table.verticalScrollBar()->setValue(top + added);
    }
    return true;
}

void PositionRestorer::settle()
{
    setHeld(false);
    announce();
}

void PositionRestorer::setHeld(bool isHeld)
{
    if (std::exchange(m_isHeld, isHeld) != isHeld)
        Q_EMIT heldChanged(isHeld);
}

void PositionRestorer::takeCurrentRow()
{
    if (m_isReplacing || m_table.isTakingFocus())
        announce();
    else
        choose();
}

/// What was current before is not looked for any more.
void PositionRestorer::choose()
{
    m_isOpen = false;
    setHeld(false);
    announce();
    if (m_current && !m_table.isForMenu())
        Q_EMIT chosen();
}

void PositionRestorer::announce()
{
    const QModelIndex index = m_table.currentIndex();
    const RowId current = index.isValid() ? m_events.rowId(index.row()) : RowId();
    if (current == m_current || m_isHeld)
        return;
    m_current = current;
    Q_EMIT currentChanged(current);
}

} // namespace Trailglass

#include "moc_positionrestorer.cpp"
