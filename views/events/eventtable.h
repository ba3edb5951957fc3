// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/eventtablemodel.h"

#include <QTableView>

class QPainter;

namespace Trailglass {

class EventDelegate;
class FrozenColumns;
class MarkGutter;
class SortHeader;

/// The space that a row has.
enum class RowDensity
{
    Compact,
    Normal,
    Comfortable
};

/// The table of events: rows of one height, selected as a whole, "select all" as a state of the model.
class EventTable : public QTableView
{
    Q_OBJECT

public:
    /// \param events  outlives the table
    explicit EventTable(EventTableModel &events, QWidget *parent = nullptr);

    [[nodiscard]] SortHeader *sortHeader() const { return m_header; }
    [[nodiscard]] EventDelegate *eventDelegate() const { return m_delegate; }

    /// The first columns, which stay while the others are scrolled.
    [[nodiscard]] FrozenColumns *frozenColumns() const { return m_frozen; }
    /// What the titles show; sorts nothing. Where rows stand by their arrival, a line is between those that are new and
    /// those that were reviewed.
    void setSortOrder(const SortOrder &order);

    void setDensity(RowDensity density);
    [[nodiscard]] RowDensity density() const { return m_density; }
    /// Rows of an earlier result, while the current filter is searched, are painted more faintly.
    void setOutdated(bool isOutdated);
    /// The columns of the model in the order in which they stand on the screen.
    [[nodiscard]] std::vector<Column> columnsInSight() const;
    /// Rows of the selection as ranges, from top to bottom; one of everything when all are selected.
    [[nodiscard]] std::vector<std::pair<int, int>> selectedRanges() const;
    /// Makes a row the current and only selected one, in sight.
    void chooseRow(int row);
    /// The same, with some rows around it.
    void goToRow(int row);
    /// Whether the first row is the first in sight.
    [[nodiscard]] bool isAtTop() const;
    /// While the table takes the keyboard: the row that Qt makes the current one then was chosen by nobody.
    [[nodiscard]] bool isTakingFocus() const { return m_takesFocus; }
    /// Makes the cell of a menu the current one, and its row the selected one unless it is selected already. Nothing opens
    /// under a menu: see isForMenu().
    void takeForMenu(const QModelIndex &index);
    /// While a cell becomes the current one for a menu, or by another button than the left one: nobody chose its event.
    [[nodiscard]] bool isForMenu() const { return m_isForMenu; }

    /// What its cells have in common, for whoever paints some of them elsewhere.
    [[nodiscard]] QStyleOptionViewItem cellOption() const;
    /// The first of the rows with a part in a place of the viewport, and the row after the last of them.
    [[nodiscard]] std::pair<int, int> rowsWithin(const QRect &place) const;
    /// Has what is in sight read at once: painting would request it only after all that the window does before.
    void requestRowsInSight();
    /// Paints what is under a cell that is painted elsewhere.
    /// \param option  as cellOption(), its rect the place of the cell; whether the cell is selected is put into it
    void paintGround(QPainter &painter, QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Widths at which the cells of a column show all they hold, px, ascending: of those near the top of what
    /// is in sight, as far as they are in memory.
    [[nodiscard]] std::vector<int> cellWidths(int section) const;

    /// Letters search nothing: the rows are not in memory.
    void keyboardSearch(const QString &text) override;
    /// Goes to the side for the keyboard only: what is clicked is in sight, and must not move under the
    /// pointer.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &position) const override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;

public Q_SLOTS:
    /// No index is made for any row.
    void selectAll() override;

Q_SIGNALS:
    void currentRowChanged();
    /// By chooseRow(), goToRow() or Space; the row may have been the current one before.
    void rowChosen();
    /// Enter or a double-click on an event.
    void opened();
    /// The room for columns is another.
    void resized();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    /// Of what is in memory alone.
    [[nodiscard]] int sizeHintForColumn(int column) const override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fitRows();
    /// Gives the signal when the room for columns is another than with the last one.
    void announceWidth();
    void paintBoundary(QPainter &painter) const;
    /// \returns whether the key is one of those that go to the first or last row
    bool goToEnd(const QKeyEvent &event);
    /// \returns whether the key is Space and has selected the current row, which was not selected
    bool selectCurrent(const QKeyEvent &event);

    EventTableModel &m_events;
    SortHeader *m_header;
    EventDelegate *m_delegate;
    FrozenColumns *m_frozen;
    MarkGutter *m_gutter;
    RowDensity m_density = RowDensity::Normal;
    bool m_movesByKey = false;
    bool m_takesFocus = false;
    bool m_isForMenu = false;
    int m_announcedWidth = -1; ///< px, of the viewport
    bool m_isByArrival = false; ///< rows are in the order in which they arrived, or the reverse
};

} // namespace Trailglass
