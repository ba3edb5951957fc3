// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// What the name of a member says of a change: which side its value is, and of what.
struct ChangeWord
{
    enum class Side : quint8
    {
        Before,
        After
    };
    Side side = Side::Before;
    /// The same for both sides of one pair: which words they are, and the rest of the name.
    std::string pair;
    std::string subject; ///< the rest of the name in words, without those that say nothing; may be empty
    bool isDelta = false; ///< what was removed and what was added, in place of the two states
};

/// Reads a member's name: `old_value`, `newValue`, `before`, `role-after`, `from`, `to`, `prev`, `previous`,
/// `current`, `removed`, `item_added`. The word that says so is the first or the last.
/// \returns nothing for any other name
/// \thread any
[[nodiscard]] std::optional<ChangeWord> changeWordOf(std::string_view name);

/// Whether a name says that the value is a difference that somebody made: `definition_diff`, `diff`.
/// \thread any
[[nodiscard]] bool isDifferenceName(std::string_view name);

} // namespace Trailglass
