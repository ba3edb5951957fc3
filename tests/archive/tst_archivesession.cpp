// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivemeter.h"
#include "models/archive/archivesession.h"
#include "tests/archive/fakearchive.h"
#include "tests/runner/testclass.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;
using namespace std::chrono_literals;

/// What a session sends to a server, and what it makes of a response that is right.
class ArchiveSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void learnsTheServerWithoutASetting();
    void keepsSecretsOutOfAddresses();
    void sendsASettingOnlyToAServerThatKnowsIt();
    void sendsNoSettingForAUserWhoMayNotChangeAny();
    void refusesAReadOnlyUserWhoseResultsMayBeWrong_data();
    void refusesAReadOnlyUserWhoseResultsMayBeWrong();
    void refusesAServerThatIsTooOld_data();
    void refusesAServerThatIsTooOld();
    void returnsBytesAsTheyAre_data();
    void returnsBytesAsTheyAre();
    void unpacksAPackedResult();
    void waitsForAResultThatDrips();
    void servesSeveralThreadsAtOnce();
    void addsUpWhatTheServerRead();
    void countsForTheThreadThatAsks();
};

void ArchiveSessionTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveSessionTest::learnsTheServerWithoutASetting()
{
    FakeArchive archive;
    QVERIFY(archive.listen());
    const auto session = archive.open();
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    QCOMPARE((*session)->profile().version(), u"26.7.2.1"_s);
    QVERIFY((*session)->profile().isAtLeast(26, 7));
    QVERIFY(!(*session)->profile().isAtLeast(26, 8));
    QVERIFY(!(*session)->profile().isAtLeast(27, 0));
    const Request &first = archive.firstRequest();
    QCOMPARE(first.method, "POST");
    QCOMPARE(first.path, "/");
    QVERIFY(first.parameter("skip_unavailable_shards").isNull());
    QVERIFY(first.parameter("database").isNull()); // it may not be there yet
    QCOMPARE(first.parameter("wait_end_of_query"), "1");
}

void ArchiveSessionTest::keepsSecretsOutOfAddresses()
{
    FakeArchive archive;
    QVERIFY(archive.listen());
    const auto session = archive.open();
    QVERIFY(ask(**session));
    QVERIFY(besides(
        [&] { return (*session)->insert("INSERT INTO event FORMAT Native", "block", u"tg-1-1"_s, {}); }));
    QCOMPARE(archive.server().requests().size(), 3);
    for (const Request &request : archive.server().requests()) {
        QCOMPARE(request.header("X-ClickHouse-User"), "ann");
        QCOMPARE(request.header("X-ClickHouse-Key"), "s3cr3t-key-4711");
        QVERIFY(!request.query.contains("4711"));
        QVERIFY(!request.query.contains("ann"));
        QVERIFY(request.header("Authorization").isNull());
    }
}

void ArchiveSessionTest::sendsASettingOnlyToAServerThatKnowsIt()
{
    FakeArchive archive;
    archive.settings = {{"readonly", "2"},
                        {"skip_unavailable_shards", "1"},
                        {"async_insert", "1"},
                        {"result_overflow_mode", "break"},
                        {"use_query_cache", "1"},
                        {"enable_http_compression", "1"},
                        {"insert_deduplication_token", ""}};
    QVERIFY(archive.listen());
    const auto session = archive.open();
    QVERIFY(ask(**session));
    QVERIFY(besides(
        [&] { return (*session)->insert("INSERT INTO event FORMAT Native", "block", u"tg-1-1"_s, {}); }));
    QCOMPARE(archive.requests().size(), 2);
    for (const Request &request : archive.requests()) {
        QCOMPARE(request.parameter("skip_unavailable_shards"), "0");
        QCOMPARE(request.parameter("result_overflow_mode"), "throw");
        QCOMPARE(request.parameter("use_query_cache"), "0");
        QCOMPARE(request.parameter("wait_end_of_query"), "1");
        QCOMPARE(request.parameter("database"), "audit");
        QVERIFY(request.parameter("insert_distributed_sync").isNull());
        QVERIFY(request.parameter("limit").isNull());
        // Whether a block is there is found out by its number: a server that took it for an earlier one would lose it.
        QVERIFY(request.parameter("insert_deduplication_token").isNull());
    }
    QVERIFY(archive.requests().constFirst().parameter("async_insert").isNull());
    QCOMPARE(archive.requests().constFirst().parameter("enable_http_compression"), "1");
    QCOMPARE(archive.requests().constFirst().parameter("default_format"), "RowBinary");
    QCOMPARE(archive.requests().constFirst().body, QByteArray::fromStdString(SampleSql.text()));
    QCOMPARE(archive.requests().constLast().parameter("async_insert"), "0");
    QCOMPARE(archive.requests().constLast().parameter("query"), "INSERT INTO event FORMAT Native");
    QCOMPARE(archive.requests().constLast().parameter("query_id"), "tg-1-1");
    QCOMPARE(archive.requests().constLast().body, "block");
}

