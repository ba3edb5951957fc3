// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/createdinterval.h"
#include "models/filter/createdvalue.h"
#include "models/filter/edits.h"
#include "models/filter/filter.h"
#include "models/query/calendarbins.h"
#include "models/query/queryengine.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

namespace {

UtcMicros at(const QString &text)
{
    return parseTime(text.toStdString()).value();
}

NodePointer parsed(const QString &text)
{
    return std::get<NodePointer>(parse(text));
}

} // namespace

class CreatedValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAnIntervalShortly_data();
    void saysAnIntervalShortly();
    void meansExactlyTheInterval_data();
    void meansExactlyTheInterval();
    void bringsTermsBack_data();
    void bringsTermsBack();
};

void CreatedValueTest::saysAnIntervalShortly_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *zone, const QString &from, const QString &to,
                        const QString &text) {
        QTest::newRow(name) << QByteArray(zone) << from << to << text;
    };

    row("a month", "UTC", u"2026-11-01T00:00:00Z"_s, u"2026-12-01T00:00:00Z"_s, u"created:2026-11"_s);
    row("months", "UTC", u"2026-11-01T00:00:00Z"_s, u"2027-02-01T00:00:00Z"_s, u"created:2026-11..2027-01"_s);
    row("a day of the zone", "Europe/Berlin", u"2026-11-19T23:00:00Z"_s, u"2026-11-20T23:00:00Z"_s,
        u"created:2026-11-20"_s);
    row("a day of 23 hours", "Europe/Berlin", u"2026-03-28T23:00:00Z"_s, u"2026-03-29T22:00:00Z"_s,
        u"created:2026-03-29"_s);
    row("days", "UTC", u"2026-11-16T00:00:00Z"_s, u"2026-11-21T00:00:00Z"_s,
        u"created:2026-11-16..2026-11-20"_s);
    row("hours", "Asia/Kolkata", u"2026-11-20T03:30:00Z"_s, u"2026-11-20T06:30:00Z"_s,
        u"created:2026-11-20T09:00..2026-11-20T11:59"_s);
    row("seconds", "UTC", u"2026-11-20T09:15:30Z"_s, u"2026-11-20T09:15:45Z"_s,
        u"created:2026-11-20T09:15:30..2026-11-20T09:15:44.999999"_s);
    row("an hour that comes twice", "Europe/Berlin", u"2026-10-25T00:00:00Z"_s, u"2026-10-25T01:00:00Z"_s,
        u"created:2026-10-25T00:00:00.000000Z..2026-10-25T00:59:59.999999Z"_s);
}

void CreatedValueTest::saysAnIntervalShortly()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, text);

    const Value value = createdValue(at(from), at(to), *ZoneCalendar::open(zone));

    QCOMPARE(print(withCreated(parsed({}), value)), text);
}

void CreatedValueTest::meansExactlyTheInterval_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "America/St_Johns", "Asia/Kolkata", "Europe/Berlin", "Pacific/Apia"})
        QTest::newRow(zone) << QByteArray(zone);
}

void CreatedValueTest::meansExactlyTheInterval()
{
    QFETCH(const QByteArray, zone);
    const auto calendar = *ZoneCalendar::open(zone);
    const QueryContext context{at(u"2026-11-20T12:00:00Z"_s), zone};
    std::mt19937_64 random(7);
    const auto below = [&random](qint64 end) {
        return static_cast<qint64>(random() % static_cast<quint64>(end));
    };
    for (int round = 0; round < 200; ++round) {
        // Whole bins, as they are chosen, often around a change of the clock; and any other time.
        qint64 span = 1;
        for (qint64 scale = below(15); scale > 0; --scale)
            span *= 10;
        const UtcMicros near = round % 2 == 0 ? at(u"2026-10-25T01:00:00Z"_s) : at(u"2010-11-07T02:31:00Z"_s);
        const UtcMicros first = near - below(span);
        const auto boundaries = calendarBins(first, first + span, 20, calendar).boundaries;
        const bool isWhole = round % 3 != 0;
        const UtcMicros from = isWhole ? boundaries[boundaries.size() / 3] : first;
        const UtcMicros to = isWhole ? boundaries.back() : first + span;

        const NodePointer tree = withCreated(parsed(u"actor:ann"_s), createdValue(from, to, calendar));

        const auto interval = createdInterval(tree, context);
        QVERIFY(interval);
        QVERIFY2(*interval == (TimeWindow{from, to}), qPrintable(print(tree)));
        QVERIFY2(sameTree(parsed(print(tree)), tree), qPrintable(print(tree)));
    }
}

void CreatedValueTest::bringsTermsBack_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("result");

    QTest::newRow("one") << u"created:-7d actor:ann"_s << u"actor:bob created:2026-11-20"_s
                         << u"actor:bob created:-7d"_s;
    QTest::newRow("none") << u"actor:ann"_s << u"actor:bob created:2026-11-20"_s << u"actor:bob"_s;
    QTest::newRow("two") << u"created:>=2026-11 created:<2026-12"_s << u"created:2026-11-20 actor:bob"_s
                         << u"actor:bob created:>=2026-11 created:<2026-12"_s;
    QTest::newRow("into nothing") << u"created:-7d"_s << QString() << u"created:-7d"_s;
    QTest::newRow("negated ones stay")
        << u"-created:2026-11"_s << u"-created:2026-10 created:-7d"_s << u"-created:2026-10"_s;
}

void CreatedValueTest::bringsTermsBack()
{
    QFETCH(const QString, before);
    QFETCH(const QString, now);
    QFETCH(const QString, result);

    QCOMPARE(print(withCreatedTerms(parsed(now), createdTerms(parsed(before)))), result);
}

TRAILGLASS_TEST(CreatedValueTest)
#include "tst_createdvalue.moc"
