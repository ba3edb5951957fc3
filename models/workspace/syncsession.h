// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/credentials/secretuse.h"
#include "models/sync/syncreport.h"
#include "models/workspace/syncpreparation.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace Trailglass {

class ReferenceApprovals;

/// A sync that is prepared, as far as its credentials depend on it.
struct PreparedSync
{
    QString identity; ///< of the workspace
    QList<SourceRecord> sources;
    QList<ReferenceUse> unapproved = {}; ///< not empty: nothing is started
};

/// The syncs of one workspace that are on: each ends on its own; all have one lock, one store and one HTTP client, from
/// the preparation of the first to the end of the last.
/// \thread the one it is made on, which needs an event loop; not the GUI thread
class SyncSession : public QObject
{
    Q_OBJECT

public:
    /// Of the sources of a sync, in their order.
    using Secrets = std::vector<Result<BoundSecrets>>;

    /// \param approvals, clock  outlive the session
    SyncSession(QString workspace, const ReferenceApprovals &approvals, const Clock &clock);
    /// Stops what is on, without an end in the history of the workspace: see end().
    ~SyncSession() override;

    /// Reads what the sync needs of the workspace; takes the lock for the first one. Blocking.
    /// \param number  of the sync, one that was not used before; it is on from then on, if there is nothing to approve
    /// \param cancel  as prepareSync()
    /// \error as prepareSync() and furtherJobs(); those of ReferenceApprovals::unapproved()
    [[nodiscard]] Result<PreparedSync> prepare(quint64 number, const SyncRequest &request,
                                               const CancelToken &cancel);

    /// \pre the sync was prepared, and is not started
    /// \param isCancelled  before any request was sent: every source is reported as cancelled
    /// \param indexSaving  ends the saving of the index, if this sync is the last one
    void start(quint64 number, const Secrets &secrets, bool isCancelled, const CancelToken &indexSaving);

    /// Cancels those that are started: what is committed stays. A purge that their store has taken up is left to the next
    /// writer.
    void cancel();

    /// Cancels all, for good.
    /// \param done  is called once, when the end of each is in the history of the workspace and the lock is released
    void end(std::function<void()> done);

Q_SIGNALS:
    void progress(const Trailglass::SyncProgress &progress);
    void sourceFinished(quint64 number, const Trailglass::SyncReport &report);
    /// After the last sourceFinished() of the sync; of the last sync that is on, after the index is saved.
    /// \param indexWarning  saveIndexWarning()
    void finished(quint64 number, const QList<Trailglass::SyncReport> &reports, const QString &indexWarning);

private:
    struct Sync;
    struct Shared;

    [[nodiscard]] QStringList beingSynced() const;
    void ended(quint64 number, const QList<SyncReport> &reports, const CancelToken &indexSaving);

    const QString m_workspace;
    const ReferenceApprovals &m_approvals;
    const Clock &m_clock;
    std::unique_ptr<Shared> m_shared; ///< while a sync is on
    std::function<void()> m_whenEnded; ///< of end()
};

} // namespace Trailglass
