// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/querycontext.h"
#include "models/filter/typedtime.h"
#include "tests/runner/testclass.h"

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// A time to go to, as somebody types it.
class TypedTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimes_data();
    void readsTimes();
    void readsATimeOfDay_data();
    void readsATimeOfDay();
    void aTimeOfDayIsOfTodayWithoutADay();
    void aTimeOfDayThatTheClockSkipsTodayIsOneOfOtherDays();
    void saysWhatATimeLooksLike_data();
    void saysWhatATimeLooksLike();
};

void TypedTimeTest::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const QString &text, const QString &from, const QString &to) {
        QTest::newRow(qPrintable(text)) << text << from << to;
    };
    row(u"2026-11-20 09:15"_s, u"2026-11-20T08:15:00Z"_s, u"2026-11-20T08:16:00Z"_s);
    row(u"2026-11-20T09:15:00Z"_s, u"2026-11-20T09:15:00Z"_s, u"2026-11-20T09:15:00Z"_s);
    row(u" 2026-11-20 "_s, u"2026-11-19T23:00:00Z"_s, u"2026-11-20T23:00:00Z"_s);
    row(u"2026-11"_s, u"2026-10-31T23:00:00Z"_s, u"2026-11-30T23:00:00Z"_s);
    row(u"yesterday"_s, u"2026-11-19T23:00:00Z"_s, u"2026-11-20T23:00:00Z"_s);
    row(u"-2h"_s, u"2026-11-21T10:00:00Z"_s, u"2026-11-21T10:00:00Z"_s);
    row(u"now"_s, u"2026-11-21T12:00:00Z"_s, u"2026-11-21T12:00:00Z"_s);
}

void TypedTimeTest::readsTimes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    const QueryContext context{*parseTime("2026-11-21T12:00:00Z"), "Europe/Berlin"};

    const auto time = Filter::typedTime(text, context);

    QVERIFY2(time, time ? "" : qPrintable(time.error().message));
    QCOMPARE(QString::fromStdString(formatTime(*time->from)), from.chopped(1) + ".000000Z"_L1);
    const UtcMicros end = *parseTime(to.toStdString());
    QVERIFY(*time->to >= end && *time->to <= end + 1); // a moment is a microsecond
}

void TypedTimeTest::readsATimeOfDay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("from");
    QTest::addColumn<qint64>("micros");
    const auto row = [](const QString &text, const QString &day, const QString &from, qint64 micros) {
        QTest::newRow(qPrintable(text + u" on "_s + day)) << text << day << from << micros;
    };
    row(u"23:12"_s, u"2026-11-20T12:00:00Z"_s, u"2026-11-20T22:12:00Z"_s, UtcMicros::PerMinute);
    row(u" 9:15 "_s, u"2026-11-20T12:00:00Z"_s, u"2026-11-20T08:15:00Z"_s, UtcMicros::PerMinute);
    row(u"09:15:30"_s, u"2026-11-20T12:00:00Z"_s, u"2026-11-20T08:15:30Z"_s, 1);
    row(u"09:15:30.5"_s, u"2026-11-20T12:00:00Z"_s, u"2026-11-20T08:15:30.5Z"_s, 1);
    row(u"00:00"_s, u"2026-11-20T23:30:00Z"_s, u"2026-11-20T23:00:00Z"_s,
        UtcMicros::PerMinute); // the 21st there
    row(u"23:12"_s, u"2026-07-01T12:00:00Z"_s, u"2026-07-01T21:12:00Z"_s, UtcMicros::PerMinute); // summer
}

void TypedTimeTest::readsATimeOfDay()
{
    QFETCH(const QString, text);
    QFETCH(const QString, day);
    QFETCH(const QString, from);
    QFETCH(const qint64, micros);
    const QueryContext context{*parseTime("2026-11-21T12:00:00Z"), "Europe/Berlin"};

    QVERIFY(Filter::isTimeOfDay(text));
    const auto time = Filter::typedTime(text, context, parseTime(day.toStdString()));

    QVERIFY2(time, time ? "" : qPrintable(time.error().message));
    QCOMPARE(time->from, parseTime(from.toStdString()));
    QCOMPARE(*time->to - *time->from, micros);
}

void TypedTimeTest::aTimeOfDayIsOfTodayWithoutADay()
{
    const QueryContext context{*parseTime("2026-11-21T12:00:00Z"), "Europe/Berlin"};
    const auto time = Filter::typedTime(u"23:12"_s, context);
    QVERIFY(time);
    QCOMPARE(time->from, parseTime("2026-11-21T22:12:00Z"));
    QVERIFY(!Filter::isTimeOfDay(u"2026-11-20 09:15"_s));
    QVERIFY(!Filter::isTimeOfDay(u"-2h"_s));
    QVERIFY(!Filter::isTimeOfDay(u"25:00"_s)); // on no day
}

void TypedTimeTest::aTimeOfDayThatTheClockSkipsTodayIsOneOfOtherDays()
{
    const QueryContext context{*parseTime("2026-03-29T12:00:00Z"), "Europe/Berlin"};
    QVERIFY(Filter::isTimeOfDay(u"02:30"_s));
    QVERIFY(!Filter::typedTime(u"02:30"_s, context));
    const auto before = Filter::typedTime(u"02:30"_s, context, parseTime("2026-03-28T12:00:00Z"));
    QVERIFY(before);
    QCOMPARE(before->from, parseTime("2026-03-28T01:30:00Z"));
}

void TypedTimeTest::saysWhatATimeLooksLike_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", " ", "noon", "2026-13", "2026-11-20..2026-11-21", "*", "\"", "2026,2025", "2026-11-20 actor:x",
          "x) OR (actor:y", "25:00", "9:5", "09:15:", ":15", "09:15:30:00", "09:15 actor:x"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TypedTimeTest::saysWhatATimeLooksLike()
{
    QFETCH(const QString, text);
    const auto time = Filter::typedTime(text, {});
    QVERIFY(!time);
    QCOMPARE(time.error().kind, ErrorKind::Usage);
    QVERIFY(time.error().message.contains(u"2026-11-20 09:15"_s));
}

TRAILGLASS_PURE_TEST(TypedTimeTest)
#include "tst_typedtime.moc"
