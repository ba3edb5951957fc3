// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/sortheader.h"

#include "models/table/eventtablemodel.h"
#include "views/events/columnwidths.h"

#include <QStyleOptionHeader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

SortHeader::SortHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName("eventHeader"_L1);
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setSectionResizeMode(QHeaderView::Interactive);
    setMinimumSectionSize(NarrowestColumnWidth);
}

void SortHeader::setSortOrder(const SortOrder &order)
{
    m_order = order;
    viewport()->update();
}

void SortHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    const auto *events = qobject_cast<const EventTableModel *>(model());
    if (!events || section >= events->columnCount())
        return;
    option->text.prepend(u' '); // in line with the cells, whose text keeps off the outcome's mark
    const Column &column = events->columns()[static_cast<std::size_t>(section)];
    const Filter::FieldReference field =
        std::visit([](const auto &place) { return Filter::FieldReference(place); }, column.place);
    const auto key = std::ranges::find(m_order, field, &SortKey::field);
    if (key == m_order.end())
        return;
    // The arrow shows which way the values go, as in spreadsheets: down for descending.
    option->sortIndicator = key->descending ? QStyleOptionHeader::SortDown : QStyleOptionHeader::SortUp;
    if (m_order.size() > 1)
        option->text = tr("%1 · %2", "column, place among the sort keys")
                           .arg(option->text)
                           .arg(key - m_order.begin() + 1);
}

} // namespace Trailglass

#include "moc_sortheader.cpp"
