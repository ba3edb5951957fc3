// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/query/queryengine.h"

#include <QMap>
#include <QObject>

namespace Trailglass {

class EventTable;
class EventTableModel;

/// Columns of the table of events: which, in what order, how wide, sorted how; the header's clicks and menu.
class ColumnController : public QObject
{
    Q_OBJECT

public:
    /// Table and model outlive this object.
    ColumnController(EventTable &table, EventTableModel &events, QObject *parent = nullptr);

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

    /// Pixels by title, of the columns there were as well.
    [[nodiscard]] const QMap<QString, int> &widths() const { return m_widths; }
    void setWidths(const QMap<QString, int> &widths);
    /// Widens by a few characters per step; negative steps narrow.
    void widen(int section, int steps);

Q_SIGNALS:
    void sortRequested(const Trailglass::SortOrder &order);
    void message(const QString &text);

private:
    void applyWidths();
    void clickSort(int section, bool adds);
    void request(const SortOrder &order);
    void showHeaderMenu(const QPoint &position);
    [[nodiscard]] const Column &columnAt(int section) const;
    [[nodiscard]] bool canSort(int section);

    EventTable &m_table;
    EventTableModel &m_events;
    SortOrder m_order;
    QMap<QString, int> m_widths;
    bool m_isApplying = false; ///< the header changes because we say so, not the user
};

} // namespace Trailglass
