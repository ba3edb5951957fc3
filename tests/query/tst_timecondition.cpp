// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/timewindows.h"
#include "models/filter/zonecalendar.h"
#include "models/query/evaluation/integerconditions.h"
#include "models/query/evaluation/rowlayout.h"
#include "models/query/index/segmentbuilder.h"
#include "models/query/index/segmentcolumns.h"
#include "models/store/schema.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace Trailglass;

namespace {

constexpr std::size_t Rows = 3'000;
constexpr qint64 Start = 1'790'000'000'000'000;
constexpr qint64 Span = 100'000; ///< µs from the first time to the last

ListedSegment segmentOf(std::mt19937_64 &random, qint64 unit)
{
    SegmentBuilder builder(0);
    for (std::size_t offset = 1; offset < Rows; offset += 1 + random() % 2) {
        std::array<qint64, IndexColumnCount> numbers{};
        for (std::size_t column = 0; column < IndexColumnCount; ++column)
            numbers[column] = indexColumns()[column].range.least;
        numbers[CreatedColumn] =
            Start + static_cast<qint64>(random() % static_cast<std::size_t>(Span / unit)) * unit;
        builder.add(offset, numbers);
    }
    return builder.finish(Rows);
}

std::vector<TimeWindow> windowsOf(std::mt19937_64 &random, int count)
{
    std::vector<TimeWindow> windows;
    for (int number = 0; number < count; ++number) {
        const UtcMicros from{Start - Span / 10 + static_cast<qint64>(random() % (Span + Span / 5))};
        windows.push_back({from, from + 1 + static_cast<qint64>(random() % 300)});
    }
    if (count > 1 && random() % 2 == 0)
        windows.front().from.reset();
    if (count > 1 && random() % 2 == 0)
        windows.back().to.reset();
    return Filter::joined(std::move(windows));
}

} // namespace

/// Terms on `created` with few and with many windows, by columns and row by row.
class TimeConditionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsLikeALoop_data();
    void acceptsLikeALoop();
};

void TimeConditionTest::acceptsLikeALoop_data()
{
    QTest::addColumn<int>("windows");
    QTest::addColumn<qint64>("unit");
    for (const int windows : {0, 1, 2, 9, 200}) {
        QTest::addRow("%d windows, any microsecond", windows) << windows << qint64(1);
        QTest::addRow("%d windows, whole milliseconds", windows) << windows << qint64(1'000);
    }
}

void TimeConditionTest::acceptsLikeALoop()
{
    QFETCH(const int, windows);
    QFETCH(const qint64, unit);
    std::mt19937_64 random(static_cast<unsigned>(windows) + 3);
    const auto calendar = Filter::ZoneCalendar::open("UTC");
    QVERIFY(calendar);
    for (int round = 0; round < 20; ++round) {
        const ListedSegment segment = segmentOf(random, unit);
        const std::vector<TimeWindow> times = windowsOf(random, windows);
        RowLayout layout;
        const TimeCondition condition(layout.addInteger(Schema::valueExpression(Field::Created)), times);
        const SegmentColumns columns(*segment.segment, layout, *calendar);
        std::string scratch;
        Filter::SearchTime searching;
        const std::function<std::string_view()> raw = [] {
            return std::string_view();
        };
        const PackedColumn &created = *segment.segment->columns[CreatedColumn];

        const RowTruths truths = condition.fromColumns(columns, *segment.listed);

        QVERIFY(truths.unknown.isEmpty());
        segment.listed->forEach([&](std::size_t row) {
            const std::array numbers{created.at(row)};
            const bool isInside = std::ranges::any_of(
                times, [&](const TimeWindow &window) { return window.contains(UtcMicros{numbers.front()}); });
            QCOMPARE(truths.yes.contains(row), isInside);
            QCOMPARE(condition.matches({numbers, {}, raw, scratch, searching}) == Filter::Match::Yes,
                     isInside);
        });
        QVERIFY((truths.yes - *segment.listed).isEmpty());
    }
}

TRAILGLASS_TEST(TimeConditionTest)
#include "tst_timecondition.moc"
