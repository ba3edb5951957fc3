// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/packedcolumn.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <limits>
#include <random>

using namespace Trailglass;

class PackedColumnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasPacked_data();
    void givesBackWhatWasPacked();
    void isAsNarrowAsItsNumbersAllow_data();
    void isAsNarrowAsItsNumbersAllow();
    void isTheSameAfterTakingApart();
    void refusesPartsThatDoNotFit();
    void knowsWhetherItsNumbersLieInARange_data();
    void knowsWhetherItsNumbersLieInARange();
};

void PackedColumnTest::givesBackWhatWasPacked_data()
{
    QTest::addColumn<std::vector<qint64>>("numbers");

    constexpr qint64 Most = std::numeric_limits<qint64>::max();
    constexpr qint64 None = PackedColumn::None;
    QTest::newRow("nothing") << std::vector<qint64>{};
    QTest::newRow("no value") << std::vector<qint64>{None, None};
    QTest::newRow("one value") << std::vector<qint64>{7};
    QTest::newRow("the same value") << std::vector<qint64>{7, 7, 7};
    QTest::newRow("the same value or none") << std::vector<qint64>{7, None, 7};
    QTest::newRow("the ends of the range") << std::vector<qint64>{Most, None, None + 1, 0};
    QTest::newRow("negative times") << std::vector<qint64>{-5'000'000, -1'000, -3'000};
    std::mt19937_64 random(4);
    for (const int bits : {1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 62}) {
        std::vector<qint64> numbers;
        for (int count = 0; count < 300; ++count)
            numbers.push_back(count % 11 == 0 ? None : static_cast<qint64>(random() >> (64 - bits)) - 40);
        QTest::addRow("%d bits", bits) << numbers;
    }
}

void PackedColumnTest::givesBackWhatWasPacked()
{
    QFETCH(const std::vector<qint64>, numbers);

    for (const PackedColumn &column : {PackedColumn::pack(numbers), PackedColumn::packTimes(numbers)}) {
        QCOMPARE(column.size(), numbers.size());
        QCOMPARE(column.numbers(), numbers);
        for (std::size_t row = 0; row < numbers.size(); ++row)
            QCOMPARE(column.at(row), numbers[row]);
    }
}

void PackedColumnTest::isAsNarrowAsItsNumbersAllow_data()
{
    QTest::addColumn<std::vector<qint64>>("numbers");
    QTest::addColumn<int>("width");

    constexpr qint64 None = PackedColumn::None;
    constexpr qint64 Second = 1'000'000;
    QTest::newRow("equal") << std::vector<qint64>{9, 9} << 0;
    QTest::newRow("without values") << std::vector<qint64>{None, None} << 0;
    QTest::newRow("equal or none") << std::vector<qint64>{9, None} << 1;
    QTest::newRow("codes far from 0") << std::vector<qint64>{1'000'000, 1'000'254} << 1;
    QTest::newRow("one more than a byte holds") << std::vector<qint64>{1'000'000, 1'000'255} << 2;
    QTest::newRow("seconds of four minutes") << std::vector<qint64>{0, 240 * Second, Second} << 1;
    QTest::newRow("milliseconds of a minute") << std::vector<qint64>{0, 60 * Second, 1'000} << 2;
    QTest::newRow("milliseconds of a month") << std::vector<qint64>{0, 30LL * 86'400 * Second, 1'000} << 4;
    QTest::newRow("microseconds of two hours") << std::vector<qint64>{0, 7'200 * Second, 1} << 8;
}

void PackedColumnTest::isAsNarrowAsItsNumbersAllow()
{
    QFETCH(const std::vector<qint64>, numbers);
    QFETCH(const int, width);

    QCOMPARE(PackedColumn::packTimes(numbers).width(), width);
}

void PackedColumnTest::isTheSameAfterTakingApart()
{
    const std::vector<qint64> numbers{1, PackedColumn::None, 70'000, 3};
    const PackedColumn column = PackedColumn::pack(numbers);

    const PackedColumn again =
        PackedColumn::fromParts(column.size(), column.base(), column.unit(), column.width(),
                                column.constant(), {column.bytes().begin(), column.bytes().end()});

    QCOMPARE(again, column);
}

void PackedColumnTest::refusesPartsThatDoNotFit()
{
    QCOMPARE(PackedColumn::fromParts(3, 0, 1, 2, 0, std::vector<char>(5)), PackedColumn());
    QCOMPARE(PackedColumn::fromParts(3, 0, 1, 3, 0, std::vector<char>(9)), PackedColumn());
    QCOMPARE(PackedColumn::fromParts(3, 0, 0, 1, 0, std::vector<char>(3)), PackedColumn());
}

void PackedColumnTest::knowsWhetherItsNumbersLieInARange_data()
{
    QTest::addColumn<std::vector<qint64>>("numbers");
    QTest::addColumn<bool>("isWithin");

    constexpr qint64 Most = std::numeric_limits<qint64>::max();
    constexpr qint64 None = PackedColumn::None;
    QTest::newRow("no value") << std::vector<qint64>{None, None} << true;
    QTest::newRow("one value") << std::vector<qint64>{7} << true;
    QTest::newRow("one value below") << std::vector<qint64>{0} << false;
    QTest::newRow("one value above") << std::vector<qint64>{300'001} << false;
    QTest::newRow("both ends") << std::vector<qint64>{1, None, 300'000} << true;
    QTest::newRow("below") << std::vector<qint64>{-1, None, 300'000} << false;
    QTest::newRow("above, in a byte") << std::vector<qint64>{300'000, 300'001} << false;
    QTest::newRow("near the end, in a byte") << std::vector<qint64>{299'999, 300'000} << true;
    QTest::newRow("above, in four bytes") << std::vector<qint64>{1, 300'001} << false;
    QTest::newRow("all there are") << std::vector<qint64>{None + 1, Most} << false;
}

void PackedColumnTest::knowsWhetherItsNumbersLieInARange()
{
    QFETCH(const std::vector<qint64>, numbers);
    QFETCH(const bool, isWithin);

    QCOMPARE(PackedColumn::pack(numbers).isWithin({1, 300'000}), isWithin);
    QVERIFY(PackedColumn::pack(numbers).isWithin({}));
}

TRAILGLASS_TEST(PackedColumnTest)
#include "tst_packedcolumn.moc"
