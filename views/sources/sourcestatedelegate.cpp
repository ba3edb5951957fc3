// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcestatedelegate.h"

#include "models/table/sourcetablemodel.h"
#include "views/common/plaintext.h"
#include "views/sources/sourcesigns.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Trailglass {

void SourceStateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto state = static_cast<SourceRow::State>(index.data(SourceTableModel::StateRole).toInt());
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    const QColor colour =
        selected ? option->palette.color(QPalette::HighlightedText) : sourceColour(state, option->palette);
    if (index.column() == SourceTableModel::StateColumn) {
        const qreal pixelRatio = option->widget ? option->widget->devicePixelRatioF() : 1;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->icon = QIcon(sourceSign(state, colour, 16, pixelRatio));
    }
    const bool coloured = index.column() == SourceTableModel::StateColumn
        || index.column() == SourceTableModel::MessageColumn || state == SourceRow::State::Removed;
    if (coloured)
        option->palette.setColor(QPalette::Text, colour);
}

bool SourceStateDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(SourceTableModel::PlainToolTipRole).toString();
    QToolTip::showText(event->globalPos(), PlainText::toolTip(text), view, option.rect);
    return true;
}

} // namespace Trailglass

#include "moc_sourcestatedelegate.cpp"
