// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/timewindows.h"

#include "models/core/text.h"
#include "models/filter/filter.h"
#include "models/filter/querycontext.h"
#include "models/filter/weekdays.h"
#include "models/filter/zonecalendar.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

class TimeWindowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolvesTimesInUtc_data();
    void resolvesTimesInUtc();
    void resolvesTimesInTheDisplayZone_data();
    void resolvesTimesInTheDisplayZone();
    void joinsWindows_data();
    void joinsWindows();
    void knowsTheHourAndTheWeekday_data();
    void knowsTheHourAndTheWeekday();
    void agreesWithTheClockOnTheWall();
    void listsTheOffsetsOfAZone_data();
    void listsTheOffsetsOfAZone();
    void refusesAnUnknownZone();
};

namespace {

constexpr std::string_view Now = "2026-11-20T10:30:15.5Z";

Term termOf(const QString &expression)
{
    return std::get<Term>(std::get<NodePointer>(parse(expression))->content);
}

QString describe(const std::optional<UtcMicros> &time)
{
    return time ? QString::fromStdString(formatTime(*time)).remove(u".000000"_s) : u"…"_s;
}

QString describe(const std::vector<TimeWindow> &windows)
{
    QStringList texts;
    for (const TimeWindow &window : windows)
        texts += describe(window.from) + u" to "_s + describe(window.to);
    return texts.join(u"; ");
}

QString resolved(const QString &expression, const QByteArray &zone)
{
    const auto windows = resolveTimes(termOf(expression), {*parseTime(Now), zone});
    return windows ? describe(*windows) : windows.error().message;
}

} // namespace

void TimeWindowsTest::resolvesTimesInUtc_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("windows");
    const auto row = [](const QString &expression, const QString &windows) {
        QTest::newRow(qPrintable(expression)) << expression << windows;
    };
    row(u"created:2026"_s, u"2026-01-01T00:00:00Z to 2027-01-01T00:00:00Z"_s);
    row(u"created:2026-11"_s, u"2026-11-01T00:00:00Z to 2026-12-01T00:00:00Z"_s);
    row(u"created:2026-12"_s, u"2026-12-01T00:00:00Z to 2027-01-01T00:00:00Z"_s);
    row(u"created:2024-02"_s, u"2024-02-01T00:00:00Z to 2024-03-01T00:00:00Z"_s);
    row(u"created:2026-11-20"_s, u"2026-11-20T00:00:00Z to 2026-11-21T00:00:00Z"_s);
    row(u"created:2026-11-20T09"_s, u"2026-11-20T09:00:00Z to 2026-11-20T10:00:00Z"_s);
    row(u"created:2026-11-20T09:15"_s, u"2026-11-20T09:15:00Z to 2026-11-20T09:16:00Z"_s);
    row(u"created:2026-11-20T09:15:30Z"_s, u"2026-11-20T09:15:30Z to 2026-11-20T09:15:30.000001Z"_s);
    row(u"created:2026-11-20T09:15:30.1234567Z"_s,
        u"2026-11-20T09:15:30.123456Z to 2026-11-20T09:15:30.123457Z"_s);
    row(u"created:2026-11-20T09:15+05:30"_s, u"2026-11-20T03:45:00Z to 2026-11-20T03:46:00Z"_s);
    row(u"created:2026-11-20T09-0330"_s, u"2026-11-20T12:30:00Z to 2026-11-20T13:30:00Z"_s);
    row(u"created:=2026-11"_s, u"2026-11-01T00:00:00Z to 2026-12-01T00:00:00Z"_s);
    row(u"created:>2026-11"_s, u"2026-12-01T00:00:00Z to …"_s);
    row(u"created:>=2026-11"_s, u"2026-11-01T00:00:00Z to …"_s);
    row(u"created:<2026-11"_s, u"… to 2026-11-01T00:00:00Z"_s);
    row(u"created:<=2026-11"_s, u"… to 2026-12-01T00:00:00Z"_s);
    row(u"created:<2026-09-01T12:00:00Z"_s, u"… to 2026-09-01T12:00:00Z"_s);
    row(u"created:>2026-09-01T12:00:00Z"_s, u"2026-09-01T12:00:00.000001Z to …"_s);
    row(u"created:2026-10..2026-11"_s, u"2026-10-01T00:00:00Z to 2026-12-01T00:00:00Z"_s);
    row(u"created:2026-10.."_s, u"2026-10-01T00:00:00Z to …"_s);
    row(u"created:..2026-10-05"_s, u"… to 2026-10-06T00:00:00Z"_s);
    row(u"created:2026-01-15..2026-01"_s, u"2026-01-15T00:00:00Z to 2026-02-01T00:00:00Z"_s);
    row(u"created:2026-12-01..now"_s,
        u"“2026-12-01..now” ends before it starts. Did you mean “now..2026-12-01”?"_s);
    row(u"created:today..now"_s, u"2026-11-20T00:00:00Z to 2026-11-20T10:30:15.500001Z"_s);
    row(u"created:-7d"_s, u"2026-11-13T10:30:15.500000Z to 2026-11-20T10:30:15.500001Z"_s);
    row(u"created:-2h"_s, u"2026-11-20T08:30:15.500000Z to 2026-11-20T10:30:15.500001Z"_s);
    row(u"created:now-30m"_s, u"2026-11-20T10:00:15.500000Z to 2026-11-20T10:30:15.500001Z"_s);
    row(u"created:now"_s, u"2026-11-20T10:30:15.500000Z to 2026-11-20T10:30:15.500001Z"_s);
    row(u"created:>-1d"_s, u"2026-11-19T10:30:15.500001Z to …"_s);
    row(u"created:<=-1d"_s, u"… to 2026-11-19T10:30:15.500001Z"_s);
    row(u"created:-7d..-1d"_s, u"2026-11-13T10:30:15.500000Z to 2026-11-19T10:30:15.500001Z"_s);
    row(u"created:today"_s, u"2026-11-20T00:00:00Z to 2026-11-21T00:00:00Z"_s);
    row(u"created:yesterday"_s, u"2026-11-19T00:00:00Z to 2026-11-20T00:00:00Z"_s);
    row(u"created:yesterday..today"_s, u"2026-11-19T00:00:00Z to 2026-11-21T00:00:00Z"_s);
    row(u"created:*"_s, u"… to …"_s);
    row(u"created:2026-01,2026-03"_s,
        u"2026-01-01T00:00:00Z to 2026-02-01T00:00:00Z; 2026-03-01T00:00:00Z to 2026-04-01T00:00:00Z"_s);
    row(u"created:2026-02,2026-01"_s, u"2026-01-01T00:00:00Z to 2026-03-01T00:00:00Z"_s);
    row(u"created:2026-02,*"_s, u"… to …"_s);
}

