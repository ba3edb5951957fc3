// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/exportjob.h"

#include <QString>

namespace Trailglass::ExportWords {

/// `1,284 rows · 9 columns · UTC · 3 cells neutralised`; the last part only where there are any.
[[nodiscard]] QString summary(const ExportSummary &summary);

/// What can be said of rows that nobody went through: `1,284 rows · UTC · cells not counted`.
[[nodiscard]] QString uncounted(qint64 rows);

} // namespace Trailglass::ExportWords
