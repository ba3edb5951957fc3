// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"
#include "tests/sync/syncharness.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view Now = "2026-11-20T12:00:00Z";
constexpr qint64 PageSize = 10; // of Nected
constexpr qint64 Pages = 30;
constexpr qint64 MaxAhead = 3;

/// Numbers of the pages that were requested of a server, in the order of arrival.
QList<qint64> pageNumbers(const VendorServer &server)
{
    QList<qint64> numbers;
    for (const Request &request : server.http().requests())
        numbers.append(request.parameter("pageNo").toLongLong());
    return numbers;
}

} // namespace

/// A run that has several requests under way: Nected, with events a minute apart, the newest an hour old.
class PageRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void requestsPagesAheadAndEachOfThemOnce();
    void dropsWhatWasRequestedAheadWhenTheListMoves_data();
    void dropsWhatWasRequestedAheadWhenTheListMoves();
    void aRateLimitPausesAllAndOneAtATimeFollows();
    void aPageThatFailsMovesNoCheckpointPastIt();
    void aLimitThatPagesAheadHaveMetIsWaitedForWhenThePageFails_data();
    void aLimitThatPagesAheadHaveMetIsWaitedForWhenThePageFails();

private:
    [[nodiscard]] VendorServer &server() { return m_servers->nected(); }
    [[nodiscard]] SyncReport sync() { return m_harness->run(m_harness->job(u"nected"_s, server())); }
    [[nodiscard]] bool isComplete()
    {
        return m_harness->stored(u"nected"_s) == SyncHarness::served(server());
    }

    std::unique_ptr<Company> m_company;
    std::unique_ptr<FakeVendors> m_servers;
    std::unique_ptr<SyncHarness> m_harness;
};

void PageRequestsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    const UtcMicros now = parseTime(Now).value();
    const Company::Options options{.seed = 1, .now = now, .events = 0};
    m_company = std::make_unique<Company>(options);
    m_harness.reset();
    m_servers = std::make_unique<FakeVendors>(options);
    QVERIFY(m_servers->listen());
    QList<VendorEvent> events;
    for (qint64 index = Pages * PageSize; index > 0; --index)
        events.append(m_company->moreOf(Vendor::Nected, now - (60 + index) * UtcMicros::PerMinute));
    server().setEvents(events);
    server().http().clearRequests();
    m_harness = std::make_unique<SyncHarness>(Now);
    QMap<QString, QString> settings = server().settings();
    settings.insert(u"initial_days"_s, u"1"_s);
    m_harness->addSource(u"nected"_s, u"nected"_s, settings);
}

void PageRequestsTest::requestsPagesAheadAndEachOfThemOnce()
{
    const SyncReport report = sync();

    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.pages, Pages);
    QCOMPARE(report.requests, Pages);
    QCOMPARE(report.counts.duplicate, 0);
    QVERIFY(isComplete());
    QList<qint64> numbers = pageNumbers(server());
    QCOMPARE(numbers.mid(0, 3), (QList<qint64>{1, 2, 3})); // one at a time so far
    std::ranges::sort(numbers);
    QList<qint64> each;
    for (qint64 page = 1; page <= Pages; ++page)
        each.append(page);
    QCOMPARE(numbers, each);
    QCOMPARE_GT(server().http().connectionCount(), 1);
}

void PageRequestsTest::dropsWhatWasRequestedAheadWhenTheListMoves_data()
{
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("added");
    QTest::addColumn<bool>("moves"); // what is below the newest
    QTest::newRow("events arrive") << 0 << 3 << true;
    QTest::newRow("the newest are deleted") << 3 << 0 << true;
    QTest::newRow("as many as arrive") << 3 << 3 << false;
}

