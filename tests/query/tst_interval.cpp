// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/utcmicros.h"
#include "models/query/interval.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class IntervalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWholeNumbersOfUnits_data();
    void readsWholeNumbersOfUnits();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
};

void IntervalTest::readsWholeNumbersOfUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("micros");

    QTest::newRow("seconds") << u"30s"_s << 30 * UtcMicros::PerSecond;
    QTest::newRow("minutes") << u"15m"_s << 15 * UtcMicros::PerMinute;
    QTest::newRow("hours") << u"1h"_s << UtcMicros::PerHour;
    QTest::newRow("days") << u"1d"_s << UtcMicros::PerDay;
    QTest::newRow("weeks") << u"2w"_s << 14 * UtcMicros::PerDay;
    QTest::newRow("leading zero") << u"007d"_s << 7 * UtcMicros::PerDay;
    QTest::newRow("greatest") << u"9223372036854s"_s << qint64(9'223'372'036'854'000'000);
}

void IntervalTest::readsWholeNumbersOfUnits()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, micros);

    const auto interval = parseInterval(text);

    QVERIFY(interval);
    QCOMPARE(*interval, micros);
}

void IntervalTest::refusesAnythingElse_data()
{
    QTest::addColumn<QString>("text");

    for (const char *text : {"", "h", "1", "0h", "-1h", "+1h", "1.5h", "1 h", " 1h", "1h ", "1H", "1ms", "1y",
                             "1h30m", "9223372036855s", "99999999999999999999d", "١h", "1\u0000h"})
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text);
}

void IntervalTest::refusesAnythingElse()
{
    QFETCH(const QString, text);

    const auto interval = parseInterval(text);

    QVERIFY(!interval);
    QCOMPARE(interval.error().kind, ErrorKind::Usage);
}

TRAILGLASS_TEST(IntervalTest)
#include "tst_interval.moc"
