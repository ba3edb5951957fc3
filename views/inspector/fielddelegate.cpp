// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/fielddelegate.h"

#include "models/core/text.h"
#include "models/table/recordfieldsmodel.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int FieldPadding = 4;

QFont smallFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.88);
    return small;
}

QString originText(const QModelIndex &index)
{
    const QString origin = index.data(RecordFieldsModel::OriginRole).toString();
    return origin.isEmpty() ? QString() : FieldDelegate::tr("from %1").arg(visibleText(origin.left(500)));
}

QColor valueColour(const QModelIndex &index, const QPalette &palette)
{
    const auto field = static_cast<Field>(index.data(RecordFieldsModel::FieldRole).toInt());
    if (index.column() == RecordFieldsModel::NameColumn)
        return Colours::quiet(palette);
    if (field == Field::Outcome) {
        const auto outcome = outcomeFromName(toUtf8(index.data(RecordFieldsModel::TextRole).toString()));
        return Colours::outcome(outcome.value_or(Outcome::Unknown), palette);
    }
    return palette.color(QPalette::Text);
}

} // namespace

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    QString value = item.text;
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isEmpty = index.data(RecordFieldsModel::EmptyRole).toBool();
    const bool isValue = index.column() == RecordFieldsModel::ValueColumn;
    if (isEmpty && isValue)
        value = u"—"_s;
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const QColor selected = item.palette.color(QPalette::HighlightedText);
    const QColor quiet = Colours::quiet(item.palette);
    const QRect area = item.rect.adjusted(6, FieldPadding, -6, -FieldPadding);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(isSelected ? selected : isEmpty ? quiet : valueColour(index, item.palette));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                      item.fontMetrics.elidedText(value, Qt::ElideRight, area.width()));
    const QString origin = isValue ? originText(index) : QString();
    if (!origin.isEmpty()) {
        const QFont font = smallFont(item.font);
        const QRect below = area.adjusted(0, item.fontMetrics.height() + 1, 0, 0);
        painter->setFont(font);
        painter->setPen(isSelected ? selected : quiet);
        painter->drawText(below, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(origin, Qt::ElideMiddle, below.width()));
    }
    painter->restore();
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString().left(200);
    int height = option.fontMetrics.height() + 2 * FieldPadding;
    if (!index.data(RecordFieldsModel::OriginRole).toString().isEmpty())
        height += QFontMetrics(smallFont(option.font)).height() + 1;
    return {option.fontMetrics.horizontalAdvance(text) + 12, height};
}

bool FieldDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString value = index.siblingAtColumn(RecordFieldsModel::ValueColumn).data().toString();
    QToolTip::showText(event->globalPos(), PlainText::toolTip(value) + PlainText::toolTip(originText(index)),
                       view);
    return true;
}

} // namespace Trailglass
