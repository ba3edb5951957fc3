// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/rowlist.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

using namespace Trailglass;

static_assert(std::random_access_iterator<RowList::Iterator>);

namespace {

constexpr qint64 Greatest = RowList::GreatestSmall;

} // namespace

/// Whatever its numbers take in memory, a list is what a vector of them is.
class RowListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAVectorOfItsRows_data();
    void isAVectorOfItsRows();
    void takesFourBytesWhileItCan();
    void slicesEndWhereTheListEnds();
    void knowsItsEnd();
    void findsManyRowsAsOneByOne_data();
    void findsManyRowsAsOneByOne();
    void equalRowsAreEqualHoweverTheyCame();
};

void RowListTest::isAVectorOfItsRows_data()
{
    QTest::addColumn<QList<qint64>>("numbers");

    QTest::newRow("none") << QList<qint64>{};
    QTest::newRow("small") << QList<qint64>{3, 1, 2, 1, 0, Greatest};
    QTest::newRow("a large one first") << QList<qint64>{Greatest + 1, 1, 2};
    QTest::newRow("a large one in between") << QList<qint64>{5, 4, Greatest + 1, 4};
    QTest::newRow("a large one last") << QList<qint64>{5, 4, Greatest + 4};
    QTest::newRow("below nothing") << QList<qint64>{7, -7};
}

void RowListTest::isAVectorOfItsRows()
{
    QFETCH(const QList<qint64>, numbers);
    std::vector<RowId> rows;
    RowList list;
    list.reserve(2);
    for (const qint64 number : numbers) {
        rows.push_back(RowId{number});
        list.push_back(RowId{number});
    }

    QCOMPARE(list.size(), rows.size());
    QCOMPARE(list.empty(), rows.empty());
    QVERIFY(std::ranges::equal(list, rows));
    for (std::size_t place = 0; place < rows.size(); ++place) {
        QCOMPARE(list[place], rows[place]);
        QCOMPARE(list.find(rows[place]), std::optional(std::ranges::find(rows, rows[place]) - rows.begin()));
        QVERIFY(list.slice(place, rows.size()) == std::vector(rows.begin() + qint64(place), rows.end()));
    }
    // The last two have the lowest four bytes of a number that is there.
    for (const qint64 other : {qint64(6), Greatest + 2, 2 - (qint64(1) << 32)})
        QCOMPARE(list.find(RowId{other}), std::nullopt);
    QVERIFY(RowList(rows.begin(), rows.end()) == list);
}

void RowListTest::takesFourBytesWhileItCan()
{
    RowList list{RowId{1}, RowId{Greatest}};
    QVERIFY(list.isSmall());

    list.push_back(RowId{Greatest + 1});

    QVERIFY(!list.isSmall());
    QVERIFY((list == RowList{RowId{1}, RowId{Greatest}, RowId{Greatest + 1}}));
}

void RowListTest::slicesEndWhereTheListEnds()
{
    const RowList list{RowId{4}, RowId{5}, RowId{6}};

    QVERIFY((list.slice(1, 1) == std::vector{RowId{5}}));
    QVERIFY((list.slice(1, 9) == std::vector{RowId{5}, RowId{6}}));
    QVERIFY(list.slice(3, 1).empty());
    QVERIFY(list.slice(9, 1).empty());
}

void RowListTest::knowsItsEnd()
{
    const RowList small{RowId{1}, RowId{2}, RowId{3}};
    const RowList large{RowId{Greatest + 9}, RowId{2}, RowId{3}};
    for (const RowList &list : {small, large}) {
        QVERIFY(list.endsWith({}));
        QVERIFY(list.endsWith({RowId{2}, RowId{3}}));
        QVERIFY(list.endsWith(list));
        QVERIFY(!list.endsWith({RowId{3}, RowId{2}}));
        QVERIFY(!list.endsWith({RowId{0}, RowId{1}, RowId{2}, RowId{3}}));
    }
    QVERIFY(!small.endsWith(large));
    QVERIFY(!large.endsWith(small));
}

void RowListTest::findsManyRowsAsOneByOne_data()
{
    QTest::addColumn<qint64>("base");
    QTest::addColumn<qint64>("step");

    QTest::newRow("small, dense") << qint64(0) << qint64(1);
    QTest::newRow("small, apart") << qint64(7) << qint64(1'000'003);
    QTest::newRow("large, dense") << Greatest << qint64(1);
    QTest::newRow("as far apart as can be") << std::numeric_limits<qint64>::min() << (qint64(1) << 57);
}

void RowListTest::findsManyRowsAsOneByOne()
{
    QFETCH(const qint64, base);
    QFETCH(const qint64, step);
    std::mt19937_64 random(20261129);
    const auto anyRow = [&] {
        // Unsigned, since a product may lie beyond the numbers that its sum with the base is back among.
        return RowId{
            static_cast<qint64>(static_cast<quint64>(base) + static_cast<quint64>(step) * (random() % 100))};
    };
    for (int round = 0; round < 100; ++round) {
        RowList list;
        for (auto count = random() % 60; count > 0; --count)
            list.push_back(anyRow());
        std::vector<RowId> wanted;
        for (auto count = random() % 20; count > 0; --count)
            wanted.push_back(anyRow());
        std::vector<std::size_t> places;
        for (std::size_t place = 0; place < list.size(); ++place) {
            if (std::ranges::find(wanted, list[place]) != wanted.end())
                places.push_back(place);
        }
        QVERIFY(list.placesOf(wanted) == places);

        const RowId limit = anyRow();
        const auto after = std::ranges::count_if(list, [limit](RowId row) { return row > limit; });
        QCOMPARE(list.countAfter(limit), static_cast<std::size_t>(after));
    }
}

void RowListTest::equalRowsAreEqualHoweverTheyCame()
{
    QVERIFY((RowList(std::vector<quint32>{8, 9}) == RowList{RowId{8}, RowId{9}}));
    QVERIFY((RowList(std::vector<quint32>{8, 9}) != RowList{RowId{9}, RowId{8}}));
    QVERIFY((RowList(std::vector<quint32>{8}) != RowList{RowId{8 + (qint64(1) << 32)}}));
}

TRAILGLASS_PURE_TEST(RowListTest)
#include "tst_rowlist.moc"
