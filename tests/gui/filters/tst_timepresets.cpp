// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/edits.h"
#include "models/filter/filter.h"
#include "tests/runner/testclass.h"
#include "views/filters/timepresets.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class TimePresetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryPresetSoThatItIsReadBack_data();
    void writesEveryPresetSoThatItIsReadBack();
    void recognisesWhatTheTextSays_data();
    void recognisesWhatTheTextSays();
    void readsBackEverySpanItWrites_data();
    void readsBackEverySpanItWrites();
    void showsATimeWithAZoneOnTheWallOfTheDisplayZone();
    void suggestsTheIntervalInForce();
};

namespace {

Filter::NodePointer parsed(const QString &text)
{
    return std::get<Filter::NodePointer>(Filter::parse(text));
}

QueryContext context(const char *zone = "Europe/Berlin")
{
    return {*parseTime("2026-10-31T23:30:00Z"), zone}; // already November in Berlin
}

QDateTime wall(const QString &text)
{
    return QDateTime::fromString(text + u'Z', Qt::ISODate);
}

} // namespace

void TimePresetsTest::writesEveryPresetSoThatItIsReadBack_data()
{
    QTest::addColumn<int>("preset");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, TimePreset preset, const QString &text) {
        QTest::newRow(name) << static_cast<int>(preset) << text;
    };
    row("any", TimePreset::AnyTime, u"x"_s);
    row("hour", TimePreset::LastHour, u"x created:-1h"_s);
    row("day", TimePreset::Last24Hours, u"x created:-24h"_s);
    row("week", TimePreset::Last7Days, u"x created:-7d"_s);
    row("30 days", TimePreset::Last30Days, u"x created:-30d"_s);
    row("today", TimePreset::Today, u"x created:today"_s);
    row("yesterday", TimePreset::Yesterday, u"x created:yesterday"_s);
    row("month in the display zone", TimePreset::ThisMonth, u"x created:2026-11"_s);
}

void TimePresetsTest::writesEveryPresetSoThatItIsReadBack()
{
    QFETCH(const int, preset);
    QFETCH(const QString, text);
    const auto value = timePresetValue(static_cast<TimePreset>(preset), context());
    const Filter::NodePointer tree = Filter::withCreated(parsed(u"x"_s), value);
    QCOMPARE(Filter::print(tree), text);
    QCOMPARE(static_cast<int>(timePresetOf(tree, context())), preset);
}

void TimePresetsTest::recognisesWhatTheTextSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("preset");
    const auto row = [](const char *name, const QString &text, TimePreset preset) {
        QTest::newRow(name) << text << static_cast<int>(preset);
    };
    row("blank", u""_s, TimePreset::AnyTime);
    row("negated", u"-created:2026"_s, TimePreset::AnyTime);
    row("another month", u"created:2026-10"_s, TimePreset::Custom);
    row("range", u"created:2026-10-01..2026-10-05T12"_s, TimePreset::Custom);
    row("open range", u"created:2026-10-01.."_s, TimePreset::Other);
    row("relative range", u"created:-7d..-1d"_s, TimePreset::Other);
    row("comparison", u"created:>2026"_s, TimePreset::Other);
    row("several", u"created:2024,2025"_s, TimePreset::Other);
    row("other relative", u"created:-2h"_s, TimePreset::Other);
}

void TimePresetsTest::recognisesWhatTheTextSays()
{
    QFETCH(const QString, text);
    QFETCH(const int, preset);
    QCOMPARE(static_cast<int>(timePresetOf(parsed(text), context())), preset);
}

void TimePresetsTest::readsBackEverySpanItWrites_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("usual") << u"2026-11-01T00:00"_s << u"2026-11-20T23:59"_s;
    QTest::newRow("hour that does not exist") << u"2026-03-29T02:30"_s << u"2026-03-29T02:59"_s;
    QTest::newRow("hour that is repeated") << u"2026-10-25T02:30"_s << u"2026-10-25T02:30"_s;
    QTest::newRow("midnight") << u"2026-10-25T00:00"_s << u"2026-10-26T00:00"_s;
}

void TimePresetsTest::readsBackEverySpanItWrites()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    for (const char *zone : {"Europe/Berlin", "America/St_Johns", "UTC"}) {
        const WallSpan span{wall(from), wall(to)};
        const Filter::NodePointer tree = Filter::withCreated(parsed(u"x"_s), wallSpanValue(span));
        QCOMPARE(Filter::print(tree), u"x created:"_s + from + u".."_s + to);
        QVERIFY(wallSpanOf(*Filter::createdValueOf(tree), context(zone)) == span);
    }
}

void TimePresetsTest::showsATimeWithAZoneOnTheWallOfTheDisplayZone()
{
    const auto value =
        Filter::createdValueOf(parsed(u"created:2026-07-01T00:00:30Z..2026-12-01T00:00+01:00"_s));
    const auto span = wallSpanOf(*value, context());
    QVERIFY(span);
    QCOMPARE(span->from, wall(u"2026-07-01T02:00"_s));
    QCOMPARE(span->to, wall(u"2026-12-01T00:00"_s));
}

void TimePresetsTest::suggestsTheIntervalInForce()
{
    const WallSpan month = suggestedSpan(parsed(u"created:2026-10"_s), context());
    QCOMPARE(month.from, wall(u"2026-10-01T00:00"_s));
    QCOMPARE(month.to, wall(u"2026-10-31T23:59"_s));
    const WallSpan week = suggestedSpan(parsed(u""_s), context());
    QCOMPARE(week.to, wall(u"2026-11-01T00:30"_s));
    QCOMPARE(week.from, wall(u"2026-10-25T01:30"_s)); // 168 hours, one of them repeated
}

TRAILGLASS_TEST(TimePresetsTest)
#include "tst_timepresets.moc"
