// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <string_view>

namespace Trailglass::Filter {

/// The values of `weekday`, in the order of ZoneCalendar::weekday().
inline constexpr std::array<std::string_view, 7> Weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

} // namespace Trailglass::Filter
