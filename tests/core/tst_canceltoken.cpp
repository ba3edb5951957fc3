// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/canceltoken.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <thread>
#include <vector>

using namespace Trailglass;

class CancelTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNeverCancelledWithoutASource();
    void isCancelledWithItsSource();
    void isCancelledWhenItsSourceGoes();
    void knowsOnlyItsOwnSource();
    void isCancelledWithTheWhole();
    void staysCancelled();
    void isSeenByEveryThread();
};

void CancelTokenTest::isNeverCancelledWithoutASource()
{
    QVERIFY(!CancelToken().isCancelled());
}

void CancelTokenTest::isCancelledWithItsSource()
{
    CancelSource source;
    const CancelToken before = source.token();
    const CancelToken copy = before;
    QVERIFY(!before.isCancelled());
    source.cancel();
    QVERIFY(before.isCancelled());
    QVERIFY(copy.isCancelled());
    QVERIFY(!source.token().isCancelled());
}

void CancelTokenTest::isCancelledWhenItsSourceGoes()
{
    CancelToken token;
    {
        const CancelSource source;
        token = source.token();
        QVERIFY(!token.isCancelled());
    }
    QVERIFY(token.isCancelled());
}

void CancelTokenTest::knowsOnlyItsOwnSource()
{
    CancelSource mine;
    CancelSource other;
    const CancelToken token = mine.token();
    other.cancel();
    QVERIFY(!token.isCancelled());
}

void CancelTokenTest::isCancelledWithTheWhole()
{
    CancelSource whole;
    CancelSource part(whole.token());
    const CancelToken first = part.token();
    QVERIFY(!first.isCancelled());
    part.cancel();
    QVERIFY(first.isCancelled());
    QVERIFY(!whole.token().isCancelled() && !part.token().isCancelled());
    const CancelToken second = part.token();
    whole.cancel();
    QVERIFY(second.isCancelled() && part.token().isCancelled());
}

void CancelTokenTest::staysCancelled()
{
    CancelSource source;
    const CancelToken first = source.token();
    source.cancel();
    const CancelToken second = source.token();
    source.cancel();
    QVERIFY(first.isCancelled());
    QVERIFY(second.isCancelled());
}

void CancelTokenTest::isSeenByEveryThread()
{
    CancelSource source;
    std::atomic<int> ended = 0;
    std::vector<std::jthread> workers;
    for (int index = 0; index < 4; ++index) {
        workers.emplace_back([token = source.token(), &ended] {
            while (!token.isCancelled())
                std::this_thread::yield();
            ++ended;
        });
    }
    QCOMPARE(ended.load(), 0);
    source.cancel();
    workers.clear();
    QCOMPARE(ended.load(), 4);
}

TRAILGLASS_TEST(CancelTokenTest)
#include "tst_canceltoken.moc"
