// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/frozencolumns.h"

#include "views/events/eventtable.h"
#include "views/events/sortheader.h"

#include <QAbstractItemDelegate>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Trailglass {

FrozenColumns::FrozenColumns(EventTable &table, QAbstractItemModel &model)
    : QObject(&table)
    , m_table(table)
    , m_header(new SortHeader(&table))
{
    m_header->setObjectName("frozenHeader"_L1);
    m_header->setSectionsMovable(false);
    m_header->setModel(&model);
    m_header->hide();
    const SortHeader *whole = table.sortHeader();
    connect(whole, &QHeaderView::sectionResized, this, &FrozenColumns::update);
    connect(whole, &QHeaderView::sectionMoved, this, &FrozenColumns::update);
    connect(whole, &QHeaderView::sectionCountChanged, this, &FrozenColumns::update);
    connect(table.horizontalScrollBar(), &QScrollBar::valueChanged, this, &FrozenColumns::update);
    connect(m_header, &QHeaderView::sectionClicked, whole, &QHeaderView::sectionClicked);
    connect(m_header, &QHeaderView::sectionHandleDoubleClicked, &table, &QTableView::resizeColumnToContents);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (!m_isUpdating)
            m_table.sortHeader()->resizeSection(section, width);
    });
}

void FrozenColumns::setCount(int count)
{
    m_count = std::max(0, count);
    update();
    m_table.viewport()->update();
}

int FrozenColumns::shownCount() const
{
    const SortHeader *whole = m_table.sortHeader();
    const int maxWidth = m_table.viewport()->width() * 2 / 3;
    int shown = 0;
    for (int width = 0; shown < std::min(m_count, whole->count()); ++shown) {
        width += whole->sectionSize(whole->logicalIndex(shown));
        if (width > maxWidth)
            break;
    }
    return shown;
}

int FrozenColumns::width() const
{
    if (m_table.horizontalScrollBar()->value() == 0)
        return 0;
    const SortHeader *whole = m_table.sortHeader();
    int width = 0;
    for (int place = 0; place < shownCount(); ++place)
        width += whole->sectionSize(whole->logicalIndex(place));
    return width;
}

/// In the viewport.
/// \param place  as from left to right
QRect FrozenColumns::visual(const QRect &place) const
{
    return QStyle::visualRect(m_table.layoutDirection(), m_table.viewport()->rect(), place);
}

int FrozenColumns::sectionAt(int x) const
{
    const bool isMirrored = m_table.isRightToLeft();
    const int distance = isMirrored ? m_table.viewport()->width() - 1 - x : x;
    if (distance < 0 || distance >= width())
        return -1;
    // Nothing is scrolled away in front of the first column.
    const int scrolled = m_table.horizontalScrollBar()->value();
    return m_table.sortHeader()->logicalIndexAt(isMirrored ? x + scrolled : x - scrolled);
}

int FrozenColumns::positionOf(int section) const
{
    const SortHeader *whole = m_table.sortHeader();
    const bool isFrozen = width() > 0 && whole->visualIndex(section) < shownCount();
    return isFrozen ? visual({whole->sectionPosition(section), 0, whole->sectionSize(section), 1}).left()
                    : -1;
}

void FrozenColumns::update()
{
    if (m_isUpdating)
        return;
    const QScopedValueRollback updating(m_isUpdating, true);
    const SortHeader *whole = m_table.sortHeader();
    const int covered = width();
    m_header->setVisible(covered > 0);
    if (covered == 0)
        return;
    for (int place = 0; place < whole->count(); ++place) {
        const int section = whole->logicalIndex(place);
        m_header->moveSection(m_header->visualIndex(section), place);
        m_header->setSectionHidden(section, place >= shownCount());
        m_header->resizeSection(section, whole->sectionSize(section));
    }
    m_header->setGeometry(QStyle::visualRect(m_table.layoutDirection(), whole->geometry(),
                                             QRect(whole->x(), whole->y(), covered, whole->height())));
    m_header->raise();
    m_table.viewport()->update();
}

void FrozenColumns::paint(QPainter &painter, const QRect &exposed, const QStyleOptionViewItem &option) const
{
    const int covered = width();
    const QRect place = visual({0, exposed.top(), covered, exposed.height()});
    if (covered == 0 || !exposed.intersects(place))
        return;
    painter.setClipRect(place);
    const auto [first, end] = m_table.rowsWithin(exposed);
    for (int row = first; row < end; ++row)
        paintRow(painter, row, option);
    painter.setPen(m_table.palette().color(QPalette::Mid));
    const int edge = m_table.isRightToLeft() ? place.left() : place.right();
    painter.drawLine(edge, exposed.top(), edge, exposed.bottom());
}

void FrozenColumns::paintRow(QPainter &painter, int row, QStyleOptionViewItem option) const
{
    const SortHeader *whole = m_table.sortHeader();
    for (int place = 0; place < shownCount(); ++place) {
        const int section = whole->logicalIndex(place);
        const QModelIndex index = m_table.model()->index(row, section);
        option.rect = visual({whole->sectionPosition(section), m_table.rowViewportPosition(row),
                              whole->sectionSize(section), m_table.rowHeight(row)});
        m_table.paintGround(painter, option, index);
        option.state.setFlag(QStyle::State_HasFocus, m_table.hasFocus() && index == m_table.currentIndex());
        m_table.itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

} // namespace Trailglass

#include "moc_frozencolumns.cpp"
