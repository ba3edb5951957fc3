// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/resolvedfilter.h"
#include "models/filter/filter.h"
#include "models/filter/rowevaluator.h"
#include "tests/evidence/samplestore.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// 2026-11-30T10:00:00Z
constexpr UtcMicros Now{1'796'032'800'000'000};

Filter::NodePointer parsed(const QString &expression)
{
    const auto result = Filter::parse(expression);
    const auto *tree = std::get_if<Filter::NodePointer>(&result);
    return tree ? *tree : nullptr;
}

} // namespace

class ResolvedFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesBecomeMoments_data();
    void timesBecomeMoments();
    void theSameEventsMatch();
};

void ResolvedFilterTest::timesBecomeMoments_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("resolved");
    QTest::newRow("everything") << u""_s << u""_s;
    QTest::newRow("no times") << u"actor:ann op:auth,delete"_s << QString();
    QTest::newRow("some days") << u"created:-7d"_s
                               << u"created:2026-11-23T10:00:00.000000Z..2026-11-30T10:00:00.000000Z"_s;
    QTest::newRow("since") << u"created:>=-1h"_s << u"created:2026-11-30T09:00:00.000000Z.."_s;
    QTest::newRow("before") << u"created:<2026-11-30"_s << u"created:..2026-11-29T22:59:59.999999Z"_s;
    QTest::newRow("a day of the zone")
        << u"created:yesterday"_s << u"created:2026-11-28T23:00:00.000000Z..2026-11-29T22:59:59.999999Z"_s;
    QTest::newRow("several") << u"created:2026-01,2026-03"_s
                             << u"created:2025-12-31T23:00:00.000000Z..2026-01-31T22:59:59.999999Z,"
                                "2026-02-28T23:00:00.000000Z..2026-03-31T21:59:59.999999Z"_s;
    QTest::newRow("among others")
        << u"-(received:today OR actor:ann)"_s
        << u"-(received:2026-11-29T23:00:00.000000Z..2026-11-30T22:59:59.999999Z OR actor:ann)"_s;
    QTest::newRow("in the JSON") << u"@a.at:>-1d"_s << u"@a.at:2026-11-29T10:00:00.000001Z.."_s;
    QTest::newRow("present") << u"created:*"_s << QString();
    QTest::newRow("before all calendars")
        << u"created:-999999999d"_s << u"created:..2026-11-30T10:00:00.000000Z"_s;
    QTest::newRow("hours stay") << u"hour:22..5 weekday:sat"_s << QString();
}

void ResolvedFilterTest::timesBecomeMoments()
{
    QFETCH(QString, typed);
    QFETCH(QString, resolved);
    const auto tree = parsed(typed);
    QVERIFY(tree);
    const auto result = withResolvedTimes(tree, {Now, "Europe/Berlin"});
    QVERIFY(result);
    QCOMPARE(Filter::print(*result), resolved.isNull() ? Filter::print(tree) : resolved);
    // It can be typed, and means the same again.
    const auto again = parsed(Filter::print(*result));
    QVERIFY(again && Filter::sameTree(again, *result));
}

void ResolvedFilterTest::theSameEventsMatch()
{
    const QStringList filters{u"created:-3d"_s,
                              u"created:>-3d received:today"_s,
                              u"-created:yesterday"_s,
                              u"created:<=2026-11-29T10 OR created:>now-2h"_s,
                              u"created:2026-11-28..yesterday"_s,
                              u"@at:>-2d"_s,
                              u"@at:2026-11-28..2026-11-29"_s};
    const QueryContext then{Now, "Europe/Berlin"};
    const QueryContext later{Now + 400 * UtcMicros::PerDay, "America/New_York"};
    Support::Random random(1, "times");
    EventRecord record = SampleStore(1).events().front();
    for (const QString &filter : filters) {
        const auto tree = parsed(filter);
        QVERIFY2(tree, qPrintable(filter));
        const auto resolved = withResolvedTimes(tree, then);
        QVERIFY2(resolved, qPrintable(filter));
        const auto relative = Filter::RowEvaluator::compile(tree, then);
        const auto absolute = Filter::RowEvaluator::compile(*resolved, later);
        QVERIFY(relative && absolute);
        for (int round = 0; round < generatedCases(500, 50); ++round) {
            const UtcMicros time = Now - random.below(5 * UtcMicros::PerDay) + UtcMicros::PerDay;
            record.event.created = time;
            record.received = time + random.below(UtcMicros::PerDay);
            record.event.raw = "{\"at\":\"" + formatTime(time) + "\"}";
            const auto first = relative->matches(record);
            const auto second = absolute->matches(record);
            QVERIFY(first && second);
            QVERIFY2(*first == *second, qPrintable(filter + u' ' + QString::fromStdString(formatTime(time))));
        }
    }
}

TRAILGLASS_TEST(ResolvedFilterTest)
#include "tst_resolvedfilter.moc"
