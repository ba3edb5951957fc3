// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <array>
#include <string_view>

namespace Trailglass::Filter {

/// The values of `is`.
inline constexpr std::array<std::string_view, 3> ReviewStates{"new", "marked", "noted"};

/// What a term on `is` wants: an event that is any of these.
struct WantedStates
{
    bool isNew = false; ///< its row is greater than QueryContext::reviewed
    bool isMarked = false;
    bool isNoted = false;
};

/// \param term  on ReviewField::Is
/// \thread any
[[nodiscard]] WantedStates wantedStates(const Term &term);

/// Whether a filter depends on what was reviewed: `is:new` is somewhere in it.
/// \param tree  with presets expanded
/// \thread any
[[nodiscard]] bool asksForNew(const NodePointer &tree);

/// Whether a filter depends on marks or notes.
/// \param tree  with presets expanded
/// \thread any
[[nodiscard]] bool asksForMarks(const NodePointer &tree);

} // namespace Trailglass::Filter
