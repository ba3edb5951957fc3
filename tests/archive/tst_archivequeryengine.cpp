// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiverow.h"
#include "models/filter/filter.h"
#include "models/query/rowlist.h"
#include "models/query/sortorder.h"
#include "tests/archive/pushedstages.h"
#include "tests/query/eventgenerator.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Ends the test with the words of the error.
#define VERIFY_DONE(result) QVERIFY2(result, (result) ? "" : qPrintable((result).error().message))

Filter::NodePointer filterOf(const QString &expression)
{
    const auto parsed = Filter::parse(expression);
    return std::get<Filter::NodePointer>(parsed);
}

/// Rows as the workspace numbers them.
std::vector<qint64> rowsOf(const std::vector<EventRecord> &records)
{
    std::vector<qint64> rows;
    for (const EventRecord &record : records)
        rows.push_back(ArchiveRow::of(record.row).row.value);
    return rows;
}

std::vector<qint64> rowsOf(const ResultPointer &local)
{
    std::vector<qint64> rows;
    for (const RowId row : *local->list())
        rows.push_back(row.value);
    return rows;
}

bool isSame(const Facet &left, const Facet &right)
{
    return left.field == right.field && left.hasTooMany == right.hasTooMany
        && std::ranges::equal(left.values, right.values, [](const FacetValue &one, const FacetValue &other) {
               return one.value == other.value && one.count == other.count;
           });
}

} // namespace

/// An archive finds what the workspace finds that pushed into it, with real servers.
class ArchiveQueryEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { PushedStages::addRows(); }
    void init();
    void cleanupTestCase() { m_stages.clear(); }

    void findsWhatTheWorkspaceFinds();
    void sortsAsTheWorkspaceDoes_data();
    void sortsAsTheWorkspaceDoes();
    void readsAnyPlaces();
    void countsFacetsAsTheWorkspaceDoes_data();
    void countsFacetsAsTheWorkspaceDoes();
    void countsOverTimeAsTheWorkspaceDoes_data();
    void countsOverTimeAsTheWorkspaceDoes();
    void evaluatesItselfWhatServersCannot_data();
    void evaluatesItselfWhatServersCannot();
    void findsPlacesOfRowsThatWereNotRead();
    void samplesNewestEventsAndOldOnes();
    void staysWithTheEventsOfAResult();
    void knowsWhetherAResultHasTheSameRows();
    void seesThatSomethingWasPushed();
    void knowsWhatAResultCost();
    void endsWhenCancelled();

private:
    PushedWorkspaceStage *m_stage = nullptr; ///< of the engine that is tested
    PushedStages m_stages;
};

