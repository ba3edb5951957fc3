// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include "tests/sources/poolservers.h"
#include "tests/sources/sampleaccounts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// Of fourteen runs each; tst_synclaws.cpp has these and more.
constexpr quint32 Histories = generatedCases<quint32>(80, 16);

} // namespace

class AsanaRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsTenMinutesBelowTheWatermark();
    void fullAndSinceOverrideTheWatermark();
    void resumesAnUnfinishedOffsetFirst();
    void keepsTheOldOffsetWhenNextPageIsNull();
    void endsWithAWarningWhenTheOffsetStays();
    void endsWithAWarningWhenItsRowsComeAgain_data();
    void endsWithAWarningWhenItsRowsComeAgain();
    void fallsBackOnceFromAnExpiredOffset();
    void anOffsetThatExpiresHidesNoLateEvent();
    void aRunThatWasInterruptedBeforeItsFirstEventIsReadOnceMoreFromItsStart();
    void beginsAgainFromAnExpiredOffsetOfAnUnsortedList();
    void ignoresOtherRefusals();
    void reportsErrorsInsideASuccess();
    void refusesAResponseWithoutData();
    void coversOnlyWhatWasAnswered();
    void doesNotLetAnEventFromTheFutureHideOthers();
    void sinceAboveTheWatermarkLeavesNoLastingGap();
    void startsOverFromAGarbledCheckpoint();
    void losesNothingInALivingLog_data();
    void losesNothingInALivingLog();
};

void AsanaRunsTest::beginsTenMinutesBelowTheWatermark()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    AsanaServer server(pool);
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    driver.checkpoint = finishedAt("2026-11-20T11:00:00.123456Z");
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 1);
    QVERIFY(driver.sent.first().url.query().contains(u"start_at=2026-11-20T10%3A50%3A00.123Z"_s));
    QCOMPARE(driver.checkpoint, finishedAt("2026-11-20T11:00:00.123456Z"));
}

void AsanaRunsTest::fullAndSinceOverrideTheWatermark()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    AsanaServer server(pool);
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    RunOptions options;
    options.checkpoint = finishedAt("2026-11-20T11:00:00Z");
    options.now = pool.now();
    options.full = true;
    QVERIFY(driver.run(options));
    QVERIFY(driver.sent.first().url.query().contains(u"start_at=2026-08-22"_s));
    QCOMPARE(driver.checkpoint, finishedAt("2026-11-20T11:00:00.000000Z"));
    options.full = false;
    options.since = at("2026-11-01T00:00:00Z");
    QVERIFY(driver.run(options));
    QVERIFY(driver.sent.first().url.query().contains(u"start_at=2026-11-01T00%3A00%3A00.000Z"_s));
    QCOMPARE(driver.checkpoint, finishedAt("2026-11-20T11:00:00.000000Z"));
}

void AsanaRunsTest::resumesAnUnfinishedOffsetFirst()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(30, at("2026-11-01T00:00:00Z"));
    AsanaServer server(pool);
    server.saysTheTime = true;
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 4));
    const QString offset = driver.checkpoint.value(u"offset").toString();
    QVERIFY(!offset.isEmpty());
    const QString filters = driver.sent.first().url.query(QUrl::FullyEncoded);
    pool.wait(UtcMicros::PerHour);
    QVERIFY(driver.sync(pool.now()));
    const QUrlQuery first(driver.sent.first().url);
    QCOMPARE(first.queryItemValue(u"offset"_s, QUrl::FullyDecoded), offset);
    QVERIFY(driver.sent.first().url.query(QUrl::FullyEncoded).startsWith(filters));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.requests, 7); // six pages are left, and the empty one
}

void AsanaRunsTest::keepsTheOldOffsetWhenNextPageIsNull()
{
    SourceDriver driver(asana(), asanaSettings(), asanaToken(),
                        [](const HttpRequest &) { return Response{R"({"data":[],"next_page":null})"}; });
    driver.checkpoint = {{u"version"_s, 2}, {u"running"_s, true}, {u"offset"_s, u"abc"_s}};
    QVERIFY(driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.checkpoint.value(u"offset").toString(), u"abc"_s);
}

void AsanaRunsTest::endsWithAWarningWhenTheOffsetStays()
{
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), [](const HttpRequest &) {
        return Response{
            R"({"data":[{"gid":"1","created_at":"2026-11-01T00:00:00Z"}],"next_page":{"offset":"same"}})"};
    });
    QVERIFY(driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.requests, 2);
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE(driver.covered, QList<TimeWindow>());
    QVERIFY(!driver.checkpoint.contains(u"running"));
}

