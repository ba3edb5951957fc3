// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/query/queryengine.h"

#include <QObject>

class QMenu;

namespace Trailglass {

class ColumnFitter;
class EventTable;
class EventTableModel;

/// Columns of the table of events: which, in what order, sorted how; the header's clicks and menu.
class ColumnController : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    /// \param tableMenu  offered in the menu of the header
    ColumnController(EventTable &table, EventTableModel &events, QMenu &tableMenu, QObject *parent = nullptr);

    /// As they stand on the screen.
    [[nodiscard]] std::vector<Column> columns() const;
    /// Keeps scroll position and selection. Ignores an empty list.
    void setColumns(const std::vector<Column> &columns);
    void append(const Column &column);
    /// \param section  as the model counts; the last column stays
    void hide(int section);
    void openDialog();

    [[nodiscard]] const SortOrder &sortOrder() const { return m_order; }
    void setSortOrder(const SortOrder &order);
    /// As a click on the header; raw has no order and says so.
    void sortBy(int section, bool descending);
    /// Shift-click: cycles the column through ascending, descending, not sorted.
    void addToSorting(int section);

    [[nodiscard]] ColumnFitter &fitter() { return *m_fitter; }
    /// Widens by a few characters per step; negative steps narrow.
    void widen(int section, int steps);

Q_SIGNALS:
    void sortRequested(const Trailglass::SortOrder &order);
    void message(const QString &text);

private:
    void clickSort(int section, bool adds);
    void request(const SortOrder &order);
    void showHeaderMenu(int section, const QPoint &onScreen);
    void addColumnEntries(QMenu &menu, int section);
    void addFreezing(QMenu &menu, int section);
    [[nodiscard]] const Column &columnAt(int section) const;
    [[nodiscard]] bool canSort(int section);

    EventTable &m_table;
    EventTableModel &m_events;
    QMenu &m_tableMenu;
    ColumnFitter *m_fitter;
    SortOrder m_order;
};

} // namespace Trailglass
