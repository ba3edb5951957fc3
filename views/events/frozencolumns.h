// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QStyleOptionViewItem>

class QAbstractItemModel;
class QPainter;

namespace Trailglass {

class EventTable;
class SortHeader;

/// The first columns of a table, which stay where they are while the others are scrolled sideways.
///
/// They are painted over the table, with a header of their own over the header of the table.
/// \thread GUI
class FrozenColumns : public QObject
{
    Q_OBJECT

public:
    /// Owned by the table.
    /// \param model  of the table
    FrozenColumns(EventTable &table, QAbstractItemModel &model);

    /// \param count  from where lines begin; 0 for none
    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    /// What they cover of the viewport, px; 0 while nothing is scrolled away.
    [[nodiscard]] int width() const;
    [[nodiscard]] SortHeader *header() const { return m_header; }

    /// The column of the model that is at \a x of the viewport; -1: none of the frozen ones.
    [[nodiscard]] int sectionAt(int x) const;
    /// Where the left side of a column is, px from the left of the viewport; -1 when it is not frozen.
    [[nodiscard]] int positionOf(int section) const;
    /// Paints the rows in \a exposed.
    /// \param option  of any cell of the table
    void paint(QPainter &painter, const QRect &exposed, const QStyleOptionViewItem &option) const;
    /// Columns, their widths or the scroll position are others.
    void update();

private:
    /// Not so many that nothing of the others is left to see.
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] QRect visual(const QRect &place) const;
    void paintRow(QPainter &painter, int row, QStyleOptionViewItem option) const;

    EventTable &m_table;
    SortHeader *m_header;
    int m_count = 0;
    bool m_isUpdating = false;
};

} // namespace Trailglass