void TimeWindowsTest::resolvesTimesInUtc()
{
    QFETCH(const QString, expression);
    QTEST(resolved(expression, "UTC"), "windows");
}

void TimeWindowsTest::resolvesTimesInTheDisplayZone_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("windows");
    const auto row = [](const char *zone, const QString &expression, const QString &windows) {
        QTest::addRow("%s %s", zone, qPrintable(expression)) << expression << QByteArray(zone) << windows;
    };
    const char *const berlin = "Europe/Berlin";
    row(berlin, u"created:2026-11-20"_s, u"2026-11-19T23:00:00Z to 2026-11-20T23:00:00Z"_s);
    row(berlin, u"created:2026-11-20T09:15Z"_s, u"2026-11-20T09:15:00Z to 2026-11-20T09:16:00Z"_s);
    row(berlin, u"created:2026"_s, u"2025-12-31T23:00:00Z to 2026-12-31T23:00:00Z"_s);
    row(berlin, u"created:2026-07"_s, u"2026-06-30T22:00:00Z to 2026-07-31T22:00:00Z"_s);
    row(berlin, u"created:2026-03-29"_s, u"2026-03-28T23:00:00Z to 2026-03-29T22:00:00Z"_s);
    row(berlin, u"created:2026-10-25"_s, u"2026-10-24T22:00:00Z to 2026-10-25T23:00:00Z"_s);
    // 02:00 to 03:00 is skipped on 2026-03-29.
    row(berlin, u"created:2026-03-29T02"_s, u""_s);
    row(berlin, u"created:2026-03-29T02:30"_s, u""_s);
    row(berlin, u"created:>=2026-03-29T02:30"_s, u"2026-03-29T01:00:00Z to …"_s);
    row(berlin, u"created:<2026-03-29T02:30"_s, u"… to 2026-03-29T01:00:00Z"_s);
    row(berlin, u"created:2026-03-29T01..2026-03-29T03"_s, u"2026-03-29T00:00:00Z to 2026-03-29T02:00:00Z"_s);
    // 02:00 to 03:00 comes twice on 2026-10-25.
    row(berlin, u"created:2026-10-25T02"_s, u"2026-10-25T00:00:00Z to 2026-10-25T02:00:00Z"_s);
    row(berlin, u"created:2026-10-25T02:30"_s,
        u"2026-10-25T00:30:00Z to 2026-10-25T00:31:00Z; 2026-10-25T01:30:00Z to 2026-10-25T01:31:00Z"_s);
    row(berlin, u"created:>2026-10-25T02:30"_s, u"2026-10-25T01:31:00Z to …"_s);
    row(berlin, u"created:<2026-10-25T02:30"_s, u"… to 2026-10-25T00:30:00Z"_s);
    row(berlin, u"created:today"_s, u"2026-11-19T23:00:00Z to 2026-11-20T23:00:00Z"_s);
    row("Pacific/Auckland", u"created:today"_s, u"2026-11-19T11:00:00Z to 2026-11-20T11:00:00Z"_s);
    row("Asia/Kathmandu", u"created:2026-11-20T09"_s, u"2026-11-20T03:15:00Z to 2026-11-20T04:15:00Z"_s);
    // Samoa skipped the whole of 2011-12-30.
    row("Pacific/Apia", u"created:2011-12-30"_s, u""_s);
    row("Pacific/Apia", u"created:2011-12-29..2011-12-31"_s,
        u"2011-12-29T10:00:00Z to 2011-12-31T10:00:00Z"_s);
}

