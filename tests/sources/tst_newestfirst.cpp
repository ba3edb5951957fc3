// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include "tests/sources/poolservers.h"
#include "tests/sources/sampleaccounts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr const char *Now = "2026-11-20T12:00:00Z";

/// A vendor that lists the newest events first, and what can go wrong with its list.
class NewestFirstVendor
{
public:
    explicit NewestFirstVendor(Vendor vendor)
        : pool(1, at(Now))
        , driver(*findSource(vendor), {{u"initial_days"_s, u"0"_s}}, apiKey(),
                 [this](const HttpRequest &request) { return respond(request); })
    {
        const bool isSecoda = vendor == Vendor::Secoda;
        if (isSecoda)
            m_server = std::make_unique<SecodaServer>(pool);
        else
            m_server = std::make_unique<NectedServer>(pool);
        m_pageParameter = isSecoda ? u"page"_s : u"pageNo"_s;
        m_list = isSecoda ? u"results"_s : u"data"_s;
    }

    EventPool pool;
    SourceDriver driver;
    QString poison; ///< the page with this event fails
    int emptyPage = 0; ///< has no rows, whatever the response counts
    Error failure{ErrorKind::Server, u"The vendor said: “No”."_s, {}, 500};
    std::function<void()> beforeResponse = [] {
    };

    [[nodiscard]] bool sync() { return driver.sync(pool.now()); }

    /// Lists what arrived last first, whatever its time.
    void listByArrival()
    {
        m_server->order = [](QList<PoolEvent> &events) {
            std::ranges::sort(
                events, [](const PoolEvent &left, const PoolEvent &right) { return right.id < left.id; });
        };
    }

private:
    Response respond(const HttpRequest &request)
    {
        beforeResponse();
        Response response = (*m_server)(request);
        if (!poison.isEmpty() && response.body.contains(poison.toUtf8()))
            return {{}, failure};
        const QString page = parameter(request, m_pageParameter);
        if (!response.error && emptyPage > 0 && page.toInt() == emptyPage) {
            QJsonObject body = QJsonDocument::fromJson(response.body).object();
            body.insert(m_list, QJsonArray());
            response.body = QJsonDocument(body).toJson();
        }
        return response;
    }

    std::unique_ptr<PoolServer> m_server;
    QString m_pageParameter;
    QString m_list; ///< of a response
};

void addVendors()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::newRow("secoda") << Vendor::Secoda;
    QTest::newRow("nected") << Vendor::Nected;
}

bool isCovered(const SourceDriver &driver, UtcMicros time)
{
    return std::ranges::any_of(driver.covered,
                               [time](const TimeWindow &window) { return window.contains(time); });
}

} // namespace

/// Lists in numbered pages from the newest event down: what they do while they are read, and pages that fail.
class NewestFirstTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAListWhoseOldestRowsExpireToItsEnd_data();
    void readsAListWhoseOldestRowsExpireToItsEnd();
    void findsARowThatSlippedAmongExpiringOnes_data();
    void findsARowThatSlippedAmongExpiringOnes();
    void findsARowThatSlippedAmongThoseOfItsTime_data();
    void findsARowThatSlippedAmongThoseOfItsTime();
    void readsAllOfAListThatIsUnsortedBetweenPages();
    void findsARowThatSlippedWhileAnotherArrived_data();
    void findsARowThatSlippedWhileAnotherArrived();
    void anInterruptionWhileItLooksBackHidesNothing_data();
    void anInterruptionWhileItLooksBackHidesNothing();
    void leavesAListThatShrinksWheneverItIsReadOn_data();
    void leavesAListThatShrinksWheneverItIsReadOn();
    void anEarlyDateHidesNoRowThatSlips_data();
    void anEarlyDateHidesNoRowThatSlips();
    void anEarlyDateAtTheEndOfAPageHidesNothing_data();
    void anEarlyDateAtTheEndOfAPageHidesNothing();
    void aPageThatAlwaysFailsKeepsNoNewEventsAway_data();
    void aPageThatAlwaysFailsKeepsNoNewEventsAway();
    void aPageThatIsRefusedKeepsNoOtherWindowAway();
    void anEmptyPageWhereTheServerCountsRowsHidesNothing_data();
    void anEmptyPageWhereTheServerCountsRowsHidesNothing();
    void readsADayAgainAfterAnUpdateOfTheProgram_data();
    void readsADayAgainAfterAnUpdateOfTheProgram();
    void joinsWhatIsLeftWhenThereIsTooMuchOfIt();
};

