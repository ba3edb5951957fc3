// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/filter/printer.h"
#include "models/filter/rowevaluator.h"
#include "models/query/facetbins.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

std::vector<FacetValue> valuesOf(const QStringList &texts)
{
    std::vector<FacetValue> values;
    for (const QString &text : texts)
        values.push_back({text.toStdString(), 1});
    return values;
}

/// `0..9 3` a bin.
QStringList textsOf(const std::optional<FacetBins> &bins)
{
    QStringList texts;
    for (const FacetBin &bin : bins ? bins->bins : std::vector<FacetBin>())
        texts += QString(Filter::valueText(bin.range) + u' ' + QString::number(bin.count));
    return texts;
}

} // namespace

class FacetBinsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dividesValues_data();
    void dividesValues();
    void sumsCountsAndLeavesOutNoValue();
    void dividesTimesInTheDisplayZone();
    void countsWhatItsRangesMatch_data();
    void countsWhatItsRangesMatch();
    void dividesManyValuesAtOnce();
};

void FacetBinsTest::dividesValues_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QStringList>("bins");

    const auto numbers = [](int first, int last, int step) {
        QStringList texts;
        for (int number = first; number <= last; number += step)
            texts += QString::number(number);
        return texts;
    };
    QTest::newRow("whole numbers") << numbers(3, 78, 5)
                                   << QStringList({u"0..9 2"_s, u"10..19 2"_s, u"20..29 2"_s, u"30..39 2"_s,
                                                   u"40..49 2"_s, u"50..59 2"_s, u"60..69 2"_s,
                                                   u"70..79 2"_s});
    QTest::newRow("below zero") << numbers(-20, 20, 5)
                                << QStringList({u"-20..-11 2"_s, u"-10..-1 2"_s, u"0..9 2"_s, u"10..19 2"_s,
                                                u"20..29 1"_s});
    QTest::newRow("an empty range") << numbers(1, 8, 1) + QStringList(u"40"_s)
                                    << QStringList({u"0..9 8"_s, u"10..19 0"_s, u"20..29 0"_s, u"30..39 0"_s,
                                                    u"40..49 1"_s});
    QTest::newRow("a few far greater")
        << numbers(1, 9, 1) + QStringList({u"52"_s, u"123456"_s})
        << QStringList({u"0..9 9"_s, u"10..99 1"_s, u"100..999 0"_s, u"1000..9999 0"_s, u"10000..99999 0"_s,
                        u"100000..999999 1"_s});
    // Both ends of a range count, so of fractions the ends are values.
    QTest::newRow("fractions") << QStringList(
        {u"0.1"_s, u"0.2"_s, u"0.35"_s, u"1.5"_s, u"1.75"_s, u"2"_s, u"2.5"_s, u"3.25"_s, u"3.5"_s})
                               << QStringList({u"0.1..0.35 3"_s, u"1.5..1.75 2"_s, u"2..2 1"_s,
                                               u"2.5..2.5 1"_s, u"3.25..3.25 1"_s, u"3.5..3.5 1"_s});
    QTest::newRow("few values") << numbers(1, 8, 1) << QStringList();
    QTest::newRow("texts") << numbers(1, 9, 1) + QStringList(u"many"_s) << QStringList();
    QTest::newRow("numbers that name things") << numbers(1'200'000'001, 1'200'000'020, 1) << QStringList();
    QTest::newRow("beyond every number") << numbers(1, 9, 1) + QStringList(u"1e400"_s) << QStringList();
    QTest::newRow("from end to end of a double")
        << numbers(1, 9, 1) + QStringList({u"-1.7e308"_s, u"1.7e308"_s}) << QStringList();
    QTest::newRow("as near as doubles can be")
        << QStringList({u"5e-324"_s, u"5.1e-324"_s, u"5.2e-324"_s, u"5.3e-324"_s, u"5.4e-324"_s,
                        u"5.5e-324"_s, u"1e-323"_s, u"1.01e-323"_s, u"1.02e-323"_s})
        << QStringList();
    QTest::newRow("the same number written differently") << QStringList(
        {u"1"_s, u"1.0"_s, u"1.00"_s, u"1e0"_s, u"10e-1"_s, u"1.000"_s, u"0.1e1"_s, u"1E0"_s, u"1e+0"_s})
                                                         << QStringList();
    QTest::newRow("times beside numbers") << numbers(1, 9, 1) + QStringList(u"2026-11-20"_s) << QStringList();
    QTest::newRow("years are numbers")
        << numbers(2015, 2026, 1)
        << QStringList({u"2014..2015 1"_s, u"2016..2017 2"_s, u"2018..2019 2"_s, u"2020..2021 2"_s,
                        u"2022..2023 2"_s, u"2024..2025 2"_s, u"2026..2027 1"_s});
}

