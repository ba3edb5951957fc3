// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/credentials/sourcesecrets.h"
#include "models/sync/syncjob.h"
#include "models/sync/syncreport.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace Trailglass {

/// Brings sources up to date while the window goes on: network and parsing on one thread, the database on
/// another.
///
/// Holds the workspace's lock for the length of a run only.
/// \thread GUI
class SyncRunner : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the runner
    SyncRunner(QString workspace, SecretPlaces places, const Clock &clock, QObject *parent = nullptr);
    /// Cancels; what is committed stays. Within a second.
    ~SyncRunner() override;

    /// \param names  these sources; empty is all that are not removed
    /// \pre no run is on
    void start(const QStringList &names = {});
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void runningChanged(bool running);
    /// At most about ten a second for each source.
    void progress(const Trailglass::SyncProgress &progress);
    void sourceFinished(const Trailglass::SyncReport &report);
    /// Once a start() that did not fail, last: in the order of the sources.
    void finished(const QList<Trailglass::SyncReport> &reports);
    /// Nothing was started, and no server asked: these references are not approved. Approve them with
    /// SourceService::approve() and start again.
    void approvalWanted(const QList<Trailglass::ReferenceUse> &uses);
    /// Nothing was started: Locked (another program syncs), Storage, NewerVersion, NotFound (no such source).
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
