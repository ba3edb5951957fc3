// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include "tests/sources/poolservers.h"
#include "tests/sources/sampleaccounts.h"

#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr const char *Noon = "2026-11-20T12:00:00Z";

/// Something in a log that must not hide anything else of it.
struct Poison
{
    const char *name = "";
    void (*add)(EventPool &) = nullptr;
};

void addYearsAhead(EventPool &pool)
{
    pool.add(-73 * 365 * UtcMicros::PerDay);
}

void addHoursAhead(EventPool &pool)
{
    pool.add(-10 * UtcMicros::PerHour);
}

void addAPageAhead(EventPool &pool)
{
    for (int number = 1; number <= 25; ++number)
        pool.add(-number * UtcMicros::PerHour);
}

void addDecadesBack(EventPool &pool)
{
    pool.add(50 * 365 * UtcMicros::PerDay);
}

void addAHundredAtOnce(EventPool &pool)
{
    for (int number = 0; number < 100; ++number)
        pool.add();
}

/// The later an event arrives, the earlier it is dated; all within the overlap.
void addBackwards(EventPool &pool)
{
    for (int number = 1; number <= 40; ++number)
        pool.add(number * 14 * UtcMicros::PerSecond);
}

void addAgainEarlier(EventPool &pool)
{
    pool.addAgain(pool.events().last().id, pool.now() - 3 * UtcMicros::PerHour);
}

void addAgainAhead(EventPool &pool)
{
    pool.addAgain(pool.events().first().id, pool.now() + 3 * UtcMicros::PerHour);
}

constexpr Poison Poisons[]{{"an event of 2099", addYearsAhead},
                           {"an event ten hours ahead", addHoursAhead},
                           {"pages of events ahead", addAPageAhead},
                           {"an event of 1976", addDecadesBack},
                           {"a hundred events of one time", addAHundredAtOnce},
                           {"times that go backwards", addBackwards},
                           {"an id again with an earlier time", addAgainEarlier},
                           {"an id again with a time ahead", addAgainAhead}};

/// The greatest `created` that may be a watermark.
std::optional<UtcMicros> latestPresent(const EventPool &pool)
{
    std::optional<UtcMicros> latest;
    for (const PoolEvent &event : pool.events()) {
        if (event.created <= pool.now())
            latest = std::max(latest, std::optional(event.created));
    }
    return latest;
}

/// A source, and its log, which lives a quarter of an hour at a time.
class Log
{
public:
    explicit Log(Vendor vendor)
        : pool(1, at(Noon))
        , m_server(poolServer(vendor, pool))
        , driver(*findSource(vendor), settings(vendor), secretsOf(vendor),
                 [this](const HttpRequest &request) { return (*m_server)(request); })
    {
        m_server->saysTheTime = true;
        pool.fill(60, at("2026-11-20T02:00:00Z"));
    }

    EventPool pool;

private:
    static QMap<QString, QString> settings(Vendor vendor)
    {
        QMap<QString, QString> settings = requiredSettings(vendor);
        settings.insert(u"initial_days"_s, u"0"_s);
        return settings;
    }

    std::unique_ptr<PoolServer> m_server;

public:
    SourceDriver driver;

    [[nodiscard]] bool sync() { return driver.sync(pool.now()); }

    /// A quarter of an hour with events, the last of them late.
    void live()
    {
        pool.wait(15 * UtcMicros::PerMinute);
        for (int number = 0; number < 12; ++number) {
            pool.wait(UtcMicros::PerSecond);
            pool.add();
        }
        pool.add(9 * UtcMicros::PerMinute);
    }

    [[nodiscard]] std::optional<UtcMicros> watermark() const
    {
        return parseTime(driver.checkpoint.value(u"watermark").toString().toStdString());
    }
};

} // namespace

/// Cursors: no event with a wrong time, and no time with many events, keeps others from being read.
class PoisonedCursorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hideNoEvent_data();
    void hideNoEvent();
    void recoverWhenThePoisonWasThereAtFirst_data();
    void recoverWhenThePoisonWasThereAtFirst();
};

void PoisonedCursorsTest::hideNoEvent_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<Poison>("poison");
    for (const Vendor vendor :
         {Vendor::Asana, Vendor::Secoda, Vendor::Datafold, Vendor::Paradime, Vendor::Nected}) {
        for (const Poison &poison : Poisons)
            QTest::addRow("%s, %s", name(vendor).data(), poison.name) << vendor << poison;
    }
}

/// It arrives when the log has been read before.
void PoisonedCursorsTest::hideNoEvent()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const Poison, poison);
    Log log(vendor);
    QVERIFY(log.sync());
    log.live();
    poison.add(log.pool);
    // Dated before everything that is requested again, it is not seen; it must only do no harm.
    const bool isTooLate = poison.add == addDecadesBack;
    for (int round = 0; round < 4; ++round) {
        QVERIFY(log.sync());
        QStringList missing = missingEvents(log.pool, log.driver);
        missing.removeIf(
            [isTooLate](const QString &event) { return isTooLate && event.contains(u" 1976-"_s); });
        QCOMPARE(missing, QStringList());
        QCOMPARE(log.watermark(), latestPresent(log.pool));
        QCOMPARE(log.driver.warnings, QStringList());
        log.live();
    }
}

void PoisonedCursorsTest::recoverWhenThePoisonWasThereAtFirst_data()
{
    hideNoEvent_data();
}

/// It is in the log at the first sync, which is killed after one page, then after two.
void PoisonedCursorsTest::recoverWhenThePoisonWasThereAtFirst()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const Poison, poison);
    Log log(vendor);
    poison.add(log.pool);
    for (int pages = 1; pages <= 2; ++pages) {
        static_cast<void>(log.driver.sync(log.pool.now(), pages)); // of some vendors one page is everything
        log.live();
    }
    for (int round = 0; round < 2; ++round) {
        QVERIFY(log.sync());
        QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
        QCOMPARE(log.watermark(), latestPresent(log.pool));
        log.live();
    }
}

TRAILGLASS_TEST(PoisonedCursorsTest)
#include "tst_poisonedcursors.moc"
