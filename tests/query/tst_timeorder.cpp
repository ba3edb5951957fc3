// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/timeorder.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <random>
#include <utility>
#include <vector>

using namespace Trailglass;

namespace {

constexpr std::size_t RowsASegment = 2'000;

/// Two segments with a gap between them; many events have the same time.
ColumnIndex sampleIndex()
{
    std::mt19937 random(5);
    ColumnIndex index;
    for (const qint64 number : {qint64{0}, qint64{2}}) {
        std::vector<qint64> times(RowsASegment);
        for (qint64 &time : times)
            time = static_cast<qint64>(random() % 400) * 1'000'000;
        Segment segment;
        segment.number = number;
        segment.size = times.size();
        segment.columns[CreatedColumn] = std::make_shared<const PackedColumn>(PackedColumn::packTimes(times));
        RowBits listed(times.size(), true);
        if (number == 0)
            listed.remove(0); // rows are counted from 1
        index.lastRow = segment.row(segment.size - 1).value;
        index.segments.push_back({std::make_shared<const Segment>(std::move(segment)),
                                  std::make_shared<const RowBits>(std::move(listed))});
    }
    return index;
}

/// Each so many-th row of each segment; 0: none.
Selection selectEach(std::size_t step, const ColumnIndex &index)
{
    Selection selection;
    for (const ListedSegment &listed : index.segments) {
        RowTruths truths{RowBits(listed.segment->size), RowBits(listed.segment->size)};
        for (std::size_t row = step; step > 0 && row < listed.segment->size; row += step)
            truths.yes.insert(row);
        selection.segments.push_back(std::move(truths));
    }
    return selection;
}

std::vector<quint32> plainlySorted(const ColumnIndex &index, const Selection &selection)
{
    std::vector<std::pair<qint64, quint32>> timed;
    for (std::size_t place = 0; place < index.segments.size(); ++place) {
        const Segment &segment = *index.segments[place].segment;
        for (std::size_t row = 0; row < segment.size; ++row) {
            if (selection.segments[place].yes.contains(row))
                timed.emplace_back(segment.columns[CreatedColumn]->at(row),
                                   static_cast<quint32>(segment.row(row).value));
        }
    }
    std::ranges::sort(timed);
    std::vector<quint32> rows;
    for (const auto &[time, row] : timed)
        rows.push_back(row);
    return rows;
}

} // namespace

class TimeOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersFewRowsAndMany_data();
    void ordersFewRowsAndMany();
};

void TimeOrderTest::ordersFewRowsAndMany_data()
{
    QTest::addColumn<std::size_t>("step");
    QTest::newRow("none") << std::size_t{0};
    QTest::newRow("two") << RowsASegment - 1;
    QTest::newRow("one of a hundred") << std::size_t{100};
    QTest::newRow("one of three") << std::size_t{3};
    QTest::newRow("all") << std::size_t{1};
}

void TimeOrderTest::ordersFewRowsAndMany()
{
    QFETCH(const std::size_t, step);
    const ColumnIndex index = sampleIndex();
    const auto order = TimeOrder::extend({}, index, {});
    QVERIFY(order);
    const Selection selection = selectEach(step, index);
    std::vector<quint32> expected = plainlySorted(index, selection);

    QVERIFY(order->ordered(index, selection, false) == expected);
    std::ranges::reverse(expected);
    QVERIFY(order->ordered(index, selection, true) == expected);
}

TRAILGLASS_TEST(TimeOrderTest)
#include "tst_timeorder.moc"
