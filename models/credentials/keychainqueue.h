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

/// Runs keychain jobs one after another, and gives up permanently on a keychain that does not respond.
///
/// QtKeychain works through one queue a process: a job without a reply blocks all later ones, and
/// destroying it is a use after free if the reply still comes. So a silent job is left alone, its late
/// reply ignored, and no further job is started in this process; all of them end with SecretUnavailable.
///
/// \thread the main thread, with a GLib event loop (libsecret answers only there)
class KeychainQueue final : public QObject
{
    Q_OBJECT

public:
    /// The finished job, whose error() may still report a failure, or SecretUnavailable. The job is valid
    /// during the call only.
    using Finished = std::function<void(Result<QKeychain::Job *>)>;

    /// \param patience  how long one job may take, counted from its start
    explicit KeychainQueue(std::chrono::milliseconds patience);

    /// Calls \a finished exactly once, never before this returns; not at all when the queue is destroyed
    /// first.
    void run(std::unique_ptr<QKeychain::Job> job, Finished finished);

private:
    struct Entry
    {
        std::unique_ptr<QKeychain::Job> job;
        Finished finished;
    };

    void startNext();
    void finish(QKeychain::Job *job);
    void giveUp();

    std::deque<Entry> m_waiting;
    QKeychain::Job *m_running = nullptr; ///< owns itself, as it must outlive this object
    Finished m_finished; ///< of the running job
    QTimer m_watchdog;
};

} // namespace Trailglass
