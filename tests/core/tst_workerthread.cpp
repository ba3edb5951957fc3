// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/workerthread.h"

#include "models/core/canceltoken.h"
#include "tests/runner/testclass.h"
#include "tests/support/nomorethreads.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// Counts how often copies of one piece of work have been let go: once, when the last of them is gone.
std::shared_ptr<void> countingEnd(std::atomic<int> &ends)
{
    return {static_cast<void *>(nullptr), [&ends](void *) {
                ++ends;
            }};
}

#ifdef Q_OS_LINUX
/// The nice values of a worker and of a thread that it starts.
std::pair<int, int> niceValues(WorkerThread::Urgency urgency)
{
    std::pair<int, int> values;
    WorkerThread worker(u"test"_s, urgency);
    worker.post([&values] {
        values.first = getpriority(PRIO_PROCESS, 0);
        const std::jthread helper([&values] { values.second = getpriority(PRIO_PROCESS, 0); });
    });
    worker.end([] {});
    return values;
}
#endif

} // namespace

class WorkerThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksInOrderOnAThreadOfItsOwn();
    void doesEachWorkOnceWhoeverPostsIt();
    void deliversAnswersInTheOwnersThreadInOrder();
    void deliversNothingWithinTheCall();
    void deliversNothingThatWasCancelled();
    void deliversNothingOnceItIsGone();
    void finishesWhatWasPostedBeforeItGoes();
    void leavesOutWaitingWorkWhoseTokenHasEnded();
    void endsOnceAndAfterAllElse();
    void letsGoOfEachWorkOnce();
    void worksOnTheOwnersThreadWhereNoneStarts();
    void finishesOnTheOwnersThreadWhereNoneStarts();
    void givesWayWhereItIsNotUrgent();

private:
    /// For which the system starts no thread.
    static std::unique_ptr<WorkerThread> makeWithoutThread();
    /// Returns after everything that is queued for this thread so far.
    void awaitQueued();
};

void WorkerThreadTest::awaitQueued()
{
    bool isReached = false;
    QMetaObject::invokeMethod(
        this, [&isReached] { isReached = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(isReached);
}

void WorkerThreadTest::worksInOrderOnAThreadOfItsOwn()
{
    std::vector<int> done;
    bool isThere = true;
    const QThread *expected = nullptr; // outlives the worker, which does the last of the work when it ends
    {
        WorkerThread worker(u"test"_s);
        expected = worker.context()->thread();
        QVERIFY(expected != QThread::currentThread());
        QCOMPARE(expected->objectName(), u"test"_s);
        for (int number = 0; number < 100; ++number) {
            worker.post([&, number] {
                done.push_back(number);
                isThere = isThere && QThread::currentThread() == expected;
            });
        }
    }
    QCOMPARE(done.size(), std::size_t(100));
    QVERIFY(std::ranges::is_sorted(done));
    QVERIFY(isThere);
}

void WorkerThreadTest::doesEachWorkOnceWhoeverPostsIt()
{
    constexpr int Posters = 4;
    constexpr int Each = 250;
    std::vector<int> done; // only touched by the worker until it is gone
    {
        WorkerThread worker(u"test"_s);
        std::vector<std::jthread> posters;
        for (int poster = 0; poster < Posters; ++poster) {
            posters.emplace_back([&worker, &done, poster] {
                for (int number = 0; number < Each; ++number)
                    worker.post([&done, id = poster * Each + number] { done.push_back(id); });
            });
        }
    }
    std::ranges::sort(done);
    QCOMPARE(done.size(), std::size_t(Posters * Each));
    QCOMPARE(std::ranges::adjacent_find(done), done.end());
}

void WorkerThreadTest::deliversAnswersInTheOwnersThreadInOrder()
{
    std::vector<int> delivered;
    bool isHere = true;
    WorkerThread worker(u"test"_s);
    for (int number = 0; number < 100; ++number) {
        worker.post([&, number] {
            worker.postToOwner([&, number] {
                delivered.push_back(number);
                isHere = isHere && QThread::currentThread() == thread();
            });
        });
    }
    QTRY_COMPARE(delivered.size(), std::size_t(100));
    QVERIFY(std::ranges::is_sorted(delivered));
    QVERIFY(isHere);
}

void WorkerThreadTest::deliversNothingWithinTheCall()
{
    WorkerThread worker(u"test"_s);
    bool isDelivered = false;
    worker.postToOwner([&isDelivered] { isDelivered = true; });
    QVERIFY(!isDelivered);
    QTRY_VERIFY(isDelivered);
}

void WorkerThreadTest::deliversNothingThatWasCancelled()
{
    WorkerThread worker(u"test"_s);
    CancelSource cancelled;
    const CancelSource going;
    QStringList delivered;
    worker.postToOwner(cancelled.token(), [&delivered] { delivered.append(u"cancelled"_s); });
    worker.postToOwner(going.token(), [&delivered] { delivered.append(u"going on"_s); });
    cancelled.cancel(); // after it was posted
    QTRY_COMPARE(delivered, QStringList(u"going on"_s));
}

void WorkerThreadTest::deliversNothingOnceItIsGone()
{
    bool isDone = false;
    bool isDelivered = false;
    {
        WorkerThread worker(u"test"_s);
        worker.post([&] {
            isDone = true;
            worker.postToOwner([&isDelivered] { isDelivered = true; });
        });
    }
    QVERIFY(isDone);
    awaitQueued();
    QVERIFY(!isDelivered);
}

void WorkerThreadTest::finishesWhatWasPostedBeforeItGoes()
{
    QSemaphore begun;
    QSemaphore mayEnd;
    std::atomic<int> done = 0;
    std::jthread releaser;
    {
        WorkerThread worker(u"test"_s);
        worker.post([&] {
            begun.release();
            mayEnd.acquire();
            ++done;
        });
        worker.post([&done] { ++done; });
        begun.acquire();
        // From here on one piece of work is being done and one waits; the first ends during the destructor or
        // just before it.
        releaser = std::jthread([&mayEnd] { mayEnd.release(); });
    }
    QCOMPARE(done.load(), 2);
}

void WorkerThreadTest::leavesOutWaitingWorkWhoseTokenHasEnded()
{
    CancelSource cancel;
    QSemaphore begun;
    QSemaphore mayEnd;
    std::vector<int> done;
    {
        WorkerThread worker(u"test"_s);
        const auto post = [&](int number) {
            worker.post([&done, number, token = cancel.token()] {
                if (!token.isCancelled())
                    done.push_back(number);
            });
        };
        worker.post([&] {
            begun.release();
            mayEnd.acquire();
        });
        begun.acquire();
        post(1);
        post(2);
        cancel.cancel();
        post(3);
        mayEnd.release();
    }
    QCOMPARE(done, std::vector<int>({3}));
}

void WorkerThreadTest::endsOnceAndAfterAllElse()
{
    std::vector<QString> done;
    WorkerThread worker(u"test"_s);
    worker.post([&done] { done.push_back(u"work"_s); });
    worker.end([&done] { done.push_back(u"last"_s); });
    QCOMPARE(done, std::vector<QString>({u"work"_s, u"last"_s}));
    worker.end([&done] { done.push_back(u"again"_s); });
    worker.post([&done] { done.push_back(u"too late"_s); });
    QCOMPARE(done.size(), std::size_t(2));
}

void WorkerThreadTest::letsGoOfEachWorkOnce()
{
    std::atomic<int> ends = 0;
    {
        WorkerThread worker(u"test"_s);
        worker.post([held = countingEnd(ends)] {});
        worker.postToOwner([held = countingEnd(ends)] {});
        worker.end([held = countingEnd(ends)] {});
        worker.end([held = countingEnd(ends)] {});
        worker.post([held = countingEnd(ends)] {});
    }
    awaitQueued();
    QCOMPARE(ends.load(), 5);
}

void WorkerThreadTest::givesWayWhereItIsNotUrgent()
{
#ifdef Q_OS_LINUX
    constexpr int Nicest = 19;
    const auto [urgent, helperOfUrgent] = niceValues(WorkerThread::Urgency::Now);
    const auto [later, helperOfLater] = niceValues(WorkerThread::Urgency::Later);
    QCOMPARE(urgent, getpriority(PRIO_PROCESS, 0));
    QCOMPARE(helperOfUrgent, urgent);
    QVERIFY(later > urgent || urgent == Nicest);
    QCOMPARE(helperOfLater, later);
#else
    QSKIP("The system tells no priority of a thread.");
#endif
}

std::unique_ptr<WorkerThread> WorkerThreadTest::makeWithoutThread()
{
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"^QThread::start: Thread creation error"_s));
    const Support::NoMoreThreads limit;
    return std::make_unique<WorkerThread>(u"test"_s, WorkerThread::Urgency::Later);
}

