// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/zonecalendar.h"
#include "models/query/queryengine.h"

#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// A range of a field's values: how the filter says it, and how many events have a value in it.
struct FacetBin
{
    Filter::Value range; ///< RangeOf<NumberValue> or RangeOf<TimeValue>, both ends set
    qint64 count = 0;

    friend bool operator==(const FacetBin &, const FacetBin &) = default;
};

/// The values of a field as a few ranges, in order. No value is in two of them.
struct FacetBins
{
    std::vector<FacetBin> bins;
    std::string least; ///< as the vendor wrote it
    std::string greatest;

    friend bool operator==(const FacetBins &, const FacetBins &) = default;
};

/// What was counted of one field.
struct FacetResult
{
    Facet facet;
    std::optional<FacetBins> bins = {}; ///< where the values are easier to choose from as ranges
};

/// Divides the values at a JSON path into at most MaxFacetBins ranges: round numbers, powers of ten where a few
/// values are far greater than most, round times in the display zone.
///
/// A bin counts each distinct value of an event in it: an event with two is counted twice.
///
/// Pure.
/// \thread that of \a calendar
/// \param values  of the path, all of them
/// \returns nothing where ranges would not help: up to MaxFacetBins distinct values, one that is neither a
/// number nor a time, numbers beside times, whole numbers that are all so long that they are names of things, or
/// numbers at the ends of what a double can hold
[[nodiscard]] std::optional<FacetBins> facetBins(const std::vector<FacetValue> &values,
                                                 const Filter::ZoneCalendar &calendar);

inline constexpr std::size_t MaxFacetBins = 8;

} // namespace Trailglass
