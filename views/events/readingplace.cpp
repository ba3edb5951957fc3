// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/readingplace.h"

#include "models/table/eventtablemodel.h"
#include "views/events/eventtable.h"

#include <QScrollBar>

#include <algorithm>

namespace Trailglass {

namespace {

std::vector<RowId> selectedIds(const EventTable &table, const EventTableModel &events)
{
    std::vector<RowId> ids;
    if (events.isAllSelected())
        return ids;
    for (const auto &[first, last] : table.selectedRanges()) {
        if (static_cast<int>(ids.size()) + last - first >= ReadingPlace::MaxSelected)
            return {};
        for (int row = first; row <= last; ++row)
            ids.push_back(events.rowId(row));
    }
    return ids;
}

QItemSelection selectionOf(std::vector<RowId> ids, const EventTableModel &events)
{
    QItemSelection selection;
    if (ids.empty() || !events.snapshot())
        return selection;
    const int lastColumn = events.columnCount() - 1;
    for (const std::size_t place : events.snapshot()->findAll(std::move(ids))) {
        const auto row = static_cast<int>(place);
        if (row < events.rowCount())
            selection.select(events.index(row, 0), events.index(row, lastColumn));
    }
    return selection;
}

} // namespace

ReadingPlace readingPlace(const EventTable &table, const EventTableModel &events)
{
    const int top = table.verticalScrollBar()->value();
    const QModelIndex current = table.currentIndex();
    ReadingPlace place;
    place.top = events.rowId(top);
    place.horizontal = table.horizontalScrollBar()->value();
    place.selected = selectedIds(table, events);
    if (current.isValid()) {
        place.current = events.rowId(current.row());
        place.currentColumn = current.column();
        place.rowsAboveCurrent = current.row() - top;
    }
    return place;
}

void restoreReadingPlace(const ReadingPlace &place, WithoutCurrent otherwise, EventTable &table,
                         const EventTableModel &events)
{
    table.doItemsLayout(); // the scroll bars still have the range of the last result
    const std::optional<int> current = place.current ? events.rowOf(place.current) : std::nullopt;
    int top = 0;
    if (current) {
        const int column = std::min(place.currentColumn, events.columnCount() - 1);
        table.selectionModel()->setCurrentIndex(events.index(*current, column),
                                                QItemSelectionModel::NoUpdate);
        top = *current - place.rowsAboveCurrent;
    } else if (otherwise == WithoutCurrent::KeepTopRow && place.top) {
        top = events.rowOf(place.top).value_or(0);
    }
    table.selectionModel()->select(selectionOf(place.selected, events),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table.verticalScrollBar()->setValue(std::max(0, top));
    table.horizontalScrollBar()->setValue(place.horizontal);
}

} // namespace Trailglass
