// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include "tests/sources/poolservers.h"
#include "tests/sources/sampleaccounts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class DatafoldRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsTenMinutesBelowTheWatermark();
    void growsWindowsOverABackfill();
    void overlapsWindowsWhereverTheEndsBelong();
    void halvesAWindowThatIsTooLarge_data();
    void halvesAWindowThatIsTooLarge();
    void doesNotGrowPastAFailedSize();
    void saysSoWhenAMinuteIsTooLarge();
    void asksForEverythingWithoutDates();
    void splitsEverythingWhenItIsTooMuch();
    void saysWhenTheDatesAreIgnored();
    void coversNoWindowOfWhichOnlyOtherRowsCame();
    void readsLaterWhatAProxyWithoutTheDatesHasKeptAway();
    void coversEachWindow();
    void resumesWhereItStopped();
    void findsAnEventOfTheVeryStart();
    void aClockThatIsAheadHidesNothingOfAnInterruptedRun();
    void keepsToTheScope();
    void survivesAClockThatIsBehind();
    void leavesOtherErrorsAlone();
    void reportsErrorsInsideASuccess();
    void losesNothingInALivingLog_data();
    void losesNothingInALivingLog();
};

void DatafoldRunsTest::beginsTenMinutesBelowTheWatermark()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    DatafoldServer server(pool);
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    driver.checkpoint = finishedAt("2026-11-20T11:00:00Z");
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 1);
    QCOMPARE(datafoldDates(driver.sent.first()), (TimeWindow{at("2026-11-20T10:49:59.999Z"), std::nullopt}));
    QCOMPARE(driver.checkpoint.value(u"watermark").toString(), u"2026-11-20T11:00:00.000000Z"_s);
}

void DatafoldRunsTest::growsWindowsOverABackfill()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(200, at("2026-09-01T00:00:00Z"));
    DatafoldServer server(pool);
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.requests, 7); // 1 + 2 + 4 + 8 + 16 + 32 days, and the rest of ninety, with an open end
    QVERIFY(!datafoldDates(driver.sent.last()).to);
    QCOMPARE(datafoldDates(driver.sent.first()).from, at("2026-08-22T11:59:59.999Z"));
    QCOMPARE(datafoldDates(driver.sent.first()).to, at("2026-08-23T12:00:00Z"));
    QCOMPARE(datafoldDates(driver.sent.at(1)).from, at("2026-08-23T11:59:59Z"));
    QCOMPARE(datafoldDates(driver.sent.at(1)).to, at("2026-08-25T12:00:00Z"));
}

void DatafoldRunsTest::overlapsWindowsWhereverTheEndsBelong()
{
    EventPool pool(1, at("2026-08-23T12:00:00Z")); // exactly where two windows meet
    pool.add();
    pool.wait(89 * UtcMicros::PerDay);
    DatafoldServer server(pool);
    server.endsAreExclusive = true;
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void DatafoldRunsTest::halvesAWindowThatIsTooLarge_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("time-out") << ErrorKind::Timeout << 0;
    QTest::newRow("504") << ErrorKind::Server << 504;
    QTest::newRow("oversized") << ErrorKind::TooLarge << 0;
}

void DatafoldRunsTest::halvesAWindowThatIsTooLarge()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(2'000, at("2026-11-15T00:00:00Z"));
    DatafoldServer server(pool);
    server.most = 50;
    server.tooMuch = {kind, u"x"_s, {}, status ? std::optional(status) : std::nullopt};
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QVERIFY(driver.warnings.isEmpty());
}

void DatafoldRunsTest::doesNotGrowPastAFailedSize()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(1'000, at("2026-08-22T12:00:00Z"));
    DatafoldServer server(pool);
    server.most = 100;
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    qint64 failed = 0;
    for (qsizetype index = 0; index < driver.sent.size(); ++index) {
        const TimeWindow dates = datafoldDates(driver.sent.at(index));
        const qint64 size = dates.to.value_or(pool.now()) - *dates.from - UtcMicros::PerSecond;
        if (failed)
            QCOMPARE_LT(size, failed);
        if (pool.newestFirst(dates).size() > server.most)
            failed = size;
    }
    QVERIFY(failed > 0);
}

