// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/evidence/reportdocument.h"
#include "views/report/reportflow.h"

namespace Trailglass {

// Each kind of block that has a layout of its own, added to the pages.
// \thread any

/// A head that comes again on each page, and a row below the other.
void addTable(ReportFlow &flow, const ReportTable &table);

/// Labels at the left, and what they stand for.
void addFacts(ReportFlow &flow, const ReportFacts &facts);

/// Bars, their axis, times and legend, together on one page.
/// \pre the chart has bars, and one of them is higher than 0
void addChart(ReportFlow &flow, const ReportChart &chart);

} // namespace Trailglass