void ArchiveSessionTest::sendsNoSettingForAUserWhoMayNotChangeAny()
{
    FakeArchive archive;
    archive.settings = {{"readonly", "1"},
                        {"skip_unavailable_shards", "0"},
                        {"result_overflow_mode", "throw"},
                        {"max_query_size", "1000"}, // less than is better, yet results are right
                        {"async_insert", "1"}}; // such a user inserts nothing
    QVERIFY(archive.listen());
    const auto session = archive.open();
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    QVERIFY((*session)->profile().isReadOnly());
    QVERIFY(ask(**session));
    QStringList names;
    for (const Parameter &parameter : archive.requests().constFirst().parameters())
        names.append(QString::fromLatin1(parameter.name));
    QCOMPARE(names, (QStringList{u"wait_end_of_query"_s, u"default_format"_s, u"query_id"_s, u"database"_s}));
}

void ArchiveSessionTest::refusesAReadOnlyUserWhoseResultsMayBeWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("shards are left out") << u"skip_unavailable_shards"_s << u"1"_s;
    QTest::newRow("shards are counted apart") << u"distributed_group_by_no_merge"_s << u"1"_s;
    QTest::newRow("results are cut") << u"result_overflow_mode"_s << u"break"_s;
    QTest::newRow("groups are cut") << u"group_by_overflow_mode"_s << u"any"_s;
    QTest::newRow("rows are cut") << u"limit"_s << u"1000"_s;
    QTest::newRow("results are old") << u"use_query_cache"_s << u"1"_s;
    QTest::newRow("progress in headers") << u"send_progress_in_http_headers"_s << u"1"_s;
}

void ArchiveSessionTest::refusesAReadOnlyUserWhoseResultsMayBeWrong()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    FakeArchive archive;
    archive.settings["readonly"] = "1";
    archive.settings[name.toStdString()] = value.toStdString();
    QVERIFY(archive.listen());
    const auto session = archive.open();
    QVERIFY(!session);
    QCOMPARE(session.error().kind, ErrorKind::Forbidden);
    QVERIFY2(session.error().message.contains(QString(name + u'=' + value)),
             qPrintable(session.error().message));
    QVERIFY(session.error().message.contains(u"“ann”"_s));
    archive.settings["readonly"] = "2"; // may be sent what is right
    QVERIFY(archive.open());
}

void ArchiveSessionTest::refusesAServerThatIsTooOld_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isTooOld");
    QTest::newRow("older") << u"18.14.19"_s << true;
    QTest::newRow("much older") << u"1.1.54378"_s << true;
    QTest::newRow("the oldest") << u"18.16.1"_s << false;
    QTest::newRow("new") << u"26.7.2.1"_s << false;
}

void ArchiveSessionTest::refusesAServerThatIsTooOld()
{
    QFETCH(const QString, version);
    QFETCH(const bool, isTooOld);
    FakeArchive archive;
    archive.version = version.toStdString();
    QVERIFY(archive.listen());
    const auto session = archive.open();
    QCOMPARE(!session, isTooOld);
    if (isTooOld) {
        QCOMPARE(session.error().kind, ErrorKind::Unsupported);
        QVERIFY(session.error().message.contains(version));
    }
}

