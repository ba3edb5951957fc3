// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httpclient.h"
#include "models/network/retrypolicy.h"
#include "models/network/timerscheduler.h"
#include "tests/network/recordingsink.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"
#include "tests/support/fakevendors.h"
#include "tests/support/gzip.h"
#include "tests/sync/syncharness.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

constexpr qint64 PieceBytes = 64 * 1024;
constexpr qsizetype BlockBytes = 16 * 1024 * 1024;

/// Unpacks to \a blocks times 16 MiB of spaces; 16 KiB each.
QByteArray bomb(int blocks)
{
    return gzip(QByteArray(BlockBytes, ' ')).repeated(blocks);
}

Response packed(const QByteArray &body, const QByteArray &encoding = "gzip", int status = 200)
{
    Response response = Response::json(body, status);
    response.headers.append(Header{"Content-Encoding", encoding});
    return response;
}

/// Counts turns of the event loop, as long as it lives.
class Turns : public QObject
{
public:
    Turns() { next(); }
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    void next()
    {
        ++m_count;
        QMetaObject::invokeMethod(this, &Turns::next, Qt::QueuedConnection);
    }
    qint64 m_count = 0;
};

} // namespace

/// What becomes of bodies that are packed: gzip is read, in pieces, and nothing else.
class UnpackingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksForGzipAlone();
    void readsABodyAsItsEncodingSays_data();
    void readsABodyAsItsEncodingSays();
    void refusesAnotherEncodingWithoutItsBody_data();
    void refusesAnotherEncodingWithoutItsBody();
    void readsMembersOneAfterTheOtherHoweverTheyAreCut_data();
    void readsMembersOneAfterTheOtherHoweverTheyAreCut();
    void reportsWhatIsNoWholeGzipAndMayBeAskedAgain_data();
    void reportsWhatIsNoWholeGzipAndMayBeAskedAgain();
    void reportsAPackedBodyThatBreaksOff();
    void endsABombAtTheCap();
    void endsABombThatUnpacksToNothing();
    void unpacksAPieceATurnSoThatOthersGoOn();
    void cancelsBetweenTwoPieces();
    void pausesBetweenTwoPieces();
    void unpacksTheWordsOfARefusal();
    void keepsTheStatusOfARefusalWhoseWordsCannotBeRead_data();
    void keepsTheStatusOfARefusalWhoseWordsCannotBeRead();
    void quotesNoByteOfABodyThatIsNoText_data();
    void quotesNoByteOfABodyThatIsNoText();
    void followsARedirectWhateverItsBodyIs();
    void aBombOfOneSourceDoesNotStopAnother();

private:
    /// Sends one request to a server whose response is \a response, and waits for the end.
    static void ask(const Response &response, RecordingSink &sink, const HttpLimits &limits = {});
};

void UnpackingTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void UnpackingTest::ask(const Response &response, RecordingSink &sink, const HttpLimits &limits)
{
    FakeHttpServer server([&](const Request &) { return response; });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    const auto job = client.send({.url = server.url(u"/"_s), .headers = {}, .body = {}}, limits, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 120'000);
    if (!*sink.response) {
        const QString message = sink.response->error().message;
        QVERIFY2(message.contains(server.url().toString()), qPrintable(message));
    }
}

void UnpackingTest::asksForGzipAlone()
{
    FakeHttpServer server([](const Request &) { return Response::json("{}"); });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    const auto job = client.send({.url = server.url(u"/"_s), .headers = {}, .body = {}}, {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QCOMPARE(server.requests().constFirst().header("Accept-Encoding"), "gzip");
}

void UnpackingTest::readsABodyAsItsEncodingSays_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<bool>("isPacked");

    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("identity") << QByteArray("identity") << false;
    QTest::newRow("identity, twice and in capitals") << QByteArray("Identity,,IDENTITY") << false;
    QTest::newRow("gzip") << QByteArray("gzip") << true;
    QTest::newRow("gzip in capitals") << QByteArray("GZip") << true;
    QTest::newRow("x-gzip") << QByteArray("x-gzip") << true;
    QTest::newRow("x-gzip with spaces") << QByteArray("  X-GZIP ") << true;
    QTest::newRow("identity and gzip") << QByteArray("identity, gzip") << true;
}

void UnpackingTest::readsABodyAsItsEncodingSays()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const bool, isPacked);
    const QByteArray plain = R"({"data":[1,2,3]})";
    RecordingSink sink;
    ask(packed(isPacked ? gzip(plain) : plain, encoding), sink);
    QVERIFY(*sink.response);
    QCOMPARE(sink.body, plain);
}

