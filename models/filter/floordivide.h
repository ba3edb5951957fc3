// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Trailglass::Filter {

/// The quotient rounded towards minus infinity, as calendars need it before 1970.
/// \pre divisor > 0
[[nodiscard]] constexpr qint64 floorDivide(qint64 value, qint64 divisor)
{
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

} // namespace Trailglass::Filter
