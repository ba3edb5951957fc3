// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Trailglass {

/// How a table writes times; their zone is a setting of its own. Tool tips, copies and exports have all of a
/// time.
struct TimeDisplay
{
    /// What the fraction of a second is cut to, never rounded.
    enum class Precision
    {
        Seconds,
        Milliseconds,
        Microseconds
    };
    Precision precision = Precision::Milliseconds;
    bool isRelative = false; ///< as timeAgo(): "3 hours ago"

    friend bool operator==(const TimeDisplay &, const TimeDisplay &) = default;
};

} // namespace Trailglass
