// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <array>
#include <optional>
#include <string_view>

namespace Trailglass {

/// The colour that a reviewer marked an event with. Workspaces, records of the tree and filters have its name; the
/// numbers are never stored.
enum class MarkColour : quint8
{
    Red,
    Orange,
    Yellow,
    Green,
    Blue,
    Purple
};

/// The names in the order of the colours: `red` … `purple`.
inline constexpr std::array<std::string_view, 6> MarkColourNames{"red",   "orange", "yellow",
                                                                 "green", "blue",   "purple"};

[[nodiscard]] std::string_view name(MarkColour colour);

/// \param name  as name() gives it, in lower case
[[nodiscard]] std::optional<MarkColour> markColourFromName(std::string_view name);

} // namespace Trailglass
