// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httpclient.h"
#include "models/network/timerscheduler.h"
#include "tests/network/manualscheduler.h"
#include "tests/network/recordingsink.h"
#include "tests/network/residentmemory.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"
#include "tests/support/gzip.h"
#include "tests/sync/filesizelimit.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace std::chrono_literals;

namespace {

const QString AccountPath = u"/api/v1/company-token-4711/graphql"_s;

/// The certificate of servers over TLS.
QSslCertificate loopbackCertificate()
{
    return QSslCertificate::fromPath(QStringLiteral(TRAILGLASS_SUPPORT_DATA "/tls/loopback.pem")).value(0);
}

QSslKey loopbackKey()
{
    QFile file(QStringLiteral(TRAILGLASS_SUPPORT_DATA "/tls/loopback.key"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return QSslKey(&file, QSsl::Ec);
}

RequestHeader authorization()
{
    return {"Authorization", Secret::fromText("Bearer s3cr3t-t0ken").value()};
}

HttpRequest get(const QUrl &url)
{
    return {.url = url, .headers = {authorization()}, .body = {}};
}

HttpRequest post(const QUrl &url)
{
    return {.verb = "POST", .url = url, .headers = {authorization()}, .body = R"({"query":"all"})"};
}

/// Whether the system has all that the server's one connection was given.
bool hasSentAll(const FakeHttpServer &server)
{
    const auto *connection = server.findChild<QTcpSocket *>();
    return !connection || connection->bytesToWrite() == 0;
}

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void deliversABodyAndItsHeaders();
    void sendsABodyWithAGet();
    void sendsOnceWhatMustNotHappenTwice_data();
    void sendsOnceWhatMustNotHappenTwice();
    void sendsALongBodyOnceAndWhole();
    void takesBytesThatBeginLikeAWebPage();
    void givesEachHeaderOfAResponse();
    void sendsNoCookieBack();
    void keepsTheFirstOfARefusalAndItsHeaders();
    void doesNotFollowARedirectElsewhere_data();
    void doesNotFollowARedirectElsewhere();
    void followsASlashOnceOnThePlainGet();
    void doesNotFollowASlashTwiceNorWithABody();
    void unpacksWellPackedJson();
    void endsAGzipBombInTooLargeWithFlatMemory();
    void capsABodyWhileItStreams_data();
    void capsABodyWhileItStreams();
    void reportsABrokenGzip();
    void timesOutAfterSilence_data();
    void timesOutAfterSilence();
    void timesOutAfterTheWhole();
    void silenceRestsWhilePaused();
    void pausingHoldsTheServerUp_data();
    void pausingHoldsTheServerUp();
    void receivesABodyWithoutALengthWhilePaused_data();
    void receivesABodyWithoutALengthWhilePaused();
    void reportsAFullDiskWhilePaused();
    void readsAllOverTlsWhateverThePauses_data();
    void readsAllOverTlsWhateverThePauses();
    void reportsAnInterruptedBody_data();
    void reportsAnInterruptedBody();
    void deliversWhatCameBeforeABreakAndEndsAtOnce_data();
    void deliversWhatCameBeforeABreakAndEndsAtOnce();
    void refusesAWebPage();
    void doesNotTrustASelfSignedCertificate();
    void refusesPlainHttpElsewhereWithoutConnecting_data();
    void refusesPlainHttpElsewhereWithoutConnecting();
    void reportsAPortNobodyListensOn();
    void cancelsAtOnceAndOnce();
    void leavesTheConnectionsOfEndedJobsToOthers();
    void mayBeDestroyedWhileItDelivers();
    void neverTellsTheAccountsPathOrSecret();
};

void HttpClientTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void HttpClientTest::deliversABodyAndItsHeaders()
{
    FakeHttpServer server([](const Request &) { return Response::json(R"({"data":[]})"); });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/a"_s).resolved(QUrl(u"?b=c%2Bd"_s))), {}, sink);
    QCOMPARE(sink.ends, 0);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(*sink.response);
    QCOMPARE((*sink.response)->status, 200);
    QCOMPARE(sink.body, R"({"data":[]})");

    const Request &request = server.requests().constFirst();
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.query, "b=c%2Bd");
    QCOMPARE(request.header("Authorization"), "Bearer s3cr3t-t0ken");
    QCOMPARE(request.header("Accept"), "application/json");
    QVERIFY(request.header("User-Agent").startsWith("trailglass/"));
    QVERIFY(!request.header("User-Agent").contains("Mozilla"));
    QVERIFY(request.header("Upgrade").isEmpty());
}

void HttpClientTest::sendsABodyWithAGet()
{
    FakeHttpServer server([](const Request &) { return Response::json("{}"); });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    HttpRequest request = get(server.url(u"/api/v1/audit_logs"_s));
    request.body = R"({"start_date":null})";
    const auto job = client.send(request, {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QCOMPARE(server.requests().constFirst().method, "GET");
    QCOMPARE(server.requests().constFirst().body, request.body);
    QCOMPARE(server.requests().constFirst().header("Content-Type"), "application/json");
}

void HttpClientTest::sendsOnceWhatMustNotHappenTwice_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::newRow("closed before anything") << Ending::Drop;
    QTest::newRow("reset before anything") << Ending::Reset;
}

/// Qt sends a request that broke before its response again, up to three times.
void HttpClientTest::sendsOnceWhatMustNotHappenTwice()
{
    QFETCH(const Ending, ending);
    FakeHttpServer server([&](const Request &) {
        Response response = Response::json("{}");
        response.ending = ending;
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const HttpRequest request{.verb = "POST",
                              .url = server.url(u"/"_s),
                              .headers = {},
                              .body = "INSERT",
                              .response = ResponseForm::Bytes,
                              .isSentOnce = true};
    const auto job = client.send(request, {}, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 20'000);
    QVERIFY(sink.failedWith(ErrorKind::Network));
    QCOMPARE(server.requests().size(), 1);
}

void HttpClientTest::sendsALongBodyOnceAndWhole()
{
    QByteArray body;
    for (int number = 0; body.size() < 1'000'000; ++number)
        body += QByteArray::number(number) + ' ';
    FakeHttpServer server([](const Request &) { return Response::json("{}"); });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(
        {.verb = "POST", .url = server.url(u"/"_s), .headers = {}, .body = body, .isSentOnce = true}, {},
        sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 20'000);
    QVERIFY(*sink.response);
    QVERIFY(server.requests().constFirst().body == body);
    QCOMPARE(server.requests().constFirst().header("Content-Length"), QByteArray::number(body.size()));
}

void HttpClientTest::takesBytesThatBeginLikeAWebPage()
{
    FakeHttpServer server([](const Request &) { return Response::json("<60 bytes follow"); });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(
        {.url = server.url(u"/"_s), .headers = {}, .body = {}, .response = ResponseForm::Bytes}, {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(*sink.response);
    QCOMPARE(sink.body, "<60 bytes follow");
    QCOMPARE(server.requests().constFirst().header("Accept"), "*/*");
}

void HttpClientTest::givesEachHeaderOfAResponse()
{
    FakeHttpServer server([](const Request &) {
        Response response = Response::json("{}");
        response.headers.append(Header{"X-Served-By", "shard 2"});
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(*sink.response);
    QCOMPARE((*sink.response)->header("x-served-by"), "shard 2");
    QVERIFY((*sink.response)->header("X-Served").isNull());
}

void HttpClientTest::sendsNoCookieBack()
{
    FakeHttpServer server([](const Request &) {
        Response response = Response::json("{}");
        response.headers.append(Header{"Set-Cookie", "session=1; Path=/"});
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    for (int round = 0; round < 2; ++round) {
        RecordingSink sink;
        const auto job = client.send(get(server.url(u"/"_s)), {}, sink);
        QTRY_COMPARE(sink.ends, 1);
    }
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.requests().constLast().header("Cookie").isNull());
}

void HttpClientTest::keepsTheFirstOfARefusalAndItsHeaders()
{
    FakeHttpServer server([](const Request &request) {
        Response response =
            Response::json(request.path == "/long" ? QByteArray(1'000'000, 'x') : R"({"error":"no"})", 429);
        response.headers.append(Header{"Retry-After", "17"});
        response.headers.append(Header{"Date", "Fri, 20 Nov 2026 09:00:00 GMT"});
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/short"_s)), {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(*sink.response);
    QCOMPARE((*sink.response)->status, 429);
    QVERIFY(!(*sink.response)->isSuccess());
    QCOMPARE((*sink.response)->errorBody, R"({"error":"no"})");
    QCOMPARE((*sink.response)->retryAfter, "17");
    QCOMPARE((*sink.response)->date, "Fri, 20 Nov 2026 09:00:00 GMT");
    QCOMPARE(sink.received, 0);

    RecordingSink longSink;
    const auto longJob = client.send(get(server.url(u"/long"_s)), {}, longSink);
    QTRY_COMPARE(longSink.ends, 1);
    QCOMPARE((*longSink.response)->errorBody.size(), HttpResponse::KeptErrorBytes);
}

void HttpClientTest::doesNotFollowARedirectElsewhere_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("told");

    const QString sameHost = u"another of its addresses"_s;
    QTest::newRow("another port") << QByteArray("http://127.0.0.1:OTHER/a/") << 302
                                  << u"http://127.0.0.1:OTHER"_s;
    QTest::newRow("another host") << QByteArray("https://evil.example/a/?t=1") << 307
                                  << u"https://evil.example"_s;
    QTest::newRow("another scheme") << QByteArray("https://127.0.0.1:SAME/a/") << 301
                                    << u"https://127.0.0.1:SAME"_s;
    QTest::newRow("no scheme") << QByteArray("//evil.example/a/") << 308 << u"http://evil.example"_s;
    QTest::newRow("another path") << QByteArray("/login") << 302 << sameHost;
    QTest::newRow("no location") << QByteArray() << 302 << sameHost;
    QTest::newRow("user name") << QByteArray("http://bob:pw@evil.example/a/") << 302
                               << u"http://evil.example,"_s;
}

void HttpClientTest::doesNotFollowARedirectElsewhere()
{
    QFETCH(QByteArray, location);
    QFETCH(const int, status);
    QFETCH(QString, told);
    FakeHttpServer other([](const Request &) { return Response::json("{}"); });
    FakeHttpServer server([&](const Request &) {
        return location.isEmpty() ? Response{.status = status} : Response::redirect(location, status);
    });
    QVERIFY(other.listen());
    QVERIFY(server.listen());
    location.replace("OTHER", QByteArray::number(other.port()))
        .replace("SAME", QByteArray::number(server.port()));
    told.replace(u"OTHER"_s, QString::number(other.port()))
        .replace(u"SAME"_s, QString::number(server.port()));

    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/a"_s)), {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(sink.failedWith(ErrorKind::Redirect));
    QVERIFY2(sink.response->error().message.contains(told), qPrintable(sink.response->error().message));
    QVERIFY(!sink.response->error().message.contains(u"bob"_s));
    QCOMPARE(sink.response->error().httpStatus, status);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(other.connectionCount(), 0);
}

void HttpClientTest::followsASlashOnceOnThePlainGet()
{
    FakeHttpServer server([](const Request &request) {
        return request.path.endsWith('/') ? Response::json("[1]")
                                          : Response::redirect(request.path + "/?page=99", 301);
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/audit_logs"_s).resolved(QUrl(u"?page=2"_s))), {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(*sink.response);
    QCOMPARE(sink.body, "[1]");
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().constLast().path, "/audit_logs/");
    QCOMPARE(server.requests().constLast().query, "page=2");
    QCOMPARE(server.requests().constLast().header("Authorization"), "Bearer s3cr3t-t0ken");
}

void HttpClientTest::doesNotFollowASlashTwiceNorWithABody()
{
    FakeHttpServer server([](const Request &request) {
        return Response::redirect(request.path.endsWith('/') ? request.path.chopped(1)
                                                             : QByteArray(request.path + '/'));
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/a"_s)), {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(sink.failedWith(ErrorKind::Redirect));
    QCOMPARE(server.requests().size(), 2);

    server.clearRequests();
    RecordingSink bodySink;
    HttpRequest withBody = get(server.url(u"/a"_s));
    withBody.body = "{}";
    const auto bodyJob = client.send(withBody, {}, bodySink);
    QTRY_COMPARE(bodySink.ends, 1);
    QVERIFY(bodySink.failedWith(ErrorKind::Redirect));
    QCOMPARE(server.requests().size(), 1);
}

void HttpClientTest::unpacksWellPackedJson()
{
    const QByteArray row =
        R"({"gid":"1","event_type":"user_login_succeeded","created_at":"2026-11-20T09:15:00.123Z"},)";
    const QByteArray plain = row.repeated(400'000); // over Qt's 10 MiB, and far better packed than its 40:1
    QVERIFY(gzip(plain).size() * 100 < plain.size());
    FakeHttpServer server([&](const Request &) {
        Response response = Response::json(plain);
        response.gzip = true;
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 60'000);
    QVERIFY(*sink.response);
    QVERIFY(sink.body == plain);
}

void HttpClientTest::endsAGzipBombInTooLargeWithFlatMemory()
{
    const QByteArray bomb = gzip(QByteArray(256 * 1024 * 1024, ' ')); // a quarter of a megabyte on the wire
    QCOMPARE_LT(bomb.size(), 1024 * 1024);
    FakeHttpServer server([&](const Request &) {
        Response response = Response::json(bomb);
        response.headers.append(Header{"Content-Encoding", "gzip"});
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const qint64 before = residentBytes();
    qint64 most = 0;
    sink.onBytes = [&](QByteArrayView) {
        most = std::max(most, residentBytes());
    };
    const auto job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 60'000);
    QVERIFY(sink.failedWith(ErrorKind::TooLarge));
    QCOMPARE_LE(sink.received, HttpLimits::PageBytes);
    QCOMPARE_LT(most - before, 24 * 1024 * 1024 + SanitizerAllowance);
}

void HttpClientTest::capsABodyWhileItStreams_data()
{
    QTest::addColumn<Framing>("framing");
    QTest::newRow("Content-Length") << Framing::ContentLength;
    QTest::newRow("chunked") << Framing::Chunked;
    QTest::newRow("until the connection closes") << Framing::UntilClose;
}

void HttpClientTest::capsABodyWhileItStreams()
{
    QFETCH(const Framing, framing);
    FakeHttpServer server([framing](const Request &) {
        Response response = Response::json(QByteArray(1'000'000, '1'));
        response.framing = framing;
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink exact;
    const auto exactJob = client.send(get(server.url(u"/"_s)), {.bytes = 1'000'000}, exact);
    QTRY_COMPARE(exact.ends, 1);
    QVERIFY(*exact.response);

    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/"_s)), {.bytes = 999'999}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(sink.failedWith(ErrorKind::TooLarge));
    QCOMPARE_LE(sink.received, 999'999);
}

void HttpClientTest::reportsABrokenGzip()
{
    FakeHttpServer server([](const Request &) {
        Response response = Response::json("this is not gzip at all");
        response.headers.append(Header{"Content-Encoding", "gzip"});
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(sink.failedWith(ErrorKind::Malformed));
}

void HttpClientTest::timesOutAfterSilence_data()
{
    QTest::addColumn<HttpLimits>("limits");
    QTest::addColumn<std::chrono::milliseconds>("silence");
    QTest::newRow("a page") << HttpLimits() << std::chrono::milliseconds(30s);
    QTest::newRow("one full response") << HttpLimits::streamed() << std::chrono::milliseconds(2min);
}

void HttpClientTest::timesOutAfterSilence()
{
    QFETCH(const HttpLimits, limits);
    QFETCH(const std::chrono::milliseconds, silence);
    FakeHttpServer server([](const Request &) {
        Response response = Response::json(R"({"data":[1,2,3]})");
        response.ending = Ending::Hang;
        response.bytesBeforeEnding = 5;
        return response;
    });
    QVERIFY(server.listen());
    ManualScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/"_s)), limits, sink);
    QTRY_COMPARE(sink.received, 5);
    scheduler.advance(silence - 1ms);
    QCOMPARE(sink.ends, 0);
    scheduler.advance(1ms);
    QCOMPARE(sink.ends, 1);
    QVERIFY(sink.failedWith(ErrorKind::Timeout));
    QVERIFY(sink.response->error().message.contains(QString::number(silence / 1s)));
}

void HttpClientTest::timesOutAfterTheWhole()
{
    FakeHttpServer server([](const Request &) {
        Response response;
        response.ending = Ending::Hang;
        return response;
    });
    QVERIFY(server.listen());
    ManualScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/"_s)), {.silence = 1h}, sink);
    QTRY_COMPARE(server.requests().size(), 1);
    scheduler.advance(10min - 1ms);
    QCOMPARE(sink.ends, 0);
    scheduler.advance(1ms);
    QVERIFY(sink.failedWith(ErrorKind::Timeout));
}

void HttpClientTest::silenceRestsWhilePaused()
{
    FakeHttpServer server([](const Request &) { return Response::json(QByteArray(200'000, '1')); });
    QVERIFY(server.listen());
    ManualScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    std::unique_ptr<HttpJob> job;
    sink.onBytes = [&](QByteArrayView) {
        job->pause();
    };
    job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_VERIFY(sink.received > 0);
    scheduler.advance(5min);
    QCOMPARE(sink.ends, 0);
    sink.onBytes = [](QByteArrayView) {
    };
    job->resume();
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(*sink.response);
    QCOMPARE(sink.received, 200'000);
}

void HttpClientTest::pausingHoldsTheServerUp_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<bool>("isSentOnce");
    QTest::newRow("GET") << QByteArray("GET") << false;
    QTest::newRow("POST with a body") << QByteArray("POST") << false;
    QTest::newRow("POST with a body, sent once") << QByteArray("POST") << true;
}

/// Of a body with a length Qt holds little, and the system a few megabytes.
void HttpClientTest::pausingHoldsTheServerUp()
{
    QFETCH(const QByteArray, verb);
    QFETCH(const bool, isSentOnce);
    constexpr qint64 Size = 64 * 1024 * 1024;
    constexpr int SlowPieces = 200; // 12.5 MiB, for which a server takes no 200 ms
    FakeHttpServer server([](const Request &) { return Response::json(QByteArray(Size, '1')); });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    std::unique_ptr<HttpJob> job;
    int pauses = 0;
    qint64 largestPiece = 0;
    qint64 maxUnderWay = 0;
    sink.onBytes = [&](QByteArrayView bytes) {
        const auto *connection = server.findChild<QTcpSocket *>(); // it got the whole body at once
        const qint64 unsent = connection ? connection->bytesToWrite() : 0;
        maxUnderWay = std::max(maxUnderWay, Size - unsent - sink.received);
        largestPiece = std::max<qint64>(largestPiece, bytes.size());
        job->pause();
        QTimer::singleShot(++pauses <= SlowPieces ? 1ms : 0ms, job.get(), &HttpJob::resume);
    };
    HttpRequest request = verb == "GET" ? get(server.url(u"/"_s)) : post(server.url(u"/"_s));
    request.isSentOnce = isSentOnce;
    job = client.send(request, {}, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 60'000);
    QVERIFY(*sink.response);
    QCOMPARE(sink.received, Size);
    QCOMPARE_LE(largestPiece, 64 * 1024);
    QCOMPARE_GE(pauses, 1'024);
    QCOMPARE_LT(maxUnderWay, Size / 2);
}

void HttpClientTest::receivesABodyWithoutALengthWhilePaused_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<bool>("isPacked");
    for (const QByteArray &verb : {QByteArray("GET"), QByteArray("POST")}) {
        QTest::addRow("%s, chunked", verb.constData()) << verb << Framing::Chunked << false;
        QTest::addRow("%s, until the connection closes", verb.constData())
            << verb << Framing::UntilClose << false;
    }
    QTest::newRow("POST, chunked and packed") << QByteArray("POST") << Framing::Chunked << true;
}

/// It is larger than what the system and Qt hold.
void HttpClientTest::receivesABodyWithoutALengthWhilePaused()
{
    QFETCH(const QByteArray, verb);
    QFETCH(const Framing, framing);
    QFETCH(const bool, isPacked);
    constexpr qsizetype Size = 32 * 1024 * 1024;
    QList<quint32> numbers(Size / 4); // which gzip packs no further
    QRandomGenerator(1).fillRange(numbers.data(), numbers.size());
    const QByteArray body = '1' + QByteArray(reinterpret_cast<const char *>(numbers.constData()), Size);
    FakeHttpServer server([&](const Request &) {
        Response response = Response::json(body);
        response.framing = framing;
        response.gzip = isPacked;
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    std::unique_ptr<HttpJob> job;
    QByteArray received;
    bool isPausing = true;
    sink.onBytes = [&](QByteArrayView bytes) {
        received += bytes;
        if (isPausing)
            job->pause();
    };
    job = client.send(verb == "GET" ? get(server.url(u"/"_s)) : post(server.url(u"/"_s)), {}, sink);
    QTRY_VERIFY_WITH_TIMEOUT(sink.received > 0, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(hasSentAll(server), 60'000);
    QCOMPARE_LE(sink.received, 64 * 1024);
    QCOMPARE(sink.ends, 0);

    isPausing = false;
    job->resume();
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 60'000);
    QVERIFY2(*sink.response, *sink.response ? "" : qPrintable(sink.response->error().message));
    QVERIFY(received == body);
}

void HttpClientTest::reportsAFullDiskWhilePaused()
{
    FakeHttpServer server([](const Request &) {
        Response response = Response::json(QByteArray(16 * 1024 * 1024, '1'));
        response.framing = Framing::Chunked;
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    std::unique_ptr<HttpJob> job;
    sink.onBytes = [&](QByteArrayView) {
        job->pause();
    };
    const FileSizeLimit limit(100'000);
    job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 60'000);
    QVERIFY(sink.failedWith(ErrorKind::DiskFull));
    QCOMPARE_LE(sink.received, 64 * 1024);
}

void HttpClientTest::readsAllOverTlsWhateverThePauses_data()
{
    QTest::addColumn<Framing>("framing");
    QTest::newRow("Content-Length") << Framing::ContentLength;
    QTest::newRow("chunked") << Framing::Chunked;
}

void HttpClientTest::readsAllOverTlsWhateverThePauses()
{
    QFETCH(const Framing, framing);
    QByteArray body;
    for (int number = 0; body.size() < 8'000'000; ++number)
        body += QByteArray::number(number) + ' ';
    FakeHttpServer server([&](const Request &) {
        Response response = Response::json(body);
        response.framing = framing;
        response.pieceSize = 100'000;
        return response;
    });
    QVERIFY(server.listen(loopbackCertificate(), loopbackKey()));
    const auto restore = qScopeGuard([before = QSslConfiguration::defaultConfiguration()] {
        QSslConfiguration::setDefaultConfiguration(before);
    });
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates({loopbackCertificate()});
    QSslConfiguration::setDefaultConfiguration(trusting);

    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    std::unique_ptr<HttpJob> job;
    QByteArray received;
    sink.onBytes = [&](QByteArrayView bytes) {
        received += bytes;
        job->pause();
        QTimer::singleShot(1ms, job.get(), &HttpJob::resume);
    };
    job = client.send(post(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 60'000);
    QVERIFY2(*sink.response, *sink.response ? "" : qPrintable(sink.response->error().message));
    QVERIFY(received == body);
}

void HttpClientTest::reportsAnInterruptedBody_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<qint64>("after");

    QTest::newRow("closed, Content-Length") << Ending::Drop << Framing::ContentLength << qint64(10);
    QTest::newRow("closed, chunked") << Ending::Drop << Framing::Chunked << qint64(10);
    QTest::newRow("reset, Content-Length") << Ending::Reset << Framing::ContentLength << qint64(10);
    QTest::newRow("closed before anything") << Ending::Drop << Framing::ContentLength << qint64(-1);
    QTest::newRow("reset before anything") << Ending::Reset << Framing::ContentLength << qint64(-1);
}

void HttpClientTest::reportsAnInterruptedBody()
{
    QFETCH(const Ending, ending);
    QFETCH(const Framing, framing);
    QFETCH(const qint64, after);
    FakeHttpServer server([&](const Request &) {
        Response response = Response::json(R"({"data":[{"gid":"1"},{"gid":"2"}]})");
        response.ending = ending;
        response.framing = framing;
        response.bytesBeforeEnding = after;
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 20'000);
    QVERIFY(sink.failedWith(ErrorKind::Network));
    QVERIFY(sink.response->error().message.contains(server.url().toString()));
}

void HttpClientTest::deliversWhatCameBeforeABreakAndEndsAtOnce_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::newRow("GET") << QByteArray("GET");
    QTest::newRow("POST") << QByteArray("POST");
}

/// Time stands still, so that it is not the time-out that ends it.
void HttpClientTest::deliversWhatCameBeforeABreakAndEndsAtOnce()
{
    QFETCH(const QByteArray, verb);
    constexpr qint64 Half = 6'000'000;
    FakeHttpServer server([](const Request &) {
        Response response = Response::json(QByteArray(2 * Half, '1'));
        response.framing = Framing::Chunked;
        response.ending = Ending::Drop;
        response.bytesBeforeEnding = Half;
        return response;
    });
    QVERIFY(server.listen());
    ManualScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    std::unique_ptr<HttpJob> job;
    sink.onBytes = [&](QByteArrayView) {
        job->pause();
        QTimer::singleShot(1ms, job.get(), &HttpJob::resume);
    };
    job = client.send(verb == "GET" ? get(server.url(u"/"_s)) : post(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 60'000);
    QVERIFY(sink.failedWith(ErrorKind::Network));
    QCOMPARE(sink.received, Half);
}

void HttpClientTest::refusesAWebPage()
{
    FakeHttpServer server([](const Request &) { return Response::html(200, "Sign in"); });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(sink.failedWith(ErrorKind::Malformed));
    QVERIFY(sink.response->error().message.contains(u"web page"_s));
    QCOMPARE(sink.received, 0);
}

void HttpClientTest::doesNotTrustASelfSignedCertificate()
{
    FakeHttpServer server([](const Request &) { return Response::json("{}"); });
    QVERIFY(server.listen(loopbackCertificate(), loopbackKey()));
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 20'000);
    QVERIFY(sink.failedWith(ErrorKind::Tls));
    QVERIFY2(sink.response->error().message.contains(u"self-signed"_s),
             qPrintable(sink.response->error().message));
    QVERIFY(server.requests().isEmpty());
}

void HttpClientTest::refusesPlainHttpElsewhereWithoutConnecting_data()
{
    QTest::addColumn<QUrl>("url");

    QTest::newRow("a name") << QUrl(u"http://example.invalid/"_s);
    QTest::newRow("a name that begins like loopback") << QUrl(u"http://127.0.0.1.example.invalid/"_s);
    QTest::newRow("a private address") << QUrl(u"http://192.0.2.1/"_s);
    QTest::newRow("any address") << QUrl(u"http://0.0.0.0/"_s);
    QTest::newRow("a file") << QUrl(u"file:///etc/hostname"_s);
    QTest::newRow("data") << QUrl(u"data:application/json,[]"_s);
    QTest::newRow("nothing") << QUrl();
}

void HttpClientTest::refusesPlainHttpElsewhereWithoutConnecting()
{
    QFETCH(const QUrl, url);
    ManualScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(url), {}, sink);
    QCOMPARE(sink.ends, 0);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(sink.failedWith(ErrorKind::Usage));
    QVERIFY(job->findChildren<QNetworkReply *>().isEmpty());
}

void HttpClientTest::reportsAPortNobodyListensOn()
{
    FakeHttpServer server;
    QVERIFY(server.listen());
    const QUrl url = server.url(u"/"_s);
    server.close();
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send(get(url), {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(sink.failedWith(ErrorKind::Network));
    QVERIFY(sink.response->error().message.contains(u"refused the connection"_s));
}

void HttpClientTest::cancelsAtOnceAndOnce()
{
    FakeHttpServer server([](const Request &) {
        Response response;
        response.ending = Ending::Hang;
        return response;
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    auto job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE(server.requests().size(), 1);
    job->cancel();
    QCOMPARE(sink.ends, 1);
    QVERIFY(sink.failedWith(ErrorKind::Cancelled));
    job->cancel();
    QCOMPARE(sink.ends, 1);

    RecordingSink early;
    client.send(get(server.url(u"/"_s)), {}, early)->cancel();
    QCOMPARE(early.ends, 1);
    QVERIFY(early.failedWith(ErrorKind::Cancelled));
}

/// Qt opens six connections to a host; a request beyond them waits for one that is free.
void HttpClientTest::leavesTheConnectionsOfEndedJobsToOthers()
{
    FakeHttpServer server([](const Request &request) {
        Response response = Response::json("[1]");
        if (request.path == "/hang") {
            response.ending = Ending::Hang;
            response.bytesBeforeEnding = 1;
        }
        return response;
    });
    QVERIFY(server.listen());
    ManualScheduler scheduler;
    HttpClient client(scheduler);
    enum class End
    {
        TimeOut,
        Cancelled,
        Destroyed
    };
    for (const End end : {End::TimeOut, End::Cancelled, End::Destroyed}) {
        for (int round = 0; round < 3; ++round) {
            RecordingSink sink;
            auto job = client.send(get(server.url(u"/hang"_s)), {}, sink);
            QTRY_COMPARE(sink.received, 1);
            if (end == End::TimeOut)
                scheduler.advance(HttpLimits().silence);
            else if (end == End::Cancelled)
                job->cancel();
            job.reset();
        }
    }
    RecordingSink sink;
    const auto job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QVERIFY(*sink.response);
    QCOMPARE(sink.body, "[1]");
}

void HttpClientTest::mayBeDestroyedWhileItDelivers()
{
    FakeHttpServer server([](const Request &) { return Response::json(QByteArray(1'000'000, '1')); });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    std::unique_ptr<HttpJob> job;
    sink.onBytes = [&](QByteArrayView) {
        job.reset();
    };
    job = client.send(get(server.url(u"/"_s)), {}, sink);
    QTRY_VERIFY(!job);
    RecordingSink next;
    const auto nextJob = client.send(get(server.url(u"/"_s)), {}, next);
    QTRY_COMPARE(next.ends, 1);
    QCOMPARE(sink.ends, 0);
    QCOMPARE_LE(sink.received, 64 * 1024);
}

void HttpClientTest::neverTellsTheAccountsPathOrSecret()
{
    Response response = Response::redirect("https://elsewhere.example" + AccountPath.toUtf8());
    FakeHttpServer server([&](const Request &) { return response; });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    const auto failure = [&](const HttpLimits &limits) {
        RecordingSink sink;
        const auto job = client.send(get(server.url(AccountPath)), limits, sink);
        [&] {
            QTRY_VERIFY(sink.response.has_value());
        }();
        return sink.response->error();
    };
    QList<Error> errors{failure({})};
    response = Response::html(200, "Sign in");
    errors.append(failure({}));
    response = Response::json(QByteArray(1'000, '1'));
    errors.append(failure({.bytes = 10}));
    response.ending = Ending::Drop;
    errors.append(failure({}));
    response.ending = Ending::Hang;
    errors.append(failure({.silence = 1ms}));
    for (const Error &error : errors) {
        for (const QString &text : {error.message, error.detail}) {
            QVERIFY2(!text.contains(u"4711"_s) && !text.contains(u"s3cr3t"_s), qPrintable(text));
        }
    }
}

TRAILGLASS_TEST(HttpClientTest)
#include "tst_httpclient.moc"
