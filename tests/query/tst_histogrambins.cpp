// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/histogrambins.h"
#include "models/query/evaluation/histogramcounter.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <limits>
#include <optional>
#include <random>
#include <set>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// The counts of some times, as an engine makes them.
Histogram binTimes(std::vector<qint64> times, const HistogramRequest &request)
{
    std::optional<TimeExtent> extent;
    if (!times.empty()) {
        const auto [first, last] = std::ranges::minmax(times);
        extent = TimeExtent{{first}, {last}};
    }
    std::vector<HistogramBin> bins;
    if (leavesOutEmptyBins(request, extent)) {
        const qint64 width = std::get<IntervalBins>(request.division).width;
        std::set<qint64> starts;
        for (const qint64 time : times)
            starts.insert(alignedStart(time, width));
        bins = binsAt({starts.begin(), starts.end()}, width);
    } else {
        bins = divideTime(request, extent, *Filter::ZoneCalendar::open("UTC"));
    }
    HistogramCounter counter(bins, 0);
    for (const qint64 time : times)
        counter.add(time, 0);
    return counter.histogram({});
}

qint64 sumOf(const Histogram &histogram)
{
    qint64 sum = 0;
    for (std::size_t bin = 0; bin < histogram.bins.size(); ++bin)
        sum += histogram.total(bin);
    return sum;
}

} // namespace

class HistogramBinsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesEqualBinsFromFirstToLast();
    void givesBinsOfOneMicrosecondToEqualTimes();
    void alignsIntervalsToTheEpoch();
    void alignsTimesBefore1970();
    void beginsWeeksOnMondays_data();
    void beginsWeeksOnMondays();
    void makesNoBinsForNoTimes();
    void refusesWhatIsOutsideOfTheLimits_data();
    void refusesWhatIsOutsideOfTheLimits();
    void splitsByCode();
    void countsEveryTimeOnce();
    void leavesEmptyBinsOutWhereTheyAreTooMany_data();
    void leavesEmptyBinsOutWhereTheyAreTooMany();
    void keepsEmptyBinsUpToTheLimit();
    void countsEveryTimeOnceWithoutEmptyBins();
    void survivesTheEndsOfTime();
};

void HistogramBinsTest::makesEqualBinsFromFirstToLast()
{
    const std::vector<qint64> times{109, 100, 104, 105};

    const auto histogram = binTimes(times, {EqualBins{2}});

    QCOMPARE(histogram.bins.size(), 2U);
    QCOMPARE(histogram.bins.at(0).start.value, 100);
    QCOMPARE(histogram.bins.at(0).end.value, 105);
    QCOMPARE(histogram.total(0), 2);
    QCOMPARE(histogram.bins.at(1).start.value, 105);
    QCOMPARE(histogram.bins.at(1).end.value, 110);
    QCOMPARE(histogram.total(1), 2);
}

void HistogramBinsTest::givesBinsOfOneMicrosecondToEqualTimes()
{
    const std::vector<qint64> times{50, 50, 50};

    const auto histogram = binTimes(times, {EqualBins{3}});

    QCOMPARE(histogram.bins.size(), 3U);
    QCOMPARE(histogram.total(0), 3);
    QCOMPARE(histogram.bins.at(2).start.value, 52);
    QCOMPARE(histogram.bins.at(2).end.value, 53);
}

void HistogramBinsTest::alignsIntervalsToTheEpoch()
{
    const std::vector<qint64> times{UtcMicros::PerHour + 1, 4 * UtcMicros::PerHour};

    const auto histogram = binTimes(times, {IntervalBins{UtcMicros::PerHour}});

    QCOMPARE(histogram.bins.size(), 4U);
    QCOMPARE(histogram.bins.front().start.value, UtcMicros::PerHour);
    QCOMPARE(histogram.total(0), 1);
    QCOMPARE(histogram.total(1), 0);
    QCOMPARE(histogram.bins.back().start.value, 4 * UtcMicros::PerHour);
    QCOMPARE(histogram.bins.back().end.value, 5 * UtcMicros::PerHour);
    QCOMPARE(histogram.total(histogram.bins.size() - 1), 1);
}

void HistogramBinsTest::alignsTimesBefore1970()
{
    const std::vector<qint64> times{-1, -10, 0};

    const auto histogram = binTimes(times, {IntervalBins{10}});

    QCOMPARE(histogram.bins.size(), 2U);
    QCOMPARE(histogram.bins.front().start.value, -10);
    QCOMPARE(histogram.total(0), 2);
    QCOMPARE(histogram.bins.back().start.value, 0);
}

