// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include "eventpool.h"
#include "sourcedriver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

const Source &nected()
{
    return *findSource(Vendor::Nected);
}

QMap<QString, QByteArray> key()
{
    return {{u"api_key"_s, "secret"}};
}

QString parameter(const HttpRequest &request, const QString &name)
{
    return QUrlQuery(request.url).queryItemValue(name, QUrl::FullyDecoded);
}

TimeWindow datesOf(const HttpRequest &request)
{
    return {parseTime(parameter(request, u"startDate"_s).toStdString()),
            parseTime(parameter(request, u"endDate"_s).toStdString())};
}

/// Nected's search over a pool: ten a page, newest first, an error beyond the 10,000th event.
class NectedServer
{
public:
    explicit NectedServer(EventPool &pool)
        : m_pool(pool)
    {
    }

    std::function<void()> beforeAnswer = [] {
    };
    bool ignoresDates = false;
    bool ignoresPages = false;

    Answer operator()(const HttpRequest &request)
    {
        beforeAnswer();
        constexpr qsizetype SearchEnd = 10'000;
        const qsizetype size = parameter(request, u"pageSize"_s).toLongLong();
        const qsizetype page = ignoresPages ? 1 : parameter(request, u"pageNo"_s).toLongLong();
        if (size != 10 || page < 1 || page * size > SearchEnd)
            return {{}, Error{ErrorKind::Rejected, u"Result window is too large"_s, {}, 400}};
        const TimeWindow dates = ignoresDates ? TimeWindow() : datesOf(request);
        const qsizetype total = m_pool.count(dates);
        QJsonArray rows;
        for (const PoolEvent &event : m_pool.newestFirst(dates, (page - 1) * size, size)) {
            rows.append(QJsonObject{{u"logId"_s, event.id},
                                    {u"date"_s, QString::fromStdString(formatTime(event.created))}});
        }
        const QJsonObject answer{{u"totalCount"_s, total}, {u"totalPages"_s, (total + size - 1) / size},
                                 {u"pageNo"_s, page},      {u"pageSize"_s, size},
                                 {u"data"_s, rows},        {u"code"_s, u"success"_s}};
        return {QJsonDocument(answer).toJson()};
    }

private:
    EventPool &m_pool;
};

} // namespace

class NectedRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPagesAndThenPageOneAgain();
    void takesASinglePageAtItsWord();
    void beginsTenMinutesBelowTheWatermark();
    void movesTheWatermarkOnlyWhenTheDescentIsDone();
    void resumesPinnedAndAddsTheTimeSince();
    void splitsAWindowWithTooManyEvents();
    void splitsEverythingOnlyWhenItIsTooMuch_data();
    void splitsEverythingOnlyWhenItIsTooMuch();
    void stopsAtTheEndOfTheSearch();
    void stepsBackWhenTheListShrinks();
    void findsLateArrivalsInTheSameRun();
    void survivesAServerThatIgnoresDates();
    void endsWithAWarningWhenThePageDoesNotAdvance();
    void fullAndSinceOverrideTheWatermark();
    void coversEachWindow();
    void failsOnACodeThatIsNotSuccess();
    void startsOverFromAGarbledCheckpoint();
    void losesNothingInALivingLog_data();
    void losesNothingInALivingLog();
};

void NectedRunsTest::readsPagesAndThenPageOneAgain()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(44, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QStringList pages;
    for (const HttpRequest &request : std::as_const(driver.sent))
        pages.append(parameter(request, u"pageNo"_s));
    QCOMPARE(pages, QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"1"_s}));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.checkpoint.keys(), QStringList(u"watermark"_s));
    QCOMPARE(driver.checkpoint.value(u"watermark").toString().toStdString(),
             formatTime(pool.events().last().created));
}

void NectedRunsTest::takesASinglePageAtItsWord()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 1);
    QCOMPARE(driver.checkpoint, Checkpoint());
    pool.fill(10, at("2026-11-01T00:00:00Z"));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 1);
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void NectedRunsTest::beginsTenMinutesBelowTheWatermark()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    driver.checkpoint = {{u"watermark"_s, u"2026-11-20T11:00:00.000000Z"_s}};
    const Checkpoint before = driver.checkpoint;
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(datesOf(driver.sent.first()), (TimeWindow{at("2026-11-20T10:50:00Z"), pool.now()}));
    QCOMPARE(driver.checkpoint, before);
}

