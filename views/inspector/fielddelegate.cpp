// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/fielddelegate.h"

#include "models/core/text.h"
#include "models/table/recordfieldsmodel.h"
#include "views/common/mirroring.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <utility>

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
    return visibleText(index.data(RecordFieldsModel::OriginRole).toString().left(500));
}

/// Paints where a value comes from at the end of the line, unless the value needs the room.
/// \returns the width that it takes
int paintOrigin(QPainter *painter, const QStyleOptionViewItem &item, const QString &value, const QRect &area,
                const QString &origin, const QColor &colour)
{
    const QFont font = smallFont(item.font);
    const int width = QFontMetrics(font).horizontalAdvance(origin) + 2 * FieldPadding;
    if (item.fontMetrics.horizontalAdvance(value) + width > area.width())
        return 0;
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(area, lineFlags(item.direction, Qt::AlignRight), origin);
    return width;
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
    QString value = std::exchange(item.text, QString());
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isEmpty = index.data(RecordFieldsModel::EmptyRole).toBool();
    const bool isValue = index.column() == RecordFieldsModel::ValueColumn;
    if (isEmpty && isValue)
        value = tr("(no value)");
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const QColor selected = item.palette.color(QPalette::HighlightedText);
    const QColor quiet = Colours::quiet(item.palette);
    const QRect area = item.rect.adjusted(TextInset, FieldPadding, -TextInset, -FieldPadding);
    painter->save();
    painter->setClipRect(item.rect); // combining marks reach as far as somebody has put of them
    QRect room = area;
    const QString origin = isValue ? originText(index) : QString();
    if (!origin.isEmpty())
        room.setRight(area.right()
                      - paintOrigin(painter, item, value, area, origin, isSelected ? selected : quiet));
    painter->setFont(item.font);
    painter->setPen(isSelected ? selected : isEmpty ? quiet : valueColour(index, item.palette));
    painter->drawText(QStyle::visualRect(item.direction, item.rect, room),
                      lineFlags(item.direction, Qt::AlignLeft),
                      item.fontMetrics.elidedText(value, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString().left(200);
    // One more: widths of texts are rounded, and are cut where they are not whole.
    return {option.fontMetrics.horizontalAdvance(text) + 1 + 2 * TextInset,
            option.fontMetrics.height() + 2 * FieldPadding};
}

bool FieldDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString value = index.siblingAtColumn(RecordFieldsModel::ValueColumn).data().toString();
    const QString origin = originText(index);
    QToolTip::showText(event->globalPos(),
                       PlainText::toolTip(value)
                           + PlainText::toolTip(origin.isEmpty() ? QString() : tr("from %1").arg(origin)),
                       view);
    return true;
}

} // namespace Trailglass

#include "moc_fielddelegate.cpp"
