// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/connectiontester.h"

#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

ConnectionTester::ConnectionTester(const Clock &clock)
    : m_clock(clock)
    , m_thread(u"connection test"_s)
{
}

ConnectionTester::~ConnectionTester()
{
    m_thread.end([this] { m_network.reset(); });
}

void ConnectionTester::start(const SyncJob &job, Done done)
{
    m_done = std::move(done);
    m_thread.post([this, job, number = ++m_newest] {
        if (!m_network)
            openNetwork();
        m_network->test.cancel();
        m_running = number;
        m_network->test.start(job);
    });
}

void ConnectionTester::openNetwork()
{
    m_network = std::make_unique<Network>(m_clock);
    const auto tell = [this](const ConnectionReport &report) {
        m_thread.postToOwner([this, report, number = m_running] {
            if (number == m_newest)
                std::exchange(m_done, {})(report);
        });
    };
    QObject::connect(&m_network->test, &ConnectionTest::finished, m_thread.context(), tell);
}

void ConnectionTester::cancel()
{
    m_thread.post([this] {
        if (m_network)
            m_network->test.cancel();
    });
}

} // namespace Trailglass