void NectedRunsTest::movesTheWatermarkOnlyWhenTheDescentIsDone()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(100, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    driver.checkpoint = {{u"watermark"_s, u"2026-11-02T00:00:00.000000Z"_s}};
    QVERIFY(!driver.sync(pool.now(), 5));
    QCOMPARE(driver.checkpoint.value(u"watermark").toString(), u"2026-11-02T00:00:00.000000Z"_s);
    QVERIFY(driver.sync(pool.now()));
    QVERIFY(driver.checkpoint.value(u"watermark").toString() > u"2026-11-19"_s);
}

void NectedRunsTest::resumesPinnedAndAddsTheTimeSince()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(100, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 4));
    const UtcMicros pinned = pool.now();
    for (int resumed = 0; resumed < 3; ++resumed) {
        pool.wait(UtcMicros::PerHour);
        for (int count = 0; count < 15; ++count)
            pool.add();
        QVERIFY(!driver.sync(pool.now(), 2));
        QCOMPARE(datesOf(driver.sent.first()).to, pinned);
        QCOMPARE(driver.checkpoint.value(u"windows").toArray().size(), 2);
    }
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(datesOf(driver.sent.last()), (TimeWindow{pinned - 10 * UtcMicros::PerMinute, pool.now()}));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.checkpoint.value(u"watermark").toString().toStdString(), formatTime(pool.now()));
}

