// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveerror.h"
#include "models/archive/archivesession.h"
#include "tests/archive/fakearchive.h"
#include "tests/runner/testclass.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;

namespace {

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

/// What a session makes of responses that are wrong, foreign or cut short.
class ArchiveSessionErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reportsWhatGoesWrong_data();
    void reportsWhatGoesWrong();
    void findsAnExceptionInA200_data();
    void findsAnExceptionInA200();
    void takesNothingOverAHundredHeaders();
    void followsNoRedirect();
    void sendsABlockOnceWhateverBreaks_data();
    void sendsABlockOnceWhateverBreaks();
    void doesNotKnowWhatBecameOfABlockThatIsCutShort();
    void cannotBeMadeToRevealTheKey();
};

void ArchiveSessionErrorsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveSessionErrorsTest::reportsWhatGoesWrong_data()
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

void ArchiveSessionErrorsTest::reportsWhatGoesWrong()
{
    QFETCH(const Response, response);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, said);
    const Error error = errorAfter(response);
    QVERIFY2(error.kind == kind, qPrintable(error.message));
    QVERIFY2(error.message.contains(said), qPrintable(error.message));
}

void ArchiveSessionErrorsTest::findsAnExceptionInA200_data()
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

void ArchiveSessionErrorsTest::findsAnExceptionInA200()
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
void ArchiveSessionErrorsTest::takesNothingOverAHundredHeaders()
{
    Response response = FakeArchive::result("0");
    response.framing = Framing::Chunked;
    for (int count = 0; count < 150; ++count)
        response.headers.append(Header{"X-ClickHouse-Progress", "{\"read_rows\":\"1\"}"});
    const Error error = errorAfter(response);
    QVERIFY2(error.kind == ErrorKind::Malformed || error.kind == ErrorKind::Network,
             qPrintable(error.message));
}

void ArchiveSessionErrorsTest::followsNoRedirect()
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

void ArchiveSessionErrorsTest::sendsABlockOnceWhateverBreaks_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<qint64>("after");
    QTest::newRow("closed before the response") << Ending::Drop << qint64(-1);
    QTest::newRow("reset before the response") << Ending::Reset << qint64(-1);
    QTest::newRow("reset in the response") << Ending::Reset << qint64(1);
}

void ArchiveSessionErrorsTest::sendsABlockOnceWhateverBreaks()
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
void ArchiveSessionErrorsTest::doesNotKnowWhatBecameOfABlockThatIsCutShort()
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

void ArchiveSessionErrorsTest::cannotBeMadeToRevealTheKey()
{
    const Error error = errorAfter(FakeArchive::refusal(
        403,
        "Code: 516. DB::Exception: the key s3cr3t-key-4711 of ann, X-ClickHouse-Key: s3cr3t-key-4711 (X)"));
    QCOMPARE(error.kind, ErrorKind::Unauthorized);
    QVERIFY2(!error.message.contains(u"s3cr3t"_s), qPrintable(error.message));
    QVERIFY(!error.detail.contains(u"s3cr3t"_s));
}

TRAILGLASS_TEST(ArchiveSessionErrorsTest)
#include "tst_archivesessionerrors.moc"
