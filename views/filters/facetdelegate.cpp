// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetdelegate.h"

#include "views/common/icons.h"
#include "views/common/mirroring.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/filters/facetroles.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Trailglass {

namespace {

// Pixels.
constexpr int RowPadding = 3; ///< above and below the text
constexpr int RowGap = 4;
constexpr int ActionSize = 16;
constexpr int WidestCount = 84;
constexpr int BarOpacity = 56; ///< of 255

// Where the parts of a row are, as from left to right; what it comes to on the screen is visualPart().

QRect visualPart(const QStyleOptionViewItem &option, const QRect &place)
{
    return QStyle::visualRect(option.direction, option.rect, place);
}

QRect countRect(const QRect &row)
{
    const int width = std::min(WidestCount, row.width() / 3);
    return {row.right() - width + 1, row.top(), width, row.height()};
}

QRect onlyRect(const QRect &row)
{
    return {countRect(row).left() - RowGap - ActionSize, row.center().y() - ActionSize / 2 + 1, ActionSize,
            ActionSize};
}

QRect excludeRect(const QRect &row)
{
    return onlyRect(row).translated(-RowGap - ActionSize, 0);
}

void paintAction(QPainter *painter, Glyph glyph, const QRect &place, const QPalette &palette)
{
    painter->drawPixmap(
        place,
        Icons::pixmap(glyph, Colours::quiet(palette), ActionSize, painter->device()->devicePixelRatioF()));
}

void paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QStyle &style,
              Qt::CheckState state, const QRect &place)
{
    QStyleOptionViewItem box = option;
    box.rect = place;
    box.state &= ~QStyle::State_HasFocus;
    box.state |= state == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
    style.drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
    if (state != Qt::PartiallyChecked)
        return;
    // A cross, not the dash of "partly": the value is kept out.
    const QRectF cross = QRectF(place).adjusted(4, 4, -4, -4);
    painter->setPen(QPen(Colours::error(option.palette), 1.8, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(cross.topLeft(), cross.bottomRight());
    painter->drawLine(cross.topRight(), cross.bottomLeft());
}

void paintCount(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect place = visualPart(option, countRect(option.rect));
    const bool isOutdated = index.data(FacetOutdatedRole).toBool();
    const double share = index.data(FacetShareRole).toDouble();
    if (share > 0 && !isOutdated) {
        QColor bar = option.palette.color(QPalette::Highlight);
        bar.setAlpha(BarOpacity);
        QRectF area = QRectF(place).adjusted(0, RowPadding, 0, -RowPadding);
        const qreal width = std::max(2.0, area.width() * share);
        if (option.direction == Qt::RightToLeft)
            area.setLeft(area.right() - width);
        else
            area.setWidth(width);
        painter->fillRect(area, bar);
    }
    painter->setPen(share > 0 && !isOutdated ? option.palette.color(QPalette::Text)
                                             : Colours::quiet(option.palette));
    painter->drawText(visualPart(option, countRect(option.rect).adjusted(0, 0, -RowGap, 0)),
                      lineFlags(option.direction, Qt::AlignRight), index.data(FacetCountRole).toString());
}

} // namespace

FacetTarget FacetDelegate::targetAt(const QRect &row, const QPoint &position, Qt::LayoutDirection direction)
{
    const auto isIn = [&](const QRect &place) {
        const QRect shown = QStyle::visualRect(direction, row, place);
        return position.x() >= shown.left() && position.x() <= shown.right() && row.contains(position);
    };
    if (isIn(onlyRect(row)))
        return FacetTarget::Only;
    return isIn(excludeRect(row)) ? FacetTarget::Exclude : FacetTarget::Value;
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle &style = item.widget ? *item.widget->style() : *QApplication::style();
    const auto state = static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt());
    const bool isUnderPointer = item.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isUnderPointer) {
        QColor ground = item.palette.color(QPalette::Text);
        ground.setAlpha(18);
        painter->fillRect(item.rect, ground);
    }
    const int boxWidth = style.pixelMetric(QStyle::PM_IndicatorWidth, &item, item.widget);
    const int boxHeight = style.pixelMetric(QStyle::PM_IndicatorHeight, &item, item.widget);
    const QRect box(item.rect.left() + RowGap, item.rect.center().y() - boxHeight / 2 + 1, boxWidth,
                    boxHeight);
    paintBox(painter, item, style, state, visualPart(item, box));
    paintCount(painter, item, index);

    QRect text = item.rect;
    text.setLeft(box.right() + 2 * RowGap);
    text.setRight((isUnderPointer ? excludeRect(item.rect) : countRect(item.rect)).left() - RowGap);
    if (isUnderPointer) {
        paintAction(painter, Glyph::Cancel, visualPart(item, excludeRect(item.rect)), item.palette);
        paintAction(painter, Glyph::Filter, visualPart(item, onlyRect(item.rect)), item.palette);
    }
    const bool isQuiet = state == Qt::Unchecked && index.data(FacetShareRole).toDouble() <= 0;
    painter->setFont(item.font);
    painter->setPen(isQuiet ? Colours::quiet(item.palette) : item.palette.color(QPalette::Text));
    painter->drawText(visualPart(item, text), lineFlags(item.direction, Qt::AlignLeft),
                      item.fontMetrics.elidedText(item.text, Qt::ElideRight, text.width()));
    if (item.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(item.palette.color(QPalette::Highlight));
        painter->drawRect(QRectF(item.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, std::max(option.fontMetrics.height(), ActionSize) + 2 * RowPadding};
}

bool FacetDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    const FacetTarget target =
        index.isValid() ? targetAt(option.rect, event->pos(), option.direction) : FacetTarget::Value;
    if (event->type() != QEvent::ToolTip || target == FacetTarget::Value)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(
        event->globalPos(),
        target == FacetTarget::Only ? tr("Only this value") : tr("Exclude this value (Alt+click)"), view);
    return true;
}

bool FacetDelegate::editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &,
                                const QModelIndex &)
{
    return false;
}

} // namespace Trailglass

#include "moc_facetdelegate.cpp"
