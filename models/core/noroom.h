// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <array>
#include <cerrno>

namespace Trailglass {

/// The system errors of a write that say that there is no room: on the disk, in the user's quota, or below the greatest size
/// that a file may have. For users all are a full disk.
inline constexpr std::array NoRoomErrors{ENOSPC, EDQUOT, EFBIG};

/// Whether a system error is one of NoRoomErrors.
/// \param systemError  an `errno`
/// \thread any
[[nodiscard]] constexpr bool meansNoRoom(int systemError)
{
    return std::ranges::find(NoRoomErrors, systemError) != NoRoomErrors.end();
}

} // namespace Trailglass
