// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/calendarbins.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

UtcMicros at(const char *text)
{
    const auto time = parseTime(text);
    if (!time)
        qFatal("%s", text);
    return *time;
}

Filter::ZoneCalendar calendarOf(const QByteArray &zone)
{
    return *Filter::ZoneCalendar::open(zone);
}

/// On the wall of the zone, without what is always 0.
QStringList onWall(const std::vector<UtcMicros> &times, const Filter::ZoneCalendar &calendar)
{
    QStringList texts;
    for (const UtcMicros time : times)
        texts << QString::fromStdString(formatTime(calendar.toLocal(time))).left(16);
    return texts;
}

bool isOnStep(UtcMicros local, const CalendarStep &step)
{
    const CivilTime civil = toCivil(local);
    const bool isMidnight = civil.hour == 0 && civil.minute == 0 && civil.second == 0 && civil.micros == 0;
    if (step.months > 0)
        return isMidnight && civil.day == 1 && (civil.year * 12 + civil.month - 1) % step.months == 0;
    if (step.micros == 7 * UtcMicros::PerDay)
        return isMidnight && calendarOf("UTC").weekday(local) == 0;
    return local.value % step.micros == 0;
}

/// Whether the clock on the wall is put forward at this moment.
bool isGap(UtcMicros time, const Filter::ZoneCalendar &calendar)
{
    return calendar.toLocal(time) - calendar.toLocal(time - 1) > 1;
}

} // namespace

class CalendarBinsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void divideAtRoundTimes_data();
    void divideAtRoundTimes();
    void keepToTheirLaws_data();
    void keepToTheirLaws();
    void makeOneBinOfOneMoment();
    void keepToTheCalendar();
};

void CalendarBinsTest::divideAtRoundTimes_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("boundaries");

    QTest::newRow("minutes") << "UTC"_ba << u"2026-11-20T09:15:10Z"_s << u"2026-11-20T09:17:00Z"_s << 4
                             << QStringList{u"2026-11-20T09:15"_s, u"2026-11-20T09:16"_s,
                                            u"2026-11-20T09:17"_s, u"2026-11-20T09:18"_s};
    QTest::newRow("days begin at midnight of the zone")
        << "Asia/Kolkata"_ba << u"2026-11-20T18:29:59Z"_s << u"2026-11-21T18:30:00Z"_s << 3
        << QStringList{u"2026-11-20T00:00"_s, u"2026-11-21T00:00"_s, u"2026-11-22T00:00"_s,
                       u"2026-11-23T00:00"_s};
    QTest::newRow("weeks begin on Monday")
        << "UTC"_ba << u"2026-11-15T12:00:00Z"_s << u"2026-11-24T12:00:00Z"_s << 3
        << QStringList{u"2026-11-09T00:00"_s, u"2026-11-16T00:00"_s, u"2026-11-23T00:00"_s,
                       u"2026-11-30T00:00"_s};
    QTest::newRow("months") << "Europe/Berlin"_ba << u"2026-01-31T22:59:59Z"_s << u"2026-03-05T12:00:00Z"_s
                            << 3
                            << QStringList{u"2026-01-01T00:00"_s, u"2026-02-01T00:00"_s,
                                           u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s};
    QTest::newRow("a day of 23 hours")
        << "Europe/Berlin"_ba << u"2026-03-29T00:30:00Z"_s << u"2026-03-29T02:30:00Z"_s << 4
        << QStringList{u"2026-03-29T01:00"_s, u"2026-03-29T03:00"_s, u"2026-03-29T04:00"_s,
                       u"2026-03-29T05:00"_s};
    QTest::newRow("hours that come twice")
        << "Europe/Berlin"_ba << u"2026-10-25T00:00:00Z"_s << u"2026-10-25T01:59:59Z"_s << 4
        << QStringList{u"2026-10-25T02:00"_s, u"2026-10-25T02:30"_s, u"2026-10-25T02:00"_s,
                       u"2026-10-25T02:30"_s, u"2026-10-25T03:00"_s};
    QTest::newRow("a longer bin around hours that come twice")
        << "Europe/Berlin"_ba << u"2026-10-24T22:00:00Z"_s << u"2026-10-25T04:59:59Z"_s << 2
        << QStringList{u"2026-10-25T00:00"_s, u"2026-10-25T03:00"_s, u"2026-10-25T06:00"_s};
    QTest::newRow("midnight that comes twice") // 00:01 became 23:01
        << "America/St_Johns"_ba << u"2010-11-07T02:45:00Z"_s << u"2010-11-07T04:00:00Z"_s << 1
        << QStringList{u"2010-11-07T00:00"_s, u"2010-11-07T03:00"_s};
}

