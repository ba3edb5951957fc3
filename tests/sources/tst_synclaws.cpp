// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include "poolservers.h"
#include "sampleaccounts.h"

#include <QSet>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr const char *Start = "2026-11-20T12:00:00Z";

std::unique_ptr<PoolServer> serverOf(Vendor vendor, EventPool &pool)
{
    switch (vendor) {
    case Vendor::Asana:
        return std::make_unique<AsanaServer>(pool);
    case Vendor::Secoda:
        return std::make_unique<SecodaServer>(pool);
    case Vendor::Datafold: {
        auto server = std::make_unique<DatafoldServer>(pool);
        server->most = pool.random().bounded(130, 300); // so that there are many windows
        server->endsAreExclusive = pool.random().bounded(2) == 0;
        return server;
    }
    case Vendor::Paradime:
        return std::make_unique<ParadimeServer>(pool);
    case Vendor::Nected:
        return std::make_unique<NectedServer>(pool);
    }
    Q_UNREACHABLE();
}

QMap<QString, QString> settingsOf(Vendor vendor, bool everything)
{
    QMap<QString, QString> settings = requiredSettings(vendor);
    settings.insert(u"initial_days"_s, everything ? u"0"_s : u"90"_s);
    return settings;
}

/// What a history may hold.
struct Weather
{
    bool serverSaysTheTime = true;
    bool clockIsWrong = false; ///< of this machine, by up to six hours either way
    bool eventsAhead = false;
    bool rowsExpire = false;
    bool rowsAreDeleted = false; ///< anywhere; then none comes late, or the list's count would hide it
};

/// One connection's life: a log that lives, runs that are killed, and what has to be true all the while.
class History
{
public:
    History(Vendor vendor, quint32 seed, const Weather &weather)
        : m_weather(weather)
        , m_pool(seed, at(Start))
        , m_server(serverOf(vendor, m_pool))
        , m_driver(*findSource(vendor), settingsOf(vendor, chance(3)), secretsOf(vendor),
                   [this](const HttpRequest &request) { return respond(request); })
    {
        m_server->saysTheTime = weather.serverSaysTheTime;
        m_server->beforeResponse = [this] {
            happen();
        };
        m_driver.onCovered = [this](const TimeWindow &window) {
            checkCovered(window);
        };
        m_pool.fill(random(120), at(Start) - random(6 * 60) * UtcMicros::PerMinute);
        if (weather.clockIsWrong)
            m_clockError = random(-6 * 60, 6 * 60) * UtcMicros::PerMinute;
    }

