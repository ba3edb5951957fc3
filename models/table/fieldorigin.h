// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"
#include "models/filter/ast.h"

#include <optional>
#include <vector>

namespace Trailglass {

/// Above this the raw JSON is not searched for origins: it would be gone through once for every field.
inline constexpr std::size_t MaxBytesForOrigins = 256 * 1024;

/// The places of the vendor's JSON from which \a field is read as it stands, the preferred one first. Empty
/// where there is none: the field is composed, derived or set by the user. Pure.
/// \thread any
[[nodiscard]] std::vector<Filter::JsonPath> mappedPaths(Vendor vendor, Field field);

/// Where the value of \a field stands in the raw JSON of this very event.
///
/// Reported only when the text there is the value (of a time: the same moment).
/// \param record  with raw
/// \returns nothing when it is not so, without a value, or when raw is longer than MaxBytesForOrigins
[[nodiscard]] std::optional<Filter::JsonPath> originOf(const EventRecord &record, Field field);

} // namespace Trailglass