void FacetBinsTest::dividesValues()
{
    QFETCH(const QStringList, values);
    const auto calendar = Filter::ZoneCalendar::open("UTC");
    QTEST(textsOf(facetBins(valuesOf(values), *calendar)), "bins");
}

void FacetBinsTest::sumsCountsAndLeavesOutNoValue()
{
    std::vector<FacetValue> values{{std::nullopt, 1'000}};
    for (int number = 0; number < 20; ++number)
        values.push_back({std::to_string(number), 10});
    const auto bins = facetBins(values, *Filter::ZoneCalendar::open("UTC"));
    QVERIFY(bins);
    qint64 sum = 0;
    for (const FacetBin &bin : bins->bins)
        sum += bin.count;
    QCOMPARE(sum, 200);
    QCOMPARE(bins->least, std::string("0"));
    QCOMPARE(bins->greatest, std::string("19"));
}

void FacetBinsTest::dividesTimesInTheDisplayZone()
{
    QStringList times;
    for (int day = 1; day <= 28; ++day)
        times += u"2026-11-%1T23:30:00Z"_s.arg(day, 2, 10, QChar(u'0'));
    const auto inUtc = facetBins(valuesOf(times), *Filter::ZoneCalendar::open("UTC"));
    QCOMPARE(textsOf(inUtc),
             QStringList({u"2026-10-26..2026-11-01 1"_s, u"2026-11-02..2026-11-08 7"_s,
                          u"2026-11-09..2026-11-15 7"_s, u"2026-11-16..2026-11-22 7"_s,
                          u"2026-11-23..2026-11-29 6"_s}));
    const auto inBerlin = facetBins(valuesOf(times), *Filter::ZoneCalendar::open("Europe/Berlin"));
    QCOMPARE(textsOf(inBerlin).constFirst(), u"2026-11-02..2026-11-08 7"_s);
}

void FacetBinsTest::countsWhatItsRangesMatch_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 40; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

/// Each range, read by the filter, matches exactly as many values as it counts; together they match all.
void FacetBinsTest::countsWhatItsRangesMatch()
{
    QFETCH(const int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const double scale = std::pow(10.0, static_cast<int>(random() % 9) - 3);
    const bool areTimes = seed % 4 == 3;
    std::vector<FacetValue> values;
    for (int i = 0; i < 60; ++i) {
        const double number = (static_cast<double>(random() % 20'000) - (seed % 2 == 0 ? 10'000 : 0)) * scale;
        std::string text = QString::number(number, 'g', 1 + seed % 9).toStdString();
        if (areTimes)
            text = formatTime(UtcMicros{static_cast<qint64>(random()) * 1'000'000 * (1 + seed)});
        if (std::ranges::find(values, text, [](const FacetValue &value) { return *value.value; })
            == values.end())
            values.push_back({text, 1});
    }
    const QByteArray zone = seed % 3 == 0 ? "Europe/Berlin" : "UTC";
    const auto bins = facetBins(values, *Filter::ZoneCalendar::open(zone));
    if (!bins)
        return; // too few
    std::size_t sum = 0;
    for (const FacetBin &bin : bins->bins) {
        const QString expression = "@n:"_L1 + Filter::valueText(bin.range);
        const auto tree = std::get<Filter::NodePointer>(Filter::parse(expression));
        QCOMPARE(std::get<Filter::Term>(tree->content).values.front(), bin.range);
        const auto evaluator = Filter::RowEvaluator::compile(tree, {UtcMicros(), zone});
        QVERIFY(evaluator);
        qint64 matching = 0;
        for (const FacetValue &value : values) {
            EventRecord record;
            record.event.raw = "{\"n\":\"" + *value.value + "\"}";
            const auto isFound = evaluator->matches(record);
            QVERIFY(isFound);
            matching += *isFound ? 1 : 0;
        }
        QVERIFY2(matching == bin.count, qPrintable(expression));
        sum += static_cast<std::size_t>(bin.count);
    }
    QCOMPARE(sum, values.size());
}

void FacetBinsTest::dividesManyValuesAtOnce()
{
    std::vector<FacetValue> values;
    for (int number = 0; number < 200'000; ++number)
        values.push_back({std::to_string(number * 7) + ".5", 1});
    const auto bins = facetBins(values, *Filter::ZoneCalendar::open("UTC"));
    QVERIFY(bins);
    QVERIFY(bins->bins.size() <= MaxFacetBins);
}

TRAILGLASS_TEST(FacetBinsTest)
#include "tst_facetbins.moc"
