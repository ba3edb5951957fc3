// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/query/index/indexqueryengine.h"
#include "models/query/index/sharedindex.h"
#include "models/query/sortorder.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/plainquery.h"
#include "tests/query/resulttesting.h"
#include "tests/query/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <memory>
#include <string>
#include <vector>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

Filter::NodePointer filterOf(const QString &expression)
{
    return std::get<Filter::NodePointer>(Filter::parse(expression));
}

qint64 sumOf(const Facet &facet)
{
    qint64 sum = 0;
    for (const FacetValue &value : facet.values)
        sum += value.count;
    return sum;
}

} // namespace

/// Rows, counts, facets and histogram of one result are about the same events, while others arrive.
class QueryStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyQueryOfAStateIsAboutItsEvents_data();
    void everyQueryOfAStateIsAboutItsEvents();
    void aStateThatTheDatabaseHasLostIsTheNewest_data();
    void aStateThatTheDatabaseHasLostIsTheNewest();
    void aStateOfAnotherWorkspaceIsTheNewest();
    void placesAreThoseOfTheResultThatIsShown();
    void theTotalIsOfAllListedEvents();
    void aChangeOfTheEventsIsSeen_data();
    void aChangeOfTheEventsIsSeen();

private:
    void add(int count)
    {
        std::vector<Event> events;
        for (int number = 0; number < count; ++number)
            events.push_back(m_generator->event("e" + std::to_string(++m_count)));
        m_workspace->commit(m_source, std::move(events), m_context.now);
    }
    [[nodiscard]] Result<ResultPointer> everything() const
    {
        return m_engine->select(filterOf({}), defaultSortOrder(), m_context, {});
    }
    [[nodiscard]] QueryContext contextOf(const ResultPointer &result) const
    {
        QueryContext context = m_context;
        context.state = result->state();
        return context;
    }

    QueryContext m_context{UtcMicros{1'790'000'000'000'000}};
    std::unique_ptr<EventGenerator> m_generator;
    std::unique_ptr<SampleWorkspace> m_workspace;
    std::unique_ptr<IndexQueryEngine> m_engine;
    SourceId m_source;
    int m_count = 0;
};

void QueryStatesTest::init()
{
    m_count = 0;
    m_generator = std::make_unique<EventGenerator>(23);
    m_workspace = std::make_unique<SampleWorkspace>();
    m_source = m_workspace->addSource(u"team"_s, u"asana"_s);
    add(300);
    auto engine = IndexQueryEngine::open(m_workspace->folder());
    QVERIFY(engine);
    m_engine = *std::move(engine);
}

void QueryStatesTest::everyQueryOfAStateIsAboutItsEvents_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("everything") << QString();
    QTest::newRow("by columns") << u"-outcome:failure"_s;
    QTest::newRow("by texts") << u"-message:*a*"_s;
    QTest::newRow("by raw JSON") << u"e"_s;
}

void QueryStatesTest::everyQueryOfAStateIsAboutItsEvents()
{
    QFETCH(const QString, expression);
    const auto filter = filterOf(expression);
    const std::vector<EventRecord> then = m_workspace->records();
    const auto expected = PlainQuery::matchingRows(then, filter, m_context);
    const auto shown = m_engine->select(filter, defaultSortOrder(), m_context, {});
    QVERIFY(shown);
    const QueryContext context = contextOf(*shown);
    const auto other = IndexQueryEngine::open(m_workspace->folder()); // as another thread has one
    QVERIFY(other);

    for (int round = 0; round < 3; ++round) {
        add(200);
        const auto rows = (*other)->select(filter, {{Field::Created, false}}, context, {});
        const auto byText = (*other)->select(filter, {{Field::Message, false}}, context, {});
        const auto count = (*other)->count(filter, context, {});
        const auto facets = (*other)->facets(filter, {{Field::Outcome, Field::Id}}, context, {});
        const auto histogram = (*other)->histogram(filter, {EqualBins{1}}, context, {});

        QVERIFY(rows && byText && count && facets && histogram);
        QCOMPARE((*rows)->size(), expected.size());
        QCOMPARE((*byText)->size(), expected.size());
        QVERIFY((*rows)->hasRowsOf(
            *resultOf(PlainQuery::select(then, filter, {{Field::Created, false}}, m_context))));
        QCOMPARE(*count, static_cast<qint64>(expected.size()));
        QCOMPARE(sumOf(facets->at(0)), *count);
        QCOMPARE(sumOf(facets->at(1)), *count);
        QCOMPARE(histogram->total(0), *count);
        QVERIFY(*(*other)->count(filter, m_context, {}) > *count);
    }
}

