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
    QRectF bar(option.rect);
    bar.adjust(8, bar.height() * 0.36, 0, -bar.height() * 0.36);
    bar.setWidth(bar.width() * 0.6);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QColor colour = option.palette.color(QPalette::Mid);
    colour.setAlphaF(0.6F);
    painter->setBrush(colour);
    painter->drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    painter->restore();
}

/// Laying out thousands of characters of which a hundred are seen would make scrolling stutter.
void cutText(QStyleOptionViewItem &option)
{
    const qsizetype most = qMax(64, option.rect.width() / NarrowestCharacter);
    if (option.text.size() > most)
        option.text.truncate(most);
}

void colourText(QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (index.data(EventTableModel::GoneRole).toBool()) {
        option.font.setStrikeOut(true);
        option.palette.setColor(QPalette::Text, Colours::quiet(option.palette));
        return;
    }
    const auto *events = qobject_cast<const EventTableModel *>(index.model());
    const bool isOutcome = events
        && events->columns()[static_cast<std::size_t>(index.column())].place
            == std::variant<Field, Filter::JsonPath>(Field::Outcome);
    const QVariant outcome = isOutcome ? index.data(EventTableModel::OutcomeRole) : QVariant();
    if (outcome.isValid())
        option.palette.setColor(QPalette::Text,
                                Colours::outcome(static_cast<Outcome>(outcome.toInt()), option.palette));
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
    initStyleOption(&item, index);
    const auto *events = qobject_cast<const EventTableModel *>(index.model());
    if (events && events->isAllSelected())
        item.state |= QStyle::State_Selected;
    cutText(item);
    colourText(item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
    item.rect.adjust(TextInset, 0, 0, 0);
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    if (index.data(EventTableModel::LoadingRole).toBool())
        paintLoadingBar(painter, option);
    else if (isInFrontOfRow(option, index))
        paintMark(painter, option, index);
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, option.fontMetrics.height() + 8};
}

} // namespace Trailglass
