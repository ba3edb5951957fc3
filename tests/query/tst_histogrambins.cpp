// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/histogrambins.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <limits>
#include <numeric>
#include <random>

using namespace Trailglass;
using namespace Qt::StringLiterals;

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
    void refusesBadDivisions_data();
    void refusesBadDivisions();
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

    const auto bins = binTimes(times, {.bins = 2});

    QVERIFY(bins);
    QCOMPARE(bins->size(), 2U);
    QCOMPARE(bins->at(0).start.value, 100);
    QCOMPARE(bins->at(0).end.value, 105);
    QCOMPARE(bins->at(0).count, 2);
    QCOMPARE(bins->at(1).start.value, 105);
    QCOMPARE(bins->at(1).end.value, 110);
    QCOMPARE(bins->at(1).count, 2);
}

void HistogramBinsTest::givesBinsOfOneMicrosecondToEqualTimes()
{
    const std::vector<qint64> times{50, 50, 50};

    const auto bins = binTimes(times, {.bins = 3});

    QVERIFY(bins);
    QCOMPARE(bins->size(), 3U);
    QCOMPARE(bins->at(0).count, 3);
    QCOMPARE(bins->at(2).start.value, 52);
    QCOMPARE(bins->at(2).end.value, 53);
}

void HistogramBinsTest::alignsIntervalsToTheEpoch()
{
    const std::vector<qint64> times{UtcMicros::PerHour + 1, 4 * UtcMicros::PerHour};

    const auto bins = binTimes(times, {.interval = UtcMicros::PerHour});

    QVERIFY(bins);
    QCOMPARE(bins->size(), 4U);
    QCOMPARE(bins->front().start.value, UtcMicros::PerHour);
    QCOMPARE(bins->front().count, 1);
    QCOMPARE(bins->at(1).count, 0);
    QCOMPARE(bins->back().start.value, 4 * UtcMicros::PerHour);
    QCOMPARE(bins->back().end.value, 5 * UtcMicros::PerHour);
    QCOMPARE(bins->back().count, 1);
}

void HistogramBinsTest::alignsTimesBefore1970()
{
    const std::vector<qint64> times{-1, -10, 0};

    const auto bins = binTimes(times, {.interval = 10});

    QVERIFY(bins);
    QCOMPARE(bins->size(), 2U);
    QCOMPARE(bins->front().start.value, -10);
    QCOMPARE(bins->front().count, 2);
    QCOMPARE(bins->back().start.value, 0);
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

    const auto bins = binTimes(times, {.interval = interval});

    QVERIFY(bins);
    QCOMPARE(bins->size(), 1U);
    QCOMPARE(bins->front().start, *parseTime(start.toStdString()));
    QCOMPARE(bins->front().end.value, bins->front().start.value + interval);
}

void HistogramBinsTest::makesNoBinsForNoTimes()
{
    const auto equal = binTimes({}, {.bins = 5});
    const auto aligned = binTimes({}, {.interval = 5});

    QVERIFY(equal && equal->empty());
    QVERIFY(aligned && aligned->empty());
}

void HistogramBinsTest::refusesBadDivisions_data()
{
    QTest::addColumn<int>("bins");
    QTest::addColumn<qint64>("interval");

    QTest::newRow("neither") << 0 << qint64(0);
    QTest::newRow("both") << 5 << qint64(5);
    QTest::newRow("negative bins") << -1 << qint64(0);
    QTest::newRow("negative bins and an interval") << -1 << qint64(5);
    QTest::newRow("negative interval") << 0 << qint64(-5);
    QTest::newRow("too many bins") << 100'001 << qint64(0);
}

