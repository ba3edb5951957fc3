// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcestatedelegate.h"

#include "models/table/sourcetablemodel.h"
#include "views/common/icons.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

using State = SourceRow::State;

QColor colourOf(State state, const QPalette &palette)
{
    switch (state) {
    case State::UpToDate:
        return Colours::good(palette);
    case State::Failed:
        return Colours::error(palette);
    case State::Syncing:
        return palette.color(QPalette::Link);
    case State::NeverSynced:
    case State::Waiting:
    case State::Removed:
        break;
    }
    return Colours::quiet(palette);
}

QPixmap checkMark(const QColor &colour, int size, qreal pixelRatio)
{
    QPixmap pixmap(QSizeF(size * pixelRatio, size * pixelRatio).toSize());
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, size / 9.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF points[] = {
        {size * 0.2, size * 0.55}, {size * 0.42, size * 0.76}, {size * 0.8, size * 0.27}};
    painter.drawPolyline(points, 3);
    return pixmap;
}

QPixmap sign(State state, const QColor &colour, int size, qreal pixelRatio)
{
    switch (state) {
    case State::UpToDate:
        return checkMark(colour, size, pixelRatio);
    case State::Failed:
        return Icons::pixmap(Glyph::Warning, colour, size, pixelRatio);
    case State::Syncing:
        return Icons::pixmap(Glyph::Sync, colour, size, pixelRatio);
    case State::Removed:
        return Icons::pixmap(Glyph::Delete, colour, size, pixelRatio);
    case State::NeverSynced:
    case State::Waiting:
        break;
    }
    return Icons::pixmap(Glyph::Time, colour, size, pixelRatio);
}

} // namespace

void SourceStateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto state = static_cast<State>(index.data(SourceTableModel::StateRole).toInt());
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    const QColor colour =
        selected ? option->palette.color(QPalette::HighlightedText) : colourOf(state, option->palette);
    if (index.column() == SourceTableModel::StateColumn) {
        const qreal pixelRatio = option->widget ? option->widget->devicePixelRatioF() : 1;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->icon = QIcon(sign(state, colour, 16, pixelRatio));
    }
    const bool coloured = index.column() == SourceTableModel::StateColumn
        || index.column() == SourceTableModel::MessageColumn || state == State::Removed;
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
