// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveerror.h"
#include "models/archive/archivemeter.h"
#include "models/archive/archivesession.h"
#include "tests/archive/fakearchive.h"
#include "tests/runner/testclass.h"

#include <QElapsedTimer>
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

namespace {

/// Within which a cancel has to take effect.
constexpr qint64 CancelTime = 100; // ms

const ArchiveSql Sql = "SELECT count() FROM event";

Response hanging()
{
    Response response = FakeArchive::result("x");
    response.ending = Ending::Hang;
    return response;
}

bool isKill(const Request &request)
{
    return request.body.startsWith("KILL QUERY");
}

Result<QByteArray> ask(ArchiveSession &session)
{
    return besides([&session] { return session.ask(Sql, {}); });
}

/// The error of a request that \a response is the response to.
Error errorAfter(const Response &response)
{
    FakeArchive archive([&](const Request &) { return response; });
    if (!archive.listen())
        qFatal("no port");
    const auto session = archive.open();
    const Result<QByteArray> result = ask(**session);
    return result ? Error{.kind = ErrorKind::Internal, .message = u"it succeeded"_s} : result.error();
}

} // namespace

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
    void reportsWhatGoesWrong_data();
    void reportsWhatGoesWrong();
    void findsAnExceptionInA200_data();
    void findsAnExceptionInA200();
    void takesNothingOverAHundredHeaders();
    void followsNoRedirect();
    void sendsABlockOnceWhateverBreaks_data();
    void sendsABlockOnceWhateverBreaks();
    void doesNotKnowWhatBecameOfABlockThatIsCutShort();
    void cancelsAtOnceAndStopsTheQuery();
    void stopsTheQueryAlthoughTheSessionEnds();
    void stopsAQueryWhoseConnectionIsLost();
    void doesNotStartWhatIsCancelled();
    void reportsHowFarTheServerIs();
    void servesSeveralThreadsAtOnce();
    void cannotBeMadeToRevealTheKey();
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
    archive.settings = {{"readonly", "2"},        {"skip_unavailable_shards", "1"},
                        {"async_insert", "1"},    {"result_overflow_mode", "break"},
                        {"use_query_cache", "1"}, {"enable_http_compression", "1"}};
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
    }
    QVERIFY(archive.requests().constFirst().parameter("async_insert").isNull());
    QCOMPARE(archive.requests().constFirst().parameter("enable_http_compression"), "1");
    QCOMPARE(archive.requests().constFirst().parameter("default_format"), "RowBinary");
    QCOMPARE(archive.requests().constFirst().body, QByteArray::fromStdString(Sql.text()));
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

void ArchiveSessionTest::reportsWhatGoesWrong_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said");

    QTest::newRow("wrong key, with the header that browsers go by") << Response{
        .status = 401,
        .headers = {{"X-ClickHouse-Server-Display-Name", "s"},
                    {"WWW-Authenticate", "Basic realm=\"ClickHouse server HTTP API\""}},
        .body = "Code: 193, e.displayText() = DB::Exception: Wrong password for user ann, e.what() = "
                "DB::Exception"} << ErrorKind::Unauthorized << u"Wrong password for user ann"_s;
    QTest::newRow("syntax") << FakeArchive::refusal(400,
                                                    "Code: 62. DB::Exception: Syntax error (SYNTAX_ERROR)")
                            << ErrorKind::Internal << u"Syntax error"_s;
    QTest::newRow("memory") << FakeArchive::refusal(500,
                                                    "Code: 241. DB::Exception: Memory limit exceeded (X)")
                            << ErrorKind::Rejected << u"Memory limit exceeded"_s;
    QTest::newRow("a sign-in page") << Response::html(200, "Sign in") << ErrorKind::Malformed
                                    << u"web page"_s;
    QTest::newRow("a gateway") << Response::html(502, "Bad Gateway") << ErrorKind::Server
                               << u"does not reach"_s;
    QTest::newRow("another program") << Response::json("{}") << ErrorKind::Malformed
                                     << u"ClickHouse server"_s;
    Response broken = FakeArchive::result("this is not gzip");
    broken.headers.append(Header{"Content-Encoding", "gzip"});
    QTest::newRow("broken gzip") << broken << ErrorKind::Malformed << u"decompressed"_s;
    QByteArray noise; // which gzip makes no shorter
    for (quint32 number = 1; noise.size() < 1'000; number = number * 1'664'525U + 1'013'904'223U)
        noise.append(static_cast<char>(number >> 24U));
    Response cut = FakeArchive::result(noise);
    cut.ending = Ending::Drop;
    cut.bytesBeforeEnding = 500;
    QTest::newRow("closed in the middle") << cut << ErrorKind::Network << u"was lost"_s;
    cut.ending = Ending::Reset;
    QTest::newRow("reset in the middle") << cut << ErrorKind::Network << u"was lost"_s;
    cut.framing = Framing::Chunked;
    cut.gzip = true; // without it, Qt sometimes takes the part for the whole
    QTest::newRow("reset between chunks") << cut << ErrorKind::Network << u"was lost"_s;
    cut.bytesBeforeEnding = -1;
    QTest::newRow("reset before anything") << cut << ErrorKind::Network << u"was lost"_s;
}

