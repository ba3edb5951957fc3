// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/orderedworkers.h"
#include "models/query/evaluation/scanbatch.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <atomic>

using namespace Trailglass;

using BatchWorkers = OrderedWorkers<ScanBatch>;

class OrderedWorkersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesJobsBackDoneAndInOrder();
    void keepsFewJobsUnderWay();
    void dropsWhatWaitsWhenItEnds();
};

namespace {

std::unique_ptr<ScanBatch> batchOf(const RowLayout &layout, qint64 row)
{
    auto batch = std::make_unique<ScanBatch>(layout);
    batch->addRow(RowId{row}, ScanBatch::State::Undecided, {});
    return batch;
}

} // namespace

void OrderedWorkersTest::givesJobsBackDoneAndInOrder()
{
    const RowLayout layout;
    std::vector<qint64> seen;
    const auto see = [&seen](const BatchWorkers::JobPointer &batch) {
        QVERIFY(batch->isMatched(0));
        seen.push_back(batch->row(0).value);
    };
    {
        BatchWorkers workers([] {
            return [](ScanBatch &batch) {
                // Uneven work, so that threads overtake each other.
                volatile qint64 effort = 0;
                for (qint64 turn = 0; turn < batch.row(0).value % 7 * 1000; ++turn)
                    effort = effort + turn;
                batch.decide(0, true);
            };
        });
        for (qint64 row = 0; row < 2000; ++row) {
            if (const auto oldest = workers.exchange(batchOf(layout, row)))
                see(oldest);
        }
        while (const auto oldest = workers.takeOldest())
            see(oldest);
    }

    QCOMPARE(seen.size(), 2000U);
    QVERIFY(std::ranges::is_sorted(seen));
}

void OrderedWorkersTest::keepsFewJobsUnderWay()
{
    const RowLayout layout;
    BatchWorkers workers([] {
        return [](ScanBatch &batch) {
            batch.decide(0, true);
        };
    });
    int underWay = 0;
    for (qint64 row = 0; row < 100; ++row) {
        ++underWay;
        if (workers.exchange(batchOf(layout, row)))
            --underWay;
    }

    QVERIFY2(underWay <= 8, "jobs must not pile up");
}

void OrderedWorkersTest::dropsWhatWaitsWhenItEnds()
{
    const RowLayout layout;
    std::atomic<int> worked = 0;
    {
        BatchWorkers workers([&worked] {
            return [&worked](ScanBatch &) {
                ++worked;
            };
        });
        QVERIFY(!workers.exchange(batchOf(layout, 1)));
    }

    QVERIFY(worked <= 1);
}

TRAILGLASS_TEST(OrderedWorkersTest)
#include "tst_orderedworkers.moc"