void NewestFirstTest::readsAListWhoseOldestRowsExpireToItsEnd_data()
{
    addVendors();
}

void NewestFirstTest::readsAListWhoseOldestRowsExpireToItsEnd()
{
    QFETCH(const Vendor, vendor);
    NewestFirstVendor log(vendor);
    log.pool.fill(1'000, at("2026-11-01T00:00:00Z"));
    log.beforeResponse = [&] {
        log.pool.expire();
    };
    QVERIFY(log.sync());
    QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
    QCOMPARE(log.driver.warnings, QStringList());
    QVERIFY(log.driver.checkpoint.contains(u"watermark"));
    const int pages = vendor == Vendor::Secoda ? 250 : 100;
    QCOMPARE_LT(log.driver.requests, 2 * pages + 25);
    QVERIFY(log.sync());
    QCOMPARE_LT(log.driver.requests, 5);
}

void NewestFirstTest::findsARowThatSlippedAmongExpiringOnes_data()
{
    addVendors();
}

void NewestFirstTest::findsARowThatSlippedAmongExpiringOnes()
{
    QFETCH(const Vendor, vendor);
    for (int when = 3; when < 80; when += 14) {
        NewestFirstVendor log(vendor);
        log.pool.fill(400, at("2026-11-01T00:00:00Z"));
        int responses = 0;
        log.beforeResponse = [&] {
            if (++responses == when)
                log.pool.removeNewest();
            else
                log.pool.expire();
        };
        QVERIFY(log.sync());
        QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
    }
}

void NewestFirstTest::findsARowThatSlippedAmongThoseOfItsTime_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<int>("together");
    QTest::addColumn<bool>("isLeft");
    QTest::newRow("secoda") << Vendor::Secoda << 3 << false;
    QTest::newRow("nected") << Vendor::Nected << 7 << false;
    QTest::newRow("secoda, more than a page") << Vendor::Secoda << 7 << true;
}

/// So many events of each time that pages end within them. Where a page has no other time, nothing shows that it
/// is known to its last row: the rest is left to the next run, and is known to be missing.
void NewestFirstTest::findsARowThatSlippedAmongThoseOfItsTime()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const int, together);
    QFETCH(const bool, isLeft);
    for (int when = 24; when < 80; when += 16) { // when the list has shrunk too often to be gone back in
        NewestFirstVendor log(vendor);
        for (int number = 0; number < 400; ++number) {
            log.pool.add();
            if (number % together == together - 1)
                log.pool.wait(UtcMicros::PerMinute);
        }
        int responses = 0;
        log.beforeResponse = [&] {
            if (++responses == when)
                log.pool.removeNewest();
            else
                log.pool.expire();
        };
        QVERIFY(log.sync());
        QCOMPARE(log.driver.checkpoint.contains(u"stretches"), isLeft);
        QCOMPARE(log.driver.warnings.size(), isLeft ? 1 : 0);
        for (const PoolEvent &event : log.pool.events())
            QVERIFY(!isCovered(log.driver, event.created) || log.driver.events.contains(event.id));
        if (isLeft) {
            log.beforeResponse = [] {
            };
            QVERIFY(log.sync());
        }
        QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
    }
}

