// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/textcomparison.h"
#include "models/changes/valuetree.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// What became of one value: a tree of the differences between two JSON values.
struct ValueChange
{
    enum class Kind : quint8
    {
        Same,
        Changed,
        Removed,
        Added
    };
    Kind kind = Kind::Same;
    std::string name; ///< of a member, decoded
    bool isMember = false; ///< of an object
    std::optional<quint32>
        beforePlace; ///< among the members or elements around it; set where there is a before
    std::optional<quint32> afterPlace;
    JsonValueView before; ///< Missing where Added
    JsonValueView after; ///< Missing where Removed
    /// Where both are objects, or both arrays, and differ: every member or element of either.
    std::vector<ValueChange> children;
    /// Where both are strings and differ: their lines, as compareTexts().
    std::vector<LineChange> lines;
    std::shared_ptr<const std::string> beforeText; ///< owns \a lines
    std::shared_ptr<const std::string> afterText;
};

/// Compares two JSON values: objects by key, arrays by element, strings by line and word. Everything of both is in
/// the result.
///
/// The same are: strings with the same text, however escaped; objects with the same members in any order, of equal
/// keys the first with the first; numbers and words with the same characters. Closed objects and arrays
/// (ValueTree) are compared as a whole, byte by byte. Views into the bytes of both, which must outlive the result.
/// Pure; a few hundred milliseconds at most.
/// \thread any
[[nodiscard]] ValueChange compareValues(const ValueTree &before, const ValueTree &after,
                                        ComparisonBudget &budget);

} // namespace Trailglass
