// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/common/spacing.h"
#include "views/evidence/marksigns.h"

#include <QModelIndex>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

namespace Trailglass::RowMarks {

// What stands in front of a row that reviewers have marked or noted: the sign of the mark, then that of the note, each in
// a place of its own. Each function takes an index of an EventTableModel.

/// Of both signs with the space before each, px.
inline constexpr int Width = 2 * (Spacing::Tight + MarkSigns::Size);

/// \param option  its rect, Width wide, is the place of the signs
void paint(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);

/// What the signs say, and the note; empty without one. Markup that shows it as plain text.
[[nodiscard]] QString toolTip(const QModelIndex &index);

} // namespace Trailglass::RowMarks
