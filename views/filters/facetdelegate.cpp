// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetdelegate.h"

#include "views/common/icons.h"
#include "views/common/mirroring.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/filters/facetroles.h"
#include "views/filters/facetview.h"
#include "views/filters/valueelision.h"

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
constexpr int LeastCount = 2 * ActionSize + RowGap; ///< the actions have room in its place
constexpr int WidestCount = 84;
constexpr int CountShare = 5; ///< of so many parts of a row one is for its count, unless that is longer
constexpr int BarOpacity = 56; ///< of 255
constexpr qreal FocusFrame = 2;

/// Where the parts of a row are, as from left to right; what it comes to on the screen is visualPart().
struct RowPlaces
{
    QRect box;
    QRect text;
    QRect count;
    QRect only;
    QRect exclude;
    bool coversCount = false; ///< the actions stand in its place: beside it they would cut the text
};

QRect visualPart(const QStyleOptionViewItem &option, const QRect &place)
{
    return QStyle::visualRect(option.direction, option.rect, place);
}

const QStyle &facetStyle(const QStyleOptionViewItem &option)
{
    return option.widget ? *option.widget->style() : *QApplication::style();
}

/// The same for all rows of a list, as far as can be: their bars begin at one place.
int countWidth(const QStyleOptionViewItem &option, const QModelIndex &index, const FacetView &view)
{
    const int own = option.fontMetrics.horizontalAdvance(index.data(FacetCountRole).toString());
    const int widest = std::max(own, view.widthOfFirstCounts());
    const int share = std::clamp(option.rect.width() / CountShare, LeastCount, WidestCount);
    return std::max(widest + 2 * RowGap, share);
}

RowPlaces placesOf(const QStyleOptionViewItem &option, const QModelIndex &index, const FacetView &view)
{
    const QRect &row = option.rect;
    const QStyle &style = facetStyle(option);
    const int boxWidth = style.pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
    const int boxHeight = style.pixelMetric(QStyle::PM_IndicatorHeight, &option, option.widget);
    const int count = countWidth(option, index, view);
    RowPlaces places;
    places.box = {row.left() + RowGap, row.center().y() - boxHeight / 2 + 1, boxWidth, boxHeight};
    places.count = {row.right() - count + 1, row.top(), count, row.height()};
    places.text = row;
    places.text.setLeft(places.box.right() + 2 * RowGap);
    places.text.setRight(places.count.left() - RowGap);
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    places.coversCount = text + RowGap + LeastCount > places.text.width();
    const int end = places.coversCount ? row.right() + 1 : places.count.left() - RowGap;
    places.only = {end - ActionSize, row.center().y() - ActionSize / 2 + 1, ActionSize, ActionSize};
    places.exclude = places.only.translated(-RowGap - ActionSize, 0);
    return places;
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

/// \param logical  as from left to right
void paintCount(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                const QRect &logical)
{
    const QRect place = visualPart(option, logical);
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
    painter->drawText(visualPart(option, logical.adjusted(0, 0, -RowGap, 0)),
                      lineFlags(option.direction, Qt::AlignRight), index.data(FacetCountRole).toString());
}

} // namespace

FacetDelegate::FacetDelegate(FacetView &view)
    : QStyledItemDelegate(&view)
    , m_view(view)
{
}

FacetTarget FacetDelegate::targetAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                                    const QPoint &position) const
{
    const auto isIn = [&](const QRect &place) {
        const QRect shown = visualPart(option, place);
        return position.x() >= shown.left() && position.x() <= shown.right()
            && option.rect.contains(position);
    };
    const RowPlaces places = placesOf(option, index, m_view);
    if (isIn(places.only))
        return FacetTarget::Only;
    return isIn(places.exclude) ? FacetTarget::Exclude : FacetTarget::Value;
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const RowPlaces places = placesOf(option, index, m_view);
    const auto state = static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt());
    const bool isUnderPointer = item.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isUnderPointer) {
        QColor ground = item.palette.color(QPalette::Text);
        ground.setAlpha(18);
        painter->fillRect(item.rect, ground);
    }
    paintBox(painter, item, facetStyle(item), state, visualPart(item, places.box));
    if (!isUnderPointer || !places.coversCount)
        paintCount(painter, item, index, places.count);
    if (isUnderPointer) {
        paintAction(painter, Glyph::Cancel, visualPart(item, places.exclude), item.palette);
        paintAction(painter, Glyph::Filter, visualPart(item, places.only), item.palette);
    }
    const bool isQuiet = state == Qt::Unchecked && index.data(FacetShareRole).toDouble() <= 0;
    painter->setFont(item.font);
    painter->setPen(isQuiet ? Colours::quiet(item.palette) : item.palette.color(QPalette::Text));
    painter->drawText(visualPart(item, places.text), lineFlags(item.direction, Qt::AlignLeft),
                      elidedValue(item.text, item.fontMetrics, places.text.width()));
    if (item.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(item.palette.color(QPalette::Link), FocusFrame));
        constexpr qreal Inset = FocusFrame / 2;
        painter->drawRect(QRectF(item.rect).adjusted(Inset, Inset, -Inset, -Inset));
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
    const FacetTarget target = index.isValid() ? targetAt(option, index, event->pos()) : FacetTarget::Value;
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
