// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/core/workerthread.h"
#include "models/network/httpclient.h"
#include "models/network/timerscheduler.h"
#include "models/sync/connectiontest.h"

#include <functional>
#include <memory>

namespace Trailglass {

/// Tries sources on a thread of its own, one at a time.
/// \thread GUI
class ConnectionTester
{
public:
    using Done = std::function<void(ConnectionReport)>;

    /// \param clock  outlives the tester
    explicit ConnectionTester(const Clock &clock);
    /// Cancels and waits for the thread. No callback comes any more.
    ~ConnectionTester();
    ConnectionTester(const ConnectionTester &) = delete;
    ConnectionTester &operator=(const ConnectionTester &) = delete;

    /// Ends the test before, if one is on, without a word.
    /// \param done  called once in the GUI thread, never before this returns
    void start(const SyncJob &job, Done done);

    /// Ends the test, if one is on: its report says Cancelled.
    void cancel();

private:
    /// Made and used on the thread.
    struct Network
    {
        explicit Network(const Clock &clock)
            : http(scheduler)
            , test(http, clock)
        {
        }

        TimerScheduler scheduler;
        HttpClient http;
        ConnectionTest test;
    };

    void openNetwork();

    const Clock &m_clock;
    Done m_done; ///< of the newest test, when it is on
    quint64 m_newest = 0; ///< number of the newest test
    quint64 m_running = 0; ///< number of the test on the thread; only touched there
    std::unique_ptr<Network> m_network; ///< only touched on m_thread
    WorkerThread m_thread; // last: its work uses everything above
};

} // namespace Trailglass