void UnpackingTest::refusesAnotherEncodingWithoutItsBody_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("told");

    for (const char *encoding : {"br", "deflate", "zstd", "compress", "gzip, gzip", "gzip, br", "br, gzip"}) {
        QTest::newRow(encoding) << QByteArray(encoding) << u"“%1”"_s.arg(QLatin1StringView(encoding));
    }
    QTest::newRow("not even text") << QByteArray("\x1b]0;x\x9b\xe9") << u"“<U+001B>]0;x<U+009B>é”"_s;
    QTest::newRow("long") << QByteArray(5'000, 'x') << u"“"_s + QString(40, u'x') + u"”"_s;
}

void UnpackingTest::refusesAnotherEncodingWithoutItsBody()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QString, told);
    Response response = packed("BODY BYTES", encoding);
    response.ending = Ending::Hang; // the head alone decides
    response.bytesBeforeEnding = 0;
    RecordingSink sink;
    ask(response, sink);
    QVERIFY(sink.failedWith(ErrorKind::Unsupported));
    QVERIFY(!RetryPolicy::isWorthRepeating(ErrorKind::Unsupported));
    const QString message = sink.response->error().message;
    QVERIFY2(message.contains(told), qPrintable(message));
    QCOMPARE(sink.received, 0);
}

void UnpackingTest::readsMembersOneAfterTheOtherHoweverTheyAreCut_data()
{
    QTest::addColumn<qsizetype>("pieceSize");

    for (const qsizetype size : {1, 2, 7, 19, 100'000}) {
        QTest::addRow("pieces of %lld", static_cast<long long>(size)) << size;
    }
}

void UnpackingTest::readsMembersOneAfterTheOtherHoweverTheyAreCut()
{
    QFETCH(const qsizetype, pieceSize);
    const QByteArray large = QByteArray("0123456789").repeated(20'000);
    Response response =
        packed(gzip("[") + gzip({}) + gzip("1,") + gzip({}) + gzip({}) + gzip(large) + gzip("]") + gzip({}));
    response.pieceSize = pieceSize;
    RecordingSink sink;
    ask(response, sink);
    QVERIFY(*sink.response);
    QCOMPARE(sink.body, "[1," + large + "]");
}

void UnpackingTest::reportsWhatIsNoWholeGzipAndMayBeAskedAgain_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");

    const QByteArray whole = gzip(R"({"data":[{"gid":"1"},{"gid":"2"},{"gid":"3"}]})");
    const auto changed = [&](qsizetype fromEnd) {
        QByteArray body = whole;
        body[body.size() - fromEnd] = static_cast<char>(body[body.size() - fromEnd] ^ 1);
        return body;
    };
    QTest::newRow("cut in its head") << whole.first(5) << ErrorKind::Network;
    QTest::newRow("cut in its data") << whole.first(whole.size() / 2) << ErrorKind::Network;
    QTest::newRow("cut before its checksum") << whole.chopped(8) << ErrorKind::Network;
    QTest::newRow("cut in its length") << whole.chopped(1) << ErrorKind::Network;
    QTest::newRow("its second member cut") << whole + whole.chopped(3) << ErrorKind::Network;
    QTest::newRow("a wrong checksum") << changed(8) << ErrorKind::Malformed;
    QTest::newRow("a wrong length") << changed(4) << ErrorKind::Malformed;
    QTest::newRow("text after it") << whole + "and more" << ErrorKind::Malformed;
    QTest::newRow("NUL after it") << whole + QByteArray(8, '\0') << ErrorKind::Malformed;
    QTest::newRow("no gzip") << QByteArray("{\"data\":[]}") << ErrorKind::Malformed;
    QTest::newRow("zlib in its place") << qCompress(QByteArray("{}")).mid(4) << ErrorKind::Malformed;
}

void UnpackingTest::reportsWhatIsNoWholeGzipAndMayBeAskedAgain()
{
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    for (const Framing framing : {Framing::ContentLength, Framing::Chunked, Framing::UntilClose}) {
        Response response = packed(body);
        response.framing = framing;
        RecordingSink sink;
        ask(response, sink);
        QVERIFY(sink.failedWith(kind));
        QVERIFY(RetryPolicy::isWorthRepeating(kind));
    }
}

void UnpackingTest::reportsAPackedBodyThatBreaksOff()
{
    Response response = packed(gzip(QByteArray("0123456789").repeated(1'000)));
    response.ending = Ending::Drop;
    response.bytesBeforeEnding = response.body.size() - 1;
    RecordingSink sink;
    ask(response, sink);
    QVERIFY(sink.failedWith(ErrorKind::Network));
}

void UnpackingTest::endsABombAtTheCap()
{
    RecordingSink sink;
    sink.onBytes = [](QByteArrayView) {
    };
    ask(packed(bomb(256)), sink); // 4 GiB
    QVERIFY(sink.failedWith(ErrorKind::TooLarge));
    QCOMPARE(sink.received, HttpLimits::PageBytes);
}

void UnpackingTest::endsABombThatUnpacksToNothing()
{
    RecordingSink sink;
    ask(packed(gzip({}).repeated(100'000)), sink, {.bytes = 1'000'000});
    QVERIFY(sink.failedWith(ErrorKind::TooLarge));
    QCOMPARE(sink.received, 0);
}

void UnpackingTest::unpacksAPieceATurnSoThatOthersGoOn()
{
    FakeHttpServer server([](const Request &request) {
        return request.path == "/bomb" ? packed(bomb(1'024)) : Response::json(QByteArray(300'000, '1'));
    });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink bombSink;
    RecordingSink otherSink;
    std::unique_ptr<HttpJob> other;
    const Turns turns;
    qint64 turn = 0;
    qint64 inTurn = 0;
    qint64 most = 0;
    bombSink.onBytes = [&](QByteArrayView bytes) {
        if (!other) {
            other = client.send({.url = server.url(u"/other"_s), .headers = {}, .body = {}}, {}, otherSink);
        }
        inTurn = turn == turns.count() ? inTurn + bytes.size() : bytes.size();
        turn = turns.count();
        most = std::max(most, inTurn);
    };
    const auto job = client.send({.url = server.url(u"/bomb"_s), .headers = {}, .body = {}},
                                 {.bytes = 64 * HttpLimits::StreamedBytes}, bombSink);
    QTRY_COMPARE_WITH_TIMEOUT(otherSink.ends, 1, 120'000);
    QVERIFY(*otherSink.response);
    QCOMPARE(bombSink.ends, 0); // it goes on for 16 GiB
    QCOMPARE_LE(most, PieceBytes);
}

void UnpackingTest::cancelsBetweenTwoPieces()
{
    FakeHttpServer server([](const Request &) { return packed(bomb(1'024)); });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    std::unique_ptr<HttpJob> job;
    qint64 asked = 0;
    sink.onBytes = [&](QByteArrayView) {
        if (sink.received > BlockBytes && asked == 0) {
            asked = sink.received;
            QMetaObject::invokeMethod(job.get(), &HttpJob::cancel, Qt::QueuedConnection);
        }
    };
    job = client.send({.url = server.url(u"/"_s), .headers = {}, .body = {}}, HttpLimits::streamed(), sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 120'000);
    QVERIFY(sink.failedWith(ErrorKind::Cancelled));
    QCOMPARE_LE(sink.received, asked + PieceBytes);
}

void UnpackingTest::pausesBetweenTwoPieces()
{
    FakeHttpServer server([](const Request &) { return packed(bomb(1)); });
    QVERIFY(server.listen());
    TimerScheduler scheduler;
    HttpClient client(scheduler);
    RecordingSink sink;
    std::unique_ptr<HttpJob> job;
    int pieces = 0;
    bool isPaused = false;
    sink.onBytes = [&](QByteArrayView bytes) {
        QVERIFY(!isPaused);
        QCOMPARE_LE(bytes.size(), PieceBytes);
        ++pieces;
        isPaused = true;
        job->pause();
        QMetaObject::invokeMethod(
            job.get(),
            [&] {
                isPaused = false;
                job->resume();
            },
            Qt::QueuedConnection);
    };
    job = client.send({.url = server.url(u"/"_s), .headers = {}, .body = {}}, {}, sink);
    QTRY_COMPARE_WITH_TIMEOUT(sink.ends, 1, 120'000);
    QVERIFY(*sink.response);
    QCOMPARE(sink.received, BlockBytes);
    QCOMPARE_GE(pieces, BlockBytes / PieceBytes);
}

void UnpackingTest::unpacksTheWordsOfARefusal()
{
    const QByteArray words = R"({"error":"no"})";
    RecordingSink sink;
    ask(packed(gzip(words), "x-gzip", 401), sink);
    QVERIFY(*sink.response);
    QCOMPARE((*sink.response)->status, 401);
    QCOMPARE((*sink.response)->errorBody, words);

    RecordingSink large;
    ask(packed(bomb(1'024), "gzip", 500), large);
    QVERIFY(*large.response);
    QCOMPARE((*large.response)->status, 500);
    QCOMPARE((*large.response)->errorBody, QByteArray(HttpResponse::KeptErrorBytes, ' '));

    RecordingSink endless;
    ask(packed(gzip({}).repeated(100'000), "gzip", 503), endless);
    QVERIFY(*endless.response);
    QCOMPARE((*endless.response)->status, 503);
    QCOMPARE((*endless.response)->errorBody, QByteArray());
}

void UnpackingTest::keepsTheStatusOfARefusalWhoseWordsCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("another encoding") << QByteArray("br") << QByteArray("\x0b\x02\x80no\x03");
    QTest::newRow("no gzip") << QByteArray("gzip") << QByteArray("{\"error\":\"no\"}");
    QTest::newRow("broken gzip") << QByteArray("gzip") << gzip("{\"error\":\"no\"}") + "and more";
}

void UnpackingTest::keepsTheStatusOfARefusalWhoseWordsCannotBeRead()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, body);
    RecordingSink sink;
    ask(packed(body, encoding, 403), sink);
    QVERIFY(*sink.response);
    QCOMPARE((*sink.response)->status, 403);
    QCOMPARE((*sink.response)->errorBody, QByteArray());
}

void UnpackingTest::quotesNoByteOfABodyThatIsNoText_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");

    const QByteArray json = gzip("{\"data\":[]}");
    for (const int status : {200, 400, 503}) {
        QTest::addRow("gzip that does not say so, %d", status) << status << QByteArray() << json;
        QTest::addRow("gzip in gzip, %d", status) << status << QByteArray("gzip") << gzip(json);
        QTest::addRow("brotli, %d", status)
            << status << QByteArray("br") << QByteArray("\x0b\x02\x80xyz\x03");
        QTest::addRow("Latin-1, %d", status) << status << QByteArray() << QByteArray("d\xe9sol\xe9 xyz");
    }
}

void UnpackingTest::quotesNoByteOfABodyThatIsNoText()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, body);
    AsanaServer server;
    QVERIFY(server.listen());
    server.http().setHandler([&](const Request &) { return packed(body, encoding, status); });
    SyncHarness harness("2026-11-20T12:00:00Z");
    harness.addSource(u"it"_s, u"asana"_s, server.settings());
    const SyncReport report = harness.run(harness.job(u"it"_s, server));
    QVERIFY(report.error);
    const QString message = report.error->message;
    QVERIFY2(!message.contains(QChar::ReplacementCharacter) && !message.contains(u'<')
                 && !message.contains(u"xyz"_s),
             qPrintable(message));
}

void UnpackingTest::followsARedirectWhateverItsBodyIs()
{
    for (const QByteArray &encoding : {QByteArray("gzip"), QByteArray("br")}) {
        FakeHttpServer server([&](const Request &request) {
            if (request.path.endsWith('/')) {
                return Response::json("[1]");
            }
            Response response = Response::redirect(request.path + '/', 301);
            response.headers.append(Header{"Content-Encoding", encoding});
            response.body = "no gzip";
            return response;
        });
        QVERIFY(server.listen());
        TimerScheduler scheduler;
        HttpClient client(scheduler);
        RecordingSink sink;
        const auto job = client.send({.url = server.url(u"/a"_s), .headers = {}, .body = {}}, {}, sink);
        QTRY_COMPARE(sink.ends, 1);
        QVERIFY(*sink.response);
        QCOMPARE(sink.body, "[1]");
    }
}

void UnpackingTest::aBombOfOneSourceDoesNotStopAnother()
{
    AsanaServer asana;
    QVERIFY(asana.listen());
    asana.http().setHandler([](const Request &) { return packed(bomb(64)); });
    SecodaServer secoda;
    QVERIFY(secoda.listen());
    SyncHarness harness("2026-11-20T12:00:00Z");
    harness.addSource(u"bomb"_s, u"asana"_s, asana.settings());
    harness.addSource(u"other"_s, u"secoda"_s, secoda.settings());
    const QList<SyncReport> reports =
        harness.run({harness.job(u"bomb"_s, asana), harness.job(u"other"_s, secoda)});
    QCOMPARE(reports.size(), 2);
    for (const SyncReport &report : reports) {
        if (report.source == u"bomb"_s) {
            QVERIFY(report.error);
            QCOMPARE(report.error->kind, ErrorKind::TooLarge);
            QCOMPARE(report.requests, 1);
        } else {
            QCOMPARE(report.status, SyncReport::Status::Ok);
        }
    }
}

TRAILGLASS_TEST(UnpackingTest)
#include "tst_unpacking.moc"
