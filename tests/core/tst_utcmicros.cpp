// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/clock.h"
#include "models/core/utcmicros.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QRandomGenerator>
#include <QTimeZone>
#include <QtTest>

#include <chrono>

using namespace Trailglass;

namespace {

/// Moments of all ten thousand years that a law is tried on.
constexpr int Moments = generatedCases(200'000, 50'000);

constexpr qint64 FirstMicro = -62'135'596'800'000'000; // 0001-01-01T00:00:00Z
constexpr qint64 LastMicro = 253'402'300'799'999'999; // 9999-12-31T23:59:59.999999Z

/// Any moment of years 1 … 9999, evenly spread.
UtcMicros anyMoment(QRandomGenerator &random)
{
    const auto span = static_cast<quint64>(LastMicro - FirstMicro) + 1;
    return {FirstMicro + static_cast<qint64>(random.generate64() % span)};
}

std::string toTheSecond(const CivilTime &civil)
{
    return QString::asprintf("%04d-%02d-%02dT%02d:%02d:%02d", civil.year, civil.month, civil.day, civil.hour,
                             civil.minute, civil.second)
        .toStdString();
}

} // namespace

class UtcMicrosTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsEveryAcceptedForm_data();
    void readsEveryAcceptedForm();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void refusesEveryBrokenCharacterOfAGoodTime();
    void doesNotReadPastTheEndOfTheView();
    void readsBackWhatItPrints();
    void neverRoundsIntoAnotherSecond();
    void subtractsTheOffset();
    void doesNotDependOnTheZoneOfTheMachine();
    void agreesWithTheCalendarOfTheStandardLibrary();
    void refusesCivilPartsOutOfRange_data();
    void refusesCivilPartsOutOfRange();
    void printsTheNearestMomentBeyondFourDigitYears();
    void windowIncludesItsStartAndExcludesItsEnd();
    void systemClockTellsTheTimeOfNow();
};

void UtcMicrosTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void UtcMicrosTest::readsEveryAcceptedForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("moment");

    const auto row = [](const char *title, const char *text, const char *moment) {
        QTest::newRow(title) << QByteArray(text) << QByteArray(moment);
    };
    row("T and Z", "2026-11-20T09:15:00Z", "2026-11-20T09:15:00.000000Z");
    row("t and z", "2026-11-20t09:15:00z", "2026-11-20T09:15:00.000000Z");
    row("space and Z", "2026-11-20 09:15:00Z", "2026-11-20T09:15:00.000000Z");
    row("no zone is UTC", "2026-11-20T09:15:00", "2026-11-20T09:15:00.000000Z");
    row("space, no zone, micro", "2024-02-13 16:09:29.718805", "2024-02-13T16:09:29.718805Z");
    row("no seconds", "2026-11-20T09:15", "2026-11-20T09:15:00.000000Z");
    row("no seconds, Z", "2026-11-20T09:15Z", "2026-11-20T09:15:00.000000Z");
    row("no seconds, offset", "2026-11-20T09:15+01:00", "2026-11-20T08:15:00.000000Z");
    row("one digit", "2026-11-20T09:15:00.1Z", "2026-11-20T09:15:00.100000Z");
    row("two digits", "2026-11-20T09:15:00.12Z", "2026-11-20T09:15:00.120000Z");
    row("milli", "2024-10-18T04:42:40.072Z", "2024-10-18T04:42:40.072000Z");
    row("four digits", "2026-11-20T09:15:00.1234Z", "2026-11-20T09:15:00.123400Z");
    row("five digits", "2026-11-20T09:15:00.12345Z", "2026-11-20T09:15:00.123450Z");
    row("micro", "2026-11-20T09:15:00.123456Z", "2026-11-20T09:15:00.123456Z");
    row("seven digits", "2026-11-20T09:15:00.1234567Z", "2026-11-20T09:15:00.123456Z");
    row("eight digits", "2026-11-20T09:15:00.12345678Z", "2026-11-20T09:15:00.123456Z");
    row("nano", "2026-11-20T09:15:00.123456789Z", "2026-11-20T09:15:00.123456Z");
    row("thirty digits", "2026-11-20T09:15:00.999999999999999999999999999999Z",
        "2026-11-20T09:15:00.999999Z");
    row("only nines stay in their second", "2026-12-31T23:59:59.9999999Z", "2026-12-31T23:59:59.999999Z");
    row("comma", "2026-11-20T09:15:00,5Z", "2026-11-20T09:15:00.500000Z");
    row("offset with colon", "2026-11-20T09:15:00+05:30", "2026-11-20T03:45:00.000000Z");
    row("offset without colon", "2026-11-20T09:15:00+0530", "2026-11-20T03:45:00.000000Z");
    row("offset of hours", "2026-11-20T09:15:00+05", "2026-11-20T04:15:00.000000Z");
    row("negative offset", "2026-11-20T22:15:00-03:30", "2026-11-21T01:45:00.000000Z");
    row("negative zero", "2026-11-20T09:15:00-00:00", "2026-11-20T09:15:00.000000Z");
    row("widest offset", "2026-11-20T00:00:00-23:59", "2026-11-20T23:59:00.000000Z");
    row("micro and offset", "2022-10-12T20:06:27.653283+00:00", "2022-10-12T20:06:27.653283Z");
    row("leap second", "2016-12-31T23:59:60Z", "2016-12-31T23:59:59.000000Z");
    row("leap second keeps its fraction", "2016-12-31T23:59:60.75Z", "2016-12-31T23:59:59.750000Z");
    row("leap second elsewhere", "2017-01-01T05:29:60+05:30", "2016-12-31T23:59:59.000000Z");
    row("leap day", "2024-02-29T12:00:00Z", "2024-02-29T12:00:00.000000Z");
    row("leap day of a 400th year", "2000-02-29T12:00:00Z", "2000-02-29T12:00:00.000000Z");
    row("epoch", "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000000Z");
    row("just before the epoch", "1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z");
    row("first", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z");
    row("last", "9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z");
}

