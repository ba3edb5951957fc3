// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/changedelegate.h"

#include "models/table/changesmodel.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

using RowKind = ChangeRow::Kind;

constexpr int CellPadding = 4;
constexpr int Indentation = 14;
constexpr int MaxIndented = 12; ///< levels; deeper ones begin where these do

/// Which way a cell changed.
enum class Side
{
    Neither,
    Removed,
    Added
};

Side sideOf(const QModelIndex &index)
{
    if (index.column() == ChangesModel::NameColumn)
        return Side::Neither;
    switch (static_cast<RowKind>(index.data(ChangesModel::KindRole).toInt())) {
    case RowKind::Removed:
        return Side::Removed;
    case RowKind::Added:
        return Side::Added;
    case RowKind::Changed:
        return index.column() == ChangesModel::AfterColumn ? Side::Added : Side::Removed;
    default:
        return Side::Neither;
    }
}

QColor sideColour(Side side, const QPalette &palette)
{
    return side == Side::Added ? Colours::good(palette) : Colours::error(palette);
}

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

QFont fontOf(const QModelIndex &index, const QFont &font)
{
    const auto kind = static_cast<RowKind>(index.data(ChangesModel::KindRole).toInt());
    if (index.column() == ChangesModel::NameColumn) {
        QFont name = font;
        name.setBold(kind == RowKind::Heading);
        return name;
    }
    if (kind == RowKind::Heading)
        return font;
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font.pointSizeF());
    return fixed;
}

int signWidth(const QFont &font)
{
    return QFontMetrics(font).horizontalAdvance(u'+') + 4;
}

int indentationOf(const QModelIndex &index)
{
    return Indentation * std::min(index.data(ChangesModel::LevelRole).toInt(), MaxIndented);
}

/// Where the text of a cell goes, as from left to right.
QRect textArea(const QModelIndex &index, const QRect &cell, const QFont &font)
{
    QRect area = cell.adjusted(CellPadding, CellPadding / 2, -CellPadding, -CellPadding / 2);
    if (index.column() == ChangesModel::NameColumn)
        area.setLeft(area.left() + indentationOf(index));
    else if (static_cast<RowKind>(index.data(ChangesModel::KindRole).toInt()) != RowKind::Heading)
        area.setLeft(area.left() + signWidth(font));
    return area;
}

/// The words that changed, in a line of which others did not.
QList<QTextLayout::FormatRange> changedRanges(const QModelIndex &index, const QColor &mark)
{
    QList<QTextLayout::FormatRange> ranges;
    bool hasSame = false;
    qsizetype place = 0;
    for (const ShownTextRun &run :
         index.data(ChangesModel::TextRunsRole).value<std::vector<ShownTextRun>>()) {
        hasSame = hasSame || !run.isChanged;
        if (run.isChanged) {
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(place);
            range.length = static_cast<int>(run.text.size());
            range.format.setBackground(mark);
            ranges += range;
        }
        place += run.text.size();
    }
    return hasSame ? ranges : QList<QTextLayout::FormatRange>();
}

/// Lays a text out on as many lines as it needs.
/// \returns its height
int layOut(QTextLayout &layout, int width, Qt::LayoutDirection direction)
{
    QTextOption option(QStyle::visualAlignment(direction, Qt::AlignLeft));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 20));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return static_cast<int>(height) + 1;
}

/// The cell, and for where the values of a heading are the empty one after it too.
QRect roomOf(const QModelIndex &index, const QStyleOptionViewItem &item, const QTreeView &view)
{
    const bool isHeading =
        static_cast<RowKind>(index.data(ChangesModel::KindRole).toInt()) == RowKind::Heading;
    const QModelIndex after = index.siblingAtColumn(ChangesModel::AfterColumn);
    const bool reachesOver = isHeading && index.column() == ChangesModel::BeforeColumn && after.isValid()
        && after.data().toString().isEmpty() && !item.state.testFlag(QStyle::State_Selected);
    return reachesOver ? item.rect.united(view.visualRect(after)) : item.rect;
}

