// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QModelIndex>
#include <QString>

class QPainter;
class QRect;
class QStyleOptionViewItem;

namespace Trailglass::RowMarks {

// What stands in front of a row that reviewers have marked or noted: the sign of the mark, then that of the note.
// Each takes an index of an EventTableModel.

/// Of the signs with the space after them, px; 0 without one.
[[nodiscard]] int width(const QModelIndex &index);

/// \param place  of the signs, as from left to right; option.rect mirrors it
void paint(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place,
           const QModelIndex &index);

/// What the signs say, and the note; empty without one. Markup that shows it as plain text.
[[nodiscard]] QString toolTip(const QModelIndex &index);

} // namespace Trailglass::RowMarks