void UtcMicrosTest::readsEveryAcceptedForm()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, moment);

    const std::optional<UtcMicros> time = parseTime(text.toStdString());
    QVERIFY(time.has_value());
    QCOMPARE(QByteArray::fromStdString(formatTime(*time)), moment);
}

void UtcMicrosTest::refusesEverythingElse_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const char *text : {"",
                             "Z",
                             "now",
                             "2026",
                             "2026-11-20",
                             "2026-11-20Z",
                             "2026-11-20T",
                             "2026-11-20T09",
                             "2026-11-20T09Z",
                             "2026-11-20T09:",
                             "2026-11-20T09:1",
                             "2026-11-20T09:15:",
                             "2026-11-20T09:15:0",
                             "2026-11-20T09:15:00.",
                             "2026-11-20T09:15:00.Z",
                             "2026-11-20T09:15.5",
                             "2026-11-20T09:15:00.1.2",
                             "2026-11-20T09:15:00ZZ",
                             "2026-11-20T09:15:00 Z",
                             "2026-11-20T09:15:00 +01:00",
                             "2026-11-20T09:15:00+",
                             "2026-11-20T09:15:00+1",
                             "2026-11-20T09:15:00+01:",
                             "2026-11-20T09:15:00+01:3",
                             "2026-11-20T09:15:00+013",
                             "2026-11-20T09:15:00+24:00",
                             "2026-11-20T09:15:00+01:60",
                             "2026-11-20T09:15:00+01:00Z",
                             "2026-11-20T09:15:00 UTC",
                             " 2026-11-20T09:15:00Z",
                             "2026-11-20T09:15:00Z ",
                             "2026-11-20T09:15:00Z\n",
                             "2026-11-20  09:15:00Z",
                             "2026-11-20_09:15:00Z",
                             "2026/11/20T09:15:00Z",
                             "20261120T091500Z",
                             "26-11-20T09:15:00Z",
                             "+2026-11-20T09:15:00Z",
                             "-026-11-20T09:15:00Z",
                             "12026-11-20T09:15:00Z",
                             "2026-00-20T09:15:00Z",
                             "2026-13-20T09:15:00Z",
                             "2026-11-00T09:15:00Z",
                             "2026-11-31T09:15:00Z",
                             "2026-02-29T09:15:00Z",
                             "2026-02-30T09:15:00Z",
                             "1900-02-29T09:15:00Z",
                             "0000-01-01T00:00:00Z",
                             "2026-11-20T24:00:00Z",
                             "2026-11-20T09:60:00Z",
                             "2026-11-20T09:15:61Z",
                             "1763630100",
                             "1763630100000",
                             "Fri, 20 Nov 2026 09:15:00 GMT",
                             "2026-W47-5T09:15:00Z",
                             "2026-324T09:15:00Z",
                             "0001-01-01T00:00:00+00:01",
                             "9999-12-31T23:59:59-00:01"})
        QTest::newRow(*text ? text : "nothing at all") << QByteArray(text);
    QTest::newRow("full-width digits") << QByteArray("２０２６-11-20T09:15:00Z");
    QTest::newRow("Unicode minus") << QByteArray("2026-11-20T09:15:00−01:00");
    QTest::newRow("NUL behind") << QByteArray("2026-11-20T09:15:00Z\0", 21);
    QTest::newRow("NUL for the zone") << QByteArray("2026-11-20T09:15:00\0", 20);
    QTest::newRow("NUL between") << QByteArray("2026-11-20\0"
                                               "09:15:00Z",
                                               20);
}

