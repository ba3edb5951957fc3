// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/rowmarks.h"

#include "models/table/eventtablemodel.h"
#include "models/table/marktext.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QPainter>
#include <QStringList>
#include <QStyle>
#include <QStyleOptionViewItem>

#include <optional>

namespace Trailglass::RowMarks {

namespace {

// Of a note in a tool tip; the inspector has all of it.
constexpr qsizetype MaxNoteCharacters = 1'000;
constexpr qsizetype MaxNoteLines = 12;

std::optional<MarkColour> markOf(const QModelIndex &index)
{
    const QVariant mark = index.data(EventTableModel::MarkRole);
    return mark.isValid() ? std::optional(static_cast<MarkColour>(mark.toInt())) : std::nullopt;
}

QString noteOf(const QModelIndex &index)
{
    return index.data(EventTableModel::NoteRole).toString();
}

/// \param number  of the sign, from where lines begin
QPointF centreOfSign(const QStyleOptionViewItem &option, int number)
{
    const int left = option.rect.left() + Spacing::Tight + number * (MarkSigns::Size + Spacing::Tight);
    const QRect sign(left, option.rect.top(), MarkSigns::Size, option.rect.height());
    const QRect visual = QStyle::visualRect(option.direction, option.rect, sign);
    return {visual.left() + MarkSigns::Size / 2.0, visual.center().y() + 0.5};
}

} // namespace

void paint(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    const QColor onSelection = option.palette.color(QPalette::HighlightedText);
    if (const auto mark = markOf(index)) {
        const QColor colour = isSelected ? onSelection : MarkSigns::colour(*mark, option.palette);
        MarkSigns::paint(painter, centreOfSign(option, 0), *mark, colour);
    }
    if (!noteOf(index).isEmpty())
        MarkSigns::paintNote(painter, centreOfSign(option, 1),
                             isSelected ? onSelection : Colours::quiet(option.palette));
}

QString toolTip(const QModelIndex &index)
{
    QStringList lines;
    if (const auto mark = markOf(index))
        lines += markedText(*mark);
    if (const QString note = noteOf(index); !note.isEmpty())
        lines += note.left(MaxNoteCharacters).split(u'\n').mid(0, MaxNoteLines);
    return PlainText::toolTip(lines);
}

} // namespace Trailglass::RowMarks
