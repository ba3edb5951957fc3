// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/evidence/reportchart.h"

#include <QString>

namespace Trailglass {

/// A chart as an element of HTML: inline SVG from numbers, with colours by the classes `failure`, `success` and `unknown`.
/// Pure.
/// \pre the chart has bars, and one of them is higher than 0
/// \thread any
[[nodiscard]] QString reportSvg(const ReportChart &chart);

} // namespace Trailglass
