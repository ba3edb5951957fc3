// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/histogram/histogramsample.h"
#include "tests/runner/testclass.h"
#include "views/common/theme.h"
#include "views/histogram/coveragestrips.h"
#include "views/histogram/histogramaxis.h"
#include "views/histogram/histogramgeometry.h"
#include "views/histogram/histogramorder.h"
#include "views/histogram/histogrampainter.h"
#include "views/histogram/histogramtext.h"
#include "views/histogram/histogramzoom.h"

#include <QtTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The pure parts of the histogram.
class HistogramPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsSayWhatChanges_data();
    void labelsSayWhatChanges();
    void binsAreFoundWhereTheyAre();
    void whatIsRareIsSeen_data();
    void whatIsRareIsSeen();
    void zoomGoesAroundTheMoment_data();
    void zoomGoesAroundTheMoment();
    void zoomEndsSomewhere();
    void textsSayWhatABinHolds();
    void theHoursOfTheEndOfSummerTimeAreDistinguished();
    void barsAreNamedByTheirWidth_data();
    void barsAreNamedByTheirWidth();
    void stacksKeepTheirOrder();
    void manySourcesShareAStrip();
    void coloursAreToldApart();
};

void HistogramPartsTest::labelsSayWhatChanges_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QStringList>("texts");

    QTest::newRow("hours") << "2026-11-20T18:00:00Z"_ba
                           << "2026-11-21T12:00:00Z"_ba
                           << "UTC"_ba << QStringList{u"20 Nov 2026 18:00"_s, u"21 Nov"_s, u"06:00"_s};
    QTest::newRow("hours of a zone") << "2026-11-20T18:00:00Z"_ba
                                     << "2026-11-21T12:00:00Z"_ba
                                     << "Asia/Kolkata"_ba
                                     << QStringList{u"21 Nov 2026 00:00"_s, u"06:00"_s, u"12:00"_s};
    QTest::newRow("days") << "2026-11-20T00:00:00Z"_ba
                          << "2026-11-23T00:00:00Z"_ba
                          << "UTC"_ba << QStringList{u"20 Nov 2026"_s, u"21 Nov"_s, u"22 Nov"_s};
    QTest::newRow("months") << "2026-11-20T00:00:00Z"_ba
                            << "2027-02-10T00:00:00Z"_ba
                            << "UTC"_ba << QStringList{u"Dec 2026"_s, u"Jan 2027"_s, u"Feb"_s};
    QTest::newRow("years") << "2022-01-01T00:00:00Z"_ba
                           << "2026-01-01T00:00:00Z"_ba
                           << "UTC"_ba << QStringList{u"2022"_s, u"2023"_s, u"2024"_s, u"2025"_s};
    QTest::newRow("seconds") << "2026-11-20T09:15:00Z"_ba
                             << "2026-11-20T09:16:00Z"_ba
                             << "UTC"_ba
                             << QStringList{u"20 Nov 2026 09:15:00"_s, u"09:15:15"_s, u"09:15:30"_s,
                                            u"09:15:45"_s};
    QTest::newRow("nothing") << "2026-11-20T09:15:00Z"_ba
                             << "2026-11-20T09:15:00Z"_ba
                             << "UTC"_ba << QStringList();
}

void HistogramPartsTest::labelsSayWhatChanges()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QByteArray, zone);
    QLocale::setDefault(QLocale::c());
    QStringList texts;
    for (const AxisLabel &label :
         axisLabels(at(from.toStdString()), at(to.toStdString()), 4, *Filter::ZoneCalendar::open(zone)))
        texts << label.text;
    QTEST(texts, "texts");
}

