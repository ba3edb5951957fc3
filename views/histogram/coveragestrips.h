// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/histogramresult.h"

#include <QBrush>
#include <QPalette>
#include <QStringList>

class QPainter;

namespace Trailglass {

class HistogramGeometry;

/// How time that was never synced is filled.
[[nodiscard]] QBrush unsyncedBrush(const QPalette &palette);
/// And time that was.
[[nodiscard]] QBrush syncedBrush(const QPalette &palette);

/// The height in pixels of one strip for each source; of one strip for all where there are too many. Pure.
[[nodiscard]] int coverageHeight(std::size_t sources);

/// Paints under the axis, for each source from the first down, when it was synced and when not.
/// \param top  of the first strip
/// \pre the geometry is not empty
void paintCoverage(QPainter &painter, const HistogramResult &result, const HistogramGeometry &geometry,
                   qreal top, const QPalette &palette);

/// What the strips say at a point, as lines that are not safe to show: the source, and whether it was synced at that
/// time. Empty beside the strips. Pure.
/// \param top  of the first strip
/// \pre the geometry is not empty
[[nodiscard]] QStringList coverageText(const HistogramResult &result, const HistogramGeometry &geometry,
                                       qreal top, const QPointF &point);

} // namespace Trailglass
