// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secretmask.h"
#include "models/network/retrypolicy.h"
#include "models/network/retrywait.h"
#include "models/network/throttle.h"
#include "models/sources/source.h"
#include "models/sync/aheadevents.h"
#include "models/sync/pagecommitter.h"
#include "models/sync/pagerequests.h"
#include "models/sync/runrecorder.h"
#include "models/sync/syncjob.h"
#include "models/sync/syncreport.h"
#include "models/sync/syncservices.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Trailglass {

/// Brings one source up to date: request, read, commit, next, until the source says it is done.
///
/// The history of the workspace holds the run from its start on, with its figures from its end on.
///
/// A page's events and the checkpoint after it commit together; the next request is on its way meanwhile, and a
/// few more where the source knows them before the response (PageOutcome::ahead), until a server limits the rate. A
/// failed request goes to Source::recover(), then to RetryPolicy and to Source::giveUp(); when none helps, or
/// giveUp() was needed three times without a page in between, the run fails, and checkpoint, coverage and last
/// success stay where the last commit left them. After a limit of the rate, whichever request has met it, the next
/// one is sent when its pause is over.
/// \thread that of its services
class SourceRun : public QObject
{
    Q_OBJECT

public:
    SourceRun(SyncServices services, SyncJob job);
    ~SourceRun() override;

    /// Starts; the signals come later.
    void start();

    /// Stops reading at once; finished() follows as soon as the store has ended the commit it is in. A run that has
    /// nothing more to read ends as without it: the pages it has read are stored.
    void cancel();

    /// Nothing is on its way until a request is repeated: after a failure, or at the server's demand.
    [[nodiscard]] bool isWaiting() const { return m_wait.isOn(); }

    /// How long the request whose turn it is has brought no byte. 0 where none is awaited.
    [[nodiscard]] std::chrono::milliseconds silence() const
    {
        return m_requests ? m_requests->silence() : std::chrono::milliseconds(0);
    }

Q_SIGNALS:
    void progress(const Trailglass::SyncProgress &progress);
    /// isWaiting() has become true.
    void waitBegan();
    /// Exactly once.
    void finished(const Trailglass::SyncReport &report);

private:
    void begin();
    void begun(const Result<void> &noted);
    [[nodiscard]] Result<void> prepare();
    /// \param limit  of the rate: one that was dropped has met it, so the page is requested after its pause
    void requestPage(const std::optional<Error> &limit = {});
    void rowsRead();
    [[nodiscard]] ParsedRows takeRows();
    void pageRead();
    void fetchEnded(const Result<void> &outcome);
    void requestFailed(const Error &error);
    void giveUp(const Error &error, const std::optional<Error> &limit);
    [[nodiscard]] bool goOn(const std::optional<PageOutcome> &outcome, const std::optional<Error> &limit);
    void repeatAfter(std::chrono::milliseconds delay, const Error &error);
    void roomMade();
    void commitFailed(const Error &error);
    void end(SyncReport::Status status, std::optional<Error> error = {});
    void finishWhenCommitted();
    void conclude();
    void report(const Result<void> &recorded);
    void reportProgress();
    void warn(const QStringList &warnings);
    void setActivity(const QString &activity);

    SyncServices m_services;
    const SyncJob m_job;
    const Source *m_source;
    SourceSettings m_settings;
    SecretMask m_mask; ///< of every text that a server may have written
    Checkpoint m_checkpoint; ///< after the last page read, which may not be committed yet
    std::unique_ptr<PageCommitter> m_committer;
    std::unique_ptr<PageRequests> m_requests;
    QList<Checkpoint> m_aheadPages; ///< PageOutcome::ahead of the last page read
    bool m_isRateLimited = false; ///< one request at a time from then on
    bool m_streamed = false;
    bool m_waitingForRoom = false; ///< the next request waits until a page is committed
    RetryState m_retry;
    RetryWait m_wait;
    int m_recoveries = 0; ///< since the last page
    int m_givenUp = 0; ///< likewise, after all retries
    qint64 m_pagesSinceCovered = 0;
    AheadEvents m_ahead;
    QString m_unreadableReason; ///< of the first row that could not be read
    std::optional<qint64> m_totalHint;
    QString m_activity;
    Throttle m_throttle;
    RunRecorder m_recorder;
    SyncReport m_report;
    bool m_ending = false; ///< nothing more is asked; what is with the store is awaited
    bool m_finishing = false;
};

} // namespace Trailglass