void ArchiveSessionTest::reportsWhatGoesWrong()
{
    QFETCH(const Response, response);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, said);
    const Error error = errorAfter(response);
    QVERIFY2(error.kind == kind, qPrintable(error.message));
    QVERIFY2(error.message.contains(said), qPrintable(error.message));
}

void ArchiveSessionTest::findsAnExceptionInA200_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("with its code in a header")
        << QByteArray("X-ClickHouse-Exception-Code") << QByteArray("241")
        << QByteArray("Code: 241. DB::Exception: Memory limit exceeded (X)");
    QTest::newRow("after some rows, with a tag")
        << QByteArray("X-ClickHouse-Exception-Tag") << QByteArray("abcdefghijklmnop")
        << QByteArray(QByteArray(200'000, 'r')
                      + "\r\n__exception__\r\nabcdefghijklmnop\r\nCode: 241. DB::Exception: Memory limit "
                        "exceeded (X)\n47 "
                        "abcdefghijklmnop\r\n__exception__\r\n");
}

void ArchiveSessionTest::findsAnExceptionInA200()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, body);
    Response response = FakeArchive::result(body);
    response.headers.append(Header{header, value});
    const Error error = errorAfter(response);
    QVERIFY2(error.kind == ErrorKind::Rejected, qPrintable(error.message));
    QVERIFY(error.message.contains(u"Memory limit exceeded"_s));
}

/// Qt 6.4 gives no header then, and the framing of the body as the body.
void ArchiveSessionTest::takesNothingOverAHundredHeaders()
{
    Response response = FakeArchive::result("0");
    response.framing = Framing::Chunked;
    for (int count = 0; count < 150; ++count)
        response.headers.append(Header{"X-ClickHouse-Progress", "{\"read_rows\":\"1\"}"});
    const Error error = errorAfter(response);
    QVERIFY2(error.kind == ErrorKind::Malformed || error.kind == ErrorKind::Network,
             qPrintable(error.message));
}

void ArchiveSessionTest::followsNoRedirect()
{
    FakeHttpServer other([](const Request &) { return FakeArchive::result("elsewhere"); });
    QVERIFY(other.listen());
    for (const int status : {301, 302, 303, 307, 308}) {
        const Error error = errorAfter(Response::redirect(other.url(u"/"_s).toEncoded(), status));
        QCOMPARE(error.kind, ErrorKind::Redirect);
        QVERIFY(error.message.contains(u"archive at"_s));
    }
    QCOMPARE(other.connectionCount(), 0);
}

void ArchiveSessionTest::sendsABlockOnceWhateverBreaks_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<qint64>("after");
    QTest::newRow("closed before the response") << Ending::Drop << qint64(-1);
    QTest::newRow("reset before the response") << Ending::Reset << qint64(-1);
    QTest::newRow("reset in the response") << Ending::Reset << qint64(1);
}