void UtcMicrosTest::refusesEverythingElse()
{
    QFETCH(QByteArray, text);

    QVERIFY(!parseTime(text.toStdString()).has_value());
}

void UtcMicrosTest::refusesEveryBrokenCharacterOfAGoodTime()
{
    const std::string good = "2026-11-20T09:15:00.123456+01:00";
    QVERIFY(parseTime(good).has_value());
    for (std::size_t position = 0; position < good.size(); ++position) {
        for (const char wrong : {'x', '\x7F', '\xC3', '/', '\\'}) {
            std::string broken = good;
            broken[position] = wrong;
            QVERIFY2(!parseTime(broken).has_value(), broken.c_str());
        }
    }
}

void UtcMicrosTest::doesNotReadPastTheEndOfTheView()
{
    const std::string_view longer = "2026-11-20T09:15:00.123456+01:30";
    QCOMPARE(formatTime(parseTime(longer.substr(0, 16)).value()), "2026-11-20T09:15:00.000000Z");
    QCOMPARE(formatTime(parseTime(longer.substr(0, 19)).value()), "2026-11-20T09:15:00.000000Z");
    QCOMPARE(formatTime(parseTime(longer.substr(0, 22)).value()), "2026-11-20T09:15:00.120000Z");
    QCOMPARE(formatTime(parseTime(longer.substr(0, 29)).value()), "2026-11-20T08:15:00.123456Z");
    QVERIFY(!parseTime(longer.substr(0, 30)).has_value());
    QVERIFY(!parseTime(std::string_view()).has_value());
}

void UtcMicrosTest::readsBackWhatItPrints()
{
    QRandomGenerator random(20'261'121);
    for (int round = 0; round < Moments; ++round) {
        const UtcMicros time = anyMoment(random);
        const std::string text = formatTime(time);
        QCOMPARE(text.size(), std::size_t(27));
        QCOMPARE(parseTime(text).value_or(UtcMicros{}).value, time.value);
        QCOMPARE(fromCivil(toCivil(time)).value_or(UtcMicros{}).value, time.value);
    }
    for (const qint64 edge : {FirstMicro, qint64(-1), qint64(0), LastMicro})
        QCOMPARE(parseTime(formatTime({edge})).value_or(UtcMicros{42}).value, edge);
}

void UtcMicrosTest::neverRoundsIntoAnotherSecond()
{
    QRandomGenerator random(7);
    for (int round = 0; round < Moments / 10; ++round) {
        const CivilTime civil = toCivil(anyMoment(random));
        const std::string seconds = toTheSecond(civil);
        std::string text = seconds + '.';
        for (int digit = random.bounded(1, 25); digit > 0; --digit)
            text += random.bounded(4) ? '9' : '8';
        QCOMPARE(formatTime(parseTime(text + 'Z').value()).substr(0, 19), seconds);
    }
}

