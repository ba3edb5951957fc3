// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/query/sortorder.h"
#include "models/table/eventtablemodel.h"
#include "models/workspace/coveragelister.h"
#include "models/workspace/emptyresultrunner.h"
#include "models/workspace/eventexporter.h"
#include "models/workspace/eventlookup.h"
#include "models/workspace/facetrunner.h"
#include "models/workspace/histogramrunner.h"
#include "models/workspace/pathlister.h"
#include "models/workspace/placefinder.h"
#include "models/workspace/recordpageloader.h"
#include "models/workspace/relatedrunner.h"
#include "models/workspace/resultrunner.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/remoteplace.h"

#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Events = 1'000;
/// Above all that fits four bytes, as the row numbers of an archive are.
constexpr qint64 FirstRow = (qint64(1) << 47) + 1;

RowId rowOf(qint64 number)
{
    return {FirstRow + number};
}

EventRecord recordOf(qint64 number)
{
    EventRecord record;
    record.row = rowOf(number);
    record.source = "team";
    record.received = Noon;
    record.event = makeEvent("e" + std::to_string(number));
    record.event.created = Noon + number;
    record.event.outcome = number % 10 == 0 ? Outcome::Failure : Outcome::Success;
    record.event.action = number % 2 == 0 ? "read" : "write";
    return record;
}

} // namespace

/// Whatever shows events works where results have no list of rows, and all of it is about the same events.
class RemotePlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theTableReadsPagesByPlace();
    void aRefusedPageCanBeReadAgain();
    void aRowIsKnownInTheNextResultAlthoughItWasNotRead();
    void countsAreOfTheEventsOfTheResult();
    void anExportIsOfTheEventsOfTheResult();
    void anExportOfChosenRowsIsReadByPlace();
    void theInspectorReadsAnEventThatWasTakenBackSince();
    void placesAreFoundAtThePlaceOfTheEvents();
    void anEventIsFoundByItsId();
    void relatedEventsAreCountedThere();
    void anEmptyResultIsExplainedFromThere();
    void pathsAreThoseOfASample();
    void theCoverageIsThatOfThePlace();
    void theTableGrowsOnlyWithTheSameRows();

private:
    [[nodiscard]] QueryResult resultOf(const QString &expression)
    {
        QSignalSpy finished(m_results.get(), &ResultRunner::finished);
        m_results->run(request(expression));
        return finished.wait() ? finished.constFirst().constFirst().value<QueryResult>() : QueryResult();
    }
    [[nodiscard]] QStringList exported(ExportPlan plan)
    {
        const QTemporaryDir folder;
        const QString fileName = folder.filePath(u"out.csv"_s);
        EventExporter exporter(m_place);
        QSignalSpy written(&exporter, &EventExporter::written);
        plan.columns = *parseColumns(u"id"_s);
        exporter.write(plan, fileName);
        QFile file(fileName);
        if (!written.wait() || !file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts).mid(1);
    }
    /// Three newer events, two of which failed, and one failed event less.
    void goOn()
    {
        for (const qint64 number : {1, 10, 20})
            m_archive->add(recordOf(Events + number));
        m_archive->remove(rowOf(500));
    }

    NoonClock m_clock;
    std::shared_ptr<RemoteArchive> m_archive;
    Place m_place{QString()};
    std::unique_ptr<ResultRunner> m_results;
    std::unique_ptr<RecordPageLoader> m_pages;
};

void RemotePlaceTest::init()
{
    failOnWarnings();
    m_archive = std::make_shared<RemoteArchive>();
    for (qint64 number = 1; number <= Events; ++number)
        m_archive->add(recordOf(number));
    m_place = remotePlace(m_archive);
    m_results = std::make_unique<ResultRunner>(m_place, m_clock);
    m_pages = std::make_unique<RecordPageLoader>(m_place);
}

void RemotePlaceTest::cleanup()
{
    m_results.reset();
    m_pages.reset();
}

void RemotePlaceTest::theTableReadsPagesByPlace()
{
    EventTableModel model(*m_pages);
    model.setColumns(*parseColumns(u"id,@id"_s));
    const QueryResult result = resultOf(u"outcome:failure"_s);
    QCOMPARE(result.total, Events);
    QVERIFY(!result.snapshot->list());

    model.setSnapshot(result.snapshot);

    QCOMPARE(model.rowCount(), static_cast<int>(Events / 10));
    QVERIFY(!model.rowId(40)); // not read yet
    QTRY_COMPARE(model.index(40, 0).data().toString(), u"e600"_s);
    QCOMPARE(model.index(40, 1).data().toString(), u"e600"_s);
    QCOMPARE(model.rowId(40), rowOf(600));
    QCOMPARE(model.rowOf(rowOf(600)), std::optional(40));
    QTRY_COMPARE(model.index(99, 0).data().toString(), u"e10"_s);
}

