// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/orderedworkers.h"
#include "tests/runner/testclass.h"
#include "tests/support/nomorethreads.h"

#include <QTest>

#include <atomic>
#include <optional>

using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

struct Job
{
    qint64 number = 0;
    bool isDone = false;
};

using Workers = OrderedWorkers<Job>;

std::unique_ptr<Job> jobOf(qint64 number)
{
    return std::make_unique<Job>(Job{number});
}

} // namespace

class OrderedWorkersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesJobsBackDoneAndInOrder_data();
    void givesJobsBackDoneAndInOrder();
    void goesOnWithTheThreadsThatStart_data();
    void goesOnWithTheThreadsThatStart();
    void keepsFewJobsUnderWay();
    void dropsWhatWaitsWhenItEnds();
};

void OrderedWorkersTest::givesJobsBackDoneAndInOrder_data()
{
    QTest::addColumn<unsigned>("threads");
    QTest::newRow("none, which is taken for the caller alone") << 0U;
    QTest::newRow("the caller alone") << 1U;
    QTest::newRow("as many as here") << workerThreads();
    QTest::newRow("many") << 7U;
}

void OrderedWorkersTest::givesJobsBackDoneAndInOrder()
{
    QFETCH(unsigned, threads);
    std::vector<qint64> seen;
    const auto see = [&seen](const Workers::JobPointer &job) {
        QVERIFY(job->isDone);
        seen.push_back(job->number);
    };
    {
        const Workers::WorkMaker makeWork = [] {
            return [](Job &job) {
                // Uneven work, so that threads overtake each other.
                volatile qint64 effort = 0;
                for (qint64 turn = 0; turn < job.number % 7 * 1000; ++turn)
                    effort = effort + turn;
                job.isDone = true;
            };
        };
        Workers workers(makeWork, threads);
        for (qint64 row = 0; row < 2000; ++row) {
            if (const auto oldest = workers.exchange(jobOf(row)))
                see(oldest);
        }
        while (const auto oldest = workers.takeOldest())
            see(oldest);
    }

    QCOMPARE(seen.size(), 2000U);
    QVERIFY(std::ranges::is_sorted(seen));
}

void OrderedWorkersTest::goesOnWithTheThreadsThatStart_data()
{
    QTest::addColumn<int>("startable");
    QTest::newRow("none") << 0;
    QTest::newRow("some") << 2;
}

void OrderedWorkersTest::goesOnWithTheThreadsThatStart()
{
    QFETCH(int, startable);
    std::optional<NoMoreThreads> limit;
    int made = 0;
    const Workers::WorkMaker makeWork = [&limit, &made, startable] {
        if (++made == startable + 2) // the owner has its work first
            limit.emplace();
        return [](Job &job) {
            job.isDone = true;
        };
    };
    Workers workers(makeWork, 7);
    limit.reset();
    QCOMPARE(made, startable + 2); // one more was tried, and no other

    qint64 next = 0;
    const auto see = [&next](const Workers::JobPointer &job) {
        QVERIFY(job->isDone);
        QCOMPARE(job->number, next++);
    };
    for (qint64 row = 0; row < 100; ++row) {
        if (const auto oldest = workers.exchange(jobOf(row)))
            see(oldest);
    }
    while (const auto oldest = workers.takeOldest())
        see(oldest);
    QCOMPARE(next, 100);
}

void OrderedWorkersTest::keepsFewJobsUnderWay()
{
    constexpr int Threads = 4;
    const Workers::WorkMaker makeWork = [] {
        return [](Job &job) {
            job.isDone = true;
        };
    };
    Workers workers(makeWork, Threads);
    int underWay = 0;
    for (qint64 row = 0; row < 100; ++row) {
        ++underWay;
        if (workers.exchange(jobOf(row)))
            --underWay;
    }

    QVERIFY2(underWay <= 2 * Threads, "jobs must not pile up");
}

void OrderedWorkersTest::dropsWhatWaitsWhenItEnds()
{
    std::atomic<int> worked = 0;
    {
        Workers workers([&worked] {
            return [&worked](Job &) {
                ++worked;
            };
        });
        QVERIFY(!workers.exchange(jobOf(1)));
    }

    QVERIFY(worked <= 1);
}

TRAILGLASS_TEST(OrderedWorkersTest)
#include "tst_orderedworkers.moc"
