// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/rowlist.h"

#include "views/common/spacing.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QTableView>

namespace Trailglass {

void setUpRowList(QTableView &table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setProperty(RoomyCells, true);
    QHeaderView *const titles = table.horizontalHeader();
    titles->setProperty(RoomyCells, true);
    titles->setHighlightSections(false);
    titles->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    QHeaderView *const rows = table.verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(table.fontMetrics().height() + Spacing::Normal);
}

} // namespace Trailglass
