// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainqueue.h"

#include "models/core/logging.h"
#include "models/credentials/keychainerror.h"

#include <atomic>

namespace Trailglass {

namespace {

// Of the process, like the queue inside QtKeychain that the silent job blocks.
std::atomic<bool> keychainIsSilent = false; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

} // namespace

KeychainQueue::KeychainQueue(std::chrono::milliseconds patience)
{
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(patience);
    connect(&m_watchdog, &QTimer::timeout, this, &KeychainQueue::giveUp);
}

void KeychainQueue::run(std::unique_ptr<QKeychain::Job> job, Finished finished)
{
    if (keychainIsSilent) {
        QMetaObject::invokeMethod(
            this, [finished = std::move(finished)] { finished(keychainSilentError()); },
            Qt::QueuedConnection);
        return;
    }
    m_waiting.push_back({std::move(job), std::move(finished)});
    if (!m_running)
        startNext();
}

void KeychainQueue::startNext()
{
    if (m_waiting.empty())
        return;
    m_finished = std::move(m_waiting.front().finished);
    m_running = m_waiting.front().job.release();
    m_waiting.pop_front();
    connect(m_running, &QKeychain::Job::finished, this, &KeychainQueue::finish);
    m_watchdog.start();
    m_running->start();
}

void KeychainQueue::finish(QKeychain::Job *job)
{
    m_watchdog.stop();
    m_running = nullptr;
    const Finished finished = std::move(m_finished);
    startNext();
    finished(job); // last: it may destroy this object
}

void KeychainQueue::giveUp()
{
    qCWarning(logCredentials) << "the keychain did not answer within"
                              << m_watchdog.intervalAsDuration().count() << "ms";
    keychainIsSilent = true;
    disconnect(m_running, nullptr, this, nullptr);
    m_running = nullptr;
    std::deque<Entry> abandoned = std::move(m_waiting);
    abandoned.push_front({nullptr, std::move(m_finished)});
    for (const Entry &entry : abandoned)
        QMetaObject::invokeMethod(
            this, [finished = entry.finished] { finished(keychainSilentError()); }, Qt::QueuedConnection);
}

} // namespace Trailglass

#include "moc_keychainqueue.cpp"