void DatafoldRunsTest::saysSoWhenAMinuteIsTooLarge()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    DatafoldServer server(pool);
    server.most = -1;
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    QVERIFY(!driver.sync(pool.now()));
    QCOMPARE(driver.error->kind, ErrorKind::TooLarge);
    QVERIFY2(driver.error->message.contains(u"2026-08-22T12:00:00.000Z"_s),
             qUtf8Printable(driver.error->message));
    QCOMPARE_LT(driver.requests, 20);
    server.most = 10;
    QVERIFY(driver.sync(pool.now()));
}

void DatafoldRunsTest::asksForEverythingWithoutDates()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(100, at("2001-01-01T00:00:00Z"));
    DatafoldServer server(pool);
    SourceDriver driver(datafold(), {{u"initial_days"_s, u"0"_s}}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 1);
    QCOMPARE(driver.sent.first().body, QByteArray(R"({"end_date":null,"start_date":null})"));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.covered, (QList<TimeWindow>{{std::nullopt, pool.now()}}));
    QVERIFY(driver.warnings.isEmpty());
}

void DatafoldRunsTest::splitsEverythingWhenItIsTooMuch()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(300, at("2019-01-01T00:00:00Z"));
    DatafoldServer server(pool);
    server.most = 40;
    SourceDriver driver(datafold(), {{u"initial_days"_s, u"0"_s}}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(datafoldDates(driver.sent.at(1)).from, at("2014-12-31T23:59:59.999Z"));
    QCOMPARE(driver.covered.first().from, at("2015-01-01T00:00:00Z"));
    QCOMPARE(driver.covered.last().to, pool.now());
}

void DatafoldRunsTest::saysWhenTheDatesAreIgnored()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(50, at("2026-01-01T00:00:00Z"));
    DatafoldServer server(pool);
    server.ignoresDates = true;
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

/// A proxy that drops the body of a GET: each response holds what the server returns without dates.
void DatafoldRunsTest::coversNoWindowOfWhichOnlyOtherRowsCame()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(50, at("2026-11-15T00:00:00Z"));
    DatafoldServer server(pool);
    server.ignoresDates = true;
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.covered, (QList<TimeWindow>{{at("2026-10-24T12:00:00Z"), pool.now()}}));
}

/// Without dates the server returns two days.
void DatafoldRunsTest::readsLaterWhatAProxyWithoutTheDatesHasKeptAway()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(50, at("2026-09-01T00:00:00Z"));
    DatafoldServer server(pool);
    bool isBehindProxy = true;
    SourceDriver driver(datafold(), {}, apiKey(), [&](HttpRequest request) {
        if (isBehindProxy)
            request.body = R"({"start_date":"2026-11-18T12:00:00Z","end_date":null})";
        return server(request);
    });
    QVERIFY(driver.sync(pool.now()));
    QVERIFY(!missingEvents(pool, driver).isEmpty());
    QCOMPARE(driver.warnings.size(), 1);
    QVERIFY(!driver.checkpoint.contains(u"watermark"_s));
    isBehindProxy = false;
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QVERIFY(driver.checkpoint.contains(u"watermark"_s));
}

void DatafoldRunsTest::coversEachWindow()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    DatafoldServer server(pool);
    SourceDriver driver(datafold(), {{u"initial_days"_s, u"3"_s}}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.covered,
             (QList<TimeWindow>{{at("2026-11-17T12:00:00Z"), at("2026-11-18T12:00:00Z")},
                                {at("2026-11-18T12:00:00Z"), at("2026-11-20T12:00:00Z")}}));
}

void DatafoldRunsTest::resumesWhereItStopped()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(300, at("2026-08-23T00:00:00Z"));
    DatafoldServer server(pool);
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 3));
    pool.wait(UtcMicros::PerDay);
    pool.add();
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(datafoldDates(driver.sent.first()).from, at("2026-08-29T11:49:59Z")); // the overlap below
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

/// As `--since` may name it: some servers take a start to be excluded.
void DatafoldRunsTest::findsAnEventOfTheVeryStart()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(10, at("2026-11-20T00:00:00Z"));
    DatafoldServer server(pool);
    server.endsAreExclusive = true;
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    RunOptions options;
    options.now = pool.now();
    options.since = pool.events().first().created;
    QVERIFY(driver.run(options, 100));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.covered.first().from, options.since);
}

