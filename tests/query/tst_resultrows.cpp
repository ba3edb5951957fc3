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
    void passesOnWhyAPageCannotBeRead();
    void comparesResults();
};

/// Rows that nobody can read.
class UnreadableRows final : public ResultRows
{
public:
    [[nodiscard]] std::size_t size() const override { return 10; }
    [[nodiscard]] Result<std::vector<RowId>> page(std::size_t, std::size_t) const override
    {
        return Error{ErrorKind::Network, QStringLiteral("The archive does not respond.")};
    }
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
        std::vector<RowRanges::Range> ranges;
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
        QVERIFY(*rows.page(place, max) == expected.slice(place, max));
    }
}

void ResultRowsTest::passesOnWhyAPageCannotBeRead()
{
    const RowRanges rows(std::make_shared<const UnreadableRows>(), {{2, 5}});

    QVERIFY(rows.page(0, 0));
    const auto page = rows.page(1, 2);

    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Network);
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
