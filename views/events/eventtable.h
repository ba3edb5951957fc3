// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/eventtablemodel.h"

#include <QTableView>

namespace Trailglass {

class SortHeader;

/// The table of events: rows of one height, selected as a whole, "select all" as a state of the model.
class EventTable : public QTableView
{
    Q_OBJECT

public:
    /// \param events  outlives the table
    explicit EventTable(EventTableModel &events, QWidget *parent = nullptr);

    [[nodiscard]] SortHeader *sortHeader() const { return m_header; }
    /// The columns of the model in the order in which they stand on the screen.
    [[nodiscard]] std::vector<Column> columnsInSight() const;
    /// Rows of the selection as ranges, from top to bottom; one of everything when all are selected.
    [[nodiscard]] std::vector<std::pair<int, int>> selectedRanges() const;
    /// Whether the first row is the first in sight.
    [[nodiscard]] bool isAtTop() const;

    /// Letters search nothing: the rows are not in memory.
    void keyboardSearch(const QString &text) override;

public Q_SLOTS:
    /// No index is made for any row.
    void selectAll() override;

Q_SIGNALS:
    void currentRowChanged();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fitRows();

    EventTableModel &m_events;
    SortHeader *m_header;
};

} // namespace Trailglass
