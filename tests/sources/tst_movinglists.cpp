// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include "tests/sources/poolservers.h"
#include "tests/sources/sampleaccounts.h"

#include <QTest>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr const char *Noon = "2026-11-20T12:00:00Z";

/// More pages than any of the lists has.
constexpr int AllPages = 1'000;

/// How a server arranges a list, whatever was requested.
struct Arrangement
{
    void (*apply)(QList<PoolEvent> &) = nullptr;
};

/// A source and the list that it reads.
class MovingList
{
public:
    explicit MovingList(Vendor vendor)
        : pool(1, at(Noon))
        , server(poolServer(vendor, pool))
        , driver(*findSource(vendor), requiredSettings(vendor), secretsOf(vendor),
                 [this](const HttpRequest &request) { return (*server)(request); })
    {
        server->saysTheTime = true;
    }

    EventPool pool;
    std::unique_ptr<PoolServer> server;
    SourceDriver driver;

    [[nodiscard]] bool sync(int pages = AllPages) { return driver.sync(pool.now(), pages); }
    [[nodiscard]] QStringList missing() const { return missingEvents(pool, driver); }

    /// An hour with fifteen events.
    void live()
    {
        pool.wait(UtcMicros::PerHour);
        pool.fill(15, pool.now() - UtcMicros::PerMinute);
    }
};

void addVendors(std::initializer_list<Vendor> vendors)
{
    QTest::addColumn<Vendor>("vendor");
    for (const Vendor vendor : vendors)
        QTest::newRow(name(vendor).data()) << vendor;
}

void addAllVendors()
{
    addVendors({Vendor::Asana, Vendor::Secoda, Vendor::Datafold, Vendor::Paradime, Vendor::Nected});
}

void reverse(QList<PoolEvent> &events)
{
    std::ranges::reverse(events);
}

/// A late event among those that arrived with it; ids are in the order of arrival.
void sortByArrival(QList<PoolEvent> &events)
{
    std::ranges::sort(events,
                      [](const PoolEvent &left, const PoolEvent &right) { return left.id < right.id; });
}

void sortByArrivalNewestFirst(QList<PoolEvent> &events)
{
    std::ranges::sort(events,
                      [](const PoolEvent &left, const PoolEvent &right) { return right.id < left.id; });
}

/// In no order, which is the same for each response.
void shuffle(QList<PoolEvent> &events)
{
    constexpr int Factor = 7'919;
    constexpr int Places = 104'729;
    std::ranges::sort(events, {}, [](const PoolEvent &event) { return event.id.toInt() * Factor % Places; });
}

} // namespace

/// Lists that change while they are read, and runs that are killed on the way.
class MovingListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatArrivesBetweenPages_data();
    void readsWhatArrivesBetweenPages();
    void readsLateEventsInTheNextRun_data();
    void readsLateEventsInTheNextRun();
    void readsAHundredEventsOfOneTimeAcrossPages_data();
    void readsAHundredEventsOfOneTimeAcrossPages();
    void takesUpARunThatWasKilledAfterAnyPage_data();
    void takesUpARunThatWasKilledAfterAnyPage();
    void doesNotRequestAgainWhatAKilledRunHasStored_data();
    void doesNotRequestAgainWhatAKilledRunHasStored();
    void readsAListInAnyOrder_data();
    void readsAListInAnyOrder();
    void losesNothingToRowsDeletedBetweenPages_data();
    void losesNothingToRowsDeletedBetweenPages();
};

void MovingListsTest::readsWhatArrivesBetweenPages_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<int>("arrivals");
    for (const Vendor vendor :
         {Vendor::Asana, Vendor::Secoda, Vendor::Datafold, Vendor::Paradime, Vendor::Nected}) {
        for (const int arrivals : {1, SecodaServer::PageSize, 10, 23})
            QTest::addRow("%s, %d at a time", name(vendor).data(), arrivals) << vendor << arrivals;
    }
}

void MovingListsTest::readsWhatArrivesBetweenPages()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const int, arrivals);
    MovingList list(vendor);
    list.pool.fill(60, at("2026-11-19T00:00:00Z"));
    int responses = 0;
    list.server->beforeResponse = [&] {
        if (++responses > 12) // or a list that grows by pages would never end
            return;
        list.pool.wait(UtcMicros::PerSecond);
        list.pool.fill(arrivals, list.pool.now() - UtcMicros::PerSecond);
    };
    QSet<QString> visible;
    for (const PoolEvent &event : list.pool.events())
        visible.insert(event.id);
    QVERIFY(list.sync());
    for (const QString &id : std::as_const(visible))
        QVERIFY2(list.driver.events.contains(id), qPrintable(id));
    list.server->beforeResponse = [] {
    }; // what arrives above a page that was read is for the run after it
    QVERIFY(list.sync());
    QCOMPARE(list.missing(), QStringList());
    QCOMPARE(list.driver.warnings, QStringList());
}

void MovingListsTest::readsLateEventsInTheNextRun_data()
{
    addAllVendors();
}

