// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/rowbits.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <random>
#include <set>

using namespace Trailglass;

namespace {

using Rows = std::set<std::size_t>;

RowBits bitsOf(std::size_t size, const Rows &rows)
{
    RowBits bits(size);
    for (const std::size_t row : rows)
        bits.insert(row);
    return bits;
}

Rows rowsOf(const RowBits &bits)
{
    Rows rows;
    bits.forEach([&rows](std::size_t row) { rows.insert(rows.end(), row); });
    return rows;
}

} // namespace

/// Against std::set.
class RowBitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actsLikeASet_data();
    void actsLikeASet();
    void holdsNothingAfterItsEnd();
};

void RowBitsTest::actsLikeASet_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("percent");

    for (const int size : {1, 63, 64, 65, 128, 1000}) {
        for (const int percent : {0, 3, 50, 100})
            QTest::addRow("%d rows, %d %% in", size, percent) << size << percent;
    }
}

void RowBitsTest::actsLikeASet()
{
    QFETCH(const int, size);
    QFETCH(const int, percent);
    std::mt19937 random(static_cast<unsigned>(size * 101 + percent));
    const auto count = static_cast<std::size_t>(size);
    Rows left;
    Rows right;
    for (std::size_t row = 0; row < count; ++row) {
        if (static_cast<int>(random() % 100) < percent)
            left.insert(row);
        if (random() % 2 == 0)
            right.insert(row);
    }
    const RowBits bits = bitsOf(count, left);
    const RowBits others = bitsOf(count, right);
    Rows both;
    Rows either = left;
    Rows rest = left;
    for (const std::size_t row : right) {
        if (left.contains(row))
            both.insert(row);
        either.insert(row);
        rest.erase(row);
    }

    QCOMPARE(rowsOf(bits), left);
    QCOMPARE(bits.count(), left.size());
    QCOMPARE(bits.isEmpty(), left.empty());
    QCOMPARE(rowsOf(bits & others), both);
    QCOMPARE(rowsOf(bits | others), either);
    QCOMPARE(rowsOf(bits - others), rest);
    QCOMPARE(rowsOf(bits.filtered([&right](std::size_t row) { return right.contains(row); })), both);
    QCOMPARE(RowBits::fromWords(count, bits.words()), bits);

    const std::size_t start = random() % (count / RowBits::WordBits + 1) * RowBits::WordBits;
    const RowBits slice = bits.slice(start, random() % count);
    Rows moved;
    for (const std::size_t row : rowsOf(slice))
        moved.insert(row + start);
    Rows sliced(left.lower_bound(start), left.lower_bound(start + slice.size()));
    QCOMPARE(moved, sliced);
    RowBits added = others;
    added.insertSlice(start, slice);
    QCOMPARE(added, others | bitsOf(count, sliced));
    RowBits lessened = others;
    lessened.removeSlice(start, slice);
    QCOMPARE(lessened, others - bitsOf(count, sliced));

    const std::size_t first = random() % count;
    const std::size_t last = first + random() % (count - first);
    RowBits without = bits;
    without.remove(first, last);
    Rows outside = left;
    outside.erase(outside.lower_bound(first), outside.upper_bound(last));
    QCOMPARE(rowsOf(without), outside);
}

void RowBitsTest::holdsNothingAfterItsEnd()
{
    RowBits bits(70, true);
    QCOMPARE(bits.count(), 70U);
    bits.resize(65);
    QCOMPARE(bits.count(), 65U);
    bits.resize(200);
    QCOMPARE(bits.count(), 65U);
    bits.remove(60, 500);
    QCOMPARE(bits.count(), 60U);
    QCOMPARE(RowBits::fromWords(3, {~RowBits::Word(0), 1}).count(), 3U);
}

TRAILGLASS_TEST(RowBitsTest)
#include "tst_rowbits.moc"
