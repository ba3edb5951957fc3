// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changerows.h"

#include <functional>
#include <vector>

namespace Trailglass {

/// A value in which the two sides of a change differ, as far in as they were compared.
/// \thread value type; refers to an EventChanges
struct ChangedValue
{
    enum class Kind : quint8
    {
        Same, ///< both sides of a change, which are equal
        Changed,
        Removed,
        Added,
        Given, ///< EventChange::Kind::Given
    };
    Kind kind = Kind::Same;
    const EventChange *change = nullptr; ///< that it is of; never null
    const ValueChange *value = nullptr; ///< never null
    std::vector<InnerStep> inside = {}; ///< from the side's member down to the value

    [[nodiscard]] bool hasBefore() const { return kind != Kind::Added && kind != Kind::Given; }
    [[nodiscard]] bool hasAfter() const { return kind != Kind::Removed; }
};

/// Visits the values in which the sides of changes differ, in the order of the JSON: members and elements that were changed,
/// removed or added, each whole. What is the same on both sides is left out, but for a change whose sides are equal. Of a
/// delta, what was removed comes first, then what was added.
///
/// Everything that differs is in exactly one of them. An object or array is visited as a whole where the steps to what is in
/// it would take too much in all. Pure.
/// \thread any
void visitChangedValues(const EventChanges &changes, const std::function<void(const ChangedValue &)> &visit);

} // namespace Trailglass
