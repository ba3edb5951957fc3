// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveerror.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <chrono>
#include <functional>

namespace Trailglass {

/// Repeats what may be repeated, as long as nobody knows whether it was carried out: a push goes on when a server is started
/// again or a network returns.
/// \thread the push's
class PushRetry
{
public:
    /// Waits for a time, or until the token is cancelled. Injected, so that tests wait for nothing.
    using Wait = std::function<void(std::chrono::milliseconds time, const CancelToken &cancel)>;

    static constexpr int MaxTries = 12;
    static constexpr std::chrono::milliseconds FirstWait{100};
    static constexpr std::chrono::milliseconds MaxWait{5'000};

    /// \param wait  empty: as long as it says
    explicit PushRetry(Wait wait = {});

    /// \param statement  of which once and several times come to the same
    /// \error the last one of the statement; Cancelled
    template <class Value>
    Result<Value> untilKnown(const std::function<Result<Value>()> &statement, const CancelToken &cancel) const
    {
        for (int tries = 1;; ++tries) {
            Result<Value> result = statement();
            if (result || !isOutcomeUnknown(result.error()) || tries >= MaxTries || cancel.isCancelled())
                return result;
            waitAfter(tries, cancel);
        }
    }

    /// Waits longer after each failure.
    /// \param failures  so far, at least 1
    void waitAfter(int failures, const CancelToken &cancel) const;

private:
    Wait m_wait;
};

} // namespace Trailglass
