// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <chrono>
#include <optional>

namespace Trailglass {

/// What a request has been through so far; a fresh one for every request that is not a repetition.
struct RetryState
{
    int failures = 0; ///< attempts that failed, the one being judged included
    std::chrono::milliseconds waited{0}; ///< between attempts, pauses not counted
    std::chrono::milliseconds paused{0}; ///< on the server's demand, after 429
};

/// Decides whether and when a failed request is repeated. Pure.
///
/// Retried are Network, Timeout, Server (5xx, 408, 425), Malformed (a body cut off or broken) and
/// RateLimited; nothing else, because the same request would get the same response.
/// \thread any
/// \source docs/decisions/0006-http-policy.md; RFC 9110 §10.2.3
class RetryPolicy
{
public:
    static constexpr int MaxAttempts = 5;
    static constexpr std::chrono::milliseconds ShortestWait = std::chrono::seconds(1);
    static constexpr std::chrono::milliseconds LongestWait = std::chrono::seconds(30);
    static constexpr std::chrono::milliseconds LongestTogether = std::chrono::seconds(90);
    static constexpr std::chrono::milliseconds LongestPause = std::chrono::minutes(15);

    [[nodiscard]] static bool isWorthRepeating(ErrorKind kind);

    /// The time until the next attempt.
    ///
    /// Without a server's request: evenly spread from ShortestWait to ShortestWait · 3^failures, at most
    /// LongestWait, and all waits of a request together at most LongestTogether. A server's Retry-After is
    /// waited in full after a 429 (all pauses of a request together at most LongestPause), and moves the wait
    /// within its limits after any other error.
    ///
    /// \param chance  in [0, 1), where in the spread
    /// \returns nothing when the request has failed permanently
    [[nodiscard]] static std::optional<std::chrono::milliseconds>
    nextDelay(const RetryState &state, const Error &error, double chance);

    /// Of two limits of the rate that a server has set at a time: the one with the longer pause.
    /// \param left, right  RateLimited; of two without a difference \a left
    [[nodiscard]] static const Error &longerLimit(const Error &left, const Error &right);
};

} // namespace Trailglass
