// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sources/history.h"

#include "models/sources/cursorjson.h"
#include "models/sources/runplan.h"
#include "tests/sources/sampleaccounts.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr const char *Start = "2026-11-20T12:00:00Z";

/// Of events of one time, in a history: each is many pages.
constexpr int MaxCrowds = 4;
/// Events that a later run probably reads again: they are changed more often than others.
constexpr int RecentEvents = 20;
/// Of one run. Datafold's may take windows of a minute over some days: when many events have one time, no server says the
/// time and this machine's clock is slow.
constexpr int MaxRequests = 20'000;

QMap<QString, QString> settingsOf(Vendor vendor, bool everything)
{
    QMap<QString, QString> settings = requiredSettings(vendor);
    settings.insert(u"initial_days"_s, everything ? u"0"_s : u"90"_s);
    return settings;
}

bool isNewestFirst(Vendor vendor)
{
    return vendor == Vendor::Secoda || vendor == Vendor::Nected;
}

/// PoolEvent::version of what was read.
int versionOf(const Event &event)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(event.raw)).object().value(u"version"_s).toInt();
}

} // namespace

std::span<const Weather> weathersOf(Vendor vendor)
{
    static constexpr std::array<Weather, 11> Weathers{{
        {.name = "late events"},
        {.name = "late events and a wrong clock", .clockIsWrong = true},
        {.name = "events dated ahead", .clockIsWrong = true, .eventsAhead = true},
        {.name = "outliers, and ids that come again", .outliers = true, .idsComeAgain = true},
        {.name = "many events of one time", .manyOfOneTime = true},
        {.name = "expiring rows", .clockIsWrong = true, .eventsAhead = true, .rowsExpire = true},
        {.name = "deleted rows", .eventsAhead = true, .rowsAreDeleted = true},
        {.name = "no Date header", .serverSaysTheTime = false},
        {.name = "no Date header and a wrong clock", .serverSaysTheTime = false, .clockIsWrong = true},
        {.name = "listed by arrival", .eventsAhead = true, .order = ListOrder::ByArrival},
        {.name = "listed in reverse", .clockIsWrong = true, .order = ListOrder::Reversed},
    }};
    constexpr std::size_t OfOrder = 2;
    const std::span<const Weather> all(Weathers);
    return vendor == Vendor::Asana || isNewestFirst(vendor) ? all : all.first(all.size() - OfOrder);
}

std::span<const Weather> changingWeathers()
{
    static constexpr std::array<Weather, 3> Weathers{{
        {.name = "changed events", .eventsChange = true},
        {.name = "changed events and a wrong clock", .clockIsWrong = true, .eventsChange = true},
        {.name = "changed events and deleted rows", .rowsAreDeleted = true, .eventsChange = true},
    }};
    return Weathers;
}

History::History(Vendor vendor, quint32 seed, const Weather &weather)
    : m_vendor(vendor)
    , m_weather(weather)
    , m_pool(seed, at(Start))
    , m_server(poolServer(vendor, m_pool))
    , m_driver(*findSource(vendor), settingsOf(vendor, chance(3)), secretsOf(vendor),
               [this](const HttpRequest &request) { return respond(request); })
{
    m_server->saysTheTime = weather.serverSaysTheTime;
    m_server->beforeResponse = [this] {
        happen();
    };
    m_driver.respondsEarly = [this] {
        return chance(2);
    };
    m_driver.diesAfter = [this](int rows) {
        const bool dies = m_weather.eventsChange && !m_isStill && chance(4);
        return dies ? std::optional(random(rows + 1)) : std::nullopt;
    };
    m_driver.onCovered = [this](const TimeWindow &window) {
        checkCovered(window);
    };
    arrange();
    if (vendor == Vendor::Datafold)
        limitResponses();
    m_pool.fill(random(120), at(Start) - random(6 * 60) * UtcMicros::PerMinute);
    if (weather.clockIsWrong)
        m_clockError = random(-6 * 60, 6 * 60) * UtcMicros::PerMinute;
}

