// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/eventdelegate.h"

#include "models/table/eventtablemodel.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/events/cellcontent.h"
#include "views/events/cellsigns.h"
#include "views/events/rowmarks.h"
#include "views/events/rulecolours.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

#include <algorithm>

namespace Trailglass {

namespace {

constexpr int MarkWidth = 3;
constexpr int TextInset = 4; ///< px; keeps the text off the mark
constexpr int SignGap = 6; ///< px between a sign and its text
constexpr int NarrowestCharacter = 2; ///< px; more characters than this lets in are never seen
constexpr qsizetype CharacterStep = 256; ///< so that a column may be resized without another text to lay out
constexpr qreal OutdatedOpacity = 0.45;
constexpr float QuietOpacity = 0.7F; ///< on the colour of the selection

bool isInFrontOfRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    return table ? table->horizontalHeader()->visualIndex(index.column()) == 0 : index.column() == 0;
}

void paintFailureMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant outcome = index.data(EventTableModel::OutcomeRole);
    if (!outcome.isValid() || static_cast<Outcome>(outcome.toInt()) != Outcome::Failure)
        return;
    QRect mark = option.rect.adjusted(0, 2, 0, -2);
    mark.setWidth(MarkWidth);
    mark = QStyle::visualRect(option.direction, option.rect, mark);
    painter->fillRect(mark, Colours::outcome(Outcome::Failure, option.palette));
}

void paintLoadingBar(QPainter *painter, const QStyleOptionViewItem &option)
{
    const int inset = option.rect.height() * 2 / 5;
    QRect bar = option.rect.adjusted(8, inset, 0, -inset);
    bar.setWidth(bar.width() * 3 / 5);
    QColor colour = option.palette.color(QPalette::Mid);
    colour.setAlphaF(0.6F);
    painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), colour);
}

qsizetype charactersFor(int width)
{
    return (width / NarrowestCharacter / CharacterStep + 1) * CharacterStep;
}

QPalette::ColorGroup colourGroup(const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state & QStyle::State_Active ? QPalette::Normal : QPalette::Inactive;
}

QColor textColour(const QStyleOptionViewItem &option, const CellContent &content, bool isQuiet)
{
    if (option.state & QStyle::State_Selected) {
        QColor colour = option.palette.color(colourGroup(option), QPalette::HighlightedText);
        colour.setAlphaF(isQuiet ? QuietOpacity : 1.0F);
        return colour;
    }
    if (isQuiet)
        return Colours::quiet(option.palette);
    if (content.outcome)
        return Colours::outcome(*content.outcome, option.palette);
    return option.palette.color(colourGroup(option), QPalette::Text);
}

bool hasSign(const CellContent &content)
{
    return content.outcome || content.operation;
}

void paintSign(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
               const CellContent &content)
{
    const QPointF centre(place.left() + CellSigns::Size / 2.0, place.center().y() + 0.5);
    const bool isSelected = option.state & QStyle::State_Selected;
    if (content.outcome)
        CellSigns::paint(*painter, centre, *content.outcome, textColour(option, content, false));
    else if (content.operation)
        CellSigns::paint(*painter, centre, *content.operation,
                         isSelected ? textColour(option, content, false)
                                    : CellSigns::colour(*content.operation, option.palette));
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const QStyle &style)
{
    const QVariant colour = index.data(EventTableModel::ColourRole);
    if (colour.isValid() && !(option.state & QStyle::State_Selected))
        painter->fillRect(option.rect, ruleGround(colour.toInt(), option.palette));
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

const QStyle &styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? *option.widget->style() : *QApplication::style();
}

/// Every row is selected when the model says so.
QStyleOptionViewItem withSelectionOfModel(QStyleOptionViewItem option, const QModelIndex &index)
{
    const auto *events = qobject_cast<const EventTableModel *>(index.model());
    if (events && events->isAllSelected())
        option.state |= QStyle::State_Selected;
    return option;
}

/// How much of the end of a cell is outside of the pane, px.
int hiddenWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view)
        return 0;
    const QRect inSight = view->viewport()->rect();
    const bool isMirrored = option.direction == Qt::RightToLeft;
    return std::max(0,
                    isMirrored ? inSight.left() - option.rect.left() : option.rect.right() - inSight.right());
}

int marginOf(const QStyleOptionViewItem &option)
{
    return styleOf(option).pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
}

/// The model knows of no word that stands in for a value.
QString toolTipOf(const QModelIndex &index)
{
    const CellContent content = cellContent(index, CharacterStep);
    return content.isStandIn ? PlainText::toolTip(content.text()) : index.data(Qt::ToolTipRole).toString();
}

} // namespace

