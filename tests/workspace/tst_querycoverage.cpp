// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/querycoverage.h"

#include "models/workspace/openworkspace.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

UtcMicros hour(qint64 hours)
{
    return Noon - Noon.value % UtcMicros::PerDay + hours * UtcMicros::PerHour;
}

/// Hours of the day before which nothing is in the future.
constexpr qint64 Now = 20;

PreparedQuery query(const QString &expression)
{
    return {filter(expression), {hour(Now)}};
}

QString created(qint64 from, qint64 to)
{
    return u"created:%1..%2"_s.arg(toQString(formatTime(hour(from))), toQString(formatTime(hour(to) + -1)));
}

CoverageEntry covered(qint64 from, qint64 to)
{
    return {.window = {hour(from), hour(to)}, .answered = hour(to), .pages = 1};
}

} // namespace

class QueryCoverageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversTheFiltersIntervalElseTheEvents_data()
    {
        using Hours = std::pair<qint64, qint64>;
        QTest::addColumn<QString>("expression");
        QTest::addColumn<bool>("hasEvents");
        QTest::addColumn<Hours>("covered");
        const QString after = u"created:>=%1"_s.arg(toQString(formatTime(hour(2))));
        const QString before = u"created:<%1"_s.arg(toQString(formatTime(hour(10))));
        QTest::newRow("nothing said: the events") << QString() << true << Hours{4, 8};
        QTest::newRow("nothing said, no events: no time") << QString() << false << Hours{Now, Now};
        QTest::newRow("an interval, whatever its events") << created(1, 12) << true << Hours{1, 12};
        QTest::newRow("an interval without events") << created(1, 12) << false << Hours{1, 12};
        QTest::newRow("an open end: the last event") << after << true << Hours{2, 8};
        QTest::newRow("an open end without events: now") << after << false << Hours{2, Now};
        QTest::newRow("an open start: the first event") << before << true << Hours{4, 10};
        QTest::newRow("into the future: until now") << created(1, 99) << true << Hours{1, Now};
        QTest::newRow("beside an OR: the events") << created(1, 12) + u" OR op:read"_s << true << Hours{4, 8};
    }

    void coversTheFiltersIntervalElseTheEvents()
    {
        using Hours = std::pair<qint64, qint64>;
        QFETCH(const QString, expression);
        QFETCH(const bool, hasEvents);
        QFETCH(const Hours, covered);
        const auto events = hasEvents ? std::optional(TimeWindow{hour(4), hour(8)}) : std::nullopt;

        const auto interval = coveredInterval(query(expression), events);

        QVERIFY(interval);
        QCOMPARE(interval->from->value, hour(covered.first).value);
        QCOMPARE(interval->to->value, hour(covered.second).value);
    }

    void findsGapsOfTheSourcesThatTheFilterCanMatch_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QStringList>("gaps");
        const QStringList both{u"rules 0..6"_s, u"work 4..6"_s};
        QTest::newRow("any source") << u"op:read"_s << both;
        QTest::newRow("a source") << u"source:work"_s << QStringList{u"work 4..6"_s};
        QTest::newRow("all but a source") << u"-source:work"_s << QStringList{u"rules 0..6"_s};
        QTest::newRow("a vendor") << u"vendor:nected"_s << QStringList{u"rules 0..6"_s};
        QTest::newRow("another vendor") << u"vendor:secoda"_s << QStringList();
        QTest::newRow("in doubt, all") << u"(source:work OR op:read)"_s << both;
    }

    void findsGapsOfTheSourcesThatTheFilterCanMatch()
    {
        QFETCH(const QString, expression);
        QFETCH(const QStringList, gaps);
        Workspace workspace;
        const auto cover = [&workspace](SourceId source, std::vector<CoverageEntry> entries) {
            PageCommit commit = page(source, {});
            commit.covered = std::move(entries);
            QVERIFY(workspace.writer().commit(commit));
        };
        cover(workspace.addSource(u"work"_s), {covered(-9, 4), covered(6, 30)});
        cover(workspace.writer().addSource(source(u"rules"_s, u"nected"_s)).value(), {covered(6, 30)});
        workspace.remove(workspace.addSource(u"gone"_s), EventWriter::Purge::No);
        OpenWorkspace open(workspace.folder());

        const auto found = coverageGaps(open, query(expression + u' ' + created(0, 12)), {});

        QVERIFY(found);
        QStringList texts;
        for (const CoverageGap &gap : *found) {
            const auto text = [](UtcMicros time) {
                return QString::number((time - hour(0)) / UtcMicros::PerHour);
            };
            texts << gap.source + u' ' + text(*gap.window.from) + u".."_s + text(*gap.window.to);
        }
        QCOMPARE(texts, gaps);
        QVERIFY(coverageGaps(open, query(expression), {})->empty()); // no interval and no events
    }

    void saysThatAZoneIsUnknown()
    {
        PreparedQuery wrong = query(u"created:today"_s);
        wrong.context.displayZone = "Nowhere/Land";

        QCOMPARE(coveredInterval(wrong, {}).error().kind, ErrorKind::Usage);
    }
};

TRAILGLASS_TEST(QueryCoverageTest)
#include "tst_querycoverage.moc"
