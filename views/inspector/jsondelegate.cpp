// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/jsondelegate.h"

#include "models/table/jsontreemodel.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace Trailglass {

namespace {

using Kind = JsonTreeModel::Kind;

QColor colourOf(const QModelIndex &index, const QPalette &palette)
{
    const auto kind = static_cast<Kind>(index.data(JsonTreeModel::KindRole).toInt());
    if (index.column() == JsonTreeModel::NameColumn)
        return Colours::jsonName(palette);
    if (index.data(JsonTreeModel::JsonInStringRole).toBool())
        return Colours::quiet(palette);
    switch (kind) {
    case Kind::String:
        return Colours::jsonString(palette);
    case Kind::Number:
        return Colours::jsonNumber(palette);
    case Kind::Boolean:
    case Kind::Null:
        return Colours::jsonWord(palette);
    case Kind::Note:
        return Colours::warning(palette);
    case Kind::Object:
    case Kind::Array:
        return Colours::quiet(palette);
    }
    return palette.color(QPalette::Text);
}

} // namespace

bool JsonDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString path =
        index.data(JsonTreeModel::PathRole).toString().left(JsonTreeModel::DisplayedCharacters);
    const QString value = index.siblingAtColumn(JsonTreeModel::ValueColumn).data().toString();
    QToolTip::showText(event->globalPos(), PlainText::toolTip(path) + PlainText::toolTip(value), view);
    return true;
}

void JsonDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QPalette palette = option->palette;
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        option->palette.setColor(group, QPalette::Text, colourOf(index, palette));
}

} // namespace Trailglass
