// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/compactrange.h"
#include "models/merkle/treehash.h"
#include "tests/merkle/naivetree.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <bit>
#include <limits>
#include <map>

using namespace Trailglass;

class CompactRangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheRootOfEverySize();
    void reportsEachCompleteSubtreeOnce();
    void goesOnFromItsBytes();
    void refusesBytesOfAnotherSize_data();
    void refusesBytesOfAnotherSize();
    void growsToItsLargestSize();
    void copiesAreTheirOwn();
};

namespace {

constexpr qint64 Leaves = generatedCases(1'100, 300); // past 1,024 and 256, where a level begins

const NaiveTree &sampleTree()
{
    static const NaiveTree tree = NaiveTree::ofSize(Leaves);
    return tree;
}

} // namespace

void CompactRangeTest::hasTheRootOfEverySize()
{
    CompactRange range;
    QVERIFY(range.root() == emptyRoot());
    QVERIFY(range.toBytes().isEmpty());
    for (qint64 size = 1; size <= Leaves; ++size) {
        range.append(sampleTree().leaf(size - 1));
        QCOMPARE(range.size(), size);
        QVERIFY2(range.root() == sampleTree().root(size), QByteArray::number(size).constData());
        QCOMPARE(range.toBytes().size(),
                 32 * static_cast<qsizetype>(std::popcount(static_cast<quint64>(size))));
    }
}

void CompactRangeTest::reportsEachCompleteSubtreeOnce()
{
    const NodeReader expected = sampleTree().reader(Leaves);
    std::map<std::pair<int, qint64>, qint64> reported; // by level and number: the size of the tree then
    CompactRange range;
    for (qint64 leaf = 0; leaf < Leaves; ++leaf) {
        int last = 0;
        range.append(sampleTree().leaf(leaf), [&](int level, qint64 number, const Digest &hash) {
            QCOMPARE(level, last + 1); // the smallest first
            last = level;
            const auto node = expected(level, number);
            QVERIFY(node.hasValue());
            QVERIFY(*node == hash);
            QVERIFY(reported.emplace(std::pair(level, number), leaf + 1).second);
        });
    }
    qint64 all = 0;
    for (int level = 1; (qint64{1} << level) <= Leaves; ++level) {
        for (qint64 number = 0; (number + 1) << level <= Leaves; ++number) {
            ++all;
            const auto found = reported.find({level, number});
            QVERIFY(found != reported.end());
            QCOMPARE(found->second, (number + 1) << level); // by its last leaf, not later
        }
    }
    QCOMPARE(static_cast<qint64>(reported.size()), all);
}

void CompactRangeTest::goesOnFromItsBytes()
{
    CompactRange range;
    for (qint64 size = 0; size < Leaves; ++size) {
        auto again = CompactRange::fromBytes(size, range.toBytes());
        QVERIFY(again.has_value());
        QVERIFY(*again == range);
        again->append(sampleTree().leaf(size));
        range.append(sampleTree().leaf(size));
        QVERIFY(*again == range);
        QVERIFY(again->root() == sampleTree().root(size + 1));
    }
}

void CompactRangeTest::refusesBytesOfAnotherSize_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("bytes");

    QTest::newRow("a leaf without its hash") << qint64{1} << 0;
    QTest::newRow("a hash too many") << qint64{4} << 64;
    QTest::newRow("a hash too few") << qint64{7} << 64;
    QTest::newRow("a byte too few") << qint64{1} << 31;
    QTest::newRow("a byte too many") << qint64{1} << 33;
    QTest::newRow("hashes of no leaf") << qint64{0} << 32;
    QTest::newRow("negative") << qint64{-1} << 32 * 64;
    QTest::newRow("the least") << std::numeric_limits<qint64>::min() << 32;
    QTest::newRow("over the maximum") << CompactRange::MaxSize + 1 << 64;
    QTest::newRow("the largest number") << std::numeric_limits<qint64>::max() << 32 * 63;
}

void CompactRangeTest::refusesBytesOfAnotherSize()
{
    QFETCH(qint64, size);
    QFETCH(int, bytes);

    QVERIFY(!CompactRange::fromBytes(size, QByteArray(bytes, 'x')));
}

void CompactRangeTest::growsToItsLargestSize()
{
    auto range = CompactRange::fromBytes(CompactRange::MaxSize - 1, QByteArray(32 * 62, 'x'));
    QVERIFY(range.has_value());
    int completed = 0;
    range->append(naiveHash("leaf"), [&completed](int level, qint64 number, const Digest &) {
        ++completed;
        QCOMPARE(number, (CompactRange::MaxSize >> level) - 1);
    });
    QCOMPARE(completed, 62);
    QCOMPARE(range->size(), qint64{CompactRange::MaxSize});
    QCOMPARE(range->toBytes().size(), qsizetype{32});
}

void CompactRangeTest::copiesAreTheirOwn()
{
    CompactRange first;
    first.append(sampleTree().leaf(0));
    CompactRange second = first;
    second.append(sampleTree().leaf(1));
    QCOMPARE(first.size(), qint64{1});
    QVERIFY(first.root() == sampleTree().root(1));
    QVERIFY(second.root() == sampleTree().root(2));
    QVERIFY(!(first == second));
}

TRAILGLASS_PURE_TEST(CompactRangeTest)
#include "tst_compactrange.moc"