void MovingListsTest::readsLateEventsInTheNextRun()
{
    QFETCH(const Vendor, vendor);
    MovingList list(vendor);
    list.pool.fill(60, at("2026-11-20T11:30:00Z"));
    int responses = 0;
    list.server->beforeResponse = [&] {
        // Where they belong has been passed: by newest-first lists at once, by Asana at its end.
        if (++responses == 2 || responses == 20)
            list.pool.add(5 * UtcMicros::PerMinute);
    };
    QVERIFY(list.sync());
    list.server->beforeResponse = [] {
    };
    for (int late = 1; late < 10; ++late) {
        list.pool.wait(UtcMicros::PerMinute);
        list.pool.add();
        list.pool.add(late * UtcMicros::PerMinute);
        QVERIFY(list.sync());
        QCOMPARE(list.missing(), QStringList());
    }
}

void MovingListsTest::readsAHundredEventsOfOneTimeAcrossPages_data()
{
    addAllVendors();
}

/// Killed after each number of pages, and so within the hundred.
void MovingListsTest::readsAHundredEventsOfOneTimeAcrossPages()
{
    QFETCH(const Vendor, vendor);
    bool isWhole = false;
    for (int pages = 1; !isWhole; pages += 3) {
        MovingList list(vendor);
        list.pool.fill(10, at("2026-11-20T09:00:00Z"));
        for (int number = 0; number < 100; ++number)
            list.pool.add();
        list.pool.wait(UtcMicros::PerHour);
        list.pool.fill(10, at("2026-11-20T12:30:00Z"));
        isWhole = list.sync(pages);
        list.live();
        QVERIFY(list.sync());
        QCOMPARE(list.missing(), QStringList());
        QVERIFY(!list.driver.checkpoint.contains(u"stretches"_s));
    }
}

void MovingListsTest::takesUpARunThatWasKilledAfterAnyPage_data()
{
    addAllVendors();
}

void MovingListsTest::takesUpARunThatWasKilledAfterAnyPage()
{
    QFETCH(const Vendor, vendor);
    bool isWhole = false;
    for (int pages = 1; !isWhole; ++pages) {
        MovingList list(vendor);
        list.pool.fill(60, at("2026-11-01T00:00:00Z"));
        isWhole = list.sync(pages);
        list.live();
        static_cast<void>(list.sync(2)); // and killed again
        list.live();
        QVERIFY(list.sync());
        QCOMPARE(list.missing(), QStringList());
        QCOMPARE(list.driver.warnings, QStringList());
        QVERIFY(list.driver.checkpoint.contains(u"watermark"_s));
    }
}

void MovingListsTest::doesNotRequestAgainWhatAKilledRunHasStored_data()
{
    addVendors(
        {Vendor::Asana, Vendor::Secoda, Vendor::Datafold, Vendor::Nected}); // Paradime has one response
}

/// A run that is killed in the last quarter has at most half of a whole run left, the overlap and a look at the top of the
/// list included.
void MovingListsTest::doesNotRequestAgainWhatAKilledRunHasStored()
{
    QFETCH(const Vendor, vendor);
    const auto fill = [](MovingList &list) {
        list.pool.fill(400, at("2026-11-01T00:00:00Z"));
    };
    MovingList whole(vendor);
    fill(whole);
    QVERIFY(whole.sync());
    const int pages = whole.driver.requests;
    MovingList list(vendor);
    fill(list);
    QVERIFY(!list.sync(pages * 3 / 4));
    QVERIFY(list.sync());
    QCOMPARE(list.missing(), QStringList());
    QCOMPARE_LE(list.driver.requests, pages / 2);
}

void MovingListsTest::readsAListInAnyOrder_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<Arrangement>("order");
    for (const Vendor vendor : {Vendor::Asana, Vendor::Secoda, Vendor::Nected}) {
        const auto row = [vendor](const char *order, void (*arrange)(QList<PoolEvent> &)) {
            QTest::addRow("%s, %s", name(vendor).data(), order) << vendor << Arrangement{arrange};
        };
        row("reversed", reverse);
        row("shuffled", shuffle);
        row("by arrival", vendor == Vendor::Asana ? sortByArrival : sortByArrivalNewestFirst);
    }
}

/// Whatever was requested: killed after each number of pages, and taken up again.
void MovingListsTest::readsAListInAnyOrder()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const Arrangement, order);
    bool isWhole = false;
    for (int pages = 1; !isWhole; pages += 2) {
        MovingList list(vendor);
        list.server->order = order.apply;
        for (int minute = 0; minute < 50; ++minute) {
            list.pool.wait(UtcMicros::PerMinute);
            list.pool.add();
            if (minute % 5 == 4)
                list.pool.add(9 * UtcMicros::PerMinute); // the last of a page, now and then
        }
        isWhole = list.sync(pages);
        for (int round = 0; round < 2; ++round) {
            list.live();
            QVERIFY(list.sync());
            QCOMPARE(list.missing(), QStringList());
        }
    }
}

void MovingListsTest::losesNothingToRowsDeletedBetweenPages_data()
{
    addAllVendors();
}

/// The newest is deleted, so that all others move up a place, and any others.
void MovingListsTest::losesNothingToRowsDeletedBetweenPages()
{
    QFETCH(const Vendor, vendor);
    for (int before = 2; before < 16; ++before) {
        MovingList list(vendor);
        list.pool.fill(80, at("2026-11-19T00:00:00Z"));
        int responses = 0;
        list.server->beforeResponse = [&] {
            if (++responses != before)
                return;
            list.pool.removeNewest();
            for (int number = 0; number < 5; ++number)
                list.pool.remove();
        };
        QVERIFY(list.sync());
        QCOMPARE(list.missing(), QStringList());
    }
}

TRAILGLASS_TEST(MovingListsTest)
#include "tst_movinglists.moc"
