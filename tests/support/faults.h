// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/httpmessage.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace Trailglass::Support {

/// One way to misbehave.
struct Fault
{
    enum class Kind
    {
        Status, ///< the vendor is down, or refuses
        Reset, ///< TCP RST before the response
        ResetInHead, ///< TCP RST in the middle of the headers
        ResetAfterHead, ///< TCP RST between the headers and the body
        Drop, ///< the connection closes before the response
        Truncate, ///< the connection closes in the middle of the body
        Hang, ///< the response stops in the middle and the connection stays open
        Html, ///< 200 with a log-in page
        Redirect,
        Gzip,
        Slow, ///< the body comes in 16 pieces, 20 ms apart
        BodyStripped, ///< a proxy on the way forgets the body of the request
        Late, ///< before the response an event arrives that is 5 minutes older than the newest
        Shift, ///< before the response a newer event arrives, so that rows move to later pages
        Altered, ///< the response is what Fault::alter makes of it
    };

    Kind kind = Kind::Status;
    int status = 503; ///< of Kind::Status
    QByteArray retryAfter = {}; ///< header of Kind::Status, left out when empty
    QByteArray location = "https://elsewhere.invalid/"; ///< of Kind::Redirect
    std::function<Response(Response)> alter = {}; ///< of Kind::Altered

    [[nodiscard]] static Fault httpStatus(int status, const QByteArray &retryAfter = {});
    [[nodiscard]] static Fault altered(std::function<Response(Response)> alter);
    /// The same response to every request.
    [[nodiscard]] static Fault always(const Response &response);
};

/// The request as it arrives after \a fault has been at it.
[[nodiscard]] Request spoiled(Request request, const Fault &fault);

/// The response as \a fault leaves it.
[[nodiscard]] Response spoiled(Response response, const Fault &fault);

/// Which request meets which fault. Requests count from 1, those that meet a fault included.
class Faults
{
public:
    /// Request number \a number from now on (1 is the next one), once.
    void at(int number, const Fault &fault);

    /// The next request.
    void once(const Fault &fault) { at(1, fault); }

    /// Every \a interval-th request, counted from now on.
    void every(int interval, const Fault &fault);

    void clear() { m_plans.clear(); }

    /// Counts one request.
    /// \returns the faults it meets, in the order they were planned
    [[nodiscard]] QList<Fault> next();

    /// Reads a plan: `FAULT[:N]` for every N-th request or `FAULT@N` for the N-th alone, separated by commas;
    /// a fault alone is for the first request. FAULT is a status from 400 to 599 (429 has `Retry-After: 1`),
    /// or one of reset, reset-in-head, reset-after-head, drop, truncate, hang, html, redirect, gzip, slow,
    /// body-stripped, late, shift.
    ///
    /// \returns false at the first item that is none of these; the plan up to it stays
    [[nodiscard]] bool add(const QByteArray &text);

private:
    struct Plan
    {
        Fault fault;
        qint64 first = 1;
        qint64 interval = 0; ///< 0: only once
    };
    QList<Plan> m_plans;
    qint64 m_count = 0;
};

} // namespace Trailglass::Support
