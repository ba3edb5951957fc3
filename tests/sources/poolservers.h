// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/sources/eventpool.h"
#include "tests/sources/sourcedriver.h"

#include <functional>
#include <memory>

namespace Trailglass {

/// A vendor's endpoint over a pool, for SourceDriver. A changed event has another number in its row, `version`.
class PoolServer
{
public:
    explicit PoolServer(EventPool &pool)
        : m_pool(pool)
    {
    }
    virtual ~PoolServer() = default;
    Q_DISABLE_COPY_MOVE(PoolServer)

    std::function<void()> beforeResponse = [] {
    };
    bool saysTheTime = false; ///< by the pool's clock, to the second, in each response

    /// Arranges a list that the vendor sorts; nothing: as requested.
    std::function<void(QList<PoolEvent> &)> order = {};

    Response operator()(const HttpRequest &request);

protected:
    [[nodiscard]] virtual Response respond(const HttpRequest &request) = 0;
    [[nodiscard]] EventPool &pool() { return m_pool; }
    /// A page of a list from the newest event down, as the vendor arranges it: \a most events after the first \a skip.
    [[nodiscard]] QList<PoolEvent> newestFirst(const TimeWindow &dates, qsizetype skip, qsizetype most);

private:
    EventPool &m_pool;
};

/// Asana: ascending, opaque offsets that keep coming, and that can be made to expire.
class AsanaServer : public PoolServer
{
public:
    using PoolServer::PoolServer;
    static constexpr int PageSize = 3;
    bool offsetsExpired = false; ///< once

protected:
    Response respond(const HttpRequest &request) override;

private:
    /// The next events of a request that come after \a offset; from the first one on where it is empty.
    [[nodiscard]] QList<PoolEvent> page(const QString &offset, const TimeWindow &dates);
};

/// Secoda: numbered pages, newest first, 404 beyond the last.
class SecodaServer : public PoolServer
{
public:
    using PoolServer::PoolServer;
    static constexpr int PageSize = 4;

protected:
    Response respond(const HttpRequest &request) override;
};

/// Nected's search: ten a page, newest first, an error beyond the 10,000th event.
class NectedServer : public PoolServer
{
public:
    using PoolServer::PoolServer;
    bool ignoresDates = false;
    bool ignoresPages = false;

protected:
    Response respond(const HttpRequest &request) override;
};

/// Datafold: the window in the body, no order, nothing at all when there is too much.
class DatafoldServer : public PoolServer
{
public:
    using PoolServer::PoolServer;
    qsizetype most = 1'000'000; ///< events in one response
    Error tooMuch{ErrorKind::Timeout, QStringLiteral("time-out")};
    bool ignoresDates = false;
    bool endsAreExclusive = false;

protected:
    Response respond(const HttpRequest &request) override;
};

/// Paradime: everything in one response, with the time at which an event was last changed.
class ParadimeServer : public PoolServer
{
public:
    using PoolServer::PoolServer;

protected:
    Response respond(const HttpRequest &request) override;
};

/// The endpoint of a vendor.
/// \param pool  outlives it
[[nodiscard]] std::unique_ptr<PoolServer> poolServer(Vendor vendor, EventPool &pool);

/// Twelve runs with pauses, each killed after at most \a maxPages pages, in the log that the server's
/// beforeResponse keeps changing; from then on the log is still.
void liveThroughKilledRuns(SourceDriver &driver, PoolServer &server, EventPool &pool, int maxPages);

/// The value of a parameter of a request's address, decoded.
[[nodiscard]] QString parameter(const HttpRequest &request, const QString &name);

/// The dates of a request to Nected and to Datafold.
[[nodiscard]] TimeWindow nectedDates(const HttpRequest &request);
[[nodiscard]] TimeWindow datafoldDates(const HttpRequest &request);

} // namespace Trailglass
