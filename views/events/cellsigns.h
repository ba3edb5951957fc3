// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QColor>
#include <QPalette>

class QPainter;
class QPointF;

namespace Trailglass::CellSigns {

/// Signs of outcomes and operations: each is another shape, so that none is known by its colour alone.

/// Edge of a sign, px.
inline constexpr int Size = 9;

/// A check mark, a cross; nothing for an outcome that is not known.
/// \param centre  of the sign
void paint(QPainter &painter, const QPointF &centre, Outcome outcome, const QColor &colour);
/// A plus, a ring, a pencil stroke, a minus, a lock, a shield, a triangle, an arrow, a dot: in the order of
/// Operation.
void paint(QPainter &painter, const QPointF &centre, Operation operation, const QColor &colour);

/// As in the histogram.
[[nodiscard]] QColor colour(Operation operation, const QPalette &palette);

} // namespace Trailglass::CellSigns
