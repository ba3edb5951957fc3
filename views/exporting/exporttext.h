// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/exporting/exportchoice.h"

namespace Trailglass::ExportText {

/// `1,284 rows · 9 columns · UTC · 3 formulas escaped`; the last part only where there are any.
[[nodiscard]] QString summary(const ExportFigures &figures);

/// Of an evidence bundle, which has more than its table:
/// `63 rows · all fields and the JSON · 7 columns in events.csv · UTC`, and formulas as above.
[[nodiscard]] QString bundleSummary(const ExportFigures &figures);

/// The summary of rows that were not counted in detail: `1,284 rows · UTC · cells not counted`.
[[nodiscard]] QString uncounted(qint64 rows);

/// `2 coverage gaps: team 2026-03-01 to 2026-03-04, …`, in UTC; a long list ends with how many more
/// there are. Empty without gaps.
[[nodiscard]] QString gaps(const std::vector<ExportFigures::Gap> &gaps);

} // namespace Trailglass::ExportText
