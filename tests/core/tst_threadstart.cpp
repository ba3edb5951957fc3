// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/threadstart.h"
#include "tests/runner/testclass.h"
#include "tests/support/nomorethreads.h"

#include <QTest>

#include <memory>
#include <optional>
#include <string>

using namespace Trailglass;
using namespace Trailglass::Support;

class ThreadStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhetherAThreadStarts_data();
    void saysWhetherAThreadStarts();
    void doesATaskElsewhereOrAtOnce_data();
    void doesATaskElsewhereOrAtOnce();

private:
    static void addLimits();
};

void ThreadStartTest::addLimits()
{
    QTest::addColumn<bool>("areThreadsLeft");
    QTest::newRow("there are threads") << true;
    QTest::newRow("no thread starts") << false;
}

void ThreadStartTest::saysWhetherAThreadStarts_data()
{
    addLimits();
}

void ThreadStartTest::saysWhetherAThreadStarts()
{
    QFETCH(const bool, areThreadsLeft);
    std::optional<NoMoreThreads> limit;
    if (!areThreadsLeft)
        limit.emplace();
    bool isDone = false;
    std::jthread thread;

    QCOMPARE(startThread(thread, [&isDone] { isDone = true; }), areThreadsLeft);

    QCOMPARE(thread.joinable(), areThreadsLeft);
    if (thread.joinable())
        thread.join();
    QCOMPARE(isDone, areThreadsLeft);
}

void ThreadStartTest::doesATaskElsewhereOrAtOnce_data()
{
    addLimits();
}

void ThreadStartTest::doesATaskElsewhereOrAtOnce()
{
    QFETCH(const bool, areThreadsLeft);
    std::optional<NoMoreThreads> limit;
    if (!areThreadsLeft)
        limit.emplace();
    std::thread::id worker;

    // What cannot be copied can be handed in, too.
    std::future<std::string> task = startTask([&worker, text = std::make_unique<std::string>("task")] {
        worker = std::this_thread::get_id();
        return *text;
    });

    QCOMPARE(task.get(), std::string("task"));
    QCOMPARE(worker == std::this_thread::get_id(), !areThreadsLeft);
}

TRAILGLASS_TEST(ThreadStartTest)
#include "tst_threadstart.moc"
