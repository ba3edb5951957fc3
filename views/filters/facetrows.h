// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "models/query/queryengine.h"

#include <optional>
#include <vector>

namespace Trailglass {

/// As many values of a field are listed at most, and counted while none is searched for.
inline constexpr std::size_t MaxFacetRows = 200;

/// One value in the list of a facet.
struct FacetRow
{
    Filter::FieldValue value;
    std::optional<qint64> count; ///< nothing: not known
    bool wasCounted = false; ///< now or before; else only the filter names it

    friend bool operator==(const FacetRow &, const FacetRow &) = default;
};

/// The newest counts of a field.
struct FacetCounts
{
    std::vector<FacetValue> values; ///< most first
    bool complete = false; ///< the field has no others, so a value that is not among them was counted 0 times
};

enum class FacetOrder
{
    AsCounted,
    AsBefore ///< nothing moves: rows keep their places, values that are new follow
};

/// Lists the counted values. Those of \a before that are no longer counted stay, with zero, and so do the
/// values that the filter names. Pure.
///
/// As counted, the rows with zero follow the counted ones, as many as fit within MaxFacetRows.
/// \param chosen  the values that the filter includes or excludes
[[nodiscard]] std::vector<FacetRow> facetRows(const std::vector<FacetRow> &before, const FacetCounts &counts,
                                              const Filter::FieldChoice &chosen, FacetOrder order);

} // namespace Trailglass
