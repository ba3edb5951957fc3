// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httpthread.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"
#include "tests/support/nomorethreads.h"

#include <QRegularExpression>

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace std::chrono_literals;

namespace {

constexpr int LongEnough = 60'000;

/// Qt opens no more connections to a server.
constexpr int MaxConnections = 6;

HttpRequest requestOf(const QUrl &url)
{
    return {.url = url, .headers = {}, .body = {}};
}

Response hangAt(const Request &request)
{
    Response response = Response::json(QByteArray(200'000, '1'));
    if (request.path == "/hang") {
        response.ending = Ending::Hang;
        response.bytesBeforeEnding = 1;
    }
    return response;
}

} // namespace

class HttpThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aThreadWaitsForTheWholeResponse();
    void aCancelEndsTheWait();
    void aRequestThatIsCancelledEndsSo();
    void aShortRequestWaitsForNoLongOne();
    void leavesWhatIsOnItsWay();
    void saysThatNoThreadStarts();
};

void HttpThreadTest::aThreadWaitsForTheWholeResponse()
{
    FakeHttpServer server(hangAt);
    QVERIFY(server.listen());
    HttpThread http(u"test"_s);
    const HttpRequest request = requestOf(server.url(u"/"_s));
    auto reply = std::async(std::launch::async, [&] { return http.send(request, {}, CancelToken()); });
    QTRY_VERIFY_WITH_TIMEOUT(reply.wait_for(0ms) == std::future_status::ready, LongEnough);
    const Result<HttpReply> got = reply.get();
    QVERIFY(got);
    QCOMPARE(got->response.status, 200);
    QCOMPARE(got->body.size(), 200'000);
}

void HttpThreadTest::aCancelEndsTheWait()
{
    FakeHttpServer server(hangAt);
    QVERIFY(server.listen());
    HttpThread http(u"test"_s);
    CancelSource cancel;
    std::atomic<int> waits = 0;
    const HttpRequest request = requestOf(server.url(u"/hang"_s));
    auto reply = std::async(std::launch::async, [&, token = cancel.token()] {
        return http.send(request, {}, token, [&waits] { ++waits; });
    });
    QTRY_VERIFY_WITH_TIMEOUT(waits > 0 && !server.requests().isEmpty(), LongEnough);
    cancel.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(reply.wait_for(0ms) == std::future_status::ready, LongEnough);
    const Result<HttpReply> got = reply.get();
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::Cancelled);
}

void HttpThreadTest::aRequestThatIsCancelledEndsSo()
{
    FakeHttpServer server(hangAt);
    QVERIFY(server.listen());
    HttpThread http(u"test"_s);
    const auto exchange = http.start(requestOf(server.url(u"/hang"_s)), {}, HttpThread::Lane::Work);
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, LongEnough);
    http.cancel(exchange);
    QTRY_VERIFY_WITH_TIMEOUT(exchange->wait(0ms), LongEnough);
    const Result<HttpReply> got = exchange->take();
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::Cancelled);
}

void HttpThreadTest::aShortRequestWaitsForNoLongOne()
{
    FakeHttpServer server(hangAt);
    QVERIFY(server.listen());
    HttpThread http(u"test"_s);
    std::vector<std::shared_ptr<HttpExchange>> hanging;
    for (int number = 0; number <= MaxConnections; ++number)
        hanging.push_back(http.start(requestOf(server.url(u"/hang"_s)), {}, HttpThread::Lane::Work));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), MaxConnections, LongEnough);
    const auto control = http.start(requestOf(server.url(u"/"_s)), {}, HttpThread::Lane::Control);
    QTRY_VERIFY_WITH_TIMEOUT(control->wait(0ms), LongEnough);
    QVERIFY(control->take());
    for (const auto &exchange : hanging)
        QVERIFY(!exchange->wait(0ms));
}

void HttpThreadTest::leavesWhatIsOnItsWay()
{
    FakeHttpServer server(hangAt);
    QVERIFY(server.listen());
    std::shared_ptr<HttpExchange> exchange;
    {
        HttpThread http(u"test"_s);
        exchange = http.start(requestOf(server.url(u"/hang"_s)), {}, HttpThread::Lane::Work);
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, LongEnough);
    }
    QVERIFY(!exchange->wait(0ms));
}

/// The thread that waits may be the only one.
void HttpThreadTest::saysThatNoThreadStarts()
{
    FakeHttpServer server(hangAt);
    QVERIFY(server.listen());
    std::optional<NoMoreThreads> limit;
    limit.emplace();
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"^QThread::start: Thread creation error"_s));
    HttpThread http(u"test"_s);
    limit.reset();

    const Result<HttpReply> got = http.send(requestOf(server.url(u"/"_s)), {}, CancelToken());

    QVERIFY(!got);
    QVERIFY2(got.error().message.contains(u"starts no more threads"_s), qPrintable(got.error().message));
    QVERIFY(server.requests().isEmpty());
}

TRAILGLASS_TEST(HttpThreadTest)
#include "tst_httpthread.moc"