void AsanaRunsTest::endsWithAWarningWhenItsRowsComeAgain_data()
{
    QTest::addColumn<QByteArray>("pages"); // in the circle: r is readable, u is not
    for (const char *pages : {"r", "rr", "rrr", "u", "uu", "uuu", "ru", "rru"})
        QTest::newRow(pages) << QByteArray(pages);
}

/// Each offset is a new one.
void AsanaRunsTest::endsWithAWarningWhenItsRowsComeAgain()
{
    QFETCH(const QByteArray, pages);
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    AsanaServer server(pool);
    bool isBroken = true;
    int requests = 0;
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), [&](const HttpRequest &request) {
        if (!isBroken)
            return server(request);
        const qsizetype page = requests++ % pages.size();
        const QByteArray time = pages.at(page) == 'r' ? "created_at" : "made_at";
        QByteArrayList rows;
        for (const PoolEvent &event :
             pool.events().mid(AsanaServer::PageSize * page, AsanaServer::PageSize)) {
            const QByteArray created = QByteArray::fromStdString(formatTime(event.created));
            rows.append(R"({"gid":")" + event.id.toLatin1() + R"(",")" + time + R"(":")" + created + R"("})");
        }
        return Response{R"({"data":[)" + rows.join(',') + R"(],"next_page":{"offset":"offset)"
                        + QByteArray::number(requests) + R"("}})"};
    });
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE_LE(driver.requests, 10);
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE(driver.covered, QList<TimeWindow>());
    QVERIFY(!driver.checkpoint.contains(u"running"_s));
    isBroken = false;
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

/// A run that was interrupted near the present reads the overlap below the place once more, wherever it went on
/// from since. The server does not say the time, and this machine's clock is an hour fast.
void AsanaRunsTest::anOffsetThatExpiresHidesNoLateEvent()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(30, at("2026-11-20T11:50:00Z"));
    AsanaServer server(pool);
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    QVERIFY(!driver.sync(pool.now() + UtcMicros::PerHour, 6));
    pool.wait(UtcMicros::PerMinute);
    pool.add(6 * UtcMicros::PerMinute);
    for (int minute = 0; minute < 30; ++minute) {
        pool.wait(UtcMicros::PerMinute);
        pool.add();
    }
    int responses = 0;
    server.beforeResponse = [&] {
        server.offsetsExpired = ++responses == 12; // twenty minutes later than the place
    };
    QVERIFY(driver.sync(pool.now() + UtcMicros::PerHour));
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

/// Nothing on the only page before the interruption could be read, and later an offset has expired.
void AsanaRunsTest::aRunThatWasInterruptedBeforeItsFirstEventIsReadOnceMoreFromItsStart()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(30, at("2026-11-01T00:00:00Z"));
    AsanaServer server(pool);
    bool isGarbled = true;
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), [&](const HttpRequest &request) {
        Response response = server(request);
        if (std::exchange(isGarbled, false))
            response.body.replace("\"gid\"", "\"gone\"");
        return response;
    });
    QVERIFY(!driver.sync(pool.now(), 1));
    QVERIFY(driver.events.isEmpty());
    int responses = 0;
    server.beforeResponse = [&] {
        server.offsetsExpired = ++responses == 4;
    };
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void AsanaRunsTest::beginsAgainFromAnExpiredOffsetOfAnUnsortedList()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(30, at("2026-11-01T00:00:00Z"));
    AsanaServer server(pool);
    server.order = [](QList<PoolEvent> &events) {
        std::ranges::reverse(events);
    };
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 4));
    server.offsetsExpired = true;
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.checkpoint.value(u"watermark").toString().toStdString(),
             formatTime(pool.events().last().created));
}

void AsanaRunsTest::fallsBackOnceFromAnExpiredOffset()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(30, at("2026-11-01T00:00:00Z"));
    AsanaServer server(pool);
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 4));
    server.offsetsExpired = true;
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE(driver.sent.at(1).url.query().contains(u"offset="_s), false);
    QCOMPARE(driver.covered.first().from, at("2026-08-22T12:00:00Z"));

    // A second expiry in one run is an error: no loop.
    QVERIFY(!driver.sync(pool.now(), 1));
    server.beforeResponse = [&] {
        server.offsetsExpired = true;
    };
    driver.checkpoint.insert(u"running"_s, true);
    driver.checkpoint.insert(u"offset"_s, u"2026"_s);
    QVERIFY(!driver.sync(pool.now()));
    QVERIFY(driver.error.has_value());
    QCOMPARE(driver.error->httpStatus, 400);
}

