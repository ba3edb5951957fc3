// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace Trailglass {

using std::chrono::milliseconds;

bool RetryPolicy::isWorthRepeating(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Server:
    case ErrorKind::Malformed:
    case ErrorKind::RateLimited:
        return true;
    default:
        return false;
    }
}

std::optional<milliseconds> RetryPolicy::nextDelay(const RetryState &state, const Error &error, double chance)
{
    if (!isWorthRepeating(error.kind) || state.failures >= MaxAttempts) {
        return {};
    }
    if (error.kind == ErrorKind::RateLimited && error.retryAfter) {
        // Never a tight loop, even when the server says 0.
        const milliseconds pause = std::max(*error.retryAfter, ShortestWait);
        return state.paused + pause <= LongestPause ? std::optional(pause) : std::nullopt;
    }
    const double growth = std::pow(3.0, std::max(state.failures, 1));
    const auto shortest = static_cast<double>(ShortestWait.count());
    const double longest = std::min(shortest * growth, static_cast<double>(LongestWait.count()));
    milliseconds wait(static_cast<qint64>(shortest + chance * (longest - shortest)));
    if (error.retryAfter) {
        wait = std::clamp(*error.retryAfter, wait, LongestWait);
    }
    return state.waited + wait <= LongestTogether ? std::optional(wait) : std::nullopt;
}

const Error &RetryPolicy::longerLimit(const Error &left, const Error &right)
{
    // Nothing is less than any pause.
    return left.retryAfter < right.retryAfter ? right : left;
}

} // namespace Trailglass
