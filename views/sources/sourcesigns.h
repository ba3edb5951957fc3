// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcerow.h"

#include <QColor>
#include <QPalette>
#include <QPixmap>

namespace Trailglass {

/// The colour and the shape of a source's state; each tells the state without the other.
/// \thread GUI

[[nodiscard]] QColor sourceColour(SourceRow::State state, const QPalette &palette);
/// \param size  edge in logical pixels
[[nodiscard]] QPixmap sourceSign(SourceRow::State state, const QColor &colour, int size, qreal pixelRatio);

} // namespace Trailglass