void HistogramBinsTest::refusesBadDivisions()
{
    QFETCH(const int, bins);
    QFETCH(const qint64, interval);
    const std::vector<qint64> times{0, 1'000'000};

    const auto result = binTimes(times, {.bins = bins, .interval = interval});

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Usage);
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

        const auto bins = equal ? binTimes(times, {.bins = number}) : binTimes(times, {.interval = number});

        QVERIFY(bins);
        if (equal)
            QCOMPARE(bins->size(), static_cast<std::size_t>(number));
        for (std::size_t index = 0; index < bins->size(); ++index) {
            const HistogramBin &bin = (*bins)[index];
            QVERIFY(bin.start < bin.end);
            QVERIFY(index == 0 || (*bins)[index - 1].end == bin.start);
            QCOMPARE(bin.count, std::ranges::count_if(times, [&](qint64 time) {
                         return time >= bin.start.value && time < bin.end.value;
                     }));
        }
        QVERIFY(bins->back().end.value > *std::ranges::max_element(times));
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

    const auto bins = binTimes(times, {.interval = UtcMicros::PerHour});

    QVERIFY(bins);
    QCOMPARE(bins->size(), 3U);
    const std::size_t day = isLast ? 0 : 1;
    QCOMPARE(bins->at(day).start.value, time("2026-11-20T09:00:00Z"));
    QCOMPARE(bins->at(day).end.value, time("2026-11-20T10:00:00Z"));
    QCOMPARE(bins->at(day).count, 2);
    QCOMPARE(bins->at(day + 1).start.value, time("2026-11-20T11:00:00Z"));
    QCOMPARE(bins->at(day + 1).count, 1);
    const HistogramBin &alone = bins->at(isLast ? 2 : 0);
    QCOMPARE_LE(alone.start.value, far);
    QCOMPARE(alone.end.value - alone.start.value, UtcMicros::PerHour);
    QCOMPARE_GT(alone.end.value, far);
    QCOMPARE(alone.count, 1);
}

void HistogramBinsTest::keepsEmptyBinsUpToTheLimit()
{
    const std::vector<qint64> within{0, MaxBins - 1};
    const std::vector<qint64> over{0, MaxBins};
    QCOMPARE(binTimes(within, {.interval = 1})->size(), static_cast<std::size_t>(MaxBins));
    QCOMPARE(binTimes(over, {.interval = 1})->size(), 2U);
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

        const auto bins = binTimes(times, {.interval = interval});

        QVERIFY(bins);
        for (std::size_t index = 0; index < bins->size(); ++index) {
            const HistogramBin &bin = (*bins)[index];
            QCOMPARE(bin.end.value - bin.start.value, interval);
            QCOMPARE(bin.start.value % interval, 0);
            QVERIFY(index == 0 || (*bins)[index - 1].end <= bin.start);
            QVERIFY(bin.count > 0);
            QCOMPARE(bin.count, std::ranges::count_if(times, [&](qint64 time) {
                         return time >= bin.start.value && time < bin.end.value;
                     }));
        }
        const auto count = [](qint64 sum, const HistogramBin &bin) {
            return sum + bin.count;
        };
        QCOMPARE(std::accumulate(bins->begin(), bins->end(), qint64(0), count),
                 static_cast<qint64>(times.size()));
    }
}

void HistogramBinsTest::survivesTheEndsOfTime()
{
    const std::vector<qint64> times{std::numeric_limits<qint64>::min(), 0,
                                    std::numeric_limits<qint64>::max()};

    const auto equal = binTimes(times, {.bins = 4});
    const auto aligned = binTimes(times, {.interval = std::numeric_limits<qint64>::max()});

    const auto weeks = binTimes(times, {.interval = 400 * 7 * UtcMicros::PerDay});

    const auto seconds = binTimes(times, {.interval = UtcMicros::PerSecond});

    for (const auto &bins : {equal, aligned, weeks, seconds}) {
        QVERIFY(bins);
        const auto count = [](qint64 sum, const HistogramBin &bin) {
            return sum + bin.count;
        };
        QCOMPARE(std::accumulate(bins->begin(), bins->end(), qint64(0), count), 3);
    }
}

TRAILGLASS_TEST(HistogramBinsTest)
#include "tst_histogrambins.moc"
