// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/eventdelegate.h"

#include "models/table/eventtablemodel.h"
#include "views/common/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace Trailglass {

namespace {

constexpr int MarkWidth = 3;
constexpr int TextInset = 4; ///< px; keeps the text off the mark
constexpr int NarrowestCharacter = 2; ///< px; more characters than this lets in are never seen

bool isInFrontOfRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    return table ? table->horizontalHeader()->visualIndex(index.column()) == 0 : index.column() == 0;
}

void paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant outcome = index.data(EventTableModel::OutcomeRole);
    if (!outcome.isValid() || static_cast<Outcome>(outcome.toInt()) == Outcome::Unknown)
        return;
    QRect mark = option.rect.adjusted(0, 2, 0, -2);
    mark.setWidth(MarkWidth);
    painter->fillRect(mark, Colours::outcome(static_cast<Outcome>(outcome.toInt()), option.palette));
}

void paintLoadingBar(QPainter *painter, const QStyleOptionViewItem &option)
{
    const int inset = option.rect.height() * 2 / 5;
    QRect bar = option.rect.adjusted(8, inset, 0, -inset);
    bar.setWidth(bar.width() * 3 / 5);
    QColor colour = option.palette.color(QPalette::Mid);
    colour.setAlphaF(0.6F);
    painter->fillRect(bar, colour);
}

/// Laying out thousands of characters of which a hundred are seen would make scrolling stutter.
QString cutText(const QString &text, int width)
{
    const int most = qMax(64, width / NarrowestCharacter);
    return text.size() > most ? text.left(most) : text;
}

bool showsOutcome(const QModelIndex &index)
{
    const auto *events = qobject_cast<const EventTableModel *>(index.model());
    return events
        && events->columns()[static_cast<std::size_t>(index.column())].place
        == std::variant<Field, Filter::JsonPath>(Field::Outcome);
}

QPalette::ColorGroup colourGroup(const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state & QStyle::State_Active ? QPalette::Normal : QPalette::Inactive;
}

QColor textColour(const QStyleOptionViewItem &option, const QModelIndex &index, bool isGone)
{
    if (option.state & QStyle::State_Selected)
        return option.palette.color(colourGroup(option), QPalette::HighlightedText);
    if (isGone)
        return Colours::quiet(option.palette);
    const QVariant outcome = showsOutcome(index) ? index.data(EventTableModel::OutcomeRole) : QVariant();
    if (outcome.isValid())
        return Colours::outcome(static_cast<Outcome>(outcome.toInt()), option.palette);
    return option.palette.color(colourGroup(option), QPalette::Text);
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QStyle &style)
{
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        style.drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

void paintFocus(QPainter *painter, const QStyleOptionViewItem &option, const QStyle &style)
{
    if (!(option.state & QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(option);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    const bool isSelected = option.state & QStyle::State_Selected;
    focus.backgroundColor =
        option.palette.color(colourGroup(option), isSelected ? QPalette::Highlight : QPalette::Base);
    style.drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
}

} // namespace

EventDelegate::EventDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    const auto *events = qobject_cast<const EventTableModel *>(index.model());
    if (events && events->isAllSelected())
        item.state |= QStyle::State_Selected;
    const QStyle &style = item.widget ? *item.widget->style() : *QApplication::style();
    paintBackground(painter, item, style);
    paintText(painter, item, index, style);
    paintFocus(painter, item, style);
    if (index.data(EventTableModel::LoadingRole).toBool())
        paintLoadingBar(painter, option);
    else if (isInFrontOfRow(option, index))
        paintMark(painter, option, index);
}

void EventDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                              const QStyle &style) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    const QRect place = option.rect.adjusted(TextInset + margin, 0, -margin, 0);
    if (text.isEmpty() || place.width() <= 0)
        return;
    const bool isGone = index.data(EventTableModel::GoneRole).toBool();
    const QStaticText &layout = m_texts.layout(cutText(text, place.width()), option.font, place.width());
    const QSize size = layout.size().toSize();
    painter->setFont(option.font);
    painter->setPen(textColour(option, index, isGone));
    painter->drawStaticText(place.left(), place.top() + (place.height() - size.height()) / 2, layout);
    if (isGone)
        painter->drawLine(place.left(), place.center().y(), place.left() + size.width(), place.center().y());
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, option.fontMetrics.height() + 8};
}

} // namespace Trailglass
