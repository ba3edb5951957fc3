// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/markcolour.h"

#include <algorithm>

namespace Trailglass {

std::string_view name(MarkColour colour)
{
    return MarkColourNames.at(static_cast<std::size_t>(colour));
}

std::optional<MarkColour> markColourFromName(std::string_view name)
{
    const auto found = std::ranges::find(MarkColourNames, name);
    if (found == MarkColourNames.end())
        return std::nullopt;
    return static_cast<MarkColour>(found - MarkColourNames.begin());
}

} // namespace Trailglass