void HistogramBinsTest::beginsWeeksOnMondays_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<int>("weeks");
    QTest::addColumn<QString>("start");

    QTest::newRow("a Monday's first moment") << u"2026-11-23T00:00:00Z"_s << 1 << u"2026-11-23T00:00:00Z"_s;
    QTest::newRow("a Sunday's last moment") << u"2026-11-22T23:59:59Z"_s << 1 << u"2026-11-16T00:00:00Z"_s;
    QTest::newRow("the first moment of 1970") << u"1970-01-01T00:00:00Z"_s << 1 << u"1969-12-29T00:00:00Z"_s;
    QTest::newRow("before 1970") << u"1969-12-28T00:00:00Z"_s << 1 << u"1969-12-22T00:00:00Z"_s;
    QTest::newRow("two weeks") << u"1970-01-14T00:00:00Z"_s << 2 << u"1970-01-05T00:00:00Z"_s;
}

void HistogramBinsTest::beginsWeeksOnMondays()
{
    QFETCH(const QString, time);
    QFETCH(const int, weeks);
    QFETCH(const QString, start);
    const std::vector<qint64> times{parseTime(time.toStdString())->value};
    const qint64 interval = weeks * 7 * UtcMicros::PerDay;

    const auto histogram = binTimes(times, {IntervalBins{interval}});

    QCOMPARE(histogram.bins.size(), 1U);
    QCOMPARE(histogram.bins.front().start, *parseTime(start.toStdString()));
    QCOMPARE(histogram.bins.front().end.value, histogram.bins.front().start.value + interval);
}

void HistogramBinsTest::makesNoBinsForNoTimes()
{
    QVERIFY(binTimes({}, {EqualBins{5}}) == Histogram());
    QVERIFY(binTimes({}, {IntervalBins{5}}) == Histogram());
    QVERIFY(binTimes({}, {RoundBins{5}}) == Histogram());
}