    /// \returns what is wrong, empty when the law holds
    QString live()
    {
        for (int number = 0; number < 10 && m_problem.isEmpty(); ++number) {
            run(chance(3) ? 100'000 : random(1, 25));
            rest();
        }
        m_isFailing = false;
        m_isStill = true;
        for (int number = 0; number < 2 && m_problem.isEmpty(); ++number) {
            if (!run(100'000))
                problem(u"A run in a still log does not end."_s);
        }
        if (m_problem.isEmpty() && m_driver.checkpoint.contains(u"stretches"_s))
            problem(u"Something is left."_s);
        for (const QString &event : missingEvents(m_pool, m_driver))
            problem(u"Missing for good: "_s + event);
        return m_problem;
    }

private:
    [[nodiscard]] int random(int below) { return m_pool.random().bounded(below); }
    [[nodiscard]] int random(int from, int below) { return m_pool.random().bounded(from, below); }
    [[nodiscard]] bool chance(int oneIn) { return random(oneIn) == 0; }

    void problem(const QString &words)
    {
        if (m_problem.isEmpty())
            m_problem = words
                + u" In run %1, as of %2."_s.arg(m_runs).arg(QString::fromStdString(formatTime(m_asked)));
    }

    Response respond(const HttpRequest &request)
    {
        if (++m_requests > 3'000) {
            problem(u"The run never ends."_s);
            return {{}, Error{ErrorKind::Unauthorized, u"enough"_s}};
        }
        if (m_isFailing && chance(40))
            return {{}, Error{ErrorKind::Server, u"no"_s, {}, 500}};
        return (*m_server)(request);
    }

    /// Before a response.
    void happen()
    {
        if (m_isStill)
            return;
        if (m_weather.rowsExpire && chance(2))
            m_pool.expire();
        if (m_weather.rowsAreDeleted && chance(4))
            m_pool.remove();
        if (m_weather.eventsAhead && chance(12))
            m_pool.add(-random(1, 40 * 60) * UtcMicros::PerMinute);
        // A rate limit may halt a run for a quarter of an hour.
        if (m_weather.serverSaysTheTime && chance(30))
            pass(random(15));
        if (chance(2))
            arrive();
    }

    void arrive()
    {
        // Without a Date header nothing tells how long a run has taken: that has to fit into the overlap,
        // too.
        const int maxMinutesLate = m_weather.serverSaysTheTime ? 9 : 5;
        m_pool.wait(random(1, 2'000) * 1'000);
        for (int count = random(4); count > 0; --count)
            m_pool.add();
        if (!m_weather.rowsAreDeleted && chance(3))
            m_pool.add(random(maxMinutesLate * 60) * UtcMicros::PerSecond);
    }

    void pass(int minutes)
    {
        for (int minute = 0; minute < minutes; ++minute) {
            m_pool.wait(UtcMicros::PerMinute);
            if (chance(4))
                arrive();
        }
    }

    /// Between two runs.
    void rest()
    {
        pass(chance(2) ? random(60) : random(12));
        if (m_weather.rowsExpire) {
            for (int count = random(8); count > 0; --count)
                m_pool.expire();
        }
    }

    bool run(int pages)
    {
        ++m_runs;
        m_requests = 0;
        m_asked = m_pool.now();
        m_visible.clear();
        for (const PoolEvent &event : m_pool.events())
            m_visible.insert(event.id);
        RunOptions options;
        options.checkpoint = m_driver.checkpoint;
        options.now = m_pool.now() + m_clockError;
        const bool ordinary = m_isStill || !chance(4);
        options.full = !ordinary && chance(2);
        if (!ordinary && !options.full)
            options.since = m_pool.now() - random(180) * UtcMicros::PerMinute;
        const bool finished = m_driver.run(options, pages);
        // What could not be read is kept as a range to come back to, and is known to be missing.
        if (finished && !m_driver.checkpoint.contains(u"stretches"_s))
            checkComplete({options.since, {}}, u"A complete run has not stored"_s);
        return finished;
    }

    void checkCovered(const TimeWindow &window) { checkComplete(window, u"Covered, and not stored:"_s); }

    void checkComplete(const TimeWindow &window, const QString &words)
    {
        for (const PoolEvent &event : m_pool.events()) {
            const bool isWanted = m_visible.contains(event.id) && window.contains(event.created);
            if (isWanted && !m_driver.events.contains(event.id))
                problem(words + u' ' + event.id + u' ' + QString::fromStdString(formatTime(event.created)));
        }
    }

    const Weather m_weather;
    EventPool m_pool;
    std::unique_ptr<PoolServer> m_server;
    SourceDriver m_driver;
    qint64 m_clockError = 0;
    QSet<QString> m_visible; ///< when the run began
    UtcMicros m_asked;
    bool m_isFailing = true;
    bool m_isStill = false;
    int m_runs = 0;
    int m_requests = 0;
    QString m_problem;
};

} // namespace

/// The law of syncing, over generated histories.
///
/// A vendor's log lives: events become visible up to less than the overlap (ten minutes) after their
/// `created`, some are dated ahead, the oldest expire or any are deleted. Runs begin at any time, some with
/// `--full` or `--since`; they are killed after any page, pages fail, and this machine's clock is wrong by
/// hours. Then, at all times:
///
/// 1. after a run that is complete, every event that was visible when it began, and that the vendor still
/// has,
///    is stored (for `--since`: from there on);
/// 2. an interval in the coverage ledger never lacks an event that was visible when the run began that
/// entered it;
/// 3. a run ends.
///
/// That nothing is stored twice is the store's law.
class SyncLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostWhateverHappens_data();
    void nothingIsLostWhateverHappens();
};

void SyncLawsTest::nothingIsLostWhateverHappens_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<Weather>("weather");
    const QList<std::pair<const char *, Weather>> weathers{
        {"late events", {}},
        {"late events and a wrong clock", {.clockIsWrong = true}},
        {"events dated ahead", {.clockIsWrong = true, .eventsAhead = true}},
        {"expiring rows", {.clockIsWrong = true, .eventsAhead = true, .rowsExpire = true}},
        {"deleted rows", {.eventsAhead = true, .rowsAreDeleted = true}},
        {"no Date header", {.serverSaysTheTime = false}},
        {"no Date header and a wrong clock", {.serverSaysTheTime = false, .clockIsWrong = true}},
    };
    for (const Vendor vendor :
         {Vendor::Asana, Vendor::Secoda, Vendor::Datafold, Vendor::Paradime, Vendor::Nected}) {
        for (const auto &[words, weather] : weathers)
            QTest::addRow("%s, %s", name(vendor).data(), words) << vendor << weather;
    }
}

void SyncLawsTest::nothingIsLostWhateverHappens()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const Weather, weather);
    constexpr quint32 Histories = 8;
    for (quint32 seed = 1; seed <= Histories; ++seed) {
        const QString problem = History(vendor, seed, weather).live();
        QVERIFY2(problem.isEmpty(), qPrintable(u"History %1: %2"_s.arg(seed).arg(problem)));
    }
}

TRAILGLASS_TEST(SyncLawsTest)
#include "tst_synclaws.moc"