QString History::live(int runs)
{
    for (int number = 0; number < runs && m_problem.isEmpty(); ++number) {
        run(chance(3) ? 100'000 : random(1, 25));
        rest();
    }
    m_isFailing = false;
    m_isStill = true;
    for (int number = 0; number < 2 && m_problem.isEmpty(); ++number) {
        m_isFull = m_weather.eventsChange && number > 0;
        if (!run(100'000))
            problem(u"A run in a still log does not end."_s);
    }
    if (m_problem.isEmpty() && m_driver.checkpoint.contains(u"stretches"_s))
        problem(u"Something is left."_s);
    for (const PoolEvent &event : m_pool.events()) {
        if (!m_driver.events.contains(event.id) && !m_tooLate.contains(event.id))
            problem(u"Missing for good: "_s + event.id);
    }
    return m_problem;
}

History::Counts History::counts() const
{
    Counts counts = m_counts;
    counts.events = m_pool.total();
    return counts;
}

void History::arrange()
{
    switch (m_weather.order) {
    case ListOrder::AsRequested:
        return;
    case ListOrder::ByArrival:
        m_server->order = [newestFirst = isNewestFirst(m_vendor)](QList<PoolEvent> &events) {
            std::ranges::sort(events, [newestFirst](const PoolEvent &left, const PoolEvent &right) {
                return newestFirst ? right.id < left.id : left.id < right.id;
            });
        };
        return;
    case ListOrder::Reversed:
        m_server->order = [](QList<PoolEvent> &events) {
            std::ranges::reverse(events);
        };
        return;
    }
}

/// So that there are many windows.
void History::limitResponses()
{
    auto &datafold = static_cast<DatafoldServer &>(*m_server);
    datafold.most = random(130, 300);
    datafold.endsAreExclusive = chance(2);
}

Response History::respond(const HttpRequest &request)
{
    if (++m_requests > MaxRequests) {
        problem(u"The run never ends."_s);
        return {{}, Error{ErrorKind::Unauthorized, u"enough"_s}};
    }
    if (m_isFailing && chance(40))
        return {{}, Error{ErrorKind::Server, u"no"_s, {}, 500}};
    return (*m_server)(request);
}

/// Before a response.
void History::happen()
{
    if (m_isStill)
        return;
    if (m_vendor == Vendor::Asana && chance(25))
        static_cast<AsanaServer &>(*m_server).offsetsExpired = true;
    if (m_weather.rowsExpire && chance(2))
        m_pool.expire();
    if (m_weather.rowsAreDeleted && chance(4))
        m_pool.remove();
    if (m_weather.eventsAhead && chance(12))
        m_pool.add(-random(1, 40 * 60) * UtcMicros::PerMinute);
    if (m_weather.outliers && chance(15))
        addOutlier();
    if (m_weather.idsComeAgain && chance(6))
        comeAgain();
    if (m_weather.eventsChange && chance(2))
        change();
    if (m_weather.manyOfOneTime && m_crowds < MaxCrowds && chance(40))
        arriveTogether();
    // A rate limit may halt a run for a quarter of an hour.
    if (m_weather.serverSaysTheTime && chance(30))
        pass(random(15));
    if (chance(2))
        arrive();
}

void History::arrive()
{
    // Without a Date header nothing tells how long a run has taken: that has to fit into the overlap, too.
    const int maxMinutesLate = m_weather.serverSaysTheTime ? 9 : 5;
    m_pool.wait(random(1, 2'000) * 1'000);
    for (int count = random(4); count > 0; --count)
        m_pool.add();
    if (!m_weather.rowsAreDeleted && chance(3))
        m_pool.add(random(maxMinutesLate * 60) * UtcMicros::PerSecond);
}

void History::arriveTogether()
{
    ++m_crowds;
    // Datafold cannot ask for less than a minute, and its server gives no more than its limit.
    const int most = m_vendor == Vendor::Datafold ? 40 : 100;
    m_pool.wait(2 * UtcMicros::PerMinute);
    for (int count = random(most); count >= 0; --count)
        m_pool.add();
}

void History::addOutlier()
{
    constexpr qint64 Decades = 50 * 365 * UtcMicros::PerDay;
    if (chance(2))
        m_pool.add(-Decades);
    else
        m_tooLate.insert(m_pool.add(Decades));
}

void History::comeAgain()
{
    if (m_pool.events().isEmpty())
        return;
    const QString id = m_pool.events().at(random(static_cast<int>(m_pool.events().size()))).id;
    if (m_driver.events.contains(id))
        m_pool.addAgain(id, m_pool.now() + random(-180 * 60, 60 * 60) * UtcMicros::PerSecond);
}

/// Paradime's revisions mostly have their time; for the others there is nothing that says so.
void History::change()
{
    const int events = static_cast<int>(m_pool.events().size());
    if (events == 0)
        return;
    const int index = chance(2) ? random(events) : events - 1 - random(std::min(events, RecentEvents));
    for (int times = chance(3) ? 2 : 1; times > 0; --times) {
        const bool isSaid = m_vendor == Vendor::Paradime && !chance(4);
        m_pool.change(index, isSaid ? EventPool::Revision::Said : EventPool::Revision::Silent);
    }
}

void History::pass(int minutes)
{
    for (int minute = 0; minute < minutes; ++minute) {
        m_pool.wait(UtcMicros::PerMinute);
        if (chance(4))
            arrive();
    }
}

/// Between two runs.
void History::rest()
{
    if (m_weather.eventsChange) {
        for (int count = random(6); count > 0; --count)
            change();
    }
    pass(chance(2) ? random(60) : random(12));
    if (m_weather.rowsExpire) {
        for (int count = random(8); count > 0; --count)
            m_pool.expire();
    }
}

bool History::run(int pages)
{
    ++m_counts.runs;
    m_requests = 0;
    m_asked = m_pool.now();
    m_visible.clear();
    for (const PoolEvent &event : m_pool.events())
        m_visible.insert(event.id);
    m_visible.subtract(m_tooLate);
    if (m_weather.eventsChange) {
        m_versions.clear();
        for (const PoolEvent &event : m_pool.events())
            m_versions.insert(event.id, event.version);
    }
    RunOptions options;
    options.checkpoint = m_driver.checkpoint;
    options.now = m_pool.now() + m_clockError;
    const bool ordinary = m_isStill || !chance(4);
    options.full = ordinary ? m_isFull : chance(2);
    if (!ordinary && !options.full)
        options.since = m_pool.now() - random(180) * UtcMicros::PerMinute;
    const bool finished = m_driver.run(options, pages);
    if (!finished && !m_driver.error)
        ++m_counts.kills;
    // What could not be read is kept as a range to come back to, and is known to be missing.
    const bool isChecked = !options.since || m_weather.order != ListOrder::ByArrival;
    if (finished && isChecked && !m_driver.checkpoint.contains(u"stretches"_s))
        checkComplete({options.since, {}}, u"A complete run has not stored"_s);
    if (finished && isChecked && !m_driver.leftGap)
        checkComplete({}, u"A run that left no gap has not stored"_s);
    const auto again = finished && m_weather.eventsChange ? readAgain(options) : std::nullopt;
    if (again && !m_driver.checkpoint.contains(u"stretches"_s))
        checkNewest(*again);
    if (const QString wrong = afterRun(); !wrong.isEmpty())
        problem(wrong);
    return finished;
}

void History::problem(const QString &words)
{
    if (m_problem.isEmpty())
        m_problem = words
            + u" In run %1, as of %2."_s.arg(m_counts.runs).arg(QString::fromStdString(formatTime(m_asked)));
}

void History::checkCovered(const TimeWindow &window)
{
    if (m_weather.order != ListOrder::ByArrival)
        checkComplete(window, u"Covered, and not stored:"_s);
}

void History::checkComplete(const TimeWindow &window, const QString &words)
{
    for (const PoolEvent &event : m_pool.events()) {
        const bool isWanted = window.contains(event.created) && m_visible.contains(event.id);
        if (isWanted && !m_driver.events.contains(event.id))
            problem(words + u' ' + event.id + u' ' + QString::fromStdString(formatTime(event.created)));
    }
}

/// What a run reads whether or not it was read before; nothing where it goes on from the place of another run.
std::optional<TimeWindow> History::readAgain(const RunOptions &options) const
{
    if (isNewestFirst(m_vendor) && m_weather.rowsAreDeleted && !m_isStill)
        return {};
    if (options.full || m_vendor == Vendor::Paradime)
        return TimeWindow();
    if (options.since)
        return TimeWindow{options.since, {}};
    if (options.checkpoint.value(u"running").toBool())
        return {};
    const auto mark = later(readWatermark(options.checkpoint), readTime(options.checkpoint, u"mark"));
    return mark ? TimeWindow{*mark - Overlap, {}} : TimeWindow();
}

void History::checkNewest(const TimeWindow &window)
{
    for (const PoolEvent &event : m_pool.events()) {
        const auto read = m_driver.events.constFind(event.id);
        if (read == m_driver.events.cend() || !window.contains(event.created))
            continue;
        if (versionOf(*read) < m_versions.value(event.id))
            problem(u"A change was not read: "_s + event.id + u' '
                    + QString::fromStdString(formatTime(event.created)));
    }
}

} // namespace Trailglass