void UtcMicrosTest::subtractsTheOffset()
{
    QRandomGenerator random(11);
    for (int round = 0; round < Moments / 10; ++round) {
        const int minutes = random.bounded(-23 * 60 - 59, 23 * 60 + 60);
        const UtcMicros time = anyMoment(random);
        const UtcMicros local = time + minutes * UtcMicros::PerMinute;
        if (local.value < FirstMicro || local.value > LastMicro)
            continue;
        std::string text = formatTime(local);
        text.pop_back();
        const int size = std::abs(minutes);
        text += QString::asprintf("%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60, size % 60).toStdString();
        QCOMPARE(parseTime(text).value_or(UtcMicros{}).value, time.value);
    }
}

void UtcMicrosTest::doesNotDependOnTheZoneOfTheMachine()
{
    const QByteArray before = qgetenv("TZ");
    for (const char *zone : {"UTC", "America/St_Johns", "Pacific/Chatham", "Europe/Berlin"}) {
        qputenv("TZ", zone);
        tzset();
        QCOMPARE(parseTime("2026-03-29T02:30:00").value().value, qint64(1'774'751'400'000'000));
        QCOMPARE(formatTime({1'774'751'400'000'000}), "2026-03-29T02:30:00.000000Z");
    }
    qputenv("TZ", before);
    tzset();
}

void UtcMicrosTest::agreesWithTheCalendarOfTheStandardLibrary()
{
    using namespace std::chrono;
    const auto first = sys_days(year(1) / January / 1);
    const auto end = sys_days(year(9999) / December / 31);
    for (sys_days day = first; day <= end; day += days(1)) {
        const year_month_day date(day);
        const UtcMicros midnight{duration_cast<microseconds>(day.time_since_epoch()).count()};
        const CivilTime civil = toCivil(midnight);
        const bool same = civil.year == int(date.year()) && unsigned(civil.month) == unsigned(date.month())
            && unsigned(civil.day) == unsigned(date.day()) && fromCivil(civil) == midnight;
        if (!same)
            QFAIL(formatTime(midnight).c_str());
    }
}

void UtcMicrosTest::refusesCivilPartsOutOfRange_data()
{
    QTest::addColumn<CivilTime>("civil");

    QTest::newRow("year 0") << CivilTime{.year = 0};
    QTest::newRow("year 10000") << CivilTime{.year = 10'000};
    QTest::newRow("month 0") << CivilTime{.month = 0};
    QTest::newRow("month 13") << CivilTime{.month = 13};
    QTest::newRow("day 0") << CivilTime{.day = 0};
    QTest::newRow("30 February") << CivilTime{.year = 2026, .month = 2, .day = 30};
    QTest::newRow("31 April") << CivilTime{.month = 4, .day = 31};
    QTest::newRow("hour -1") << CivilTime{.hour = -1};
    QTest::newRow("hour 24") << CivilTime{.hour = 24};
    QTest::newRow("minute 60") << CivilTime{.minute = 60};
    QTest::newRow("second 60") << CivilTime{.second = 60};
    QTest::newRow("a whole second of micros") << CivilTime{.micros = 1'000'000};
    QTest::newRow("negative micros") << CivilTime{.micros = -1};
}

void UtcMicrosTest::refusesCivilPartsOutOfRange()
{
    QFETCH(CivilTime, civil);

    QVERIFY(!fromCivil(civil).has_value());
}

void UtcMicrosTest::printsTheNearestMomentBeyondFourDigitYears()
{
    QCOMPARE(formatTime({LastMicro + 1}), "9999-12-31T23:59:59.999999Z");
    QCOMPARE(formatTime({FirstMicro - 1}), "0001-01-01T00:00:00.000000Z");
    QCOMPARE(formatTime({std::numeric_limits<qint64>::max()}), "9999-12-31T23:59:59.999999Z");
    QCOMPARE(formatTime({std::numeric_limits<qint64>::min()}), "0001-01-01T00:00:00.000000Z");
    QCOMPARE(toCivil({std::numeric_limits<qint64>::min()}).year, -290'308);
}

void UtcMicrosTest::windowIncludesItsStartAndExcludesItsEnd()
{
    const TimeWindow window{.from = UtcMicros{10}, .to = UtcMicros{20}};
    QVERIFY(!window.contains({9}));
    QVERIFY(window.contains({10}));
    QVERIFY(window.contains({19}));
    QVERIFY(!window.contains({20}));
    QVERIFY(TimeWindow{}.contains({LastMicro}));
    QVERIFY((TimeWindow{.from = {}, .to = UtcMicros{20}}).contains({FirstMicro}));
}

void UtcMicrosTest::systemClockTellsTheTimeOfNow()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch() * 1'000;
    const UtcMicros now = SystemClock().now();
    const qint64 after = (QDateTime::currentMSecsSinceEpoch() + 1) * 1'000;
    QCOMPARE_GE(now.value, before);
    QCOMPARE_LE(now.value, after);
}

TRAILGLASS_TEST(UtcMicrosTest)
#include "tst_utcmicros.moc"
