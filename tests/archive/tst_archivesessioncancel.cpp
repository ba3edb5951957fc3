// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivesession.h"
#include "tests/archive/fakearchive.h"
#include "tests/runner/testclass.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;
using namespace std::chrono_literals;

namespace {

/// Within which a cancel has to take effect.
constexpr qint64 CancelTime = 100; // ms

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

} // namespace

/// How a query ends before its result is there, and what is known of it until then.
class ArchiveSessionCancelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cancelsAtOnceAndStopsTheQuery();
    void stopsTheQueryAlthoughTheSessionEnds();
    void stopsAQueryWhoseConnectionIsLost();
    void stopsAQueryThatAGatewayNoLongerWaitsFor();
    void doesNotStartWhatIsCancelled();
    void reportsHowFarTheServerIs();
};

void ArchiveSessionCancelTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveSessionCancelTest::cancelsAtOnceAndStopsTheQuery()
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
    const Result<QByteArray> result = besides([&] { return (*session)->ask(SampleSql, source.token()); });
    QCOMPARE_LT(timer.elapsed(), CancelTime);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(archive.requests().size(), 2);
    const QByteArray id = archive.requests().constFirst().parameter("query_id");
    QVERIFY(!id.isEmpty());
    QCOMPARE(archive.requests().constLast().body, "KILL QUERY WHERE query_id = '" + id + "' ASYNC");
    QVERIFY(archive.requests().constLast().parameter("query_id") != id);
}

void ArchiveSessionCancelTest::stopsTheQueryAlthoughTheSessionEnds()
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
        const bool failed = !(*session)->ask(SampleSql, source.token());
        session->reset();
        return failed;
    });
    QVERIFY(isCancelled);
    QTRY_COMPARE(archive.requests().size(), 2);
    QVERIFY(isKill(archive.requests().constLast()));
}

/// The server does not notice that, and goes on.
void ArchiveSessionCancelTest::stopsAQueryWhoseConnectionIsLost()
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

void ArchiveSessionCancelTest::stopsAQueryThatAGatewayNoLongerWaitsFor()
{
    FakeArchive archive([](const Request &request) {
        return isKill(request) ? FakeArchive::result({}) : Response::html(504, "Gateway Timeout");
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    const Result<QByteArray> result = ask(**session);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
    QTRY_COMPARE(archive.requests().size(), 2);
    const QByteArray id = archive.requests().constFirst().parameter("query_id");
    QCOMPARE(archive.requests().constLast().body, "KILL QUERY WHERE query_id = '" + id + "' ASYNC");
}

void ArchiveSessionCancelTest::doesNotStartWhatIsCancelled()
{
    FakeArchive archive;
    QVERIFY(archive.listen());
    const auto session = archive.open();
    CancelSource source;
    const CancelToken token = source.token();
    source.cancel();
    const Result<QByteArray> result = besides([&] { return (*session)->ask(SampleSql, token); });
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QVERIFY(
        std::ranges::none_of(archive.requests(), [](const Request &request) { return !isKill(request); }));
}

void ArchiveSessionCancelTest::reportsHowFarTheServerIs()
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
        return (*session)->ask(SampleSql, {},
                               [&isReported](double read) { isReported = isReported || read == 0.25; });
    });
    QVERIFY(result);
    QCOMPARE(*result, "done");
    QVERIFY(isReported);
    const QByteArray id = archive.requests().constFirst().parameter("query_id");
    QVERIFY(asked.constFirst().contains(QByteArray("query_id = '" + id + '\'')));
}

TRAILGLASS_TEST(ArchiveSessionCancelTest)
#include "tst_archivesessioncancel.moc"
