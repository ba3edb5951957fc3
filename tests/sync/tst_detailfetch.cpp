// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/clock.h"
#include "models/network/timerscheduler.h"
#include "models/sync/detailfetch.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"
#include "tests/support/faults.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

constexpr auto Key = "made-up-detail-key";

/// One page of the children of a log entry, the entry before them.
QByteArray page(const QByteArray &children, qint64 total)
{
    return R"({"data":{"detail":{"logId":"run","date":"2026-11-20T10:00:00Z"},"parent":[],"children":[)"
        + children + R"(],"totalChildren":)" + QByteArray::number(total) + R"(},"code":"success"})";
}

/// Ten children, so that the page is a full one.
QByteArray fullPage(qint64 total)
{
    return page("1,2,3,4,5,6,7,8,9,10", total);
}

} // namespace

/// Requests for what a vendor has beside an event, over a real connection.
class DetailFetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fetchesEveryPage();
    void endsAtTheMaximumOfPages();
    void endsAtTheMaximumOfBytes();
    void doesNotFollowAPageThatNamesItself();
    void reportsWhatFails_data();
    void reportsWhatFails();
    void doesNotShowTheKeyThatAnErrorQuotes();
    void sendsTheKeyNowhereElse();
    void sendsItToNoOtherPathForAnEventThatIsNamedSo();
    void saysNothingOnceStopped();
    void refusesASourceWithoutDetails();

private:
    [[nodiscard]] DetailJob job(const QString &type = u"nected"_s) const;
    [[nodiscard]] QString pageNumbers() const;
    [[nodiscard]] bool hasEnded() const { return m_ends > 0; }

    FakeHttpServer m_server;
    SystemClock m_clock;
    TimerScheduler m_scheduler;
    HttpClient m_http{m_scheduler};
    std::unique_ptr<DetailFetch> m_fetch;
    std::optional<Result<FetchedDetail>> m_end;
    int m_ends = 0;
};

void DetailFetchTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(m_server.listen());
    m_fetch = std::make_unique<DetailFetch>(m_http, m_clock);
    m_end.reset();
    m_ends = 0;
    connect(m_fetch.get(), &DetailFetch::finished, this, [this](const Result<FetchedDetail> &fetched) {
        m_end = fetched;
        ++m_ends;
    });
}

void DetailFetchTest::cleanup()
{
    m_fetch.reset();
    m_server.close();
    m_server.clearRequests();
    m_server.setHandler({});
}

DetailJob DetailFetchTest::job(const QString &type) const
{
    DetailJob job;
    job.source.name = u"work"_s;
    job.source.type = type;
    job.source.settings = {{u"base_url"_s, m_server.url().toString()}};
    job.secrets = {Origin::of(m_server.url()), {{u"api_key"_s, *Secret::fromText(Key)}}};
    job.key = "run";
    return job;
}

QString DetailFetchTest::pageNumbers() const
{
    QStringList numbers;
    for (const Request &request : m_server.requests())
        numbers += QString::fromLatin1(request.parameter("pageNo"));
    return numbers.join(u' ');
}

void DetailFetchTest::fetchesEveryPage()
{
    m_server.setHandler([](const Request &request) {
        return Response::json(request.parameter("pageNo") == "1" ? fullPage(12) : page("11,12", 12));
    });
    m_fetch->start(job());
    QVERIFY(!hasEnded());
    QTRY_VERIFY(hasEnded());
    QVERIFY(m_end->hasValue());
    QCOMPARE(pageNumbers(), u"1 2"_s);
    const FetchedDetail &fetched = **m_end;
    QCOMPARE(fetched.pages, (QList<QByteArray>{fullPage(12), page("11,12", 12)}));
    QCOMPARE(fetched.detail.entries.size(), std::size_t(1 + 12)); // itself once
    QVERIFY(!fetched.detail.isCut);
    QCOMPARE(m_server.requests().first().path, QByteArray("/dev/audit/audit/run"));
    QCOMPARE(m_server.requests().first().header("nected-api-key"), QByteArray(Key));
}

void DetailFetchTest::endsAtTheMaximumOfPages()
{
    m_server.setHandler([](const Request &) { return Response::json(fullPage(1'000'000)); });
    m_fetch->start(job());
    QTRY_VERIFY(hasEnded());
    QVERIFY(m_end->hasValue());
    QCOMPARE(m_server.requests().size(), DetailFetch::MaxPages);
    QVERIFY((*m_end)->detail.isCut);
}

