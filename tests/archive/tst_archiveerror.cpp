// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveerror.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

ArchivePlace place()
{
    return ArchivePlace::parse(u"https://ann@archive.example/audit"_s).value();
}

HttpResponse refusal(int status, const QByteArray &body, const QByteArray &code = {})
{
    HttpResponse response{.status = status, .errorBody = body, .retryAfter = {}, .date = {}};
    response.headers.emplaceBack("X-ClickHouse-Server-Display-Name", "shard 1");
    if (!code.isEmpty())
        response.headers.emplaceBack("x-clickhouse-exception-code", code);
    return response;
}

Error errorOf(const HttpResponse &response, const SecretMask &mask = SecretMask())
{
    return exceptionError(exceptionOf(response, {}).value(), response.status, place(), mask);
}

} // namespace

class ArchiveErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheWordsOfBothGenerations_data();
    void readsTheWordsOfBothGenerations();
    void saysWhatACodeMeans_data();
    void saysWhatACodeMeans();
    void knowsAFullDiskByItsWords_data();
    void knowsAFullDiskByItsWords();
    void believesTheHeaderBeforeTheBody();
    void goesByTheStatusWithoutACode();
    void findsAnExceptionInAGoodResponse();
    void findsAnExceptionAfterTheRows();
    void takesRowsForWhatTheyAre_data();
    void takesRowsForWhatTheyAre();
    void knowsWhetherAServerResponded();
    void saysWhatIsInBetween_data();
    void saysWhatIsInBetween();
    void masksTheKeyAndShowsControlCharacters();
    void cutsLongWords();
    void speaksOfTheArchiveWhenANetworkFails_data();
    void speaksOfTheArchiveWhenANetworkFails();
    void tellsRefusalsFromUnknownOutcomes_data();
    void tellsRefusalsFromUnknownOutcomes();
};

void ArchiveErrorTest::readsTheWordsOfBothGenerations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("18.16") << QByteArray(
        "Code: 60, e.displayText() = DB::Exception: Table audit.event doesn't exist., "
        "e.what() = DB::Exception\n")
                           << 60 << u"Table audit.event doesn't exist."_s;
    QTest::newRow("18.16, network") << QByteArray(
        "Code: 210, e.displayText() = DB::NetException: Connection refused: (127.0.0.1:29001), "
        "e.what() = DB::NetException")
                                    << 210 << u"Connection refused: (127.0.0.1:29001)"_s;
    QTest::newRow("18.16, from a shard")
        << QByteArray("Code: 279, e.displayText() = DB::NetException: All connection tries failed. Log: \n\n"
                      "Code: 32, e.displayText() = DB::Exception: Attempt to read after eof, e.what() = "
                      "DB::Exception\n"
                      "Code: 210, e.displayText() = DB::NetException: Connection refused (127.0.0.1:29001), "
                      "e.what() = DB::NetException\n\n, e.what() = DB::NetException\n")
        << 279
        << u"All connection tries failed. Log: \n\n"
           "Code: 32, e.displayText() = DB::Exception: Attempt to read after eof, e.what() = DB::Exception\n"
           "Code: 210, e.displayText() = DB::NetException: Connection refused (127.0.0.1:29001), "
           "e.what() = DB::NetException"_s;
    QTest::newRow("26.7") << QByteArray(
        "Code: 60. DB::Exception: Table audit.event does not exist. (UNKNOWN_TABLE) "
        "(version 26.7.2.1 (official build))\n")
                          << 60 << u"Table audit.event does not exist."_s;
    QTest::newRow("26.7, of the system")
        << QByteArray("Code: 76. DB::ErrnoException: Cannot open file /data/a.bin: , errno: 24. "
                      "(CANNOT_OPEN_FILE) (version 26.7.2.1)")
        << 76 << u"Cannot open file /data/a.bin: , errno: 24."_s;
    QTest::newRow("from a shard") << QByteArray(
        "Code: 279. DB::Exception: All connection tries failed. Log: \n\nCode: 210. DB::NetException: "
        "Connection refused (127.0.0.1:29001). (NETWORK_ERROR) (ALL_CONNECTION_TRIES_FAILED) (version 26.7)")
                                  << 279
                                  << u"All connection tries failed. Log: \n\nCode: 210. DB::NetException: "
                                     u"Connection refused (127.0.0.1:29001). "
                                     "(NETWORK_ERROR)"_s;
    QTest::newRow("other words") << QByteArray("Service is starting") << 0 << u"Service is starting"_s;
    QTest::newRow("nothing") << QByteArray() << 0 << QString();
    QTest::newRow("no UTF-8") << QByteArray("Code: 62. DB::Exception: a\xff\x62") << 62 << u"a\uFFFDb"_s;
}