void ArchiveSessionTest::sendsABlockOnceWhateverBreaks()
{
    QFETCH(const Ending, ending);
    QFETCH(const qint64, after);
    FakeArchive archive([&](const Request &) {
        Response response = FakeArchive::result("xyz");
        response.ending = ending;
        response.bytesBeforeEnding = after;
        return response;
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    const Result<void> result = besides([&] {
        return (*session)->insert("INSERT INTO event FORMAT Native", QByteArray(300'000, 'b'), u"tg-1-1"_s,
                                  {});
    });
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY(isOutcomeUnknown(result.error()));
    QCOMPARE(archive.requests().size(), 1);
    QCOMPARE(archive.requests().constFirst().body.size(), 300'000);
}

/// A server that refuses a long block early closes the connection while the rest is being sent.
void ArchiveSessionTest::doesNotKnowWhatBecameOfABlockThatIsCutShort()
{
    FakeArchive archive;
    QVERIFY(archive.listen());
    const auto session = archive.open();
    const Result<void> result = besides([&] {
        return (*session)->insert("INSERT INTO event FORMAT Native", QByteArray(20'000'000, 'b'), u"tg-1-1"_s,
                                  {});
    });
    QVERIFY(!result);
    QVERIFY2(isOutcomeUnknown(result.error()), qPrintable(result.error().message));
    QVERIFY(archive.requests().isEmpty()); // which is over the fake server's limit
}

void ArchiveSessionTest::cancelsAtOnceAndStopsTheQuery()
{
    CancelSource source;
    FakeArchive archive([&](const Request &request) {
        if (isKill(request))
            return FakeArchive::result({});
        source.cancel();
        return hanging();
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    QElapsedTimer timer;
    timer.start();
    const Result<QByteArray> result = besides([&] { return (*session)->ask(Sql, source.token()); });
    QCOMPARE_LT(timer.elapsed(), CancelTime);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(archive.requests().size(), 2);
    const QByteArray id = archive.requests().constFirst().parameter("query_id");
    QVERIFY(!id.isEmpty());
    QCOMPARE(archive.requests().constLast().body, "KILL QUERY WHERE query_id = '" + id + "' ASYNC");
    QVERIFY(archive.requests().constLast().parameter("query_id") != id);
}

void ArchiveSessionTest::stopsTheQueryAlthoughTheSessionEnds()
{
    CancelSource source;
    FakeArchive archive([&](const Request &request) {
        if (!isKill(request))
            source.cancel();
        return isKill(request) ? FakeArchive::result({}) : hanging();
    });
    QVERIFY(archive.listen());
    auto session = archive.open();
    const bool isCancelled = besides([&] {
        const bool failed = !(*session)->ask(Sql, source.token());
        session->reset();
        return failed;
    });
    QVERIFY(isCancelled);
    QTRY_COMPARE(archive.requests().size(), 2);
    QVERIFY(isKill(archive.requests().constLast()));
}

/// The server does not notice that, and goes on.
void ArchiveSessionTest::stopsAQueryWhoseConnectionIsLost()
{
    FakeArchive archive([](const Request &request) {
        Response response = FakeArchive::result("x");
        if (!isKill(request))
            response.ending = Ending::Drop;
        return response;
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    const Result<QByteArray> result = ask(**session);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QTRY_VERIFY(isKill(archive.requests().constLast()));
    const QByteArray id = archive.requests().constFirst().parameter("query_id");
    QCOMPARE(archive.requests().constLast().body, "KILL QUERY WHERE query_id = '" + id + "' ASYNC");
}

void ArchiveSessionTest::doesNotStartWhatIsCancelled()
{
    FakeArchive archive;
    QVERIFY(archive.listen());
    const auto session = archive.open();
    CancelSource source;
    const CancelToken token = source.token();
    source.cancel();
    const Result<QByteArray> result = besides([&] { return (*session)->ask(Sql, token); });
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QVERIFY(
        std::ranges::none_of(archive.requests(), [](const Request &request) { return !isKill(request); }));
}

void ArchiveSessionTest::reportsHowFarTheServerIs()
{
    bool isReported = false;
    QList<QByteArray> asked;
    FakeArchive archive([&](const Request &request) {
        if (request.body.contains("system.processes")) {
            asked.append(request.body);
            RowBinaryWriter row;
            row.number(quint64(50)).number(quint64(200));
            return FakeArchive::result(QByteArray::fromStdString(row.bytes()));
        }
        Response response = FakeArchive::result("done");
        response.delay = 900ms;
        return response;
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    const Result<QByteArray> result = besides([&] {
        return (*session)->ask(Sql, {},
                               [&isReported](double read) { isReported = isReported || read == 0.25; });
    });
    QVERIFY(result);
    QCOMPARE(*result, "done");
    QVERIFY(isReported);
    const QByteArray id = archive.requests().constFirst().parameter("query_id");
    QVERIFY(asked.constFirst().contains(QByteArray("query_id = '" + id + '\'')));
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

void ArchiveSessionTest::cannotBeMadeToRevealTheKey()
{
    const Error error = errorAfter(FakeArchive::refusal(
        403,
        "Code: 516. DB::Exception: the key s3cr3t-key-4711 of ann, X-ClickHouse-Key: s3cr3t-key-4711 (X)"));
    QCOMPARE(error.kind, ErrorKind::Unauthorized);
    QVERIFY2(!error.message.contains(u"s3cr3t"_s), qPrintable(error.message));
    QVERIFY(!error.detail.contains(u"s3cr3t"_s));
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
        return (*session)->ask(Sql, {}) && (*session)->ask(Sql, {});
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
            QThread::create([&] { static_cast<void>((*session)->ask(Sql, {})); }));
        other->start();
        const bool hasAsked = (*session)->ask(Sql, {}).hasValue();
        return other->wait() && hasAsked;
    });
    QVERIFY(isDone);
    QCOMPARE(cost.received, 5);
    QVERIFY(!cost.rows); // it did not say
}

TRAILGLASS_TEST(ArchiveSessionTest)
#include "tst_archivesession.moc"