void CalendarBinsTest::divideAtRoundTimes()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    QFETCH(const int, most);
    QFETCH(const QStringList, boundaries);
    const auto calendar = calendarOf(zone);

    const auto bins = calendarBins(at(qPrintable(first)), at(qPrintable(last)), most, calendar);

    QCOMPARE(onWall(bins.boundaries, calendar), boundaries);
}

void CalendarBinsTest::keepToTheirLaws_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone :
         {"UTC", "America/St_Johns", "Asia/Kolkata", "Europe/Berlin", "Pacific/Apia", "Australia/Lord_Howe"})
        QTest::newRow(zone) << QByteArray(zone);
}

void CalendarBinsTest::keepToTheirLaws()
{
    QFETCH(const QByteArray, zone);
    const auto calendar = calendarOf(zone);
    std::mt19937_64 random(20261121);
    const auto below = [&random](qint64 end) {
        return static_cast<qint64>(random() % static_cast<quint64>(end));
    };
    // Moments near which the clock is changed in one of the zones.
    const std::array changes{at("2010-11-07T02:31:00Z"), at("2026-03-29T01:00:00Z"),
                             at("2026-10-25T01:00:00Z"), at("2011-12-30T10:00:00Z"),
                             at("2026-04-04T15:00:00Z"), at("2026-10-03T15:30:00Z")};
    for (int round = 0; round < 400; ++round) {
        qint64 span = 1;
        for (qint64 scale = below(16); scale > 0; --scale)
            span *= 10;
        span = below(span);
        const UtcMicros near = changes[static_cast<std::size_t>(below(changes.size()))];
        const UtcMicros first =
            round % 2 == 0 ? near - below(span + 1) : near + (below(2'000) - 1'000) * span;
        const UtcMicros start = std::clamp(first, at("0001-01-02T00:00:00Z"), at("9000-01-01T00:00:00Z"));
        const UtcMicros last = start + span;
        const int most = static_cast<int>(1 + below(round % 3 == 0 ? 4 : 400));

        const auto [step, boundaries] = calendarBins(start, last, most, calendar);

        const QByteArray told = QByteArray::fromStdString(formatTime(start)) + " + "
            + QByteArray::number(span) + " / " + QByteArray::number(most);
        QVERIFY2(boundaries.size() >= 2, told.constData());
        QVERIFY2(boundaries.size() <= static_cast<std::size_t>(most) + 1, told.constData());
        QVERIFY2(boundaries.front() <= start && start < boundaries[1], told.constData());
        QVERIFY2(boundaries.back() > last && boundaries[boundaries.size() - 2] <= last, told.constData());
        for (std::size_t index = 0; index < boundaries.size(); ++index) {
            QVERIFY2(index == 0 || boundaries[index - 1] < boundaries[index], told.constData());
            QVERIFY2(isOnStep(calendar.toLocal(boundaries[index]), step)
                         || isGap(boundaries[index], calendar),
                     told.constData());
        }
    }
}

void CalendarBinsTest::makeOneBinOfOneMoment()
{
    const UtcMicros moment = at("2026-11-20T09:15:00.5Z");

    const auto bins = calendarBins(moment, moment, 400, calendarOf("Europe/Berlin"));

    QCOMPARE(bins.boundaries.size(), 2U);
    QCOMPARE(bins.boundaries[0].value, at("2026-11-20T09:15:00Z").value);
    QCOMPARE(bins.boundaries[1].value, at("2026-11-20T09:15:01Z").value);
}

void CalendarBinsTest::keepToTheCalendar()
{
    const UtcMicros ends{std::numeric_limits<qint64>::max()};

    for (const char *zone : {"UTC", "America/St_Johns", "Asia/Kolkata"}) {
        const auto bins = calendarBins(UtcMicros{-ends.value}, ends, 100, calendarOf(zone));

        QVERIFY(bins.boundaries.size() > 50);
        QVERIFY(bins.boundaries.size() <= 101);
    }
}

TRAILGLASS_TEST(CalendarBinsTest)
#include "tst_calendarbins.moc"