void NectedRunsTest::splitsAWindowWithTooManyEvents()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(20'000, at("2026-11-10T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 700)); // killed in the middle of the splitting
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QVERIFY(driver.warnings.isEmpty());
    QCOMPARE_LT(driver.requests, 2'500);
}

void NectedRunsTest::splitsEverythingOnlyWhenItIsTooMuch_data()
{
    QTest::addColumn<int>("events");
    QTest::addColumn<bool>("split");
    QTest::newRow("9,000") << 9'000 << false;
    QTest::newRow("9,001") << 9'001 << true;
}

void NectedRunsTest::splitsEverythingOnlyWhenItIsTooMuch()
{
    QFETCH(int, events);
    QFETCH(bool, split);
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(events, at("2018-11-10T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {{u"initial_days"_s, u"0"_s}}, key(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(datesOf(driver.sent.first()), TimeWindow());
    const bool dated = std::any_of(driver.sent.begin(), driver.sent.end(), [](const HttpRequest &request) {
        return datesOf(request).from == at("2015-01-01T00:00:00Z");
    });
    QCOMPARE(dated, split);
    QCOMPARE(driver.covered.first().from.has_value(), split);
}

void NectedRunsTest::stopsAtTheEndOfTheSearch()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    for (int count = 0; count < 10'500; ++count)
        pool.add(); // all in one moment: no window is small enough
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.events.size(), 10'000);
    QCOMPARE(driver.warnings.size(), 1);
    QVERIFY(!driver.checkpoint.contains(u"watermark"));
}

void NectedRunsTest::stepsBackWhenTheListShrinks()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(95, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    int answers = 0;
    server.beforeAnswer = [&] {
        if (++answers == 4) {
            for (int count = 0; count < 15; ++count)
                pool.remove();
        }
    };
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(parameter(driver.sent.at(4), u"pageNo"_s), u"2"_s);
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void NectedRunsTest::findsLateArrivalsInTheSameRun()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(95, at("2026-11-20T11:55:00Z"));
    NectedServer server(pool);
    int answers = 0;
    server.beforeAnswer = [&] {
        if (++answers == 6) {
            for (qint64 late = 1; late <= 12; ++late)
                pool.add(late * UtcMicros::PerSecond);
        }
    };
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void NectedRunsTest::survivesAServerThatIgnoresDates()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(12'000, at("2026-01-01T00:00:00Z"));
    NectedServer server(pool);
    server.ignoresDates = true;
    SourceDriver driver(nected(), {{u"initial_days"_s, u"30"_s}}, key(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE_LT(driver.requests, 300);
    pool.wait(UtcMicros::PerHour);
    for (int count = 0; count < 25; ++count)
        pool.add();
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE_LT(driver.requests, 60); // each run finds out anew that halves are no smaller
    const QList<PoolEvent> wanted = pool.newestFirst({pool.now() - 30 * UtcMicros::PerDay, {}});
    QVERIFY(std::all_of(wanted.begin(), wanted.end(),
                        [&](const PoolEvent &event) { return driver.events.contains(event.id); }));
}

void NectedRunsTest::endsWithAWarningWhenThePageDoesNotAdvance()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(95, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    server.ignoresPages = true;
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 2);
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE(driver.covered, QList<TimeWindow>());
    QCOMPARE(driver.checkpoint, Checkpoint());
}

void NectedRunsTest::fullAndSinceOverrideTheWatermark()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    const Checkpoint done = driver.checkpoint;
    RunOptions options;
    options.checkpoint = done;
    options.now = pool.now();
    options.full = true;
    QVERIFY(driver.run(options));
    QCOMPARE(datesOf(driver.sent.first()).from, at("2026-08-22T12:00:00Z"));
    QCOMPARE(driver.checkpoint, done);
    options.full = false;
    options.since = at("2026-11-10T12:00:00Z");
    QVERIFY(driver.run(options));
    QCOMPARE(datesOf(driver.sent.first()).from, at("2026-11-10T12:00:00Z"));
    QCOMPARE(driver.checkpoint, done);
}

void NectedRunsTest::coversEachWindow()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(95, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {{u"initial_days"_s, u"30"_s}}, key(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 10));
    QCOMPARE(driver.covered, QList<TimeWindow>());
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.covered, (QList<TimeWindow>{{at("2026-10-21T12:00:00Z"), pool.now()}}));
}

void NectedRunsTest::failsOnACodeThatIsNotSuccess()
{
    QByteArray body = fixture(u"nected/error-code-at-200.json"_s);
    SourceDriver driver(nected(), {}, key(), [&](const HttpRequest &) { return Answer{body}; });
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Vendor);
    QVERIFY(driver.error->message.contains(u"Slow down, please."_s));
    body = R"({"code":"INTERNAL_SERVER_ERROR","data":[]})";
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QVERIFY(driver.error->message.contains(u"INTERNAL_SERVER_ERROR"_s));
    body = R"({"code":"success"})";
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Malformed);
}

void NectedRunsTest::startsOverFromAGarbledCheckpoint()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(25, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, key(), std::ref(server));
    driver.checkpoint = {{u"windows"_s, u"none"_s}, {u"page"_s, 77}, {u"phase"_s, u"resting"_s}};
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void NectedRunsTest::losesNothingInALivingLog_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("deletions");
    for (quint32 seed = 1; seed <= 80; ++seed)
        QTest::addRow("history %u", seed) << seed << (seed % 2 == 0);
}

void NectedRunsTest::losesNothingInALivingLog()
{
    QFETCH(quint32, seed);
    QFETCH(bool, deletions);
    EventPool pool(seed, at("2026-11-20T12:00:00Z"));
    pool.fill(pool.random().bounded(1, 200), at("2026-11-20T06:00:00Z"));
    NectedServer server(pool);
    server.beforeAnswer = [&] {
        if (pool.random().bounded(2) == 0)
            pool.live(deletions);
    };
    const QString days = seed % 3 == 0 ? u"0"_s : u"90"_s;
    SourceDriver driver(nected(), {{u"initial_days"_s, days}}, key(), std::ref(server));
    for (int run = 0; run < 12; ++run) {
        driver.sync(pool.now(), pool.random().bounded(1, 25));
        pool.wait(pool.random().bounded(60) * UtcMicros::PerMinute);
    }
    server.beforeAnswer = [] {
    };
    QVERIFY(driver.sync(pool.now()));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

TRAILGLASS_TEST(NectedRunsTest)
#include "tst_nectedruns.moc"