void HistogramPartsTest::binsAreFoundWhereTheyAre()
{
    const HistogramGeometry geometry(QRectF(10, 0, 240, 50), sampleResult().histogram.bins);

    QCOMPARE(geometry.bins(), 24);
    for (int bin = 0; bin < geometry.bins(); ++bin) {
        QCOMPARE(geometry.bin(geometry.rect(bin, bin).center().x()), bin);
        QCOMPARE(geometry.rect(bin, bin).left(), 10.0 + 10 * bin);
    }
    QCOMPARE(geometry.bin(-100), 0);
    QCOMPARE(geometry.bin(1'000), 23);
    QCOMPARE(geometry.time(1'000).value, (midnight() + UtcMicros::PerDay - 1).value);
    QVERIFY(geometry.window(2, 3)
            == (TimeWindow{midnight() + 2 * UtcMicros::PerHour, midnight() + 4 * UtcMicros::PerHour}));
    QVERIFY(HistogramGeometry().isEmpty());
    QVERIFY(HistogramGeometry(QRectF(0, 0, 0, 50), sampleResult().histogram.bins).isEmpty());
}

void HistogramPartsTest::whatIsRareIsSeen_data()
{
    QTest::addColumn<QList<qint64>>("counts");
    QTest::addColumn<QList<int>>("heights");

    QTest::newRow("even") << QList<qint64>{50, 50} << QList<int>{25, 25};
    QTest::newRow("rare") << QList<qint64>{99'999, 1} << QList<int>{49, 1};
    QTest::newRow("absent") << QList<qint64>{50, 0} << QList<int>{50, 0};
    QTest::newRow("empty") << QList<qint64>{0, 0} << QList<int>{0, 0};
}

void HistogramPartsTest::whatIsRareIsSeen()
{
    QFETCH(const QList<qint64>, counts);
    QFETCH(const QList<int>, heights);
    const std::vector<qint64> given(counts.begin(), counts.end());
    const qint64 full = std::max<qint64>(1, std::accumulate(given.begin(), given.end(), qint64(0)));

    const auto found = barHeights(given, full, 50);

    QCOMPARE(QList<int>(found.begin(), found.end()), heights);
}

void HistogramPartsTest::zoomGoesAroundTheMoment_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");

    QTest::newRow("in") << 0.5 << "2026-11-20T03:00:00Z"_ba
                        << "2026-11-20T15:00:00Z"_ba;
    QTest::newRow("out") << 2.0 << "2026-11-19T18:00:00Z"_ba
                         << "2026-11-21T18:00:00Z"_ba;
}

void HistogramPartsTest::zoomGoesAroundTheMoment()
{
    QFETCH(const double, factor);
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const TimeWindow day{midnight(), midnight() + UtcMicros::PerDay};
    const UtcMicros six = midnight() + 6 * UtcMicros::PerHour;

    const TimeWindow window = zoomed(day, six, factor, *Filter::ZoneCalendar::open("UTC"));

    QCOMPARE(window.from->value, at(from.toStdString()).value);
    QCOMPARE(window.to->value, at(to.toStdString()).value);
}

void HistogramPartsTest::zoomEndsSomewhere()
{
    const auto calendar = *Filter::ZoneCalendar::open("Europe/Berlin");
    const UtcMicros six = midnight() + 6 * UtcMicros::PerHour;
    TimeWindow window{midnight(), midnight() + UtcMicros::PerDay};
    for (int turn = 0; turn < 100; ++turn) {
        window = zoomed(window, six, 0.7, calendar);
        QVERIFY(*window.from <= six && six < *window.to);
    }
    QCOMPARE(*window.to - *window.from, UtcMicros::PerSecond);
    for (int turn = 0; turn < 200; ++turn) {
        window = zoomed(window, six, 3, calendar);
        QVERIFY(*window.from <= six && six < *window.to);
    }
    QVERIFY(*window.to - *window.from > 1'000 * 365 * UtcMicros::PerDay);
}

void HistogramPartsTest::textsSayWhatABinHolds()
{
    QLocale::setDefault(QLocale::c());
    const HistogramResult result = sampleResult();

    QCOMPARE(binsText(result, 5, 5),
             (QStringList{u"2026-11-20 05:00 – 2026-11-20 06:00 · UTC"_s, u"11 event(s)"_s, u"success: 10"_s,
                          u"failure: 1"_s}));
    QCOMPARE(binsText(result, 19, 20).constLast(), u"Not synced, events may be missing: work"_s);
    QVERIFY(binsSummary(result, 20, 20).endsWith(u"10 event(s) · not all synced"_s));
    QVERIFY(unsyncedSources(result.sources, {midnight(), midnight() + UtcMicros::PerHour}).isEmpty());
    QCOMPARE(splitValueText({}), u"(no value)"_s);

    HistogramResult others = result;
    others.histogram.values = {"ann", std::string(OtherValues)};
    QVERIFY(binsText(others, 5, 5).contains(u"others: 1"_s));
    QVERIFY(valuesIn(others.histogram, 5, 5)
            == std::vector<std::string>{"ann"}); // a filter for others is none
}

void HistogramPartsTest::theHoursOfTheEndOfSummerTimeAreDistinguished()
{
    QLocale::setDefault(QLocale::c());
    const auto calendar = *Filter::ZoneCalendar::open("Europe/Berlin");
    const UtcMicros midnight = at("2026-10-24T22:00:00Z");
    QStringList labels;
    for (const AxisLabel &label : axisLabels(midnight, midnight + 5 * UtcMicros::PerHour, 6, calendar))
        labels << label.text;
    QCOMPARE(
        labels,
        (QStringList{u"25 Oct 2026 00:00"_s, u"01:00"_s, u"02:00 +02:00"_s, u"02:00 +01:00"_s, u"03:00"_s}));
    HistogramResult result = sampleResult();
    result.context.displayZone = "Europe/Berlin";
    result.histogram.bins[0] = {midnight + 2 * UtcMicros::PerHour, midnight + 3 * UtcMicros::PerHour};
    QCOMPARE(binsText(result, 0, 0).constFirst(),
             u"2026-10-25 02:00 +02:00 – 2026-10-25 02:00 +01:00 · Europe/Berlin"_s);
}

void HistogramPartsTest::barsAreNamedByTheirWidth_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("text");
    const QByteArray from = "2026-11-01T00:00:00Z";
    QTest::newRow("seconds") << from << QByteArray("2026-11-01T00:00:15Z") << u"1 bar = 15 second(s)"_s;
    QTest::newRow("minutes") << from << QByteArray("2026-11-01T00:30:00Z") << u"1 bar = 30 minute(s)"_s;
    QTest::newRow("hours") << from << QByteArray("2026-11-01T06:00:00Z") << u"1 bar = 6 hour(s)"_s;
    QTest::newRow("a day") << from << QByteArray("2026-11-02T00:00:00Z") << u"1 bar = 1 day(s)"_s;
    QTest::newRow("a week") << from << QByteArray("2026-11-08T00:00:00Z") << u"1 bar = 1 week(s)"_s;
    QTest::newRow("a month") << from << QByteArray("2026-12-01T00:00:00Z") << u"1 bar = 1 month(s)"_s;
    QTest::newRow("years") << from << QByteArray("2028-11-01T00:00:00Z") << u"1 bar = 2 year(s)"_s;
}

void HistogramPartsTest::barsAreNamedByTheirWidth()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    HistogramResult result;
    result.context.displayZone = "UTC";
    QCOMPARE(barWidthText(result), QString());
    result.histogram.bins = {{at(from.toStdString()), at(to.toStdString())}};
    QTEST(barWidthText(result), "text");
}

void HistogramPartsTest::stacksKeepTheirOrder()
{
    Histogram most;
    most.bins = {{midnight(), midnight() + 1}};
    most.values = {"unknown", "success", "failure"};
    most.counts = {{30}, {20}, {10}};
    Histogram least = most;
    least.values = {"failure", "success", "unknown"};
    least.counts = {{90}, {20}, {1}};
    const std::vector<std::string> order{"failure", "success", "unknown"};
    QVERIFY(stacked(most, Field::Outcome).values == order);
    QVERIFY(stacked(least, Field::Outcome).values == order);
    QVERIFY(stacked(most, Field::Outcome).counts == (std::vector<std::vector<qint64>>{{10}, {20}, {30}}));

    Histogram operations = most;
    operations.values = {"delete", "", "create"};
    QVERIFY(stacked(operations, Field::Op).values == (std::vector<std::string>{"create", "delete", ""}));

    Histogram actors = most;
    actors.values = {"zoe", "ann", std::string(OtherValues)};
    QVERIFY(stacked(actors, Field::Actor) == actors); // the most frequent one at the axis, all others on top
}

void HistogramPartsTest::manySourcesShareAStrip()
{
    QCOMPARE(coverageHeight(0), 0);
    QVERIFY(coverageHeight(2) > coverageHeight(1));
    QCOMPARE(coverageHeight(100), coverageHeight(1));
    HistogramResult result = sampleResult();
    for (int i = 0; i < 20; ++i)
        result.sources.push_back({u"more%1"_s.arg(i), {}});
    const HistogramGeometry geometry(QRectF(0, 0, 240, 50), result.histogram.bins);
    QCOMPARE(coverageText(result, geometry, 50, {5, 52}), QStringList{u"All sources: synced"_s});
    const QStringList gap = coverageText(result, geometry, 50, {235, 52});
    QCOMPARE(gap.size(), 1);
    QVERIFY2(gap.constFirst().startsWith(u"work: not synced"_s), qPrintable(gap.constFirst()));
    QVERIFY(coverageText(result, geometry, 50, {235, 60}).isEmpty());
}

void HistogramPartsTest::coloursAreToldApart()
{
    for (const bool dark : {false, true}) {
        applyAppearance(dark ? Appearance::Dark : Appearance::Light);
        const QPalette palette = qApp->palette();
        QSet<QRgb> colours;
        for (int number = 0; number < 10; ++number)
            colours.insert(Colours::series(number, palette).rgb());
        QCOMPARE(colours.size(), 10);
        QCOMPARE(Colours::series(10, palette), Colours::series(0, palette));
        const auto colour = [&palette](Field splitBy, std::string_view value, std::size_t place) {
            return splitColour(splitBy, std::string(value), place, palette);
        };
        QVERIFY(colour(Field::Outcome, "failure", 0) == Colours::error(palette));
        QVERIFY(colour(Field::Op, "delete", 0) != colour(Field::Op, "create", 0));
        QVERIFY(colour(Field::Vendor, "asana", 0) != colour(Field::Vendor, "nected", 0));
        QVERIFY(colour(Field::Vendor, "asana", 0) == colour(Field::Vendor, "asana", 1));
        // Of actors nobody knows beforehand which there are.
        QVERIFY(colour(Field::Actor, "ann", 0) != colour(Field::Actor, "bob", 1));
        QVERIFY(colour(Field::Actor, {}, 2) != colour(Field::Actor, OtherValues, 3)); // without an actor
        QVERIFY(colour(Field::Actor, OtherValues, 9) == Colours::quiet(palette));
    }
}

TRAILGLASS_GUI_TEST(HistogramPartsTest)
#include "tst_histogramparts.moc"
