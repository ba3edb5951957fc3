// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/credentials/sourcesecrets.h"
#include "models/sync/syncreport.h"
#include "models/workspace/syncpreparation.h"

#include <QObject>

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
    SyncRunner(QString workspace, SecretPlaces places, const Clock &clock, QObject *parent = nullptr);
    /// Cancels all; what is committed stays, and the history of the workspace says that they were cancelled. Within a
    /// second.
    ~SyncRunner() override;

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