/// Around the cell: a style would have it around the text, which is none that it paints.
void paintCellFocus(QPainter *painter, const QStyleOptionViewItem &item, const QStyle &style)
{
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(item);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    focus.backgroundColor = item.palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
    style.drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, item.widget);
}

bool isElided(const QModelIndex &index)
{
    return index.column() == ChangesModel::NameColumn
        || static_cast<RowKind>(index.data(ChangesModel::KindRole).toInt()) == RowKind::Heading;
}

} // namespace

ChangeDelegate::ChangeDelegate(QTreeView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

void ChangeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, QString());
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    const bool hasFocus = item.state.testFlag(QStyle::State_HasFocus);
    item.state.setFlag(QStyle::State_HasFocus, false);
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const Side side = sideOf(index);
    const bool hasSide = side != Side::Neither && !text.isEmpty();
    const QColor colour = hasSide ? sideColour(side, item.palette) : QColor();
    const QFont font = fontOf(index, item.font);
    const QRect room = roomOf(index, item, *m_view);
    const QRect logical = textArea(index, room, font);
    const QRect area = QStyle::visualRect(item.direction, room, logical);
    const auto kind = static_cast<RowKind>(index.data(ChangesModel::KindRole).toInt());
    const bool isQuiet = kind == RowKind::Same || kind == RowKind::Skipped
        || (kind == RowKind::Heading && index.column() != ChangesModel::NameColumn)
        || (kind != RowKind::Heading && index.column() == ChangesModel::NameColumn);
    const auto corner =
        static_cast<int>(QStyle::visualAlignment(item.direction, Qt::AlignLeft | Qt::AlignTop));
    painter->save();
    painter->setClipRect(room); // combining marks reach as far as somebody has put of them
    painter->setFont(font);
    if (hasSide && !isSelected)
        painter->fillRect(item.rect, withAlpha(colour, 28));
    if (hasSide) {
        painter->setPen(isSelected ? item.palette.color(QPalette::HighlightedText) : colour);
        const QRect signs = logical.translated(-signWidth(font), 0);
        painter->drawText(QStyle::visualRect(item.direction, item.rect, signs), corner,
                          side == Side::Added ? u"+"_s : u"\u2212"_s);
    }
    painter->setPen(isSelected    ? item.palette.color(QPalette::HighlightedText)
                        : isQuiet ? Colours::quiet(item.palette)
                                  : item.palette.color(QPalette::Text));
    if (isElided(index)) {
        painter->drawText(area, corner | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
    } else {
        QTextLayout layout(text, font);
        if (hasSide && !isSelected)
            layout.setFormats(changedRanges(index, withAlpha(colour, 80)));
        layOut(layout, area.width(), item.direction);
        layout.draw(painter, area.topLeft());
    }
    painter->restore();
    if (hasFocus)
        paintCellFocus(painter, item, *style);
}

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont font = fontOf(index, option.font);
    const int line = QFontMetrics(font).height() + CellPadding;
    const QString text = index.data().toString();
    if (isElided(index))
        // One more: widths of texts are rounded, and are cut where they are not whole.
        return {QFontMetrics(font).horizontalAdvance(text.left(100)) + 2 * CellPadding + indentationOf(index)
                    + 1,
                line};
    const QRect cell(0, 0, m_view->columnWidth(index.column()), line);
    QTextLayout layout(text, font);
    const int height = layOut(layout, textArea(index, cell, font).width(), option.direction);
    return {cell.width(), std::max(line, height + CellPadding)};
}

bool ChangeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const bool isCut = index.data(ChangesModel::CutRole).toBool();
    const QString tip = isElided(index) ? PlainText::toolTip(index.data().toString())
        : isCut ? PlainText::toolTip(tr("Not all of it is shown. Open in a window has all."))
                : QString();
    QToolTip::showText(event->globalPos(), tip, view);
    return true;
}

} // namespace Trailglass

#include "moc_changedelegate.cpp"
