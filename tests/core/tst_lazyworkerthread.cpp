// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/lazyworkerthread.h"

#include "models/core/canceltoken.h"
#include "tests/runner/testclass.h"
#include "tests/support/nomorethreads.h"

#include <QSemaphore>
#include <QStringList>
#include <QThread>
#include <QtTest>

#include <algorithm>
#include <optional>
#include <set>
#include <thread>
#include <vector>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class LazyWorkerThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsItsThreadWithTheFirstWork();
    void doesAllWorkOnOneThreadInOrder();
    void deliversAnswersInTheOwnersThread();
    void finishesWhatWasPostedBeforeItGoes();
};

void LazyWorkerThreadTest::startsItsThreadWithTheFirstWork()
{
    const QThread *const here = QThread::currentThread();
    const QThread *workedOn = nullptr;
    QString name;
    {
        std::optional<LazyWorkerThread> worker;
        {
            const Support::NoMoreThreads limit; // one that is started already has no thread of its own
            worker.emplace(u"test"_s);
        }
        worker->post([&workedOn, &name] {
            workedOn = QThread::currentThread();
            name = workedOn->objectName();
        });
    }
    QVERIFY(workedOn);
    QVERIFY(workedOn != here);
    QCOMPARE(name, u"test"_s);
}

void LazyWorkerThreadTest::doesAllWorkOnOneThreadInOrder()
{
    const QThread *const here = QThread::currentThread();
    std::set<const QThread *> workedOn; // only touched by the worker until it is gone, as what was done
    std::vector<int> done;
    {
        LazyWorkerThread worker(u"test"_s);
        for (int number = 0; number < 100; ++number) {
            worker.post([&workedOn, &done, number] {
                workedOn.insert(QThread::currentThread());
                done.push_back(number);
            });
        }
    }
    QCOMPARE(done.size(), std::size_t(100));
    QVERIFY(std::ranges::is_sorted(done));
    QCOMPARE(workedOn.size(), std::size_t(1));
    QVERIFY(!workedOn.contains(here));
}

void LazyWorkerThreadTest::deliversAnswersInTheOwnersThread()
{
    const QThread *const here = QThread::currentThread();
    CancelSource cancelled;
    const CancelSource going;
    QStringList delivered;
    bool isHere = true;
    LazyWorkerThread worker(u"test"_s);
    worker.post([&, ended = cancelled.token(), lasting = going.token()] {
        const auto deliver = [&delivered, &isHere, here](const QString &what) {
            return [&delivered, &isHere, here, what] {
                delivered.append(what);
                isHere = isHere && QThread::currentThread() == here;
            };
        };
        worker.postToOwner(deliver(u"always"_s));
        worker.postToOwner(ended, deliver(u"cancelled"_s));
        worker.postToOwner(lasting, deliver(u"going on"_s));
    });
    cancelled.cancel();
    QTRY_COMPARE(delivered, QStringList({u"always"_s, u"going on"_s}));
    QVERIFY(isHere);
}

void LazyWorkerThreadTest::finishesWhatWasPostedBeforeItGoes()
{
    QSemaphore mayGoOn;
    bool isDone = false;
    bool isDelivered = false;
    std::jthread releaser;
    {
        LazyWorkerThread worker(u"test"_s);
        worker.post([&] {
            mayGoOn.acquire();
            worker.postToOwner([&isDelivered] { isDelivered = true; });
            isDone = true;
        });
        // From here on the work goes on during the destructor, or just before it.
        releaser = std::jthread([&mayGoOn] { mayGoOn.release(); });
    }
    QVERIFY(isDone);
    bool isReached = false; // once all that was queued before has been delivered
    QMetaObject::invokeMethod(
        this, [&isReached] { isReached = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(isReached);
    QVERIFY(!isDelivered);
}

TRAILGLASS_TEST(LazyWorkerThreadTest)
#include "tst_lazyworkerthread.moc"
