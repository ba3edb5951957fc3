// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/checkpointsettings.h"
#include "models/core/clock.h"
#include "models/credentials/sourcesecrets.h"
#include "models/sync/syncreport.h"
#include "models/workspace/syncpreparation.h"
#include "models/workspace/treesigner.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Trailglass {

/// Syncs sources in the background: network and parsing on one thread, the database on another.
///
/// Several syncs can be on at a time, each of sources of its own: none waits for another one. Holds the workspace's lock
/// only while one is on.
/// \thread the main thread, as for SecretStore
class SyncRunner : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the runner
    SyncRunner(const QString &workspace, SecretPlaces places, const Clock &clock, QObject *parent = nullptr);
    /// Cancels all; what is committed stays, and the history of the workspace says that they were cancelled. Within a
    /// second.
    ~SyncRunner() override;

    /// What the user has set for the workspace with this identity.
    using CheckpointsOf = std::function<CheckpointSettings(const QString &identity)>;
    /// From now on a checkpoint is written at the end of each sync for which \a settings wants one, unless the sync was
    /// cancelled, or nothing was stored since the last checkpoint. It is part of the sync: cancel() ends it. None is written
    /// for a workspace in another folder than CheckpointSettings::folder; checkpointFailed() says so of one that was moved.
    void setCheckpoints(CheckpointsOf settings);

    /// Sources that are being synced already are left out.
    void start(const SyncRequest &request = {});
    /// Ends all that are on.
    void cancel();
    /// One is on.
    [[nodiscard]] bool isRunning() const;
    /// Whether a source is part of one and has not ended.
    [[nodiscard]] bool isSyncing(const QString &source) const;

Q_SIGNALS:
    void runningChanged(bool running);
    /// start() was called.
    void begun(const Trailglass::SyncRequest &request);
    /// At most about ten a second for each source.
    void progress(const Trailglass::SyncProgress &progress);
    void sourceFinished(const Trailglass::SyncReport &report);
    /// Before finished(): saveIndexWarning(), where it is not empty.
    void indexNotSaved(const QString &warning);
    /// Before finished(): a checkpoint of the tree was written.
    void checkpointWritten(const Trailglass::WrittenCheckpoint &checkpoint);
    /// Before finished(): the checkpoint that the user wants was not written.
    void checkpointFailed(const Trailglass::Error &error);

    // The last signal of a start() is one of these, with its request. Others may be on.

    /// It did not fail. In the order of the sources.
    void finished(const QList<Trailglass::SyncReport> &reports, const Trailglass::SyncRequest &request);
    /// Nothing was sent, as these references are not approved. Approve them and start again. Not for an unattended
    /// request.
    void approvalRequired(const QList<Trailglass::ReferenceUse> &uses,
                          const Trailglass::SyncRequest &request);
    /// Nothing was started, for an error of prepareSync() or furtherJobs(), or Cancelled before the references were
    /// approved.
    void failed(const Trailglass::Error &error, const Trailglass::SyncRequest &request);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
