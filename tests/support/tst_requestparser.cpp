// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/requestparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

class RequestParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARequestHoweverItIsCut();
    void leavesTheNextRequestAlone();
    void refusesWhatBreaksHttp_data();
    void refusesWhatBreaksHttp();
    void refusesChunksThatGrowOverTheLimit();
    void splitsAndDecodesTheQuery();
};

namespace {

const QByteArray Chunked = "POST /a?b=c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                           "4;name=value\r\nwiki\r\nA\r\n0123456789\r\n0\r\n\r\n";

} // namespace

void RequestParserTest::readsARequestHoweverItIsCut()
{
    for (qsizetype cut = 0; cut < Chunked.size(); ++cut) {
        RequestParser parser;
        parser.feed(Chunked.first(cut));
        QVERIFY(std::holds_alternative<Incomplete>(parser.next()));
        parser.feed(Chunked.sliced(cut));
        const auto next = parser.next();
        QVERIFY(std::holds_alternative<Request>(next));
        const Request &request = *std::get_if<Request>(&next);
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QByteArray("/a"));
        QCOMPARE(request.query, QByteArray("b=c"));
        QCOMPARE(request.body, QByteArray("wiki0123456789"));
    }
}

void RequestParserTest::leavesTheNextRequestAlone()
{
    RequestParser parser;
    parser.feed(
        "GET /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nabGET /2 HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto first = parser.next();
    QCOMPARE(std::get_if<Request>(&first)->body, QByteArray("ab"));
    const auto second = parser.next();
    QCOMPARE(std::get_if<Request>(&second)->path, QByteArray("/2"));
    QVERIFY(std::holds_alternative<Incomplete>(parser.next()));
}

void RequestParserTest::refusesWhatBreaksHttp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto head = [](const QByteArray &more) -> QByteArray {
        return "POST / HTTP/1.1\r\nHost: x\r\n" + more;
    };
    QTest::newRow("no request line") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("no path") << QByteArray("GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\nHost: x\r\n\r\n") << 505;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\nX: y\r\n\r\n") << 400;
    QTest::newRow("space in a header name") << head("Bad Name: y\r\n\r\n") << 400;
    QTest::newRow("length that is no number") << head("Content-Length: ten\r\n\r\n") << 400;
    QTest::newRow("length over the limit") << head("Content-Length: 1048577\r\n\r\n") << 413;
    QTest::newRow("length beyond 2^63") << head("Content-Length: 18446744073709551615\r\n\r\n") << 413;
    QTest::newRow("unknown coding") << head("Transfer-Encoding: br\r\n\r\n") << 501;
    QTest::newRow("chunk size that is no number") << head("Transfer-Encoding: chunked\r\n\r\nxyz\r\n") << 400;
    QTest::newRow("chunk longer than it says")
        << head("Transfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n") << 400;
    QTest::newRow("headers over the limit, complete")
        << head("X: " + QByteArray(33 * 1024, 'x') + "\r\n\r\n") << 431;
    QTest::newRow("headers over the limit, without end") << head("X: " + QByteArray(33 * 1024, 'x')) << 431;
}

void RequestParserTest::refusesWhatBreaksHttp()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestParser parser;
    parser.feed(bytes);
    const auto next = parser.next();
    QVERIFY(std::holds_alternative<Refused>(next));
    QCOMPARE(std::get_if<Refused>(&next)->status, status);
}

void RequestParserTest::refusesChunksThatGrowOverTheLimit()
{
    RequestParser parser;
    parser.feed("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    const QByteArray chunk = "80000\r\n" + QByteArray(0x80000, 'x') + "\r\n"; // half of the limit
    parser.feed(chunk);
    QVERIFY(std::holds_alternative<Incomplete>(parser.next()));
    parser.feed(chunk);
    QVERIFY(std::holds_alternative<Incomplete>(parser.next()));
    parser.feed("1\r\nx\r\n");
    const auto next = parser.next();
    QVERIFY(std::holds_alternative<Refused>(next));
    QCOMPARE(std::get_if<Refused>(&next)->status, 413);
}

void RequestParserTest::splitsAndDecodesTheQuery()
{
    Request request;
    request.query = "a=1%2B1&b=x+y&c&d=&a=2";
    QCOMPARE(request.parameters().size(), 5);
    QCOMPARE(request.parameter("a"), QByteArray("1+1"));
    QCOMPARE(request.parameter("b"),
             QByteArray("x+y")); // an unencoded plus stays what it is, so that it is noticed
    QVERIFY(request.parameter("c").isEmpty() && !request.parameter("c").isNull());
    QVERIFY(request.parameter("e").isNull());
}

TRAILGLASS_TEST(RequestParserTest)
#include "tst_requestparser.moc"
