// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/timegroups.h"

#include "models/core/text.h"
#include "models/query/calendarbins.h"
#include "models/query/evaluation/histogrambins.h"
#include "tests/archive/sqlarithmetic.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <algorithm>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

class TimeGroupsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dividesByAWidth();
    void groupsOfEqualBinsAreTheBins();
    void groupsOfAnyBinsLieWithinThem();
    void groupsOfCalendarBinsLieWithinThem_data();
    void groupsOfCalendarBinsLieWithinThem();
    void comparesWithEachStartWhereOneBinIsTiny();
    void knowsNoBinForNumbersThatAreNoGroup();
};

namespace {

std::vector<HistogramBin> binsFrom(const std::vector<qint64> &boundaries)
{
    std::vector<HistogramBin> bins;
    for (std::size_t place = 0; place + 1 < boundaries.size(); ++place)
        bins.push_back({{boundaries[place]}, {boundaries[place + 1]}});
    return bins;
}

std::size_t binAt(const std::vector<HistogramBin> &bins, qint64 time)
{
    const auto after = std::ranges::upper_bound(bins, UtcMicros{time}, {}, &HistogramBin::start);
    return static_cast<std::size_t>(after - bins.begin()) - 1;
}

/// Whether the groups lead to the bins: at both sides of every start, and at some other times.
bool leadToBins(const TimeGroups &groups, const std::vector<HistogramBin> &bins, std::mt19937_64 &random)
{
    const qint64 first = bins.front().start.value;
    const qint64 last = bins.back().end.value - 1;
    std::vector<qint64> times{first, last};
    for (int count = 0; count < 10; ++count) {
        const HistogramBin &bin = bins[random() % bins.size()];
        times.push_back(bin.start.value);
        times.push_back(bin.end.value - 1);
        times.push_back(first + static_cast<qint64>(random() % static_cast<quint64>(last - first + 1)));
    }
    return std::ranges::all_of(times, [&](qint64 time) {
        return groups.binOf(valueOf(groups.expression(), time)) == binAt(bins, time);
    });
}

} // namespace

void TimeGroupsTest::dividesByAWidth()
{
    const TimeGroups groups = TimeGroups::ofWidth({-5}, 10);

    QCOMPARE(toQString(groups.expression().text()), u"intDiv((created - (-5)), 10)"_s);
    QCOMPARE(valueOf(groups.expression(), -5), qint64{0});
    QCOMPARE(valueOf(groups.expression(), 5), qint64{1});
    QCOMPARE(groups.binOf(1'000'000), std::size_t{1'000'000});
}

void TimeGroupsTest::groupsOfEqualBinsAreTheBins()
{
    std::mt19937_64 random(20261203); // NOLINT(cert-msc51-cpp): the same bins each time
    const Filter::ZoneCalendar utc = *Filter::ZoneCalendar::open("UTC");
    for (const int count : {1, 2, 3, 7, 100, 999, 1'000, generatedCases(100'000, 10'000)}) {
        for (const qint64 span : {qint64{1}, qint64{5}, qint64{count}, qint64{count} + 1,
                                  qint64{12'345'678'901}, qint64{315'537'897'600'000'000}}) {
            const UtcMicros first{-62'135'596'800'000'000 + static_cast<qint64>(random() % 1'000'000)};
            const HistogramRequest request{EqualBins{count}};
            const auto bins = divideTime(request, TimeExtent{first, first + (span - 1)}, utc);

            QVERIFY2(leadToBins(TimeGroups::ofEqual(bins), bins, random),
                     qPrintable(u"%1 bins of %2"_s.arg(count).arg(span)));
        }
    }
}

void TimeGroupsTest::groupsOfAnyBinsLieWithinThem()
{
    std::mt19937_64 random(20261204); // NOLINT(cert-msc51-cpp): the same bins each time
    for (int run = 0; run < generatedCases(500, 150); ++run) {
        std::vector<qint64> boundaries{static_cast<qint64>(random() % 2'000) - 1'000};
        for (std::size_t count = 1 + random() % 40; count > 0; --count) {
            const auto shortest = static_cast<qint64>(random() % 20);
            boundaries.push_back(boundaries.back() + 1 + shortest + static_cast<qint64>(random() % 40));
        }
        const auto bins = binsFrom(boundaries);

        QVERIFY(leadToBins(TimeGroups::ofBins(bins), bins, random));
    }
}

void TimeGroupsTest::groupsOfCalendarBinsLieWithinThem_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("days with 23 and 25 hours")
        << QByteArray("America/New_York") << QByteArray("2026-01-01T00:00Z")
        << QByteArray("2026-12-31T00:00Z");
    QTest::newRow("half an hour of daylight saving")
        << QByteArray("Australia/Lord_Howe") << QByteArray("2026-03-30T00:00Z")
        << QByteArray("2026-04-10T00:00Z");
    QTest::newRow("months") << QByteArray("Europe/Berlin") << QByteArray("2020-01-15T00:00Z")
                            << QByteArray("2026-12-31T00:00Z");
    QTest::newRow("centuries, and local time by the sun")
        << QByteArray("America/New_York") << QByteArray("0001-01-02T00:00Z")
        << QByteArray("9999-12-30T00:00Z");
}

void TimeGroupsTest::groupsOfCalendarBinsLieWithinThem()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, last);
    std::mt19937_64 random(20261205); // NOLINT(cert-msc51-cpp): the same times each time
    const Filter::ZoneCalendar calendar = *Filter::ZoneCalendar::open(zone);
    for (const int maxBins : {1, 13, 100, 1'000}) {
        const RoundBins round{maxBins, {*parseTime(first.toStdString()), *parseTime(last.toStdString())}};
        const auto bins = divideTime({round}, std::nullopt, calendar);

        QVERIFY(leadToBins(TimeGroups::ofBins(bins), bins, random));
    }
}

void TimeGroupsTest::comparesWithEachStartWhereOneBinIsTiny()
{
    std::mt19937_64 random(20261206); // NOLINT(cert-msc51-cpp): the same times each time
    const auto bins = binsFrom({0, 1'000'000, 1'000'001, 2'000'000});

    const TimeGroups groups = TimeGroups::ofBins(bins);

    QCOMPARE(toQString(groups.expression().text()),
             u"multiIf(created < 1000000, 0, created < 1000001, 1, 2)"_s);
    QVERIFY(leadToBins(groups, bins, random));
}

void TimeGroupsTest::knowsNoBinForNumbersThatAreNoGroup()
{
    const auto bins = binsFrom({0, 10, 25, 35});
    const TimeGroups groups = TimeGroups::ofBins(bins);

    QVERIFY(groups.binOf(-1) >= bins.size());
    QVERIFY(groups.binOf(1'000) >= bins.size());
    QVERIFY(groups.binOf(std::numeric_limits<qint64>::min()) >= bins.size());
}

TRAILGLASS_TEST(TimeGroupsTest)
#include "tst_timegroups.moc"
