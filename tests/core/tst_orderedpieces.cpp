// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/orderedpieces.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <latch>
#include <vector>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PieceCount = 500;

/// Squares, some of which take longer than others.
Result<qint64> squareOf(qint64 number)
{
    volatile qint64 effort = 0;
    for (qint64 turn = 0; turn < number % 5 * 1000; ++turn)
        effort = effort + turn;
    return number * number;
}

} // namespace

class OrderedPiecesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameForAnyNumberOfThreads_data();
    void givesTheSameForAnyNumberOfThreads();
    void endsWithTheErrorOfTheFirstPieceThatHasOne_data();
    void endsWithTheErrorOfTheFirstPieceThatHasOne();
    void endsWithTheErrorOfWhoeverTakesThem();
    void makesTheWorkOfEachThreadOnce();
    void beginsAllThatMayBeUnderWayWhileOneLasts();
    void doesNothingWithoutPieces();

private:
    static void addThreads();
};

void OrderedPiecesTest::addThreads()
{
    QTest::addColumn<unsigned>("threads");
    for (const unsigned threads : {0U, 1U, 2U, 3U, 8U})
        QTest::addRow("%u threads", threads) << threads;
}

void OrderedPiecesTest::givesTheSameForAnyNumberOfThreads_data()
{
    addThreads();
}

void OrderedPiecesTest::givesTheSameForAnyNumberOfThreads()
{
    QFETCH(unsigned, threads);
    std::vector<qint64> taken;

    const Result<void> done = doPiecesInOrder<qint64>(
        PieceCount, [] { return squareOf; },
        [&taken](qint64 &&square) -> Result<void> {
            taken.push_back(square);
            return {};
        },
        threads);

    QVERIFY(done);
    QCOMPARE(taken.size(), static_cast<std::size_t>(PieceCount));
    for (qint64 number = 0; number < PieceCount; ++number)
        QCOMPARE(taken[static_cast<std::size_t>(number)], number * number);
}

void OrderedPiecesTest::endsWithTheErrorOfTheFirstPieceThatHasOne_data()
{
    addThreads();
}

void OrderedPiecesTest::endsWithTheErrorOfTheFirstPieceThatHasOne()
{
    QFETCH(unsigned, threads);
    qint64 taken = 0;
    const auto work = [](qint64 number) -> Result<qint64> {
        if (number >= 20)
            return Error{.kind = ErrorKind::Storage, .message = QString::number(number)};
        return squareOf(number);
    };

    const Result<void> done = doPiecesInOrder<qint64>(
        PieceCount, [&work] { return work; },
        [&taken](qint64 &&) -> Result<void> {
            ++taken;
            return {};
        },
        threads);

    QVERIFY(!done);
    QCOMPARE(done.error().message, u"20"_s);
    QCOMPARE(taken, qint64{20});
}

void OrderedPiecesTest::endsWithTheErrorOfWhoeverTakesThem()
{
    qint64 taken = 0;

    const Result<void> done = doPiecesInOrder<qint64>(
        PieceCount, [] { return squareOf; },
        [&taken](qint64 &&) -> Result<void> {
            return ++taken < 10 ? Result<void>()
                                : Error{.kind = ErrorKind::Cancelled, .message = u"enough"_s};
        });

    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QCOMPARE(taken, qint64{10});
}

void OrderedPiecesTest::makesTheWorkOfEachThreadOnce()
{
    constexpr unsigned Threads = 3;
    std::atomic<unsigned> made = 0;

    const Result<void> done = doPiecesInOrder<qint64>(
        PieceCount,
        [&made] {
            ++made;
            return squareOf;
        },
        [](qint64 &&) { return Result<void>(); }, Threads);

    QVERIFY(done);
    QCOMPARE(made.load(), Threads);
}

void OrderedPiecesTest::beginsAllThatMayBeUnderWayWhileOneLasts()
{
    constexpr qint64 Few = 12;
    std::latch othersDone(Few - 1);
    std::vector<qint64> taken;
    const auto work = [&othersDone](qint64 number) -> Result<qint64> {
        if (number == 0)
            othersDone.wait(); // by default, so many are not begun before the first one has ended
        else
            othersDone.count_down();
        return number;
    };

    const Result<void> done = doPiecesInOrder<qint64>(
        Few, [&work] { return work; },
        [&taken](qint64 &&number) -> Result<void> {
            taken.push_back(number);
            return {};
        },
        2, static_cast<std::size_t>(Few));

    QVERIFY(done);
    QCOMPARE(taken.size(), static_cast<std::size_t>(Few));
    QVERIFY(std::ranges::is_sorted(taken));
}

void OrderedPiecesTest::doesNothingWithoutPieces()
{
    bool isTaken = false;

    const Result<void> done = doPiecesInOrder<qint64>(
        0, [] { return squareOf; },
        [&isTaken](qint64 &&) {
            isTaken = true;
            return Result<void>();
        });

    QVERIFY(done);
    QVERIFY(!isTaken);
}

TRAILGLASS_TEST(OrderedPiecesTest)
#include "tst_orderedpieces.moc"
