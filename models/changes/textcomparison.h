// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/sequencecomparison.h"

#include <string_view>
#include <vector>

namespace Trailglass {

/// A run of a line; all of a line's runs together are the line.
struct TextRun
{
    std::string_view text;
    bool isChanged = false; ///< the other text does not have it here
};

/// A line of two texts that were compared, or several next to one another that were not looked at one by one.
/// Which side has it: before without Added, after without Removed.
struct LineChange
{
    enum class Kind : quint8
    {
        Same,
        Changed, ///< something in place of something else
        Removed,
        Added
    };
    Kind kind = Kind::Same;
    std::vector<TextRun> before;
    std::vector<TextRun> after;
};

/// Compares two texts line by line, and word by word where a line stands in place of another.
///
/// The entries that have a before side are \a before, in order, with a line feed between each two; likewise
/// \a after. Same lines far from any change come as one entry, and so do many that only one side has. More than
/// MaxComparedBytes with a change in them, or what \a budget does not reach for, is one entry with both sides;
/// \a budget is exceeded then. Views into both texts, which must outlive the result. Pure.
/// \thread any
[[nodiscard]] std::vector<LineChange> compareTexts(std::string_view before, std::string_view after,
                                                   ComparisonBudget &budget);

/// Of both texts together, between their first and their last difference.
inline constexpr std::size_t MaxComparedBytes = 1024 * 1024;

} // namespace Trailglass
