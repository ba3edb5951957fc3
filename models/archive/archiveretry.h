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
    /// Of a statement whose time runs out. Each try may take as long again, and as much time of the server.
    static constexpr int MaxTimeouts = 2;
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

    /// As long as the server is not reached, cannot do it now, or a part of the response is missing.
    /// \error the last one of the query; Cancelled
    template <class Value>
    Result<Value> untilWhole(const std::function<Result<Value>()> &query, const CancelToken &cancel) const
    {
        return repeated<Value>(query, isBroken, cancel);
    }

    /// The tries of one statement so far.
    class Tries
    {
    public:
        /// \returns whether there may be another one
        [[nodiscard]] bool fail(const Error &error)
        {
            ++m_failures;
            m_timeouts += error.kind == ErrorKind::Timeout ? 1 : 0;
            return m_failures < MaxTries && m_timeouts < MaxTimeouts;
        }
        [[nodiscard]] int failures() const { return m_failures; }

    private:
        int m_failures = 0;
        int m_timeouts = 0;
    };

    /// Waits longer after each failure.
    /// \param failures  so far, at least 1
    void waitAfter(int failures, const CancelToken &cancel) const;

private:
    [[nodiscard]] static bool isBroken(const Error &error)
    {
        switch (error.kind) {
        case ErrorKind::Network:
        case ErrorKind::Server:
        case ErrorKind::Malformed:
            return true;
        case ErrorKind::Timeout:
            return !error.httpStatus; // a break that Qt did not see; else the server said so
        default:
            return false;
        }
    }

    template <class Value>
    Result<Value> repeated(const std::function<Result<Value>()> &statement,
                           bool (*mayPass)(const Error &error), const CancelToken &cancel) const
    {
        for (Tries tries;;) {
            Result<Value> result = statement();
            if (result || !mayPass(result.error()) || cancel.isCancelled() || !tries.fail(result.error()))
                return result;
            waitAfter(tries.failures(), cancel);
        }
    }

    Wait m_wait;
};

} // namespace Trailglass
