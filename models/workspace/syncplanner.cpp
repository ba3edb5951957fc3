// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/syncplanner.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

using std::chrono::milliseconds;

/// Looks that are so far apart had a sleep in between, or the clock was set.
constexpr qint64 SleepGap = 3 * UtcMicros::PerMinute;
/// Something that is due and has not begun is looked at again no sooner.
constexpr milliseconds ShortestLook{1'000};
/// Failures in a row are counted up to here: every interval has reached its longest pause by then.
constexpr int MaxFailures = 100;

constexpr qint64 toMicros(milliseconds duration)
{
    return duration.count() * 1'000;
}

} // namespace

SyncPlanner::SyncPlanner(Scheduler &scheduler, const Clock &clock, Random random, IsSyncing isSyncing,
                         QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_isSyncing(std::move(isSyncing))
{
}

SyncPlanner::~SyncPlanner() = default;

void SyncPlanner::start()
{
    m_isStarted = true;
    m_started = m_clock.now();
    if (!m_sources.isEmpty())
        open();
    look();
}

/// Once: a source that is added later was not there when the workspace was opened.
void SyncPlanner::open()
{
    m_isOpened = true;
    for (Source &source : m_sources)
        source.history.opened = m_started;
}

void SyncPlanner::setSources(const QList<ScheduledSource> &sources)
{
    QMap<QString, Source> present;
    for (const ScheduledSource &stored : sources) {
        const auto known = m_sources.constFind(stored.name);
        Source source =
            known == m_sources.constEnd() ? Source{.schedule = stored.schedule, .history = {}} : *known;
        if (known == m_sources.constEnd())
            source.history.spread = m_random();
        if (source.schedule != stored.schedule)
            source.history.opened.reset(); // a choice for the next time
        source.schedule = stored.schedule;
        merge(source, stored);
        present.insert(stored.name, source);
    }
    const bool isChanged = present != m_sources;
    m_sources = present;
    if (m_isStarted && !m_isOpened)
        open();
    if (isChanged)
        Q_EMIT changed();
    look();
}

/// The workspace may know of a sync by another program. One of a running sync is known better at its end.
void SyncPlanner::merge(Source &source, const ScheduledSource &stored) const
{
    SyncHistory &history = source.history;
    if (m_isSyncing(stored.name) || !stored.lastAttempt)
        return;
    // A time after now was written before the clock was set back: of no use once there is a better one.
    const UtcMicros attempt = std::min(*stored.lastAttempt, m_clock.now());
    const bool isNews = !history.attempt || (attempt == *stored.lastAttempt && attempt > *history.attempt);
    if (!isNews)
        return;
    history.attempt = attempt;
    history.failures = stored.hasFailed ? std::max(history.failures, 1) : 0;
    if (!stored.hasFailed)
        history.notBefore.reset();
}

void SyncPlanner::setPaused(bool isPaused)
{
    if (isPaused == m_isPaused)
        return;
    m_isPaused = isPaused;
    Q_EMIT changed();
    look();
}

void SyncPlanner::ended(const QList<SyncOutcome> &outcomes)
{
    const UtcMicros now = m_clock.now();
    if (!m_spread)
        m_spread = m_random(); // one for all: what was synced together stays together
    for (const SyncOutcome &outcome : outcomes) {
        const auto source = m_sources.find(outcome.source);
        if (source != m_sources.end())
            note(*source, outcome, now);
    }
    if (!isAnySyncing())
        m_spread.reset();
    Q_EMIT changed();
    look();
}

void SyncPlanner::note(Source &source, const SyncOutcome &outcome, UtcMicros now) const
{
    SyncHistory &history = source.history;
    history.attempt = now;
    history.spread = *m_spread;
    history.opened.reset();
    source.postponedTo.reset();
    source.waitsFor.clear();
    if (outcome.end == SyncOutcome::End::Cancelled)
        return;
    const bool hasFailed = outcome.end == SyncOutcome::End::Failure;
    history.failures = hasFailed ? std::min(history.failures + 1, MaxFailures) : 0;
    history.notBefore.reset();
    if (hasFailed && outcome.retryAfter)
        history.notBefore = now + toMicros(*outcome.retryAfter);
}

bool SyncPlanner::isAnySyncing() const
{
    return std::any_of(m_sources.keyBegin(), m_sources.keyEnd(), m_isSyncing);
}

void SyncPlanner::postpone(const QStringList &sources, milliseconds duration, const QString &reason)
{
    const UtcMicros to = m_clock.now() + toMicros(duration);
    for (auto source = m_sources.begin(); source != m_sources.end(); ++source) {
        if (!sources.isEmpty() && !sources.contains(source.key()))
            continue;
        source->postponedTo = to;
        source->postponedBy = toMicros(duration);
        source->waitsFor = reason;
    }
    Q_EMIT changed();
    look();
}

PlannedSync SyncPlanner::plan(const QString &source) const
{
    const auto known = m_sources.constFind(source);
    if (known == m_sources.constEnd())
        return {};
    const UtcMicros now = m_clock.now();
    const std::optional<UtcMicros> time = next(*known, now);
    return {.next = time,
            .isDue = time && *time <= now,
            .isRetry = known->history.failures > 0,
            .isPaused = m_isPaused,
            .waitsFor = known->waitsFor};
}

std::optional<UtcMicros> SyncPlanner::next(const Source &source, UtcMicros now) const
{
    std::optional<UtcMicros> time = nextSync(source.schedule, source.history, now);
    if (time && source.postponedTo)
        time = std::max(*time, *source.postponedTo);
    return time;
}

void SyncPlanner::look()
{
    if (!m_isStarted)
        return;
    const UtcMicros now = m_clock.now();
    noticeSleep(now);
    settle(now);
    // Before anybody hears of it: a slot may look again, and then decides when the next look is.
    lookAfter(untilNext(now));
    if (const QStringList sources = dueAt(now); !sources.isEmpty())
        Q_EMIT due(sources);
}

void SyncPlanner::noticeSleep(UtcMicros now)
{
    if (m_lastLook && now - *m_lastLook > SleepGap)
        m_heldTo = now + toMicros(AfterSleep);
    if (m_heldTo && (now >= *m_heldTo || *m_heldTo - now > toMicros(AfterSleep)))
        m_heldTo.reset();
    m_lastLook = now;
}

void SyncPlanner::settle(UtcMicros now)
{
    bool isChanged = false;
    for (Source &source : m_sources) {
        const SyncHistory history = settled(source.history, now);
        const bool isPostponedFurther = source.postponedTo && *source.postponedTo > now + source.postponedBy;
        isChanged = isChanged || isPostponedFurther || history != source.history;
        source.history = history;
        if (isPostponedFurther)
            source.postponedTo = now + source.postponedBy;
    }
    if (isChanged)
        Q_EMIT changed();
}

QStringList SyncPlanner::dueAt(UtcMicros now) const
{
    if (m_isPaused || m_heldTo)
        return {};
    QStringList due;
    QStringList soon;
    for (auto source = m_sources.cbegin(); source != m_sources.cend(); ++source) {
        if (m_isSyncing(source.key()))
            continue;
        const std::optional<UtcMicros> time = next(*source, now);
        if (time && *time <= now)
            due += source.key();
        else if (time && *time <= now + toMicros(Together) && source->history.failures == 0)
            soon += source.key();
    }
    return due.isEmpty() ? due : due + soon;
}

milliseconds SyncPlanner::untilNext(UtcMicros now) const
{
    milliseconds wait = LongestLook;
    if (m_isPaused)
        return wait; // its end is a look
    for (auto source = m_sources.cbegin(); source != m_sources.cend(); ++source) {
        if (m_isSyncing(source.key()))
            continue; // likewise
        if (const std::optional<UtcMicros> time = next(*source, now))
            wait =
                std::min(wait, milliseconds((std::max(*time, m_heldTo.value_or(now)) - now + 999) / 1'000));
    }
    return std::max(wait, ShortestLook);
}

void SyncPlanner::lookAfter(milliseconds duration)
{
    m_alarm = std::make_unique<QObject>();
    m_scheduler.after(duration, m_alarm.get(), [this] {
        m_alarm.release()->deleteLater(); // the call comes through it
        look();
    });
}

} // namespace Trailglass

#include "moc_syncplanner.cpp"