void QueryStatesTest::aStateThatTheDatabaseHasLostIsTheNewest_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("an event was superseded") << u"superseded"_s;
    QTest::newRow("the index was dropped") << u"dropped"_s;
}

void QueryStatesTest::aStateThatTheDatabaseHasLostIsTheNewest()
{
    QFETCH(const QString, what);
    const auto shown = everything();
    QVERIFY(shown);
    add(10);
    if (what == u"superseded"_s) {
        Event changed = m_generator->event("e5");
        changed.revised = m_context.now;
        m_workspace->commit(m_source, {changed}, m_context.now);
    } else {
        SharedIndex::of(m_workspace->folder())->forget();
    }

    QCOMPARE(*m_engine->count(filterOf({}), contextOf(*shown), {}),
             static_cast<qint64>(m_workspace->records().size()));
}

void QueryStatesTest::aStateOfAnotherWorkspaceIsTheNewest()
{
    const SampleWorkspace empty;
    const auto other = IndexQueryEngine::open(empty.folder());
    QVERIFY(other);
    const auto none = (*other)->select(filterOf({}), defaultSortOrder(), m_context, {});
    QVERIFY(none && (*none)->isEmpty());

    QCOMPARE(*m_engine->count(filterOf({}), contextOf(*none), {}), 300);
}

void QueryStatesTest::placesAreThoseOfTheResultThatIsShown()
{
    const auto shown = everything();
    QVERIFY(shown);
    add(100);
    const auto failed = filterOf(u"outcome:failure"_s);
    const auto rows = PlainQuery::matchingRows(m_workspace->records(), failed, m_context);
    std::vector<std::size_t> expected;
    for (std::size_t place = 0; place < (*shown)->size(); ++place) {
        if (rows.find(*(*shown)->rowAt(place)))
            expected.push_back(place);
    }

    const auto places = m_engine->placesIn(**shown, failed, m_context, 1'000, {});
    const auto tooMany = m_engine->placesIn(**shown, failed, m_context, expected.size() - 1, {});

    QVERIFY(places && *places && tooMany);
    QVERIFY(expected.size() > 10 && **places == expected);
    QVERIFY(!*tooMany);
}

void QueryStatesTest::theTotalIsOfAllListedEvents()
{
    QCOMPARE(*m_engine->total({}, {}), 300);
    add(5);
    QCOMPARE(*m_engine->total({}, {}), 305);
    m_workspace->removeSource(m_source); // with its events
    QCOMPARE(*m_engine->total({}, {}), 0);
}

void QueryStatesTest::aChangeOfTheEventsIsSeen_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("an event came") << u"added"_s;
    QTest::newRow("an event was superseded") << u"superseded"_s;
    QTest::newRow("events went") << u"removed"_s;
}

void QueryStatesTest::aChangeOfTheEventsIsSeen()
{
    QFETCH(const QString, what);
    const auto shown = everything();
    QVERIFY(shown);
    QVERIFY(*m_engine->hasChangedSince({}, {}));
    QVERIFY(!*m_engine->hasChangedSince((*shown)->state(), {}));
    if (what == u"added"_s) {
        add(1);
    } else if (what == u"superseded"_s) {
        Event changed = m_generator->event("e5");
        changed.revised = m_context.now;
        m_workspace->commit(m_source, {changed}, m_context.now);
    } else {
        m_workspace->removeSource(m_source);
    }

    QVERIFY(*m_engine->hasChangedSince((*shown)->state(), {}));
    const auto next = everything();
    QVERIFY(next);
    QVERIFY(!*m_engine->hasChangedSince((*next)->state(), {}));
}

TRAILGLASS_TEST(QueryStatesTest)
#include "tst_querystates.moc"
