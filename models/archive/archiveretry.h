// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveerror.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <chrono>
#include <functional>

namespace Trailglass {

/// Repeats what may be repeated: a push or a long export goes on when a server is started again or a network returns, half a
/// minute later at most.
/// \thread that of the push or export
class ArchiveRetry
{
public:
    /// Waits for a time, or until the token is cancelled. Injected, so that tests wait for nothing.
    using Wait = std::function<void(std::chrono::milliseconds time, const CancelToken &cancel)>;

    static constexpr int MaxTries = 12;
    static constexpr std::chrono::milliseconds FirstWait{100};
    static constexpr std::chrono::milliseconds MaxWait{5'000};

    /// \param wait  empty: as long as it says
    explicit ArchiveRetry(Wait wait = {});

    /// As long as nobody knows whether it was carried out.
    /// \param statement  of which once and several times come to the same
    /// \error the last one of the statement; Cancelled
    template <class Value>
    Result<Value> untilKnown(const std::function<Result<Value>()> &statement, const CancelToken &cancel) const
    {
        return repeated<Value>(statement, isOutcomeUnknown, cancel);
    }

    /// As long as the server is not reached, or cannot do it now.
    /// \error the last one of the query; Cancelled
    template <class Value>
    Result<Value> untilReached(const std::function<Result<Value>()> &query, const CancelToken &cancel) const
    {
        const auto isUnreached = [](const Error &error) {
            return error.kind == ErrorKind::Network || error.kind == ErrorKind::Server;
        };
        return repeated<Value>(query, isUnreached, cancel);
    }

    /// Waits longer after each failure.
    /// \param failures  so far, at least 1
    void waitAfter(int failures, const CancelToken &cancel) const;

private:
    template <class Value>
    Result<Value> repeated(const std::function<Result<Value>()> &statement,
                           bool (*mayPass)(const Error &error), const CancelToken &cancel) const
    {
        for (int tries = 1;; ++tries) {
            Result<Value> result = statement();
            if (result || !mayPass(result.error()) || tries >= MaxTries || cancel.isCancelled())
                return result;
            waitAfter(tries, cancel);
        }
    }

    Wait m_wait;
};

} // namespace Trailglass