void DetailFetchTest::endsAtTheMaximumOfBytes()
{
    m_server.setHandler([](const Request &) {
        const QByteArray large = '"' + QByteArray(DetailFetch::MaxBytes / 2, 'x') + '"';
        return Response::json(page(large + ",2,3,4,5,6,7,8,9,10", 1'000));
    });
    m_fetch->start(job());
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 60'000);
    QVERIFY(m_end->hasValue());
    QCOMPARE(m_server.requests().size(), 2);
    QVERIFY((*m_end)->detail.isCut);
}

void DetailFetchTest::doesNotFollowAPageThatNamesItself()
{
    m_server.setHandler([](const Request &) {
        return Response::json(R"({"version_histories":[],"non_versioned_logs":[],"meta":{"next_page":1}})");
    });
    m_fetch->start(job(u"secoda"_s));
    QTRY_VERIFY(hasEnded());
    QVERIFY(m_end->hasValue());
    QCOMPARE(m_server.requests().size(), 1);
    QVERIFY(!(*m_end)->detail.isCut);
}

void DetailFetchTest::reportsWhatFails_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<ErrorKind>("kind");
    const auto status = [](int code) {
        return Response::json(R"({"error":"It is not to be."})", code);
    };
    const auto body = [](const QByteArray &text) {
        return Response::json(text);
    };
    const auto spoilt = [](Fault::Kind kind) {
        return spoiled(Response::json(fullPage(10)), Fault{.kind = kind});
    };
    QTest::newRow("401") << status(401) << ErrorKind::Unauthorized;
    QTest::newRow("403") << status(403) << ErrorKind::Forbidden;
    QTest::newRow("404") << status(404) << ErrorKind::NotFound;
    QTest::newRow("429") << status(429) << ErrorKind::RateLimited;
    QTest::newRow("500") << status(500) << ErrorKind::Server;
    QTest::newRow("error at 200") << body(R"({"code":"BROKEN","message":"It is not to be."})")
                                  << ErrorKind::Vendor;
    QTest::newRow("other JSON") << body("[]") << ErrorKind::Malformed;
    QTest::newRow("half of it") << body(fullPage(10).chopped(9)) << ErrorKind::Malformed;
    QTest::newRow("nothing") << body({}) << ErrorKind::Malformed;
    QTest::newRow("log-in page") << spoilt(Fault::Kind::Html) << ErrorKind::Malformed;
    QTest::newRow("redirect") << spoilt(Fault::Kind::Redirect) << ErrorKind::Redirect;
    QTest::newRow("reset") << spoilt(Fault::Kind::Reset) << ErrorKind::Network;
    QTest::newRow("truncated") << spoilt(Fault::Kind::Truncate) << ErrorKind::Network;
}

void DetailFetchTest::reportsWhatFails()
{
    QFETCH(Response, response);
    QFETCH(ErrorKind, kind);
    m_server.setHandler([response](const Request &) { return response; });
    m_fetch->start(job());
    QTRY_VERIFY(hasEnded());
    QVERIFY(!m_end->hasValue());
    QCOMPARE(m_end->error().kind, kind);
    QVERIFY(!m_end->error().message.isEmpty());
    QCOMPARE(m_ends, 1);
}

void DetailFetchTest::doesNotShowTheKeyThatAnErrorQuotes()
{
    m_server.setHandler([](const Request &request) {
        return Response::json(R"({"error":"No rights for )" + request.header("nected-api-key") + R"(."})",
                              403);
    });
    m_fetch->start(job());
    QTRY_VERIFY(hasEnded());
    QVERIFY2(m_end->error().message.contains("No rights for"_L1), qPrintable(m_end->error().message));
    QVERIFY2(!m_end->error().message.contains(QLatin1StringView(Key)), qPrintable(m_end->error().message));
}

void DetailFetchTest::sendsTheKeyNowhereElse()
{
    DetailJob elsewhere = job();
    elsewhere.secrets.origin = Origin::of(QUrl(u"https://api.nected.ai"_s));
    m_fetch->start(elsewhere);
    QVERIFY(!hasEnded());
    QTRY_VERIFY(hasEnded());
    QCOMPARE(m_end->error().kind, ErrorKind::SecretDenied);
    QVERIFY(m_server.requests().isEmpty());
}

void DetailFetchTest::sendsItToNoOtherPathForAnEventThatIsNamedSo()
{
    DetailJob above = job();
    above.key = "..";
    m_fetch->start(above);
    QVERIFY(!hasEnded());
    QTRY_VERIFY(hasEnded());
    QCOMPARE(m_end->error().kind, ErrorKind::Usage);
    QVERIFY(m_server.requests().isEmpty());
}

void DetailFetchTest::saysNothingOnceStopped()
{
    bool isSlow = true;
    m_server.setHandler([&isSlow](const Request &) {
        Response response = Response::json(fullPage(10));
        if (isSlow)
            response.ending = Ending::Hang;
        return response;
    });
    m_fetch->start(job());
    QTRY_COMPARE(m_server.requests().size(), 1);
    m_fetch->stop();

    isSlow = false;
    m_fetch->start(job()); // and only this one ends
    QTRY_VERIFY(hasEnded());
    QVERIFY(m_end->hasValue());
    QCOMPARE(m_ends, 1);
}

void DetailFetchTest::refusesASourceWithoutDetails()
{
    m_fetch->start(job(u"asana"_s));
    QTRY_VERIFY(hasEnded());
    QCOMPARE(m_end->error().kind, ErrorKind::Usage);
    QVERIFY(m_server.requests().isEmpty());
}

TRAILGLASS_TEST(DetailFetchTest)
#include "tst_detailfetch.moc"