void ArchiveErrorTest::readsTheWordsOfBothGenerations()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, code);
    QFETCH(const QString, words);
    const ServerException exception = ServerException::fromText(text);
    QCOMPARE(exception.code, code);
    QCOMPARE(exception.words, words);
}

void ArchiveErrorTest::saysWhatACodeMeans_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said");
    QTest::newRow("wrong key, 18.16") << 193 << ErrorKind::Unauthorized << u"user or its key"_s;
    QTest::newRow("unknown user, 18.16") << 192 << ErrorKind::Unauthorized << u"user or its key"_s;
    QTest::newRow("either, 26.7") << 516 << ErrorKind::Unauthorized << u"user or its key"_s;
    QTest::newRow("read-only") << 164 << ErrorKind::Forbidden << u"does not allow this"_s;
    QTest::newRow("no right, 26.7") << 497 << ErrorKind::Forbidden << u"does not allow this"_s;
    QTest::newRow("another database, 18.16") << 291 << ErrorKind::Forbidden << u"does not allow this"_s;
    QTest::newRow("no database") << 81 << ErrorKind::NotFound << u"create the archive"_s;
    QTest::newRow("no table") << 60 << ErrorKind::NotFound << u"create the archive"_s;
    QTest::newRow("time") << 159 << ErrorKind::Timeout << u"time that it allows"_s;
    QTest::newRow("rows") << 158 << ErrorKind::Rejected << u"over a limit"_s;
    QTest::newRow("memory") << 241 << ErrorKind::Rejected << u"over a limit"_s;
    QTest::newRow("quota") << 201 << ErrorKind::Rejected << u"over a limit"_s;
    QTest::newRow("large result") << 396 << ErrorKind::TooLarge << u"over a limit"_s;
    QTest::newRow("full disk") << 243 << ErrorKind::DiskFull << u"is full"_s;
    QTest::newRow("dead shard") << 279 << ErrorKind::Network << u"does not respond"_s;
    QTest::newRow("shard that died") << 32 << ErrorKind::Network << u"does not respond"_s;
    QTest::newRow("query that is running") << 216 << ErrorKind::Network << u"does not respond"_s;
    QTest::newRow("server that is ending") << 236 << ErrorKind::Server << u"Try again later"_s;
    QTest::newRow("too few replicas") << 285 << ErrorKind::Server << u"Try again later"_s;
    QTest::newRow("too many parts") << 252 << ErrorKind::Server << u"Try again later"_s;
    QTest::newRow("stopped") << 394 << ErrorKind::Cancelled << u"Cancelled"_s;
    QTest::newRow("unknown setting") << 115 << ErrorKind::Unsupported << u"setting"_s;
    QTest::newRow("PREWHERE of a view") << 182 << ErrorKind::Unsupported << QString();
    QTest::newRow("syntax") << 62 << ErrorKind::Internal << u"did not understand"_s;
    QTest::newRow("anything else") << 9'999 << ErrorKind::Internal << u"did not understand"_s;
}

void ArchiveErrorTest::saysWhatACodeMeans()
{
    QFETCH(const int, code);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, said);
    const Error error =
        errorOf(refusal(500, "Code: " + QByteArray::number(code) + ". DB::Exception: its own words (NAME)"));
    QCOMPARE(error.kind, kind);
    QVERIFY2(error.message.contains(said), qPrintable(error.message));
    QCOMPARE(error.message.contains(u"“its own words”"_s), kind != ErrorKind::Cancelled);
    QCOMPARE(error.message.contains(u"https://archive.example:8443"_s), kind != ErrorKind::Cancelled);
}

void ArchiveErrorTest::knowsAFullDiskByItsWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("18.16") << QByteArray("Code: 75, e.displayText() = DB::Exception: Cannot write to file "
                                         "/data/tmp_insert/raw.bin, errno: 28, "
                                         "strerror: No space left on device, e.what() = DB::Exception")
                           << ErrorKind::DiskFull;
    QTest::newRow("26.7") << QByteArray(
        "Code: 75. DB::ErrnoException: Cannot write to file /data/tmp_insert/raw.bin: , errno: 28, strerror: "
        "No "
        "space left on device. (CANNOT_WRITE_TO_FILE_DESCRIPTOR) (version 26.7.2.1)")
                          << ErrorKind::DiskFull;
    QTest::newRow("a library's words")
        << QByteArray("Code: 1001. DB::Exception: std::exception: filesystem error: No space left on device")
        << ErrorKind::DiskFull;
    QTest::newRow("another fault of a file")
        << QByteArray("Code: 75. DB::Exception: Cannot write to file: strerror: Input/output error (X)")
        << ErrorKind::Server;
    QTest::newRow("words of a filter that are quoted")
        << QByteArray("Code: 62. DB::Exception: Syntax error near 'No space left on device' (SYNTAX_ERROR)")
        << ErrorKind::Internal;
}

