// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/source.h"
#include "models/sync/httppagerequest.h"
#include "tests/network/manualclock.h"
#include "tests/network/manualscheduler.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"

#include <QTest>

#include <chrono>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace std::chrono_literals;

/// A request that is never sent, since it would take a secret to another address; one that is held.
class HttpPageRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysOnceWhyARequestIsNotSent();
    void saysNothingOnceStopped();
    void saysNothingWhileHeld();
    void knowsOfALimitOfTheRateWhileHeld();
    void readsNoMuchMoreThanItsLimitWhileHeld();
    void countsSilenceFromTheLastByte();

private:
    [[nodiscard]] std::unique_ptr<HttpPageRequest> refused();
    /// What is queued for a request, and nothing else.
    static void deliver(HttpPageRequest &request) { QCoreApplication::sendPostedEvents(&request); }

    ManualClock m_clock{"2026-11-20T12:00:00Z"};
    ManualScheduler m_scheduler;
    HttpClient m_http{m_scheduler};
};

std::unique_ptr<HttpPageRequest> HttpPageRequestTest::refused()
{
    PageRequest request;
    request.http.url = QUrl(u"https://elsewhere.example/log"_s);
    const BoundSecrets secrets{.origin = Origin::of(QUrl(u"https://app.asana.com"_s))};
    return std::make_unique<HttpPageRequest>(m_http, m_clock, *findSource(Vendor::Asana), SourceSettings(),
                                             secrets, request);
}

void HttpPageRequestTest::saysOnceWhyARequestIsNotSent()
{
    const auto request = refused();
    QList<Result<void>> ends;
    connect(request.get(), &HttpPageRequest::finished, this,
            [&ends](const Result<void> &outcome) { ends.append(outcome); });
    deliver(*request);
    deliver(*request);
    QCOMPARE(ends.size(), 1);
    QCOMPARE(ends.first().error().kind, ErrorKind::SecretDenied);
}

void HttpPageRequestTest::saysNothingOnceStopped()
{
    const auto request = refused();
    int ends = 0;
    connect(request.get(), &HttpPageRequest::finished, this, [&ends] { ++ends; });
    request->stop();
    deliver(*request);
    QCOMPARE(ends, 0);
}

void HttpPageRequestTest::saysNothingWhileHeld()
{
    const auto request = refused();
    QList<Result<void>> ends;
    connect(request.get(), &HttpPageRequest::finished, this,
            [&ends](const Result<void> &outcome) { ends.append(outcome); });
    request->hold();
    deliver(*request);
    QCOMPARE(ends.size(), 0);
    QVERIFY(request->hasFailed());
    QVERIFY(!request->heldLimit());
    request->release();
    QCOMPARE(ends.size(), 0); // never from within the call
    deliver(*request);
    deliver(*request);
    QCOMPARE(ends.size(), 1);
    QCOMPARE(ends.first().error().kind, ErrorKind::SecretDenied);
}

void HttpPageRequestTest::knowsOfALimitOfTheRateWhileHeld()
{
    Support::FakeHttpServer server(
        [](const Support::Request &) { return Support::Response::json("{}", 429); });
    QVERIFY(server.listen());
    PageRequest page;
    page.http.url = server.url(u"/log"_s);
    const BoundSecrets secrets{.origin = Origin::of(server.url())};
    HttpPageRequest request(m_http, m_clock, *findSource(Vendor::Asana), SourceSettings(), secrets, page);

    request.hold();
    QVERIFY(!request.heldLimit());
    QTRY_VERIFY(request.heldLimit().has_value());
    QCOMPARE(request.heldLimit()->httpStatus, std::optional(429));

    request.release();
    QVERIFY(!request.heldLimit()); // it comes to its turn
}

void HttpPageRequestTest::readsNoMuchMoreThanItsLimitWhileHeld()
{
    constexpr qint64 Piece = 64 * 1024;
    constexpr int Rows = 4'000;
    QByteArray body = R"({"next_page":null,"data":[)";
    for (int row = 0; row < Rows; ++row) {
        body += R"({"gid":")" + QByteArray::number(row) + R"(","created_at":"2026-11-20T09:15:00Z","x":")"
            + QByteArray(1'000, 'x') + R"("})";
        if (row < Rows - 1)
            body += ',';
    }
    body += "]}";
    Support::FakeHttpServer server(
        [&body](const Support::Request &) { return Support::Response::json(body); });
    QVERIFY(server.listen());
    PageRequest page;
    page.http.url = server.url(u"/log"_s);
    const BoundSecrets secrets{.origin = Origin::of(server.url())};
    HttpPageRequest request(m_http, m_clock, *findSource(Vendor::Asana), SourceSettings(), secrets, page);
    int signalled = 0;
    connect(&request, &HttpPageRequest::rowsRead, this, [&signalled] { ++signalled; });
    std::optional<Result<void>> end;
    connect(&request, &HttpPageRequest::finished, this,
            [&end](const Result<void> &outcome) { end = outcome; });

    request.hold();
    QTRY_COMPARE_GE(request.bytes(), HttpPageRequest::HeldBytes);
    deliver(request);
    QCOMPARE_LE(request.bytes(), HttpPageRequest::HeldBytes + Piece);
    QCOMPARE(signalled, 0);
    QVERIFY(!end);

    request.release();
    QTRY_VERIFY(end.has_value());
    QVERIFY2(bool(*end), end->hasValue() ? "" : qPrintable(end->error().message));
    QCOMPARE(request.bytes(), body.size());
    QCOMPARE(request.takeRows().events.size(), std::size_t(Rows));
}

void HttpPageRequestTest::countsSilenceFromTheLastByte()
{
    Support::FakeHttpServer server([](const Support::Request &) {
        Support::Response response = Support::Response::json(QByteArray(1'000, ' '));
        response.ending = Support::Ending::Hang;
        response.bytesBeforeEnding = 20;
        return response;
    });
    QVERIFY(server.listen());
    PageRequest page;
    page.http.url = server.url(u"/log"_s);
    const BoundSecrets secrets{.origin = Origin::of(server.url())};
    HttpPageRequest request(m_http, m_clock, *findSource(Vendor::Asana), SourceSettings(), secrets, page);
    const auto silence = [&request] {
        return request.silence().count();
    };

    m_scheduler.advance(4s);
    QCOMPARE(silence(), 4'000);
    QTRY_COMPARE_GT(request.bytes(), 0);
    QCOMPARE(silence(), 0);
    m_scheduler.advance(3s);
    QCOMPARE(silence(), 3'000);
    request.pause();
    QCOMPARE(silence(), 0);
    m_scheduler.advance(3s);
    request.resume();
    QCOMPARE(silence(), 0);
    QCOMPARE(refused()->silence().count(), 0);
}

TRAILGLASS_TEST(HttpPageRequestTest)
#include "tst_httppagerequest.moc"
