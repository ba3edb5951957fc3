// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/resultrows.h"

#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <random>

using namespace Trailglass;
using namespace Testing;

class ResultRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRangesLikeASlice();
    void countsWhatArrivedSinceAnEarlierResult();
    void comparesResults();
};

void ResultRowsTest::readsRangesLikeASlice()
{
    std::mt19937 random(17);
    const auto below = [&random](std::size_t limit) {
        return static_cast<std::size_t>(random()) % limit;
    };
    RowList all;
    for (qint64 row = 100; row > 0; --row)
        all.push_back({row});
    const ResultPointer result = resultOf(all);
    for (int round = 0; round < 200; ++round) {
        std::vector<PlaceRange> ranges;
        RowList expected;
        for (std::size_t first = below(10); first < all.size(); first += below(20)) {
            const std::size_t count = std::min(below(15), all.size() - first);
            ranges.push_back({first, count});
            for (const RowId row : all.slice(first, count))
                expected.push_back(row);
            first += count;
        }
        const RowRanges rows(result, ranges);

        QCOMPARE(rows.size(), expected.size());
        QVERIFY(rowsOf(rows) == expected);
        const std::size_t place = below(120);
        const std::size_t max = below(40);
        QVERIFY(listedRows(rows, {place, max}) == expected.slice(place, max));
        QVERIFY(listedRows(*result, {place, max}) == all.slice(place, max));
        for (const PlaceRange &range : rows.placesOf({place, max}))
            QVERIFY(range.count > 0 && range.first + range.count <= all.size());
    }
}

void ResultRowsTest::countsWhatArrivedSinceAnEarlierResult()
{
    const ResultPointer earlier = resultOf({{5}, {3}, {2}}, {6});
    const ResultPointer later = resultOf({{8}, {5}, {7}, {2}}, {9}); // 3 was replaced

    QCOMPARE(later->countSince(*earlier), 2U);
    QCOMPARE(later->countSince(*later), 0U);
}

void ResultRowsTest::comparesResults()
{
    const ResultPointer whole = resultOf({{9}, {5}, {3}});

    QVERIFY(whole->endsWith(*resultOf({{5}, {3}})));
    QVERIFY(whole->endsWith(*resultOf({})));
    QVERIFY(!whole->endsWith(*resultOf({{9}, {5}})));
    QVERIFY(whole->hasRowsOf(*resultOf({{9}, {5}, {3}}, {4})));
    QVERIFY(!whole->hasRowsOf(*resultOf({{5}, {3}})));
    QVERIFY(!whole->hasRowsOf(*resultOf({{9}, {5}, {4}})));
}

TRAILGLASS_TEST(ResultRowsTest)
#include "tst_resultrows.moc"