void NewestFirstTest::readsAllOfAListThatIsUnsortedBetweenPages()
{
    EventPool pool(1, at("2026-11-19T12:00:00Z"));
    SecodaServer server(pool);
    SourceDriver driver(*findSource(Vendor::Secoda), {}, apiKey(), std::ref(server));
    pool.fill(SecodaServer::PageSize, at("2026-11-19T11:00:00Z"));
    QVERIFY(driver.sync(pool.now()));
    pool.wait(UtcMicros::PerDay);
    pool.fill(36, at("2026-11-20T00:00:00Z"));
    server.order = [](QList<PoolEvent> &events) {
        // The page that is known stands between newer ones, each in order.
        std::rotate(events.begin() + 20, events.end() - SecodaServer::PageSize, events.end());
    };
    driver.covered.clear();
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE(driver.covered, (QList<TimeWindow>{{std::nullopt, pool.now()}}));
}

void NewestFirstTest::findsARowThatSlippedWhileAnotherArrived_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<bool>("isCountTheSame");
    QTest::newRow("secoda") << Vendor::Secoda << false;
    QTest::newRow("nected") << Vendor::Nected << false;
    QTest::newRow("secoda, and the oldest expired") << Vendor::Secoda << true;
    QTest::newRow("nected, and the oldest expired") << Vendor::Nected << true;
}

/// The newest row is deleted before a response and another one arrives before the next, so that a page looks as before.
/// The count shows it, unless a row further down goes at the same time. Then the list is still, so that nothing leads the
/// run back to that place.
void NewestFirstTest::findsARowThatSlippedWhileAnotherArrived()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const bool, isCountTheSame);
    for (int when = 4; when < 80; when += 5) { // also when the list has shrunk too often to be gone back in
        NewestFirstVendor log(vendor);
        log.pool.fill(400, at("2026-11-01T00:00:00Z"));
        int responses = 0;
        log.beforeResponse = [&] {
            ++responses;
            if (responses == when)
                log.pool.removeNewest();
            if (responses == when + 1)
                log.pool.add();
            const bool expires = isCountTheSame ? responses == when + 1 : responses > when + 1;
            if (responses < when || expires)
                log.pool.expire();
        };
        QVERIFY(log.sync());
        log.beforeResponse = [] {
        };
        QVERIFY(log.sync()); // what arrives on top is for the next run
        QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
    }
}

void NewestFirstTest::anInterruptionWhileItLooksBackHidesNothing_data()
{
    addVendors();
}

/// Several pages of the newest rows are deleted before a response, after which the run is killed: also where the next request
/// would have been for the page before.
void NewestFirstTest::anInterruptionWhileItLooksBackHidesNothing()
{
    QFETCH(const Vendor, vendor);
    constexpr int Deleted = 35;
    for (int when = 4; when < 80; when += 5) { // also when the list has shrunk too often to be gone back in
        NewestFirstVendor log(vendor);
        log.pool.fill(400, at("2026-11-01T00:00:00Z"));
        int responses = 0;
        log.beforeResponse = [&] {
            if (++responses < when)
                log.pool.expire();
            for (int count = responses == when ? Deleted : 0; count > 0; --count)
                log.pool.removeNewest();
        };
        QVERIFY(!log.driver.sync(log.pool.now(), when));
        QVERIFY(log.sync());
        QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
    }
}

void NewestFirstTest::leavesAListThatShrinksWheneverItIsReadOn_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<bool>("grows");
    for (const Vendor vendor : {Vendor::Secoda, Vendor::Nected}) {
        QTest::addRow("%s", name(vendor).data()) << vendor << false;
        QTest::addRow("%s, and grows", name(vendor).data()) << vendor << true;
    }
}