void ArchiveErrorTest::knowsAFullDiskByItsWords()
{
    QFETCH(const QByteArray, text);
    QFETCH(const ErrorKind, kind);
    const Error error = errorOf(refusal(500, text));
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.message.contains(u"is full"_s), kind == ErrorKind::DiskFull);
}

void ArchiveErrorTest::believesTheHeaderBeforeTheBody()
{
    const Error error = errorOf(refusal(500, "Code: 62. DB::Exception: Code: 516. words", "241"));
    QCOMPARE(error.kind, ErrorKind::Rejected);
    QCOMPARE(error.detail, u"ClickHouse code 241"_s);
    QCOMPARE(error.httpStatus, 500);
}

void ArchiveErrorTest::goesByTheStatusWithoutACode()
{
    QCOMPARE(errorOf(refusal(401, {})).kind, ErrorKind::Unauthorized);
    QCOMPARE(errorOf(refusal(503, "starting")).kind, ErrorKind::Server);
    QVERIFY(errorOf(refusal(401, {})).message.contains(u"HTTP 401"_s));
}

void ArchiveErrorTest::findsAnExceptionInAGoodResponse()
{
    HttpResponse response = refusal(200, {}, "241");
    const auto exception =
        exceptionOf(response, "Code: 241. DB::Exception: Memory limit exceeded (MEMORY_LIMIT_EXCEEDED)");
    QVERIFY(exception.has_value());
    QCOMPARE(exception->code, 241);
    QCOMPARE(exception->words, u"Memory limit exceeded"_s);
}

void ArchiveErrorTest::findsAnExceptionAfterTheRows()
{
    HttpResponse response = refusal(200, {});
    response.headers.emplaceBack("X-ClickHouse-Exception-Tag", "abcdefghijklmnop");
    const QByteArray block =
        "\r\n__exception__\r\nabcdefghijklmnop\r\nCode: 395. DB::Exception: Value passed to 'throwIf' "
        "function is non-zero (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO) (version 26.7)\n42 "
        "abcdefghijklmnop\r\n__exception__\r\n";
    const auto exception = exceptionOf(response, QByteArray(100'000, 'x') + block);
    QVERIFY(exception.has_value());
    QCOMPARE(exception->code, 395);
    QCOMPARE(exception->words, u"Value passed to 'throwIf' function is non-zero"_s);
}

void ArchiveErrorTest::takesRowsForWhatTheyAre_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no tag") << QByteArray() << QByteArray("Code: 62. DB::Exception: in an event");
    QTest::newRow("another tag")
        << QByteArray("abcdefghijklmnop")
        << QByteArray("\r\n__exception__\r\nponmlkjihgfedcba\r\nCode: 62. x\r\n__exception__\r\n");
    QTest::newRow("no end")
        << QByteArray("abcdefghijklmnop")
        << QByteArray("\r\n__exception__\r\nabcdefghijklmnop\r\nCode: 62. DB::Exception: more rows");
    QTest::newRow("no rows") << QByteArray("abcdefghijklmnop") << QByteArray();
}

void ArchiveErrorTest::takesRowsForWhatTheyAre()
{
    QFETCH(const QByteArray, tag);
    QFETCH(const QByteArray, body);
    HttpResponse response = refusal(200, {});
    if (!tag.isEmpty())
        response.headers.emplaceBack("X-ClickHouse-Exception-Tag", tag);
    QVERIFY(!exceptionOf(response, body));
}

void ArchiveErrorTest::knowsWhetherAServerResponded()
{
    QVERIFY(isFromServer(refusal(200, {})));
    HttpResponse response = refusal(200, {});
    response.headers.clear();
    response.headers.emplaceBack("Server", "nginx");
    response.headers.emplaceBack("X-Click", "1");
    response.headers.emplaceBack("X", "X-ClickHouse-Format");
    QVERIFY(!isFromServer(response));
    response.headers.clear(); // also what Qt gives for more than a hundred headers
    QVERIFY(!isFromServer(response));
    response.headers.emplaceBack("x-clickhouse-format", "RowBinary");
    QVERIFY(isFromServer(response));
}

void ArchiveErrorTest::saysWhatIsInBetween_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said");
    const QByteArray page = "\n <!DOCTYPE html><html><title>Sign in</title></html>";
    QTest::newRow("a sign-in page") << 200 << page << ErrorKind::Malformed << u"web page"_s;
    QTest::newRow("a refusal by a proxy") << 403 << page << ErrorKind::Malformed << u"web page"_s;
    QTest::newRow("a gateway without a server")
        << 502 << page << ErrorKind::Server << u"does not reach the archive"_s;
    QTest::newRow("a gateway that stops waiting")
        << 504 << page << ErrorKind::Timeout << u"stopped waiting for the archive"_s;
    QTest::newRow("another such one, with other words")
        << 524 << QByteArray("error code: 524") << ErrorKind::Timeout << u"stopped waiting for the archive"_s;
    QTest::newRow("another program") << 200 << QByteArray("{}") << ErrorKind::Malformed
                                     << u"Check host and port"_s;
    QTest::newRow("the port of clickhouse-client")
        << 400 << QByteArray("Port 9000 is for clickhouse-client program") << ErrorKind::Malformed
        << u"Check host and port"_s;
}