void RemotePlaceTest::aRefusedPageCanBeReadAgain()
{
    EventTableModel model(*m_pages);
    model.setColumns(*parseColumns(u"id"_s));
    QSignalSpy failed(&model, &EventTableModel::failed);
    model.setSnapshot(resultOf({}).snapshot);
    m_archive->setUnreachable(true);
    QVERIFY(model.index(0, 0).data().toString().isEmpty());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::Network);

    m_archive->setUnreachable(false);
    model.retry();

    QTRY_COMPARE(model.index(0, 0).data().toString(), u"e1000"_s);
}

void RemotePlaceTest::aRowIsKnownInTheNextResultAlthoughItWasNotRead()
{
    QVERIFY(!resultOf({}).snapshot->find(rowOf(300)));
    m_results->setRowsToFind([] { return std::vector{rowOf(300), rowOf(Events * 2)}; });
    goOn();

    const QueryResult result = resultOf({});

    QCOMPARE(result.snapshot->find(rowOf(300)),
             std::optional<std::size_t>(702)); // 700 + 3 new - 1 taken back
    QVERIFY(!result.snapshot->find(rowOf(Events * 2)));
}

void RemotePlaceTest::countsAreOfTheEventsOfTheResult()
{
    const QueryResult result = resultOf(u"outcome:failure"_s);
    ResultRequest beside = result.request;
    beside.state = result.snapshot->state();
    QCOMPARE(m_results->state(), beside.state);
    goOn();
    FacetRunner facets(m_place, m_clock);
    HistogramRunner histograms(m_place, m_clock);
    QSignalSpy counted(&facets, &FacetRunner::counted);
    QSignalSpy drawn(&histograms, &HistogramRunner::counted);
    const auto failures = [&counted, &facets](const ResultRequest &of) {
        counted.clear();
        facets.count(of, {Field::Action}, 10);
        if (!counted.wait())
            return qint64(0);
        const auto values = counted.constFirst().constFirst().value<FacetResult>().facet.values;
        return values.size() == 1 ? values.front().count : 0;
    };

    QCOMPARE(failures(beside), Events / 10);
    QCOMPARE(failures(result.request), Events / 10 + 1);
    histograms.count(beside, Field::Outcome, 10);
    QVERIFY(drawn.wait());
    const auto then = drawn.takeFirst().constFirst().value<HistogramResult>().histogram;
    QCOMPARE(then.total(0), Events / 10);
    QCOMPARE(then.bins.front().end.value, (Noon + Events + 1).value);
    histograms.count(result.request, Field::Outcome, 10);
    QVERIFY(drawn.wait());
    const auto now = drawn.takeFirst().constFirst().value<HistogramResult>().histogram;
    QCOMPARE(now.bins.front().end.value, (Noon + Events + 21).value); // the newest one
}

void RemotePlaceTest::anExportIsOfTheEventsOfTheResult()
{
    const QueryResult result = resultOf(u"outcome:failure"_s);
    goOn();

    const QStringList ids = exported({.rows = result.snapshot, .query = {result.expanded, result.context}});

    QCOMPARE(ids.size(), Events / 10);
    QCOMPARE(ids.constFirst(), u"e1000"_s); // without those that came since
    QVERIFY(ids.contains(u"e500"_s)); // with the one that was taken back
}

void RemotePlaceTest::anExportOfChosenRowsIsReadByPlace()
{
    const QueryResult result = resultOf({});
    const auto rows =
        std::make_shared<const RowRanges>(result.snapshot, std::vector<PlaceRange>{{998, 2}, {3, 1}});

    const QStringList ids = exported({.rows = rows, .query = {result.expanded, result.context}});

    QCOMPARE(ids, QStringList({u"e2"_s, u"e1"_s, u"e997"_s}));
}

void RemotePlaceTest::theInspectorReadsAnEventThatWasTakenBackSince()
{
    const QueryResult result = resultOf({});
    goOn();
    std::optional<Result<std::vector<EventRecord>>> records;
    m_pages->fetch(result.snapshot, {rowOf(500), rowOf(Events + 1)}, RecordFetcher::WithRaw::Yes, this,
                   [&records](Result<std::vector<EventRecord>> read) { records = std::move(read); });
    QTRY_VERIFY(records);
    VERIFY_RESULT(*records);
    QCOMPARE((*records)->size(), 1U); // the other one came after the result
    QCOMPARE((*records)->front().event.raw, std::string(R"({"id":"e500"})"));
}

