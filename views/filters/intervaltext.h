// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <QString>

namespace Trailglass {

/// `2026-11-13 00:00 – now · UTC`: an interval in the display zone, for people.
///
/// Seconds only where there are any; the offset where the local time comes twice. An end at or after the current moment reads “now”.
/// \pre a known zone
[[nodiscard]] QString intervalText(const TimeWindow &interval, const QueryContext &context);

} // namespace Trailglass
