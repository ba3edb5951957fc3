// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QObject>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

namespace Trailglass {

/// Runs keychain jobs one after another, and gives up on those to which the keychain does not respond in time.
///
/// QtKeychain works through one queue a process: a job without a reply blocks all later ones, and
/// destroying it is a use after free if the reply still comes. So a silent job is left alone and its late
/// reply ignored. Until that comes no further job of the process is started: those that have no more patience than the
/// keychain has been silent for end at once, the others when theirs is at its end; all with SecretUnavailable.
///
/// \thread the main thread, with a GLib event loop (libsecret answers only there)
class KeychainQueue final : public QObject
{
    Q_OBJECT

public:
    /// The finished job, whose error() may still report a failure, or SecretUnavailable. The job is valid
    /// during the call only.
    using Finished = std::function<void(Result<QKeychain::Job *>)>;

    KeychainQueue();

    /// Calls \a finished exactly once, never before this returns; not at all when the queue is destroyed
    /// first.
    /// \param patience  how long the job may take, counted from its start, and how long a silent keychain is waited for
    /// before it
    void run(std::unique_ptr<QKeychain::Job> job, std::chrono::milliseconds patience, Finished finished);

private:
    struct Entry
    {
        std::unique_ptr<QKeychain::Job> job;
        std::chrono::milliseconds patience{0};
        Finished finished;
    };

    void startNext();
    void startJob();
    void finish(QKeychain::Job *job);
    void giveUp();
    void failLater(const Finished &finished);

    std::deque<Entry> m_waiting;
    Entry m_current; ///< without \a finished: none. Its job is here until it is started
    QKeychain::Job *m_running = nullptr; ///< owns itself, as it must outlive this object
    QTimer m_watchdog;
};

} // namespace Trailglass