void ArchiveSessionTest::returnsBytesAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zeros") << QByteArray(5, '\0');
    QTest::newRow("a text of 60 bytes, which begins like a web page")
        << QByteArray(1, '<') + QByteArray(60, 'x');
    QTest::newRow("much") << QByteArray(3'000'000, 'y');
    QTest::newRow("what looks like an exception") << QByteArray("Code: 62. DB::Exception: in an event");
}

void ArchiveSessionTest::returnsBytesAsTheyAre()
{
    QFETCH(const QByteArray, bytes);
    FakeArchive archive([&](const Request &) { return FakeArchive::result(bytes); });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    const Result<QByteArray> result = ask(**session);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QVERIFY(*result == bytes);
}

void ArchiveSessionTest::unpacksAPackedResult()
{
    const QByteArray bytes(2'000'000, 'z');
    FakeArchive archive([&](const Request &) {
        Response response = FakeArchive::result(bytes);
        response.gzip = true;
        return response;
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    const Result<QByteArray> result = ask(**session);
    QVERIFY(result);
    QVERIFY(*result == bytes);
}

void ArchiveSessionTest::waitsForAResultThatDrips()
{
    FakeArchive archive([](const Request &) {
        Response response = FakeArchive::result("0123456789");
        response.framing = Framing::Chunked;
        response.pieceSize = 1;
        response.pieceDelay = 5ms;
        return response;
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    QCOMPARE(ask(**session).value(), "0123456789");
}

void ArchiveSessionTest::servesSeveralThreadsAtOnce()
{
    FakeArchive archive([](const Request &request) {
        Response response = FakeArchive::result(request.body);
        response.delay = 20ms;
        return response;
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    std::atomic<int> right = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int number = 0; number < 8; ++number) {
        threads.emplace_back(QThread::create([&, number] {
            const ArchiveSql sql = "SELECT " + ArchiveSql::number(qint64(number));
            for (int round = 0; round < 5; ++round) {
                const Result<QByteArray> result = (*session)->ask(sql, {});
                right += result && *result == QByteArray::fromStdString(sql.text()) ? 1 : 0;
            }
        }));
        threads.back()->start();
    }
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::all_of(threads, [](const auto &thread) { return thread->isFinished(); }), 20'000);
    QCOMPARE(right.load(), 40);
}

void ArchiveSessionTest::addsUpWhatTheServerRead()
{
    FakeArchive archive([](const Request &) {
        Response response = FakeArchive::result("12345");
        response.headers.append(
            Header{"X-ClickHouse-Summary", "{\"read_rows\":\"1200\",\"read_bytes\":\"9\"}"});
        return response;
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    QueryCost cost{.received = 77, .rows = 1};
    const bool isDone = besides([&] {
        const ArchiveMeter meter(cost);
        return (*session)->ask(SampleSql, {}) && (*session)->ask(SampleSql, {});
    });
    QVERIFY(isDone);
    const QueryCost expected{.received = 10, .rows = 2'400};
    QVERIFY(cost == expected);

    QVERIFY(ask(**session)); // without a meter

    QVERIFY(cost == expected);
}

void ArchiveSessionTest::countsForTheThreadThatAsks()
{
    FakeArchive archive([](const Request &) { return FakeArchive::result("12345"); });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    QueryCost cost;
    const bool isDone = besides([&] {
        const ArchiveMeter meter(cost);
        const std::unique_ptr<QThread> other(
            QThread::create([&] { static_cast<void>((*session)->ask(SampleSql, {})); }));
        other->start();
        const bool hasAsked = (*session)->ask(SampleSql, {}).hasValue();
        return other->wait() && hasAsked;
    });
    QVERIFY(isDone);
    QCOMPARE(cost.received, 5);
    QVERIFY(!cost.rows); // it did not say
}

TRAILGLASS_TEST(ArchiveSessionTest)
#include "tst_archivesession.moc"