void TimeWindowsTest::resolvesTimesInTheDisplayZone()
{
    QFETCH(const QString, expression);
    QFETCH(const QByteArray, zone);
    QTEST(resolved(expression, zone), "windows");
}

void TimeWindowsTest::joinsWindows_data()
{
    using Windows = std::vector<TimeWindow>;
    QTest::addColumn<Windows>("windows");
    QTest::addColumn<Windows>("result");
    const auto window = [](qint64 from, qint64 to) {
        return TimeWindow{UtcMicros{from}, UtcMicros{to}};
    };
    const TimeWindow before5{{}, UtcMicros{5}};
    const TimeWindow from5{UtcMicros{5}, {}};
    QTest::newRow("none") << Windows{} << Windows{};
    QTest::newRow("apart, sorted") << Windows{window(5, 6), window(1, 2)}
                                   << Windows{window(1, 2), window(5, 6)};
    QTest::newRow("touching") << Windows{window(1, 2), window(2, 3)} << Windows{window(1, 3)};
    QTest::newRow("overlapping") << Windows{window(1, 5), window(2, 3)} << Windows{window(1, 5)};
    QTest::newRow("empty goes") << Windows{window(3, 3), window(9, 2)} << Windows{};
    QTest::newRow("open ends meet") << Windows{from5, before5} << Windows{TimeWindow{}};
    QTest::newRow("open end swallows") << Windows{window(7, 9), from5} << Windows{from5};
    QTest::newRow("open start swallows") << Windows{window(1, 2), before5} << Windows{before5};
}

void TimeWindowsTest::joinsWindows()
{
    QFETCH(const std::vector<TimeWindow>, windows);
    QFETCH(const std::vector<TimeWindow>, result);
    QCOMPARE(describe(joined(windows)), describe(result));
}

void TimeWindowsTest::knowsTheHourAndTheWeekday_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("hourAndWeekday");
    const auto row = [](const char *zone, const char *time, const QString &expected) {
        QTest::addRow("%s %s", zone, time) << QByteArray(zone) << QByteArray(time) << expected;
    };
    row("UTC", "2026-11-20T09:59:59.999999Z", u"9 fri"_s);
    row("UTC", "1970-01-01T00:00:00Z", u"0 thu"_s);
    row("UTC", "1969-12-31T23:59:59.999999Z", u"23 wed"_s);
    row("Europe/Berlin", "2026-11-22T23:00:00Z", u"0 mon"_s);
    row("Europe/Berlin", "2026-07-01T22:00:00Z", u"0 thu"_s);
    row("America/New_York", "2026-11-20T02:00:00Z", u"21 thu"_s);
    row("Asia/Kathmandu", "2026-11-21T18:14:59Z", u"23 sat"_s);
    row("Asia/Kathmandu", "2026-11-21T18:15:00Z", u"0 sun"_s);
}