void AsanaRunsTest::ignoresOtherRefusals()
{
    const SourceSettings settings = checkedSettings(asana(), asanaSettings());
    const Checkpoint running{{u"version"_s, 2}, {u"running"_s, true}, {u"offset"_s, u"abc"_s}};
    QVERIFY(
        !asana().recover(settings, running, {ErrorKind::Rejected, u"workspace: Missing input"_s, {}, 400}));
    QVERIFY(!asana().recover(settings, running, {ErrorKind::Server, u"offset"_s, {}, 500}));
    const Checkpoint atTheStart{{u"version"_s, 2}, {u"running"_s, true}};
    QVERIFY(!asana().recover(settings, atTheStart, {ErrorKind::Rejected, u"offset"_s, {}, 400}));
    QVERIFY(asana().recover(settings, running, {ErrorKind::Rejected, u"Offset: no"_s, {}, 400}).has_value());
}

void AsanaRunsTest::reportsErrorsInsideASuccess()
{
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), [](const HttpRequest &) {
        return Response{R"({"errors":[{"message":"Not Authorized"}]})"};
    });
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Vendor);
    QVERIFY(driver.error->message.contains(u"Not Authorized"_s));
}

void AsanaRunsTest::refusesAResponseWithoutData()
{
    SourceDriver driver(asana(), asanaSettings(), asanaToken(),
                        [](const HttpRequest &) { return Response{R"({"hello":"world"})"}; });
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Malformed);
}

void AsanaRunsTest::coversOnlyWhatWasAnswered()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(30, at("2026-11-01T00:00:00Z"));
    AsanaServer server(pool);
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 4));
    QCOMPARE(driver.covered, QList<TimeWindow>());
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.covered, (QList<TimeWindow>{{at("2026-08-22T12:00:00Z"), pool.now()}}));
}

void AsanaRunsTest::doesNotLetAnEventFromTheFutureHideOthers()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(5, at("2026-11-20T10:00:00Z"));
    pool.add(-73 * 365 * UtcMicros::PerDay);
    AsanaServer server(pool);
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    pool.wait(UtcMicros::PerHour);
    pool.add();
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void AsanaRunsTest::sinceAboveTheWatermarkLeavesNoLastingGap()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(30, at("2026-11-01T00:00:00Z"));
    AsanaServer server(pool);
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    RunOptions options;
    options.checkpoint = finishedAt("2026-11-03T00:00:00Z");
    options.now = pool.now();
    options.since = at("2026-11-19T00:00:00Z");
    QVERIFY(driver.run(options));
    QVERIFY(!missingEvents(pool, driver).isEmpty());
    QCOMPARE(driver.checkpoint.value(u"watermark").toString(), u"2026-11-03T00:00:00.000000Z"_s);
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver).size(), 4); // those before the watermark were never requested
}

void AsanaRunsTest::startsOverFromAGarbledCheckpoint()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(7, at("2026-11-01T00:00:00Z"));
    AsanaServer server(pool);
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    driver.checkpoint = {{u"running"_s, 7}, {u"offset"_s, QJsonArray()}, {u"watermark"_s, u"yesterday"_s}};
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void AsanaRunsTest::losesNothingInALivingLog_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= Histories; ++seed)
        QTest::addRow("history %u", seed) << seed;
}

void AsanaRunsTest::losesNothingInALivingLog()
{
    QFETCH(quint32, seed);
    EventPool pool(seed, at("2026-11-20T12:00:00Z"));
    pool.fill(pool.random().bounded(1, 60), at("2026-11-20T06:00:00Z"));
    AsanaServer server(pool);
    server.beforeResponse = [&] {
        if (pool.random().bounded(2) == 0)
            pool.live(false);
        server.offsetsExpired = pool.random().bounded(20) == 0;
    };
    SourceDriver driver(asana(), asanaSettings(), asanaToken(), std::ref(server));
    liveThroughKilledRuns(driver, server, pool, 14);
    QVERIFY(driver.sync(pool.now()));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

TRAILGLASS_TEST(AsanaRunsTest)
#include "tst_asanaruns.moc"
