// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/utcmicros.h"

#include <QString>

namespace Trailglass {
struct QueryContext;
}

namespace Trailglass::Filter {

/// The time that somebody typed, in the words of the filter language: `2026-11-20 09:15` (that minute),
/// `yesterday` (that day), `-2h` (that moment), with a zone or in the display zone. Pure.
/// \thread any
/// \returns an interval with both ends
/// \error Usage for anything else, a range included, with a sentence
[[nodiscard]] Result<TimeWindow> typedTime(const QString &text, const QueryContext &context);

} // namespace Trailglass::Filter
