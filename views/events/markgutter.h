// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHeaderView>

namespace Trailglass {

class EventTable;
class EventTableModel;

/// The signs of reviewers (RowMarks) in front of the rows of a table, in a strip of their own: they take no room of any
/// column, and stay in sight while the columns are scrolled sideways.
///
/// There also where no row has one: the first mark moves no column. A press on it is one on its row.
/// \thread GUI
class MarkGutter : public QHeaderView
{
    Q_OBJECT

public:
    /// Owned by the table, which makes it its vertical header.
    /// \param events  the model of the table
    MarkGutter(EventTable &table, EventTableModel &events);

    /// As wide as it always is: no row is measured.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// The first cell of the row at a place of the strip; invalid after the last row.
    [[nodiscard]] QModelIndex rowAt(const QPoint &position) const;
    void openMenu(const QPoint &position);

    EventTable &m_table;
    EventTableModel &m_events;
};

} // namespace Trailglass