void PageRequestsTest::dropsWhatWasRequestedAheadWhenTheListMoves()
{
    QFETCH(const int, removed);
    QFETCH(const int, added);
    QFETCH(const bool, moves);
    const UtcMicros now = parseTime(Now).value();
    for (const int page : {9, 20}) {
        server().beforePage(page, [this, now, removed, added, page] {
            QList<VendorEvent> events = server().events();
            events.remove(events.size() - removed, removed);
            server().setEvents(events);
            for (int index = 0; index < added; ++index)
                server().addEvent(
                    m_company->moreOf(Vendor::Nected, now - (50 - page - index) * UtcMicros::PerMinute));
        });
    }
    const QMap<QByteArray, QByteArray> old = SyncHarness::served(server());

    const SyncReport report = sync();

    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.retries, 0);
    QCOMPARE(report.requests > report.pages, moves); // those that were dropped were sent, and are sent again
    QCOMPARE_GE(report.requests, server().http().requests().size());
    const QMap<QByteArray, QByteArray> stored = m_harness->stored(u"nected"_s);
    const QList<VendorEvent> events = server().events();
    for (const VendorEvent &event : events)
        QVERIFY2(!old.contains(event.id) || stored.contains(event.id), event.id.constData());
    QCOMPARE(sync().status, SyncReport::Status::Ok);
    const QMap<QByteArray, QByteArray> all = m_harness->stored(u"nected"_s);
    for (const VendorEvent &event : events)
        QVERIFY2(all.contains(event.id), event.id.constData());
}

void PageRequestsTest::aRateLimitPausesAllAndOneAtATimeFollows()
{
    server().faults().at(10, Fault::httpStatus(429, "600"));

    const SyncReport report = sync();

    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.retries, 1);
    QCOMPARE(report.waited.count(), std::chrono::milliseconds(600s).count());
    QCOMPARE(report.pages, Pages);
    QCOMPARE_GT(report.requests, Pages);
    QCOMPARE_LE(report.requests, Pages + 1 + MaxAhead);
    QVERIFY(isComplete());
    const QList<qint64> last = pageNumbers(server()).mid(10 + MaxAhead + 1);
    QVERIFY(std::ranges::is_sorted(last));
    QCOMPARE_GT(last.size(), 10);
}

void PageRequestsTest::aPageThatFailsMovesNoCheckpointPastIt()
{
    for (int number = 10; number < 20; ++number) // with those that are under way
        server().faults().at(number, Fault::httpStatus(500));

    const SyncReport failed = sync();

    QCOMPARE(failed.status, SyncReport::Status::Failed);
    QCOMPARE(failed.retries, 4);
    QCOMPARE_LT(failed.pages, 10);
    QCOMPARE(failed.counts.added, failed.pages * PageSize);
    server().faults().clear();
    const SyncReport resumed = sync();
    QCOMPARE(resumed.status, SyncReport::Status::Ok);
    QVERIFY(isComplete());
    QCOMPARE(failed.counts.added + resumed.counts.added, Pages * PageSize);
}

void PageRequestsTest::aLimitThatPagesAheadHaveMetIsWaitedForWhenThePageFails_data()
{
    QTest::addColumn<QByteArrayList>("pauses"); // of the pages after the one that fails
    QTest::newRow("one page has met it") << QByteArrayList{"600"};
    QTest::newRow("the longest of several pauses") << QByteArrayList{"60", "600", "120"};
}

void PageRequestsTest::aLimitThatPagesAheadHaveMetIsWaitedForWhenThePageFails()
{
    QFETCH(const QByteArrayList, pauses);
    constexpr qint64 Failing = 4; // the first one that is requested together with others
    constexpr int Settled = 200; // turns of the event loop without a request: each response has been read
    QSet<qint64> spoiled;
    QObject context;
    connect(&server().http(), &FakeHttpServer::requested, &context, [&](const Request &request) {
        const qint64 page = request.parameter("pageNo").toLongLong();
        const qint64 next = page - Failing - 1;
        if (page < Failing || next >= pauses.size() || spoiled.contains(page))
            return;
        spoiled.insert(page);
        server().faults().once(page == Failing ? Fault{.kind = Fault::Kind::Hang}
                                               : Fault::httpStatus(429, pauses[next]));
    });
    int turns = 0;
    qsizetype before = 0;
    bool hasFailed = false;
    m_harness->onTick = [&](const QString &) {
        const qsizetype requests = server().http().requests().size();
        turns = std::exchange(before, requests) == requests ? turns + 1 : 0;
        if (!hasFailed && turns >= Settled && spoiled.size() > pauses.size()) {
            hasFailed = true;
            m_harness->scheduler().advance(HttpLimits().silence);
        }
    };

    const SyncReport report = sync();

    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.retries, 1);
    QCOMPARE(report.waited.count(), std::chrono::milliseconds(600s).count());
    QCOMPARE(report.pages, Pages);
    QVERIFY(isComplete());
}

TRAILGLASS_TEST(PageRequestsTest)
#include "tst_pagerequests.moc"