void TimeWindowsTest::knowsTheHourAndTheWeekday()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QByteArray, time);
    const auto calendar = ZoneCalendar::open(zone);
    QVERIFY(calendar);
    const UtcMicros moment = *parseTime(time.toStdString());
    const std::string_view weekday = Weekdays[static_cast<std::size_t>(calendar->weekday(moment))];
    QTEST(QString(QString::number(calendar->hour(moment)) + u' ' + toQString(weekday)), "hourAndWeekday");
}

void TimeWindowsTest::agreesWithTheClockOnTheWall()
{
    std::mt19937_64 random(4);
    for (const char *name :
         {"UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia"}) {
        const QTimeZone zone(name);
        const auto calendar = ZoneCalendar::open(name);
        QVERIFY(calendar);
        for (int round = 0; round < 3'000; ++round) {
            // 1990 to 2060, whole seconds.
            const UtcMicros time{static_cast<qint64>(631'152'000 + random() % 2'209'000'000)
                                 * UtcMicros::PerSecond};
            const QDateTime wall = QDateTime::fromSecsSinceEpoch(time.value / UtcMicros::PerSecond, zone);
            QCOMPARE(calendar->hour(time), wall.time().hour());
            QCOMPARE(calendar->weekday(time) + 1, wall.date().dayOfWeek());
            const UtcMicros local = calendar->toLocal(time);
            const auto windows = calendar->whenLocal(local, local + UtcMicros::PerSecond);
            QVERIFY(std::ranges::any_of(windows,
                                        [&](const TimeWindow &window) { return window.contains(time); }));
        }
    }
}

void TimeWindowsTest::listsTheOffsetsOfAZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("expected"); ///< since when, and minutes to add to UTC
    const auto row = [](const char *name, const QByteArray &zone, const QByteArray &from,
                        const QByteArray &to, const QString &expected) {
        QTest::newRow(name) << zone << from << to << expected;
    };
    row("no change anywhere", "UTC", "0001-01-01T00:00Z", "9999-12-31T00:00Z", u"0001-01-01T00:00:00Z 0"_s);
    row("none in the time", "America/New_York", "2025-06-01T00:00Z", "2025-07-01T00:00Z",
        u"2025-06-01T00:00:00Z -240"_s);
    row("one year", "America/New_York", "2025-01-01T00:00Z", "2026-01-01T00:00Z",
        u"2025-01-01T00:00:00Z -300; 2025-03-09T07:00:00Z -240; 2025-11-02T06:00:00Z -300"_s);
    row("from a change on", "America/New_York", "2025-03-09T07:00Z", "2025-03-10T00:00Z",
        u"2025-03-09T07:00:00Z -240"_s);
    row("up to a change, without it", "America/New_York", "2025-03-01T00:00Z", "2025-03-09T07:00Z",
        u"2025-03-01T00:00:00Z -300"_s);
    row("a single moment", "Asia/Kolkata", "2025-03-01T00:00Z", "2025-03-01T00:00Z",
        u"2025-03-01T00:00:00Z 330"_s);
}

void TimeWindowsTest::listsTheOffsetsOfAZone()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, expected);
    const auto calendar = ZoneCalendar::open(zone);
    QVERIFY(calendar.hasValue());

    QStringList found;
    for (const ZoneOffset &offset :
         calendar->offsets(*parseTime(from.toStdString()), *parseTime(to.toStdString())))
        found += describe(offset.from) + u' ' + QString::number(offset.offset / UtcMicros::PerMinute);

    QCOMPARE(found.join(u"; "), expected);
}

void TimeWindowsTest::refusesAnUnknownZone()
{
    const auto windows = resolveTimes(termOf(u"created:today"_s), {*parseTime(Now), "Mars/Olympus"});
    QVERIFY(!windows);
    QCOMPARE(windows.error().kind, ErrorKind::Usage);
    QVERIFY(windows.error().message.contains(u"Mars/Olympus"_s));
}

TRAILGLASS_TEST(TimeWindowsTest)
#include "tst_timewindows.moc"