/// The oldest row expires before every other response; the page between never shows that nothing has slipped to it.
void NewestFirstTest::leavesAListThatShrinksWheneverItIsReadOn()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const bool, grows);
    NewestFirstVendor log(vendor);
    log.pool.fill(400, at("2026-11-01T00:00:00Z"));
    const UtcMicros asked = log.pool.now();
    log.pool.wait(UtcMicros::PerSecond);
    int responses = 0;
    log.beforeResponse = [&] {
        if (++responses % 2 == 0)
            log.pool.expire();
        else if (grows)
            log.pool.add();
    };
    QVERIFY(log.sync());
    QCOMPARE(log.driver.warnings.size(), 1);
    QVERIFY(log.driver.checkpoint.contains(u"stretches"));
    QCOMPARE_LT(log.driver.requests, 100);
    for (const PoolEvent &event : log.pool.events()) {
        const bool wasThere = event.created <= asked;
        QVERIFY(!wasThere || !isCovered(log.driver, event.created) || log.driver.events.contains(event.id));
    }
    log.beforeResponse = [] {
    };
    QVERIFY(log.sync());
    QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
}

void NewestFirstTest::anEarlyDateHidesNoRowThatSlips_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<bool>("isFirst");
    QTest::addColumn<qint64>("late");
    const auto row = [](const char *name, Vendor vendor, bool isFirst, qint64 late) {
        QTest::newRow(name) << vendor << isFirst << late;
    };
    row("secoda, minutes", Vendor::Secoda, true, 9 * UtcMicros::PerMinute);
    row("secoda, a day", Vendor::Secoda, true, UtcMicros::PerDay);
    row("secoda, minutes, in a later sync", Vendor::Secoda, false, 9 * UtcMicros::PerMinute);
    row("secoda, a day, in a later sync", Vendor::Secoda, false, UtcMicros::PerDay);
    row("nected, minutes", Vendor::Nected, true, 9 * UtcMicros::PerMinute);
    row("nected, a day", Vendor::Nected, true, UtcMicros::PerDay);
    row("nected, minutes, in a later sync", Vendor::Nected, false, 9 * UtcMicros::PerMinute);
}

/// Each page in turn ends with a late row and looks sorted, in a list by arrival. The newest rows are deleted, up to more
/// than a page of them, before each response in turn.
void NewestFirstTest::anEarlyDateHidesNoRowThatSlips()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const bool, isFirst);
    QFETCH(const qint64, late);
    constexpr int Events = 60;
    const int pageSize = vendor == Vendor::Secoda ? SecodaServer::PageSize : 10;
    for (int page = 1; page < 6; ++page) {
        for (int when = 2; when < 8; ++when) {
            for (const int deleted : {1, pageSize, pageSize + 1}) {
                NewestFirstVendor log(vendor);
                log.listByArrival();
                if (!isFirst) {
                    log.pool.fill(30, at("2026-11-20T11:00:00Z"));
                    QVERIFY(log.sync());
                    log.pool.wait(UtcMicros::PerHour);
                }
                for (int number = Events; number > 0; --number) {
                    log.pool.wait(UtcMicros::PerSecond);
                    log.pool.add(number == page * pageSize ? late : 0);
                }
                int responses = 0;
                log.beforeResponse = [&] {
                    for (int count = ++responses == when ? deleted : 0; count > 0; --count)
                        log.pool.removeNewest();
                };
                QVERIFY(log.sync());
                const QString what = u"page %1, response %2, %3 deleted"_s.arg(page).arg(when).arg(deleted);
                QVERIFY2(missingEvents(log.pool, log.driver).isEmpty(), qPrintable(what));
            }
        }
    }
}

void NewestFirstTest::anEarlyDateAtTheEndOfAPageHidesNothing_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<qint64>("late");
    for (const Vendor vendor : {Vendor::Secoda, Vendor::Nected}) {
        QTest::addRow("%s, minutes", name(vendor).data()) << vendor << 9 * UtcMicros::PerMinute;
        QTest::addRow("%s, decades", name(vendor).data()) << vendor << 50 * 365 * UtcMicros::PerDay;
    }
}