void ArchiveQueryEngineTest::init()
{
    QFETCH_GLOBAL(const QByteArray, engine);
    if (const QString reason = m_stages.reasonMissing(engine); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    const auto stage = m_stages.started(engine);
    VERIFY_DONE(stage);
    m_stage = *stage;
}

void ArchiveQueryEngineTest::findsWhatTheWorkspaceFinds()
{
    EventGenerator generator(5);
    for (int round = 0; round < generatedCases(120, 40); ++round) {
        const QString expression = round == 0 ? QString() : generator.expression(2);
        const auto filter = filterOf(expression);
        const auto expected = m_stage->local->select(filter, defaultSortOrder(), m_stage->context, {});
        if (!expected)
            continue; // a pattern over its match limit
        const auto found = m_stage->engine->select(filter, defaultSortOrder(), m_stage->context, {});
        VERIFY_DONE(found);
        QVERIFY2((*found)->size() == (*expected)->size(), qPrintable(expression));
        const auto count = m_stage->engine->count(filter, m_stage->context, {});
        VERIFY_DONE(count);
        QCOMPARE(*count, static_cast<qint64>((*expected)->size()));
        const auto records = m_stage->allOf(*found, {0, (*found)->size()});
        VERIFY_DONE(records);
        QVERIFY2(rowsOf(*records) == rowsOf(*expected), qPrintable(expression));
    }
}

void ArchiveQueryEngineTest::sortsAsTheWorkspaceDoes_data()
{
    QTest::addColumn<QString>("order");
    for (const char *order :
         {"-created", "created", "-received,created", "actor,-created", "-outcome,action", "-hour",
          "weekday,-actor", "message", "-target.name", "@details.n", "-@tags[0],created", "ip"})
        QTest::newRow(order) << QString::fromLatin1(order);
}

void ArchiveQueryEngineTest::sortsAsTheWorkspaceDoes()
{
    QFETCH(const QString, order);
    const SortOrder keys = *parseSortOrder(order);
    const auto filter = filterOf(u"-outcome:failure"_s);
    const auto expected = m_stage->local->select(filter, keys, m_stage->context, {});
    VERIFY_DONE(expected);

    const auto found = m_stage->engine->select(filter, keys, m_stage->context, {});
    VERIFY_DONE(found);
    const auto records = m_stage->allOf(*found, {0, (*found)->size()});

    VERIFY_DONE(records);
    QCOMPARE(rowsOf(*records), rowsOf(*expected));
}

void ArchiveQueryEngineTest::readsAnyPlaces()
{
    std::mt19937 random(3);
    for (const char *order : {"-created", "created", "actor"}) {
        const SortOrder keys = *parseSortOrder(QString::fromLatin1(order));
        const auto expected = m_stage->local->select(filterOf({}), keys, m_stage->context, {});
        VERIFY_DONE(expected);
        for (int round = 0; round < generatedCases(20, 6); ++round) {
            const auto found =
                m_stage->engine->select(filterOf({}), keys, m_stage->context, {}); // nothing was read
            VERIFY_DONE(found);
            const std::size_t first = random() % (*found)->size();
            const PlaceRange places{first, 1 + random() % 40};
            const auto records = m_stage->allOf(*found, places);
            VERIFY_DONE(records);
            std::vector<qint64> rows;
            for (const RowId row : listedRows(**expected, places))
                rows.push_back(row.value);
            QCOMPARE(rowsOf(*records), rows);
            QVERIFY((*found)->rowAt(first) == records->front().row); // it is at hand now
        }
    }
}

void ArchiveQueryEngineTest::countsFacetsAsTheWorkspaceDoes_data()
{
    QTest::addColumn<int>("top");
    QTest::addColumn<int>("maxDistinct");
    QTest::newRow("all values") << 0 << 0;
    QTest::newRow("the most frequent") << 3 << 0;
    QTest::newRow("fields with many values are given up") << 5 << 20;
}

void ArchiveQueryEngineTest::countsFacetsAsTheWorkspaceDoes()
{
    QFETCH(const int, top);
    QFETCH(const int, maxDistinct);
    const FacetRequest request{
        *parseFieldList(
            u"op,outcome,actor,source,vendor,hour,weekday,id,target,message,created,ip,@details.n,@tags"_s),
        top, static_cast<std::size_t>(maxDistinct)};
    for (const QString &expression : {QString(), u"-outcome:failure"_s, u"id:none"_s}) {
        const auto expected = m_stage->local->facets(filterOf(expression), request, m_stage->context, {});
        VERIFY_DONE(expected);
        const auto found = m_stage->engine->facets(filterOf(expression), request, m_stage->context, {});
        VERIFY_DONE(found);
        QCOMPARE(found->size(), expected->size());
        for (std::size_t place = 0; place < found->size(); ++place) {
            QVERIFY2(isSame(found->at(place), expected->at(place)),
                     qPrintable(u"%1, field %2"_s.arg(expression, QString::number(place))));
        }
    }
}

void ArchiveQueryEngineTest::countsOverTimeAsTheWorkspaceDoes_data()
{
    QTest::addColumn<HistogramRequest>("request");
    QTest::newRow("equal bins") << HistogramRequest{EqualBins{37}};
    QTest::newRow("equal bins by outcome") << HistogramRequest{EqualBins{10}, Field::Outcome};
    QTest::newRow("days") << HistogramRequest{IntervalBins{UtcMicros::PerDay}};
    QTest::newRow("bins so short that empty ones are left out") << HistogramRequest{IntervalBins{1'000}};
    QTest::newRow("round times in the zone") << HistogramRequest{RoundBins{60}};
    QTest::newRow("round times by hour") << HistogramRequest{RoundBins{12}, Filter::DerivedField::Hour};
    QTest::newRow("round times of a window") << HistogramRequest{
        RoundBins{40, {*parseTime("2026-01-01T00:00:00Z"), *parseTime("2027-01-01T00:00:00Z")}},
        Field::Actor};
}

void ArchiveQueryEngineTest::countsOverTimeAsTheWorkspaceDoes()
{
    QFETCH(const HistogramRequest, request);
    for (const QString &expression : {QString(), u"outcome:success"_s, u"id:none"_s}) {
        const auto expected = m_stage->local->histogram(filterOf(expression), request, m_stage->context, {});
        VERIFY_DONE(expected);
        const auto found = m_stage->engine->histogram(filterOf(expression), request, m_stage->context, {});
        VERIFY_DONE(found);
        QVERIFY2(*found == *expected, qPrintable(expression));
    }
    const HistogramRequest byId{EqualBins{5}, Field::Id};
    QCOMPARE(m_stage->engine->histogram(filterOf({}), byId, m_stage->context, {}).error().kind,
             ErrorKind::Usage);
}

void ArchiveQueryEngineTest::evaluatesItselfWhatServersCannot_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("looking around, in a coded field") << u"actor:/(?<=a)n/i"_s;
    QTest::newRow("negated") << u"-action:/(.)\\1/"_s;
    QTest::newRow("beside another condition") << u"outcome:success (op:/(?=u)up/ OR actor:/(?!x)./)"_s;
    QTest::newRow("at a path") << u"@tags:/(?<=.)./"_s;
}

void ArchiveQueryEngineTest::evaluatesItselfWhatServersCannot()
{
    QFETCH(const QString, expression);
    const auto expected = m_stage->local->count(filterOf(expression), m_stage->context, {});
    VERIFY_DONE(expected);

    const auto found = m_stage->engine->count(filterOf(expression), m_stage->context, {});

    VERIFY_DONE(found);
    QCOMPARE(*found, *expected);
    QCOMPARE(m_stage->engine->count(filterOf(u"message:/(?<=a)b/"_s), m_stage->context, {}).error().kind,
             ErrorKind::Usage);
}

void ArchiveQueryEngineTest::findsPlacesOfRowsThatWereNotRead()
{
    const auto shown = m_stage->engine->select(filterOf({}), defaultSortOrder(), m_stage->context, {});
    VERIFY_DONE(shown);
    const auto expected = m_stage->local->select(filterOf({}), defaultSortOrder(), m_stage->context, {});
    VERIFY_DONE(expected);
    const auto failed = filterOf(u"outcome:failure"_s);

    const auto places = m_stage->engine->placesIn(**shown, failed, m_stage->context, 10'000, {});
    VERIFY_DONE(places);
    const auto expectedPlaces = m_stage->local->placesIn(**expected, failed, m_stage->context, 10'000, {});
    VERIFY_DONE(expectedPlaces);
    QVERIFY(*places && *places == *expectedPlaces && (*places)->size() > 10);
    const auto tooMany = m_stage->engine->placesIn(**shown, failed, m_stage->context, 5, {});
    QVERIFY(tooMany && !*tooMany);

    const RowId row{(*shown)->rowAt((*places)->at(3)).value()};
    RowTimes unknown; // as another program has it
    ArchiveRecords records(*m_stage->session, unknown);
    const auto other = m_stage->engine->select(filterOf({}), defaultSortOrder(), m_stage->context, {});
    VERIFY_DONE(other);
    QVERIFY(!(*other)->find(row));
    const auto place = records.placeOf(**other, row, {});
    VERIFY_DONE(place);
    QVERIFY(*place == (*places)->at(3));
    QVERIFY((*other)->find(row) == (*places)->at(3));
    const auto read = records.records(**other, std::vector{row}, true, {});
    VERIFY_DONE(read);
    QCOMPARE(read->size(), 1U);
    QVERIFY(!read->front().event.raw.empty());
    const auto byId = records.find(read->front().source, read->front().event.id, {});
    VERIFY_DONE(byId);
    QCOMPARE(byId->row, row);
    QCOMPARE(records.find("a", "no such id", {}).error().kind, ErrorKind::NotFound);
}

void ArchiveQueryEngineTest::samplesNewestEventsAndOldOnes()
{
    std::vector<UtcMicros> times;
    const auto visit = [&times](const EventRecord &record) {
        times.push_back(record.event.created);
    };

    const auto sampled = m_stage->records->sample(visit, {});

    VERIFY_DONE(sampled);
    const auto all = m_stage->engine->select(filterOf({}), defaultSortOrder(), m_stage->context, {});
    VERIFY_DONE(all);
    const auto ends = m_stage->allOf(*all, {0, 1});
    VERIFY_DONE(ends);
    QVERIFY(std::ranges::find(times, ends->front().event.created) != times.end());
    QVERIFY(times.size() >= 500);
}

void ArchiveQueryEngineTest::staysWithTheEventsOfAResult()
{
    const auto shown = m_stage->engine->select(filterOf({}), defaultSortOrder(), m_stage->context, {});
    VERIFY_DONE(shown);
    const auto before = m_stage->local->select(filterOf({}), defaultSortOrder(), m_stage->context, {});
    VERIFY_DONE(before);
    const std::vector<qint64> rows = rowsOf(*before);
    QueryContext then = m_stage->context;
    then.state = (*shown)->state();

    m_stage->add(5);
    m_stage->change({10, 11, 12});
    const auto pushed = m_stage->push();
    VERIFY_DONE(pushed);

    QCOMPARE(*m_stage->engine->count(filterOf({}), then, {}), static_cast<qint64>(rows.size()));
    QCOMPARE(*m_stage->engine->count(filterOf({}), m_stage->context, {}),
             static_cast<qint64>(rows.size()) + 5);
    QCOMPARE(*m_stage->engine->total(then.state, {}), static_cast<qint64>(rows.size()));
    const auto facets = m_stage->engine->facets(filterOf({}), {{Field::Outcome}, 0, 0}, then, {});
    VERIFY_DONE(facets);
    qint64 sum = 0;
    for (const FacetValue &value : facets->front().values)
        sum += value.count;
    QCOMPARE(sum, static_cast<qint64>(rows.size()));
    const auto histogram = m_stage->engine->histogram(filterOf({}), {EqualBins{1}}, then, {});
    VERIFY_DONE(histogram);
    QCOMPARE(histogram->total(0), static_cast<qint64>(rows.size()));
    const auto records = m_stage->allOf(*shown, {0, (*shown)->size()}); // those that were replaced, too
    VERIFY_DONE(records);
    QCOMPARE(rowsOf(*records), rows);
}

void ArchiveQueryEngineTest::knowsWhetherAResultHasTheSameRows()
{
    const auto filter = filterOf(u"source:a"_s);
    const auto first = m_stage->engine->select(filter, defaultSortOrder(), m_stage->context, {});
    VERIFY_DONE(first);
    m_stage->add(1, 0);
    const auto pushed = m_stage->push();
    VERIFY_DONE(pushed);
    const auto second = m_stage->engine->select(filter, defaultSortOrder(), m_stage->context, {});
    m_stage->add(1, 1); // of the other source
    const auto again = m_stage->push();
    VERIFY_DONE(again);

    const auto third = m_stage->engine->select(filter, defaultSortOrder(), m_stage->context, {});

    VERIFY_DONE(second);
    VERIFY_DONE(third);
    QVERIFY(!(*second)->hasRowsOf(**first));
    QCOMPARE((*second)->countSince(**first), 1U);
    QVERIFY((*third)->hasRowsOf(**second));
    const auto byOther = m_stage->engine->select(filter, *parseSortOrder(u"created"_s), m_stage->context, {});
    VERIFY_DONE(byOther);
    QVERIFY(!(*byOther)->hasRowsOf(**third));
}

void ArchiveQueryEngineTest::seesThatSomethingWasPushed()
{
    const auto before = m_stage->engine->select(filterOf({}), defaultSortOrder(), m_stage->context, {});
    VERIFY_DONE(before);
    const auto changed = [this, &before] {
        return m_stage->engine->hasChangedSince((*before)->state(), {});
    };
    QVERIFY(*m_stage->engine->hasChangedSince({}, {}));
    QVERIFY(!*changed());
    m_stage->change({5}); // there are as many events as before
    const auto pushed = m_stage->push();
    VERIFY_DONE(pushed);

    QVERIFY(*changed());
}

void ArchiveQueryEngineTest::knowsWhatAResultCost()
{
    m_stage->engine.emplace(*m_stage->session, m_stage->times); // one without an earlier result
    QVERIFY(!m_stage->engine->cost());
    const auto found = m_stage->engine->select(filterOf({}), defaultSortOrder(), m_stage->context, {});
    VERIFY_DONE(found);
    const auto cost = m_stage->engine->cost();
    QVERIFY(cost && cost->received > 0);

    const auto again = m_stage->engine->select(filterOf({}), defaultSortOrder(), m_stage->context, {});

    VERIFY_DONE(again);
    QVERIFY(m_stage->engine->cost()->received < cost->received); // of the last one; only the ledger was read
}

void ArchiveQueryEngineTest::endsWhenCancelled()
{
    CancelSource source;
    const CancelToken token = source.token();
    source.cancel();

    QCOMPARE(m_stage->engine->count(filterOf({}), m_stage->context, token).error().kind,
             ErrorKind::Cancelled);
    QCOMPARE(m_stage->engine->select(filterOf({}), defaultSortOrder(), m_stage->context, token).error().kind,
             ErrorKind::Cancelled);
}

TRAILGLASS_TEST(ArchiveQueryEngineTest)
#include "tst_archivequeryengine.moc"
