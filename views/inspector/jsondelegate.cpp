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

using NodeKind = JsonTreeModel::Kind;

QColor colourOf(const QModelIndex &index, const QPalette &palette)
{
    const auto kind = static_cast<NodeKind>(index.data(JsonTreeModel::KindRole).toInt());
    if (index.column() == JsonTreeModel::NameColumn)
        return Colours::jsonName(palette);
    if (index.data(JsonTreeModel::JsonInStringRole).toBool())
        return Colours::quiet(palette);
    switch (kind) {
    case NodeKind::String:
        return Colours::jsonString(palette);
    case NodeKind::Number:
        return Colours::jsonNumber(palette);
    case NodeKind::Boolean:
    case NodeKind::Null:
        return Colours::jsonWord(palette);
    case NodeKind::Note:
        return Colours::warning(palette);
    case NodeKind::Object:
    case NodeKind::Array:
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

#include "moc_jsondelegate.cpp"