EventDelegate::EventDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const QStyleOptionViewItem item = withSelectionOfModel(option, index);
    const QStyle &style = styleOf(item);
    paintBackground(painter, item, index, style);
    const qreal opacity = painter->opacity();
    if (m_isOutdated)
        painter->setOpacity(opacity * OutdatedOpacity);
    paintCell(painter, item, index);
    if (index.data(EventTableModel::LoadingRole).toBool())
        paintLoadingBar(painter, option);
    else if (isInFrontOfRow(option, index))
        paintFailureMark(painter, option, index);
    painter->setOpacity(opacity);
    paintFocus(painter, item, style);
}

void EventDelegate::paintFront(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const QStyleOptionViewItem item = withSelectionOfModel(option, index);
    paintBackground(painter, item, index, styleOf(item));
    const qreal opacity = painter->opacity();
    if (m_isOutdated)
        painter->setOpacity(opacity * OutdatedOpacity);
    RowMarks::paint(*painter, item, index);
    painter->setOpacity(opacity);
}

void EventDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    // As from left to right.
    const int margin = marginOf(option);
    // A text that goes on outside of the pane must not look as if it ended there.
    QRect place = option.rect.adjusted(TextInset + margin, 0, -margin - hiddenWidth(option), 0);
    if (place.width() <= 0)
        return;
    const CellContent content = cellContent(index, charactersFor(place.width()));
    const auto visual = [&option](const QRect &part) {
        return QStyle::visualRect(option.direction, option.rect, part);
    };
    if (hasSign(content)) {
        const QRect sign(place.left(), place.top(), CellSigns::Size, place.height());
        paintSign(painter, option, visual(sign), content);
        place.setLeft(place.left() + CellSigns::Size + SignGap);
    }
    if (option.direction == Qt::RightToLeft) // what is cut is cut at its end, so it has all of the place
        place.setWidth(std::min(place.width(), textWidth(content, option.font)));
    if (place.width() > 0)
        paintParts(painter, option, visual(place), content, index.data(EventTableModel::GoneRole).toBool());
}

void EventDelegate::paintParts(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
                               const CellContent &content, bool isGone) const
{
    QRect rest = place;
    for (const CellContent::Part &part : content.parts) {
        if (rest.width() <= 0)
            break;
        const auto cut = content.isCutInMiddle ? CellTextCache::CutAt::Middle : CellTextCache::CutAt::End;
        const CellTextCache::Line line{part.text, option.font, cut};
        if (!content.isStandIn) // what is looked for is in the values
            paintHighlights(*painter, option, rest, line);
        painter->setPen(textColour(option, content, part.isQuiet || isGone));
        rest.setLeft(rest.left() + m_texts.draw(*painter, rest, line));
    }
    if (isGone)
        painter->drawLine(place.left(), place.center().y(), rest.left(), place.center().y());
}

void EventDelegate::paintHighlights(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place,
                                    const CellTextCache::Line &line) const
{
    if (m_highlight.isEmpty())
        return;
    const bool isSelected = option.state & QStyle::State_Selected;
    qsizetype at = line.text.indexOf(m_highlight, 0, Qt::CaseInsensitive);
    for (; at >= 0; at = line.text.indexOf(m_highlight, at + m_highlight.size(), Qt::CaseInsensitive)) {
        const auto [left, right] = m_texts.span(line, place.width(), at, m_highlight.size());
        const QRect found(place.left() + left, place.top() + 2, right - left, place.height() - 4);
        const QRect shown = found.intersected(place);
        if (isSelected) { // its own colour is the ground there
            painter.setPen(option.palette.color(QPalette::HighlightedText));
            painter.drawRect(shown.adjusted(-1, 0, 0, 0));
        } else if (!shown.isEmpty()) {
            painter.fillRect(shown, Colours::found(option.palette));
        }
    }
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, option.fontMetrics.height() + 8};
}

int EventDelegate::textWidth(const CellContent &content, const QFont &font) const
{
    int width = 0;
    for (const CellContent::Part &part : content.parts)
        width += m_texts.width(part.text, font);
    return width;
}

int EventDelegate::contentWidth(const CellContent &content, const QFont &font) const
{
    return (hasSign(content) ? CellSigns::Size + SignGap : 0) + textWidth(content, font);
}

int EventDelegate::wholeWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return contentWidth(cellContent(index, CharacterStep), option.font) + TextInset + 2 * marginOf(option);
}

bool EventDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (!event || event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem item = option;
    item.widget = view;
    const bool isCut = wholeWidth(item, index) > option.rect.width() - hiddenWidth(item);
    const QString text = isCut || showsTime(index) ? toolTipOf(index) : QString();
    QToolTip::showText(event->globalPos(),
                       isInFrontOfRow(item, index) ? RowMarks::toolTip(index) + text : text, view);
    return true;
}

} // namespace Trailglass

#include "moc_eventdelegate.cpp"
