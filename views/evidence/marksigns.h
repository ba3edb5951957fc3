// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/markcolour.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

class QPainter;
class QPointF;

namespace Trailglass::MarkSigns {

/// Signs of marks and notes: each mark is another shape, so that none is known by its colour alone, and none is a sign of
/// CellSigns.

/// Edge of a sign, px.
inline constexpr int Size = 9;

/// A square, a triangle that points up, a star, a diamond, a disc, a triangle that points down, all filled: in the order
/// of MarkColour.
/// \param centre  of the sign
void paint(QPainter &painter, const QPointF &centre, MarkColour mark, const QColor &colour);
/// A sheet of paper with lines.
/// \param centre  of the sign
void paintNote(QPainter &painter, const QPointF &centre, const QColor &colour);

/// Of the mark, with a contrast of at least 3 : 1 against QPalette::Base and the ground of every colour rule.
[[nodiscard]] QColor colour(MarkColour mark, const QPalette &palette);
/// The sign of a mark for a menu or a button.
[[nodiscard]] QIcon icon(MarkColour mark, const QPalette &palette);

} // namespace Trailglass::MarkSigns
