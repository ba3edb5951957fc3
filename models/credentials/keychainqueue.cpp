// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainqueue.h"

#include "models/core/logging.h"
#include "models/credentials/keychainerror.h"
#include "models/credentials/keychainsilence.h"

#include <utility>

namespace Trailglass {

KeychainQueue::KeychainQueue()
{
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &KeychainQueue::giveUp);
    connect(&KeychainSilence::ofProcess(), &KeychainSilence::ended, this, [this] {
        if (m_current.job)
            startJob();
    });
}

void KeychainQueue::run(std::unique_ptr<QKeychain::Job> job, std::chrono::milliseconds patience,
                        Finished finished)
{
    if (KeychainSilence::ofProcess().outlasts(patience)) {
        failLater(finished);
        return;
    }
    m_waiting.push_back({std::move(job), patience, std::move(finished)});
    if (!m_current.finished)
        startNext();
}

void KeychainQueue::startNext()
{
    if (m_waiting.empty())
        return;
    m_current = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (KeychainSilence::ofProcess().isOn())
        m_watchdog.start(m_current.patience);
    else
        startJob();
}

void KeychainQueue::startJob()
{
    m_running = m_current.job.release();
    connect(m_running, &QKeychain::Job::finished, this, &KeychainQueue::finish);
    m_watchdog.start(m_current.patience);
    m_running->start();
}

void KeychainQueue::finish(QKeychain::Job *job)
{
    m_watchdog.stop();
    m_running = nullptr;
    const Finished finished = std::exchange(m_current, {}).finished;
    startNext();
    finished(job); // last: it may destroy this object
}

void KeychainQueue::giveUp()
{
    qCWarning(logCredentials) << "the keychain did not answer within" << m_current.patience.count() << "ms";
    const Entry abandoned = std::exchange(m_current, {});
    KeychainSilence &silence = KeychainSilence::ofProcess();
    if (m_running) {
        disconnect(m_running, nullptr, this, nullptr);
        silence.add(*std::exchange(m_running, nullptr), abandoned.patience);
    } else {
        silence.goesOn(abandoned.patience); // it was not started, and never will be
    }
    failLater(abandoned.finished);
    for (Entry &entry : std::exchange(m_waiting, {})) {
        if (silence.outlasts(entry.patience))
            failLater(entry.finished);
        else
            m_waiting.push_back(std::move(entry));
    }
    startNext();
}

void KeychainQueue::failLater(const Finished &finished)
{
    QMetaObject::invokeMethod(
        this, [finished] { finished(keychainSilentError()); }, Qt::QueuedConnection);
}

} // namespace Trailglass

#include "moc_keychainqueue.cpp"
