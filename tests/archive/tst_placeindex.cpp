// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/placeindex.h"

#include "tests/runner/testclass.h"

#include <QTest>

#include <random>

using namespace Trailglass;

class PlaceIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheBinsOfAnyPlaces();
    void findsTheSamePlacesAfterABinIsDivided();
    void knowsTheBinOfATime();
    void hasNoRowsWithoutBins();

private:
    /// Bins of ten µs, some of them empty, the newest first.
    static std::vector<TimeBin> someBins(std::mt19937 &random)
    {
        std::vector<TimeBin> bins;
        for (qint64 start = 400; start >= 0; start -= 10)
            bins.push_back({UtcMicros{start}, UtcMicros{start + 10}, random() % 4 == 0 ? 0 : random() % 30});
        return bins;
    }
    /// The bin that each row is in, by a plain loop.
    static std::vector<std::size_t> binsOfRows(const PlaceIndex &index)
    {
        std::vector<std::size_t> bins;
        for (std::size_t bin = 0; bin < index.bins().size(); ++bin)
            bins.insert(bins.end(), index.bins()[bin].count, bin);
        return bins;
    }
};

void PlaceIndexTest::findsTheBinsOfAnyPlaces()
{
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        const PlaceIndex index(someBins(random));
        const auto rows = binsOfRows(index);
        QCOMPARE(index.size(), rows.size());
        const std::size_t first = random() % rows.size();
        const std::size_t count = 1 + random() % (rows.size() - first);

        const PlaceIndex::Part part = index.find({first, count});

        QCOMPARE(part.firstBin, rows[first]);
        QCOMPARE(part.lastBin, rows[first + count - 1]);
        QCOMPARE(index.rowsBefore(part.firstBin) + part.skipped, first);
        QCOMPARE(part.from.value, index.bins()[part.lastBin].from.value);
        QCOMPARE(part.to.value, index.bins()[part.firstBin].to.value);
    }
}

void PlaceIndexTest::findsTheSamePlacesAfterABinIsDivided()
{
    PlaceIndex index({{UtcMicros{20}, UtcMicros{30}, 5},
                      {UtcMicros{10}, UtcMicros{20}, 7},
                      {UtcMicros{0}, UtcMicros{10}, 2}});

    index.divide(1, {{UtcMicros{16}, UtcMicros{20}, 3}, {UtcMicros{10}, UtcMicros{12}, 4}});

    QCOMPARE(index.size(), 14U);
    const PlaceIndex::Part part = index.find({8, 5});
    QCOMPARE(part.firstBin, 2U);
    QCOMPARE(part.skipped, 0U);
    QCOMPARE(part.lastBin, 3U);
    QCOMPARE(part.from.value, 0);
    QCOMPARE(part.to.value, 12);
}

void PlaceIndexTest::knowsTheBinOfATime()
{
    const PlaceIndex index({{UtcMicros{20}, UtcMicros{30}, 5}, {UtcMicros{0}, UtcMicros{10}, 2}});

    QVERIFY(index.binOf(UtcMicros{20}) == 0U);
    QVERIFY(index.binOf(UtcMicros{9}) == 1U);
    QVERIFY(!index.binOf(UtcMicros{10})); // no event is there
    QVERIFY(!index.binOf(UtcMicros{30}));
}

void PlaceIndexTest::hasNoRowsWithoutBins()
{
    QCOMPARE(PlaceIndex().size(), 0U);
    QVERIFY(!PlaceIndex().binOf(UtcMicros{0}));
}

TRAILGLASS_TEST(PlaceIndexTest)
#include "tst_placeindex.moc"