/// The page looks sorted. The run is killed after it, and later goes on below.
void NewestFirstTest::anEarlyDateAtTheEndOfAPageHidesNothing()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const qint64, late);
    NewestFirstVendor log(vendor);
    log.listByArrival();
    log.pool.fill(60, at("2026-11-20T11:00:00Z"));
    log.pool.add(late);
    const int rest = (vendor == Vendor::Secoda ? SecodaServer::PageSize : 10) - 1;
    for (int number = 0; number < rest; ++number) {
        log.pool.wait(UtcMicros::PerSecond);
        log.pool.add();
    }
    QVERIFY(!log.driver.sync(log.pool.now(), 1));
    log.pool.wait(UtcMicros::PerHour);
    log.pool.add();
    QVERIFY(log.sync());
    QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
}

void NewestFirstTest::aPageThatAlwaysFailsKeepsNoNewEventsAway_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<Error>("failure");
    QTest::addColumn<bool>("isRefusal");
    const QString words = u"The vendor said: “No”."_s;
    for (const Vendor vendor : {Vendor::Secoda, Vendor::Nected}) {
        const auto row = [&](const char *failure, const Error &error, bool isRefusal) {
            QTest::addRow("%s, %s", name(vendor).data(), failure) << vendor << error << isRefusal;
        };
        row("500", {ErrorKind::Server, words, {}, 500}, false);
        row("time-out", {ErrorKind::Timeout, words}, false);
        row("no JSON", {ErrorKind::Malformed, words}, false);
        row("400", {ErrorKind::Rejected, words, {}, 400}, true);
    }
}

void NewestFirstTest::aPageThatAlwaysFailsKeepsNoNewEventsAway()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const Error, failure);
    QFETCH(const bool, isRefusal);
    NewestFirstVendor log(vendor);
    log.failure = failure;
    log.pool.fill(100, at("2026-11-01T00:00:00Z"));
    const PoolEvent poisoned = log.pool.newestFirst({}, 50).first();
    log.poison = poisoned.id;
    QCOMPARE(log.sync(), isRefusal); // a page that is refused needs no second try
    for (int day = 0; day < 3; ++day) {
        log.pool.wait(UtcMicros::PerDay);
        for (int count = 0; count < 30; ++count)
            log.pool.add();
        const UtcMicros asked = log.pool.now();
        log.pool.wait(UtcMicros::PerSecond);
        log.driver.warnings.clear();
        QVERIFY(log.sync());
        QCOMPARE(log.driver.warnings.size(), 1);
        QVERIFY(log.driver.warnings.first().contains(failure.message));
        const QList<PoolEvent> newest = log.pool.newestFirst({}, 0, 75 + 30 * day);
        QVERIFY(std::ranges::all_of(
            newest, [&](const PoolEvent &event) { return log.driver.events.contains(event.id); }));
        QCOMPARE_LT(log.driver.requests, 30); // not all that is above the page
        QVERIFY(isCovered(log.driver, asked - 1));
        QVERIFY(!isCovered(log.driver, poisoned.created));
        QVERIFY(!log.driver.checkpoint.contains(u"watermark"));
    }
    log.poison.clear();
    QVERIFY(log.sync());
    QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
    QVERIFY(isCovered(log.driver, poisoned.created));
    QCOMPARE(log.driver.checkpoint, finishedAt(formatTime(log.pool.events().last().created).c_str()));
}