void RemotePlaceTest::placesAreFoundAtThePlaceOfTheEvents()
{
    const QueryResult shown = resultOf(u"action:read"_s); // e1000, e998 …
    goOn();
    PlaceFinder finder(m_place);
    QSignalSpy found(&finder, &PlaceFinder::found);
    QSignalSpy end(&finder, &PlaceFinder::endFound);

    finder.find(shown, filter(u"id:e1000,e500"_s));
    QVERIFY(found.wait());
    QCOMPARE(found.constFirst().constFirst().value<std::vector<std::size_t>>(),
             (std::vector<std::size_t>{0, 250}));

    finder.findEnd(shown, filter(u"outcome:failure"_s));
    QVERIFY(end.wait());
    QCOMPARE(end.constFirst().constFirst().value<std::size_t>(), 100U); // as when it was shown
}

void RemotePlaceTest::anEventIsFoundByItsId()
{
    const auto open = m_place.open();

    QCOMPARE(findEvent(*open, u"team"_s, u"e7"_s)->row, rowOf(7));
    QCOMPARE(findEvent(*open, u"team"_s, u"none"_s).error().kind, ErrorKind::NotFound);
    QCOMPARE(findEvent(*open, u"teem"_s, u"e7"_s).error().kind, ErrorKind::Usage);
}

void RemotePlaceTest::relatedEventsAreCountedThere()
{
    const EventRecord record = recordOf(2);
    std::vector<RelatedQuery> queries = relatedQueries(record);
    std::erase_if(queries, [](const RelatedQuery &query) { return query.relation != Relation::Action; });
    QCOMPARE(queries.size(), 1U);
    RelatedRunner related(m_place, m_clock);
    QSignalSpy failed(&related, &RelatedRunner::failed);
    std::optional<RelatedCounts> found;
    connect(&related, &RelatedRunner::counted, this,
            [&found](std::size_t, const RelatedCounts &counts) { found = counts; });

    related.count(queries, record.event.created);

    QTRY_VERIFY(found);
    QCOMPARE(found->total, Events / 2);
    QVERIFY(found->seen == (SeenTimes{Noon + 2, Noon + Events}));
    QVERIFY(found->isFirst);
    QVERIFY(failed.isEmpty());
    m_archive->setUnreachable(true);
    related.count(queries, record.event.created);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::Network);
}

void RemotePlaceTest::anEmptyResultIsExplainedFromThere()
{
    EmptyResultRunner runner(m_place, m_clock);
    EmptyResultReport report;
    connect(&runner, &EmptyResultRunner::explained, this,
            [&report](const EmptyResultReport &explained) { report = explained; });

    runner.explain(request(u"action:read action:write"_s));

    QTRY_VERIFY(report.isComplete);
    QCOMPARE(report.alternatives.size(), 2U);
    for (const FoundAlternative &found : report.alternatives)
        QCOMPARE(found.count, Events / 2);
}

void RemotePlaceTest::pathsAreThoseOfASample()
{
    PathLister lister(m_place);
    QSignalSpy listed(&lister, &PathLister::listed);
    lister.list();
    QVERIFY(listed.wait());
    QCOMPARE(listed.constFirst().constFirst().toStringList(), QStringList(u"@id"_s));
}

void RemotePlaceTest::theCoverageIsThatOfThePlace()
{
    CoverageLister lister(m_place, m_clock);
    QSignalSpy listed(&lister, &CoverageLister::listed);
    lister.list();
    QVERIFY(listed.wait());
    const auto sources = listed.constFirst().constFirst().value<QList<SourceCoverage>>();
    QCOMPARE(sources.size(), 1);
    QCOMPARE(sources.constFirst().source, u"team"_s);
    const std::vector<CoverageInterval> all{{{std::nullopt, m_clock.now()}, true}};
    QVERIFY(sources.constFirst().intervals == all);
}

void RemotePlaceTest::theTableGrowsOnlyWithTheSameRows()
{
    EventTableModel model(*m_pages);
    model.setColumns(*parseColumns(u"id"_s));
    model.setSnapshot(resultOf({}).snapshot);
    QTRY_COMPARE(model.index(0, 0).data().toString(), u"e1000"_s);

    QVERIFY(model.growTo(resultOf({}).snapshot)); // nothing happened in between
    QCOMPARE(model.rowId(0), rowOf(1000)); // read for the result before
    goOn();
    const ResultPointer later = resultOf({}).snapshot;
    QVERIFY(!model.growTo(later));
    QCOMPARE(later->countSince(*model.snapshot()), 2U);
}

TRAILGLASS_TEST(RemotePlaceTest)
#include "tst_remoteplace.moc"
