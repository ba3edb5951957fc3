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
/// Holds the workspace's lock only while a sync runs.
/// \thread the main thread, as for SecretStore
class SyncRunner : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the runner
    SyncRunner(QString workspace, SecretPlaces places, const Clock &clock, QObject *parent = nullptr);
    /// Cancels; what is committed stays. Within a second.
    ~SyncRunner() override;

    /// \pre none is running
    void start(const SyncRequest &request = {});
    void cancel();
    [[nodiscard]] bool isRunning() const;
    /// Of the sync that is on, else of the last one; of a signal, the one that it is about.
    [[nodiscard]] const SyncRequest &request() const;

Q_SIGNALS:
    void runningChanged(bool running);
    /// At most about ten a second for each source.
    void progress(const Trailglass::SyncProgress &progress);
    void sourceFinished(const Trailglass::SyncReport &report);
    /// Before finished(): saveIndexWarning(), where it is not empty.
    void indexNotSaved(const QString &warning);
    /// The last signal of a start() that did not fail; in the order of the sources.
    void finished(const QList<Trailglass::SyncReport> &reports);
    /// The last signal: nothing was sent, as these references are not approved. Approve them and start again. Not for an
    /// unattended request.
    void approvalRequired(const QList<Trailglass::ReferenceUse> &uses);
    /// The last signal: nothing was started, for an error of prepareSync(), or Cancelled before the references
    /// were approved.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