void NewestFirstTest::aPageThatIsRefusedKeepsNoOtherWindowAway()
{
    NewestFirstVendor log(Vendor::Nected);
    log.failure = {ErrorKind::Rejected, u"No."_s, {}, 400};
    log.pool.fill(9'500, at("2026-11-10T00:00:00Z"));
    log.poison = log.pool.newestFirst({}, 2'000).first().id; // in the newer of two windows
    QVERIFY(log.sync());
    QCOMPARE(log.driver.warnings.size(), 1);
    QCOMPARE_GT(log.driver.events.size(), 3'500);
    log.poison.clear();
    QVERIFY(log.sync());
    QCOMPARE_LT(log.driver.requests, 650);
    QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
}

void NewestFirstTest::anEmptyPageWhereTheServerCountsRowsHidesNothing_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<int>("page");
    for (const Vendor vendor : {Vendor::Secoda, Vendor::Nected}) {
        const int last = vendor == Vendor::Secoda ? 100 / SecodaServer::PageSize : 10;
        for (const int page : {1, 2, 5, last})
            QTest::addRow("%s, page %d", name(vendor).data(), page) << vendor << page;
    }
}

/// What is not read is neither covered nor lost, and where the page stays empty, new events come all the same.
void NewestFirstTest::anEmptyPageWhereTheServerCountsRowsHidesNothing()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const int, page);
    NewestFirstVendor log(vendor);
    log.pool.fill(100, at("2026-11-01T00:00:00Z"));
    log.emptyPage = page;
    const auto claimsTooMuch = [&log] {
        return std::ranges::any_of(log.pool.events(), [&log](const PoolEvent &event) {
            return isCovered(log.driver, event.created) && !log.driver.events.contains(event.id);
        });
    };
    QVERIFY(!log.sync());
    QCOMPARE(log.driver.error->kind, ErrorKind::Malformed);
    QVERIFY2(log.driver.error->message.contains(u"did not return them"_s),
             qPrintable(log.driver.error->message));
    QVERIFY(!claimsTooMuch());
    if (page > 3) { // below the newest part of a later sync
        log.pool.wait(UtcMicros::PerDay);
        const QString arrived = log.pool.add();
        QVERIFY(log.sync());
        QVERIFY(log.driver.events.contains(arrived));
        QVERIFY(!claimsTooMuch());
    }
    log.emptyPage = 0;
    QVERIFY(log.sync());
    QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
    QVERIFY(!claimsTooMuch());
}

void NewestFirstTest::readsADayAgainAfterAnUpdateOfTheProgram_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<Checkpoint>("before");
    const Checkpoint finished{{u"watermark"_s, u"2026-11-20T11:00:00.000000Z"_s}};
    QTest::newRow("secoda") << Vendor::Secoda << finished;
    QTest::newRow("nected") << Vendor::Nected << finished;
    Checkpoint descent = finished;
    for (const auto &[key, value] :
         QList<std::pair<QString, QJsonValue>>{{u"running"_s, true}, {u"page"_s, 7}, {u"count"_s, 50}})
        descent.insert(key, value);
    QTest::newRow("secoda, interrupted") << Vendor::Secoda << descent;
    descent.insert(u"windows"_s, QJsonArray{QJsonObject{{u"to"_s, u"2026-11-20T11:30:00.000000Z"_s}}});
    QTest::newRow("nected, interrupted") << Vendor::Nected << descent;
}

void NewestFirstTest::readsADayAgainAfterAnUpdateOfTheProgram()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const Checkpoint, before);
    NewestFirstVendor log(vendor);
    log.pool.fill(1, at("2026-11-19T10:55:00Z"));
    log.pool.fill(40, at("2026-11-20T02:00:00Z"));
    log.driver.checkpoint = before; // an event ahead may have been its watermark ten hours ago
    QVERIFY(log.sync());
    QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
}

/// Each run is interrupted within the newest part. At first, more than a page has come by the next, so that the
/// oldest ranges, which are joined, lack events.
void NewestFirstTest::joinsWhatIsLeftWhenThereIsTooMuchOfIt()
{
    NewestFirstVendor log(Vendor::Secoda);
    log.pool.fill(12, at("2026-11-01T00:00:00Z"));
    for (int run = 0; run < 110; ++run) {
        QVERIFY(!log.driver.sync(log.pool.now(), 1));
        log.pool.wait(UtcMicros::PerHour);
        const UtcMicros from = log.pool.now() - UtcMicros::PerMinute;
        log.pool.fill(run < 15 ? SecodaServer::PageSize + 1 : run % 4 / 3, from);
    }
    QCOMPARE_LE(log.driver.checkpoint.value(u"stretches").toArray().size(), 101);
    QVERIFY(log.sync());
    QCOMPARE(missingEvents(log.pool, log.driver), QStringList());
}

TRAILGLASS_TEST(NewestFirstTest)
#include "tst_newestfirst.moc"
