// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/sequencecomparison.h"
#include "models/changes/valuetree.h"

#include <vector>

namespace Trailglass {

/// Members or elements of two values that stand for one another, by their places.
struct PlacePair
{
    quint32 before = 0;
    quint32 after = 0;

    friend bool operator==(const PlacePair &, const PlacePair &) = default;
};

/// Finds which elements of two arrays stand for one another: equal ones in order (compareSequences()), then, of
/// those between, objects with the same `id` (or `gid`, `uuid`, `key`, `name`), objects and arrays at the same
/// place, and, as long as \a budget lasts, strings at the same place that have half of their words in common.
/// Pure.
/// \param before, after  nodes of the trees
/// \returns each element at most once, in the order of \a after
/// \thread any
[[nodiscard]] std::vector<PlacePair>
pairElements(const ValueTree &beforeTree, const std::vector<quint32> &before, const ValueTree &afterTree,
             const std::vector<quint32> &after, ComparisonBudget &budget);

} // namespace Trailglass
