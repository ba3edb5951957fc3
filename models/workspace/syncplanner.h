// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/network/scheduler.h"
#include "models/sync/syncservices.h"
#include "models/workspace/syncplan.h"

#include <QMap>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace Trailglass {

/// A source with its schedule, and what the workspace knows of its last sync, by whatever program.
struct ScheduledSource
{
    QString name;
    SyncSchedule schedule;
    std::optional<UtcMicros> lastAttempt = {}; ///< the end of the last sync that was not cancelled
    bool hasFailed = false; ///< that one
};

/// How a sync of one source ended.
struct SyncOutcome
{
    enum class End
    {
        Success,
        Failure,
        Cancelled, ///< counts as an attempt, neither as a failure nor as a success
    };

    QString source;
    End end = End::Success;
    std::optional<std::chrono::milliseconds> retryAfter = {}; ///< the server's own request, after a failure
};

/// Says which sources are due, by their schedules and the clock, each whatever becomes of the others. Starts nothing
/// itself.
///
/// Looks at the clock at least once a minute: timers stand still while a computer sleeps, and know nothing of a clock that
/// was set. After a sleep, what is due begins AfterSleep later, when there is a network again.
/// \thread that of the scheduler
class SyncPlanner : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds LongestLook{60}; ///< between looks at the clock
    static constexpr std::chrono::seconds AfterSleep{30};
    /// Sources that are due so soon after another one are synced with it.
    static constexpr std::chrono::seconds Together{60};

    /// Whether a source is being synced, by request or by schedule: then it is not due.
    using IsSyncing = std::function<bool(const QString &source)>;

    /// \param scheduler, clock  outlive the planner
    /// \param random  spreads the syncs
    SyncPlanner(Scheduler &scheduler, const Clock &clock, Random random, IsSyncing isSyncing,
                QObject *parent = nullptr);
    ~SyncPlanner() override;

    /// Begins to look: the workspace is open from now on. Nothing is due before.
    void start();

    /// The sources that there are. What is known of their last syncs is kept, unless the workspace knows of a later one.
    void setSources(const QList<ScheduledSource> &sources);

    void setPaused(bool isPaused);

    /// Syncs of these sources have ended. An empty list: one was not begun after all.
    void ended(const QList<SyncOutcome> &outcomes);
    /// One could not begin: of \a sources, none of which was tried, none is due for this long.
    /// \param sources  empty: all
    /// \param reason  a sentence, for PlannedSync::waitsFor
    void postpone(const QStringList &sources, std::chrono::milliseconds duration, const QString &reason);

    [[nodiscard]] PlannedSync plan(const QString &source) const;

Q_SIGNALS:
    /// To be synced now, together. Comes again with the next look as long as they are not being synced.
    void due(const QStringList &sources);
    /// plan() has changed.
    void changed();

private:
    struct Source
    {
        SyncSchedule schedule;
        SyncHistory history;
        std::optional<UtcMicros> postponedTo = {};
        qint64 postponedBy = 0; ///< microseconds
        QString waitsFor = {};

        friend bool operator==(const Source &, const Source &) = default;
    };

    void merge(Source &source, const ScheduledSource &stored) const;
    void note(Source &source, const SyncOutcome &outcome, UtcMicros now) const;
    void open();
    void look();
    void lookAfter(std::chrono::milliseconds duration);
    void settle(UtcMicros now);
    void noticeSleep(UtcMicros now);
    [[nodiscard]] bool isAnySyncing() const;
    [[nodiscard]] std::optional<UtcMicros> next(const Source &source, UtcMicros now) const;
    [[nodiscard]] QStringList dueAt(UtcMicros now) const;
    [[nodiscard]] std::chrono::milliseconds untilNext(UtcMicros now) const;

    Scheduler &m_scheduler;
    const Clock &m_clock;
    const Random m_random;
    const IsSyncing m_isSyncing;
    QMap<QString, Source> m_sources;
    bool m_isStarted = false;
    bool m_isOpened = false; ///< the sources know when the workspace was opened
    bool m_isPaused = false;
    UtcMicros m_started;
    std::optional<double> m_spread; ///< of the sources that are synced now, for the next time
    std::optional<UtcMicros> m_lastLook;
    std::optional<UtcMicros> m_heldTo; ///< after a sleep
    std::unique_ptr<QObject> m_alarm; ///< the next look; destroyed, it does not come
};

} // namespace Trailglass
