// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveoverview.h"
#include "models/archive/archiveplace.h"
#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/core/workerthread.h"

#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Trailglass {

/// Keeps what an archive holds as its last known state (lookAndRemember()) while the archive is open: at once, and from
/// then on now and then. On a thread of its own; while the server is away, what is known stays.
/// \thread GUI
class KnownArchiveKeeper
{
public:
    /// Each look reads the ledger of the server.
    static constexpr std::chrono::milliseconds Interval = std::chrono::minutes(5);

    /// Reads what the archive holds, as archiveOverview(). Called on the thread of the keeper.
    using Look = std::function<Result<ArchiveOverview>(const CancelToken &cancel)>;

    /// \param look  not empty
    /// \param clock  outlives the keeper; read on its thread
    /// \param settingsFile  as for Settings
    KnownArchiveKeeper(ArchivePlace place, Look look, const Clock &clock, QString settingsFile = {},
                       std::chrono::milliseconds interval = Interval);
    /// Cancels and waits for the thread: within 100 ms, and for the disk where it is being written to.
    ~KnownArchiveKeeper();
    KnownArchiveKeeper(const KnownArchiveKeeper &) = delete;
    KnownArchiveKeeper &operator=(const KnownArchiveKeeper &) = delete;

private:
    void keep();

    const ArchivePlace m_place;
    const Look m_look;
    const Clock &m_clock;
    const QString m_settingsFile;
    CancelSource m_cancel;
    QTimer m_timer;
    bool m_isLooking = false;
    WorkerThread m_thread; // last: its work uses everything above
};

} // namespace Trailglass