/// A run that is interrupted in what is the future for the server, which does not say the time.
void DatafoldRunsTest::aClockThatIsAheadHidesNothingOfAnInterruptedRun()
{
    for (int pages = 1; pages < 30; ++pages) {
        EventPool pool(1, at("2026-11-20T12:00:00Z"));
        pool.fill(100, at("2026-11-20T06:00:00Z"));
        DatafoldServer server(pool);
        server.most = 30;
        server.saysTheTime = false;
        SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
        const qint64 clockError = 6 * 60 * UtcMicros::PerMinute;
        driver.sync(pool.now() + clockError, pages);
        for (int minute = 0; minute < 40; ++minute) {
            pool.wait(UtcMicros::PerMinute);
            pool.add();
        }
        QVERIFY(driver.sync(pool.now() + clockError));
        QCOMPARE(missingEvents(pool, driver), QStringList());
    }
}

void DatafoldRunsTest::keepsToTheScope()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(300, at("2024-01-01T00:00:00Z"));
    DatafoldServer server(pool);
    SourceDriver driver(datafold(), {{u"start_date"_s, u"2025-01-01"_s}, {u"end_date"_s, u"2025-03-01"_s}},
                        apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(datafoldDates(driver.sent.first()).from, at("2025-01-01T00:00:00Z"));
    QCOMPARE(datafoldDates(driver.sent.last()).to, at("2025-03-01T00:00:00Z"));
    QVERIFY(driver.sync(pool.now()));
    for (const HttpRequest &request : std::as_const(driver.sent)) {
        QCOMPARE_GE(*datafoldDates(request).from, at("2025-01-01T00:00:00Z"));
        QCOMPARE_LE(*datafoldDates(request).to, at("2025-03-01T00:00:00Z"));
        QCOMPARE_LT(*datafoldDates(request).from, *datafoldDates(request).to);
    }
}

void DatafoldRunsTest::survivesAClockThatIsBehind()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(10, at("2026-11-20T00:00:00Z"));
    DatafoldServer server(pool);
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    pool.wait(5 * UtcMicros::PerMinute);
    pool.add();
    QVERIFY(driver.sync(pool.now() - UtcMicros::PerDay));
    for (const HttpRequest &request : std::as_const(driver.sent))
        QCOMPARE_LT(datafoldDates(request).from, datafoldDates(request).to.value_or(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    pool.wait(UtcMicros::PerMinute);
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void DatafoldRunsTest::leavesOtherErrorsAlone()
{
    const SourceSettings settings = checkedSettings(datafold(), {});
    RunOptions options;
    options.now = at("2026-11-20T12:00:00Z");
    const Checkpoint running = datafold().begin(settings, options);
    QVERIFY(!datafold().recover(settings, running, {ErrorKind::Server, u"x"_s, {}, 503}));
    QVERIFY(!datafold().recover(settings, running, {ErrorKind::Unauthorized, u"x"_s, {}, 401}));
    QVERIFY(!datafold().recover(settings, {}, {ErrorKind::Timeout, u"x"_s}));
}

void DatafoldRunsTest::reportsErrorsInsideASuccess()
{
    QByteArray body = R"({"detail":"Not allowed"})";
    SourceDriver driver(datafold(), {}, apiKey(), [&](const HttpRequest &) { return Response{body}; });
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Vendor);
    body = R"({"rows":[]})";
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Malformed);
}

void DatafoldRunsTest::losesNothingInALivingLog_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("history %u", seed) << seed;
}

void DatafoldRunsTest::losesNothingInALivingLog()
{
    QFETCH(quint32, seed);
    EventPool pool(seed, at("2026-11-20T12:00:00Z"));
    pool.fill(pool.random().bounded(1, 200), at("2026-10-01T00:00:00Z"));
    DatafoldServer server(pool);
    server.endsAreExclusive = seed % 2 == 0;
    server.beforeResponse = [&] {
        if (pool.random().bounded(2) == 0)
            pool.live(false);
        server.most = pool.random().bounded(10) == 0 ? 10 : 500;
    };
    SourceDriver driver(datafold(), {}, apiKey(), std::ref(server));
    liveThroughKilledRuns(driver, server, pool, 14);
    server.most = 500;
    pool.wait(UtcMicros::PerSecond);
    QVERIFY(driver.sync(pool.now()));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

TRAILGLASS_TEST(DatafoldRunsTest)
#include "tst_datafoldruns.moc"