void ArchiveErrorTest::saysWhatIsInBetween()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, said);
    HttpResponse response = refusal(status, body);
    response.headers.clear();
    const Error error = foreignResponseError(response, body, place());
    QCOMPARE(error.kind, kind);
    QVERIFY2(error.message.contains(said), qPrintable(error.message));
    QVERIFY(error.message.contains(u"https://archive.example:8443"_s));
    QVERIFY(error.message.contains(QString::number(status)));
}

void ArchiveErrorTest::masksTheKeyAndShowsControlCharacters()
{
    SecretMask mask;
    mask.add("s3cr3t-key-4711");
    const Error error = errorOf(
        refusal(403,
                "Code: 516. DB::Exception: key s3cr3t-key-4711 of \x1b[31mann\xe2\x80\xae is wrong (NAME)"),
        mask);
    QVERIFY2(!error.message.contains(u"s3cr3t"_s), qPrintable(error.message));
    QVERIFY(error.message.contains(u"•••"_s));
    QVERIFY(!error.message.contains(QChar(0x1b)));
    QVERIFY(error.message.contains(u"<U+202E>"_s));
}

void ArchiveErrorTest::cutsLongWords()
{
    const Error error = errorOf(refusal(500, "Code: 62. DB::Exception: " + QByteArray(10'000, 'x')));
    QVERIFY(error.message.size() < 1'000);
    QVERIFY(error.message.contains(u'…'));
}

void ArchiveErrorTest::speaksOfTheArchiveWhenANetworkFails_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("network") << ErrorKind::Network;
    QTest::newRow("time") << ErrorKind::Timeout;
    QTest::newRow("size") << ErrorKind::TooLarge;
    QTest::newRow("redirect") << ErrorKind::Redirect;
}

void ArchiveErrorTest::speaksOfTheArchiveWhenANetworkFails()
{
    QFETCH(const ErrorKind, kind);
    const Error error = archiveConnectionError({.kind = kind,
                                                .message = u"Check the address of the source."_s,
                                                .detail = u"RemoteHostClosedError"_s},
                                               place());
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.detail, u"RemoteHostClosedError"_s);
    QVERIFY(error.message.contains(u"archive at https://archive.example:8443"_s));
    QVERIFY(!error.message.contains(u"source"_s));
}

void ArchiveErrorTest::tellsRefusalsFromUnknownOutcomes_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("isUnknown");
    QTest::newRow("connection lost") << ErrorKind::Network << true;
    QTest::newRow("time ran out") << ErrorKind::Timeout << true;
    QTest::newRow("cancelled") << ErrorKind::Cancelled << true;
    QTest::newRow("a proxy's page") << ErrorKind::Malformed << true;
    QTest::newRow("gateway, or busy") << ErrorKind::Server << true;
    QTest::newRow("no rights") << ErrorKind::Forbidden << false;
    QTest::newRow("wrong key") << ErrorKind::Unauthorized << false;
    QTest::newRow("no table") << ErrorKind::NotFound << false;
    QTest::newRow("limit") << ErrorKind::Rejected << false;
    QTest::newRow("full disk") << ErrorKind::DiskFull << false;
    QTest::newRow("wrong query") << ErrorKind::Internal << false;
    QTest::newRow("certificate") << ErrorKind::Tls << false;
}

void ArchiveErrorTest::tellsRefusalsFromUnknownOutcomes()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, isUnknown);
    QCOMPARE(isOutcomeUnknown(Error{.kind = kind, .message = {}}), isUnknown);
}

TRAILGLASS_TEST(ArchiveErrorTest)
#include "tst_archiveerror.moc"
