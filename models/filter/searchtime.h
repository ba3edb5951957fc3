// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace Trailglass::Filter {

/// The time that regular expressions and patterns may take in one event, all values and terms together.
///
/// Most events are done long before a clock is worth reading: the time starts with the first search that is
/// slow, or with the first after many bytes.
/// \thread one at a time
class SearchTime
{
public:
    static constexpr std::chrono::milliseconds Longest{500};

    /// Counts a text that is about to be searched.
    /// \param bytes  of the text
    /// \returns false once the time is up
    [[nodiscard]] bool admits(std::size_t bytes)
    {
        m_bytes += bytes;
        return (!m_end && m_bytes < BytesBeforeStart) || !isUp();
    }

    /// Starts the time if it has not started.
    [[nodiscard]] bool isUp()
    {
        const auto now = Clock::now();
        if (!m_end)
            m_end = now + Longest;
        return now > *m_end;
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t BytesBeforeStart = 1 << 14;

    std::size_t m_bytes = 0;
    std::optional<Clock::time_point> m_end;
};

} // namespace Trailglass::Filter
