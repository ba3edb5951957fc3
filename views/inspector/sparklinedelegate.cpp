// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/sparklinedelegate.h"

#include "models/table/relatedmodel.h"
#include "views/common/spacing.h"
#include "views/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace Trailglass {

void SparklineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant data = index.data(RelatedModel::CountsRole);
    if (!data.isValid())
        return;
    const auto counts = data.value<RelatedCounts>();
    if (counts.bins.empty())
        return;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor bars =
        isSelected ? option.palette.color(QPalette::HighlightedText) : Colours::quiet(option.palette);
    const QColor own =
        isSelected ? option.palette.color(QPalette::HighlightedText) : option.palette.color(QPalette::Link);
    const QRectF room = QRectF(option.rect).adjusted(4, 3, -4, -3);
    const auto greatest = static_cast<qreal>(*std::ranges::max_element(counts.bins));
    const qreal width = std::min(room.width() / static_cast<qreal>(counts.bins.size()), 12.0);
    painter->save();
    for (std::size_t bin = 0; bin < counts.bins.size(); ++bin) {
        if (counts.bins[bin] == 0)
            continue;
        const qreal height = std::max(2.0, room.height() * static_cast<qreal>(counts.bins[bin]) / greatest);
        const QRectF bar(room.left() + width * static_cast<qreal>(bin), room.bottom() - height,
                         std::max(1.0, width - 1), height);
        painter->fillRect(bar, bin == counts.bin ? own : bars);
    }
    painter->restore();
}

QSize SparklineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = QStyledItemDelegate::sizeHint(option, index).width();
    return {width, option.fontMetrics.height() + 2 * Spacing::Tight};
}

} // namespace Trailglass

#include "moc_sparklinedelegate.cpp"
