// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/relatedrunner.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <algorithm>
#include <map>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// How many events are related to one, and since when.
class RelatedRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_counts.clear();
        m_workspace = std::make_unique<Workspace>();
        m_runner = std::make_unique<RelatedRunner>(m_workspace->folder(), m_clock);
        connect(m_runner.get(), &RelatedRunner::counted, this,
                [this](std::size_t query, const RelatedCounts &counts) {
                    m_counts[m_queries[query].relation] = counts;
                });
        connect(m_runner.get(), &RelatedRunner::failed, this,
                [](const Error &error) { QFAIL(qPrintable(error.message)); });
    }
    void cleanup() { m_runner.reset(); }

    void saysSinceWhenAnActorAndAnAddressAreSeen()
    {
        const SourceId source = m_workspace->addSource(u"work"_s);
        // Minutes after noon, odd microseconds: round bins would be wider.
        commit(source,
               {made("ann", "10.0.0.1", 3), made("ann", "10.0.0.2", 100), made("bob", "10.0.0.2", 5'000),
                made("ann", "10.0.0.1", 70'001)});
        count(made("ann", "10.0.0.2", 100));

        QCOMPARE(m_counts[Relation::Actor].total, 3);
        QVERIFY(m_counts[Relation::Actor].seen == (SeenTimes{minute(3), minute(70'001)}));
        QVERIFY(!m_counts[Relation::Actor].isFirst);
        QCOMPARE(m_counts[Relation::Address].total, 2);
        QVERIFY(m_counts[Relation::Address].seen == (SeenTimes{minute(100), minute(5'000)}));
        QVERIFY(m_counts[Relation::Address].isFirst); // from there nobody did anything before
        QCOMPARE(m_counts[Relation::ActorNearby].total, 1);
        QVERIFY(!m_counts[Relation::ActorNearby].seen);
    }

    void anEventWithoutAnotherIsTheFirstAndTheLast()
    {
        const SourceId source = m_workspace->addSource(u"work"_s);
        commit(source, {made("ann", "10.0.0.1", 3)});
        count(made("ann", "10.0.0.1", 3));
        QVERIFY(m_counts[Relation::Actor].seen == (SeenTimes{minute(3), minute(3)}));
        QVERIFY(m_counts[Relation::Actor].isFirst);
        QCOMPARE(m_counts[Relation::Actor].bins, std::vector<qint64>{1});
        QCOMPARE(m_counts[Relation::Actor].bin, std::optional<std::size_t>(0));
    }

    /// From the first event to the last, however near they are.
    void barsReachFromTheFirstEventToTheLast_data()
    {
        QTest::addColumn<qint64>("distance"); // µs
        QTest::addColumn<std::size_t>("bins");
        QTest::newRow("as good as at once") << qint64(1) << std::size_t(2);
        QTest::newRow("fewer microseconds than bins") << qint64(5) << std::size_t(6);
        QTest::newRow("as many") << qint64(RelatedRunner::MaxBins - 1) << std::size_t(RelatedRunner::MaxBins);
        QTest::newRow("no even division") << qint64(1'000'003) << std::size_t(RelatedRunner::MaxBins);
    }
    void barsReachFromTheFirstEventToTheLast()
    {
        QFETCH(const qint64, distance);
        QFETCH(const std::size_t, bins);
        const SourceId source = m_workspace->addSource(u"work"_s);
        const Event first = made("ann", "10.0.0.1", 3);
        Event last = made("ann", "10.0.0.2", 3);
        last.created = first.created + distance;
        commit(source, {first, last});
        count(last);
        const RelatedCounts counts = m_counts[Relation::Actor];
        QCOMPARE(counts.total, 2);
        QVERIFY(counts.seen == (SeenTimes{first.created, last.created}));
        QCOMPARE(counts.bins.size(), bins);
        QCOMPARE(counts.bins.front(), 1);
        QCOMPARE(counts.bin, std::optional(bins - 1));
        QVERIFY(!counts.isFirst);
    }

private:
    static UtcMicros minute(qint64 count) { return Noon + count * UtcMicros::PerMinute + 7; }
    static Event made(const std::string &actor, const std::string &ip, qint64 minutes)
    {
        Event event = makeEvent(actor + ip + std::to_string(minutes));
        event.created = minute(minutes);
        event.actor.name = actor;
        event.ip = ip;
        return event;
    }
    void commit(SourceId source, std::vector<Event> events)
    {
        QVERIFY(m_workspace->writer().commit(page(source, std::move(events))));
    }
    void count(const Event &event)
    {
        EventRecord record;
        record.source = "work";
        record.event = event;
        m_queries = relatedQueries(record);
        m_runner->count(m_queries, event.created);
        QTRY_COMPARE(m_counts.size(), m_queries.size());
    }

    NoonClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RelatedRunner> m_runner;
    std::vector<RelatedQuery> m_queries;
    std::map<Relation, RelatedCounts> m_counts;
};

TRAILGLASS_TEST(RelatedRunnerTest)
#include "tst_relatedrunner.moc"