void HistogramBinsTest::refusesWhatIsOutsideOfTheLimits_data()
{
    QTest::addColumn<HistogramRequest>("request");
    QTest::addColumn<bool>("isAllowed");

    const auto row = [](const char *name, const HistogramRequest &request, bool isAllowed) {
        QTest::newRow(name) << request << isAllowed;
    };
    row("no bins", {EqualBins{0}}, false);
    row("negative bins", {EqualBins{-1}}, false);
    row("the most bins", {EqualBins{100'000}}, true);
    row("too many bins", {EqualBins{100'001}}, false);
    row("the most bins that are split", {EqualBins{1'000}, Field::Op}, true);
    row("too many bins to split", {EqualBins{1'001}, Field::Op}, false);
    row("an empty interval", {IntervalBins{0}}, false);
    row("a negative interval", {IntervalBins{-5}}, false);
    row("the shortest interval", {IntervalBins{1}}, true);
    row("no round bins", {RoundBins{0}}, false);
    row("the most round bins", {RoundBins{1'000}}, true);
    row("too many round bins", {RoundBins{1'001}}, false);
}

void HistogramBinsTest::refusesWhatIsOutsideOfTheLimits()
{
    QFETCH(const HistogramRequest, request);
    QFETCH(const bool, isAllowed);

    const auto checked = checkRequest(request);

    QCOMPARE(checked.hasValue(), isAllowed);
    if (!isAllowed)
        QCOMPARE(checked.error().kind, ErrorKind::Usage);
}

void HistogramBinsTest::countsEveryTimeOnce()
{
    std::mt19937_64 random(3);
    for (int round = 0; round < 300; ++round) {
        std::vector<qint64> times(1 + random() % 200);
        const auto range = static_cast<qint64>(1 + random() % 100'000);
        for (qint64 &time : times)
            time = static_cast<qint64>(random() % static_cast<quint64>(range)) - range / 2;
        const bool equal = round % 2 == 0;
        const auto number = static_cast<int>(1 + random() % 300);

        const auto histogram =
            equal ? binTimes(times, {EqualBins{number}}) : binTimes(times, {IntervalBins{number}});

        if (equal)
            QCOMPARE(histogram.bins.size(), static_cast<std::size_t>(number));
        for (std::size_t index = 0; index < histogram.bins.size(); ++index) {
            const HistogramBin &bin = histogram.bins[index];
            QVERIFY(bin.start < bin.end);
            QVERIFY(index == 0 || histogram.bins[index - 1].end == bin.start);
            QCOMPARE(histogram.total(index), std::ranges::count_if(times, [&](qint64 time) {
                         return time >= bin.start.value && time < bin.end.value;
                     }));
        }
        QVERIFY(histogram.bins.back().end.value > *std::ranges::max_element(times));
    }
}

void HistogramBinsTest::leavesEmptyBinsOutWhereTheyAreTooMany_data()
{
    QTest::addColumn<QString>("outlier");
    QTest::addColumn<bool>("isLast");
    QTest::newRow("1970") << u"1970-01-01T00:00:00Z"_s << false;
    QTest::newRow("year 1") << u"0001-01-01T00:00:00Z"_s << false;
    QTest::newRow("9999") << u"9999-12-31T23:59:59.999999Z"_s << true;
}

void HistogramBinsTest::leavesEmptyBinsOutWhereTheyAreTooMany()
{
    QFETCH(const QString, outlier);
    QFETCH(const bool, isLast);
    const auto time = [](const char *text) {
        return parseTime(text)->value;
    };
    const qint64 far = parseTime(outlier.toStdString())->value;
    const std::vector<qint64> times{time("2026-11-20T11:59:59Z"), far, time("2026-11-20T09:00:00Z"),
                                    time("2026-11-20T09:59:59Z")};

    const auto histogram = binTimes(times, {IntervalBins{UtcMicros::PerHour}});

    QCOMPARE(histogram.bins.size(), 3U);
    const std::size_t day = isLast ? 0 : 1;
    QCOMPARE(histogram.bins.at(day).start.value, time("2026-11-20T09:00:00Z"));
    QCOMPARE(histogram.bins.at(day).end.value, time("2026-11-20T10:00:00Z"));
    QCOMPARE(histogram.total(day), 2);
    QCOMPARE(histogram.bins.at(day + 1).start.value, time("2026-11-20T11:00:00Z"));
    QCOMPARE(histogram.total(day + 1), 1);
    const HistogramBin &alone = histogram.bins.at(isLast ? 2 : 0);
    QCOMPARE_LE(alone.start.value, far);
    QCOMPARE(alone.end.value - alone.start.value, UtcMicros::PerHour);
    QCOMPARE_GT(alone.end.value, far);
    QCOMPARE(histogram.total(isLast ? 2 : 0), 1);
}

void HistogramBinsTest::keepsEmptyBinsUpToTheLimit()
{
    const std::vector<qint64> within{0, MaxBins - 1};
    const std::vector<qint64> over{0, MaxBins};
    QCOMPARE(binTimes(within, {IntervalBins{1}}).bins.size(), static_cast<std::size_t>(MaxBins));
    QCOMPARE(binTimes(over, {IntervalBins{1}}).bins.size(), 2U);
}

void HistogramBinsTest::countsEveryTimeOnceWithoutEmptyBins()
{
    std::mt19937_64 random(5);
    for (int round = 0; round < 100; ++round) {
        std::vector<qint64> times(2 + random() % 200);
        for (qint64 &time : times)
            time = static_cast<qint64>(random() % 3'000) - 1'500;
        const auto interval = static_cast<qint64>(1 + random() % 50);
        times.front() = (round % 2 == 0 ? 1 : -1) * (MaxBins + 1) * interval;

        const auto histogram = binTimes(times, {IntervalBins{interval}});

        for (std::size_t index = 0; index < histogram.bins.size(); ++index) {
            const HistogramBin &bin = histogram.bins[index];
            QCOMPARE(bin.end.value - bin.start.value, interval);
            QCOMPARE(bin.start.value % interval, 0);
            QVERIFY(index == 0 || histogram.bins[index - 1].end <= bin.start);
            QVERIFY(histogram.total(index) > 0);
            QCOMPARE(histogram.total(index), std::ranges::count_if(times, [&](qint64 time) {
                         return time >= bin.start.value && time < bin.end.value;
                     }));
        }
        QCOMPARE(sumOf(histogram), static_cast<qint64>(times.size()));
    }
}

void HistogramBinsTest::splitsByCode()
{
    const std::vector<HistogramBin> bins{{{0}, {10}}, {{10}, {20}}, {{30}, {40}}};
    HistogramCounter counter(bins, 3);
    HistogramCounter other(bins, 3);
    counter.add(0, 1);
    counter.add(9, 1);
    counter.add(10, 2, 5);
    counter.add(25, 1); // between two bins
    counter.add(-1, 1);
    counter.add(40, 1);
    other.add(39, 0);
    other.add(39, 77); // no code
    counter.add(other);
    QVERIFY(counter.isOneBin(0, 9));
    QVERIFY(!counter.isOneBin(0, 10));
    QVERIFY(!counter.isOneBin(25, 26));

    CodedStrings texts;
    texts.append(0, "b");
    texts.append(1, "a");
    texts.append(2, "b"); // the text of code 0
    const Histogram histogram = counter.histogram(texts);

    QVERIFY(histogram.bins == bins);
    QVERIFY(histogram.values == (std::vector<std::string>{"b", "a", ""}));
    QVERIFY(histogram.counts == (std::vector<std::vector<qint64>>{{0, 5, 1}, {2, 0, 0}, {0, 0, 1}}));
    QCOMPARE(histogram.total(2), 2);
}

void HistogramBinsTest::survivesTheEndsOfTime()
{
    const std::vector<qint64> times{std::numeric_limits<qint64>::min(), 0,
                                    std::numeric_limits<qint64>::max()};

    const auto equal = binTimes(times, {EqualBins{4}});
    const auto aligned = binTimes(times, {IntervalBins{std::numeric_limits<qint64>::max()}});

    const auto weeks = binTimes(times, {IntervalBins{400 * 7 * UtcMicros::PerDay}});

    const auto seconds = binTimes(times, {IntervalBins{UtcMicros::PerSecond}});

    for (const Histogram &histogram : {equal, aligned, weeks, seconds})
        QCOMPARE(sumOf(histogram), 3);
}

TRAILGLASS_TEST(HistogramBinsTest)
#include "tst_histogrambins.moc"