void WorkerThreadTest::worksOnTheOwnersThreadWhereNoneStarts()
{
    QVERIFY(WorkerThread(u"test"_s).hasThread());
    std::vector<int> done;
    std::vector<int> delivered;
    bool isHere = true;
    const auto worker = makeWithoutThread();
    QVERIFY(!worker->hasThread());
    QCOMPARE(worker->context()->thread(), thread());
    for (int number = 0; number < 100; ++number) {
        worker->post([&, number] {
            done.push_back(number);
            isHere = isHere && QThread::currentThread() == thread();
            worker->postToOwner([&delivered, number] { delivered.push_back(number); });
        });
    }
    QVERIFY(done.empty()); // within no call
    QTRY_COMPARE(delivered.size(), std::size_t(100));
    QCOMPARE(done.size(), std::size_t(100));
    QVERIFY(std::ranges::is_sorted(done));
    QVERIFY(std::ranges::is_sorted(delivered));
    QVERIFY(isHere);
}

void WorkerThreadTest::finishesOnTheOwnersThreadWhereNoneStarts()
{
    std::vector<QString> done;
    std::atomic<int> ends = 0;
    {
        const auto worker = makeWithoutThread();
        worker->post([&done, held = countingEnd(ends)] { done.push_back(u"work"_s); });
        worker->end([&done, held = countingEnd(ends)] { done.push_back(u"last"_s); });
        QCOMPARE(done, std::vector<QString>({u"work"_s, u"last"_s}));
        worker->end([&done, held = countingEnd(ends)] { done.push_back(u"again"_s); });
        worker->post([&done, held = countingEnd(ends)] { done.push_back(u"too late"_s); });
        awaitQueued();
        QCOMPARE(done.size(), std::size_t(2));
    }
    QCOMPARE(ends.load(), 4);
    {
        const auto worker = makeWithoutThread();
        worker->post([&done] { done.push_back(u"at its end"_s); });
    }
    QCOMPARE(done.back(), u"at its end"_s);
}

TRAILGLASS_TEST(WorkerThreadTest)
#include "tst_workerthread.moc"
