// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiverow.h"
#include "models/exporting/column.h"
#include "models/exporting/csvwriter.h"
#include "models/exporting/exportjob.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/filter/filter.h"
#include "models/query/rowlist.h"
#include "models/query/sortorder.h"
#include "models/query/storerecordsource.h"
#include "tests/archive/pushedstages.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QBuffer>
#include <QTest>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// So few that seven hundred events are many blocks.
BlockLimits fewRows(std::size_t rows)
{
    return {.rows = rows, .firstRows = rows / 2, .fewRows = 2, .shortRange = 10};
}

/// Events of one microsecond, and some that are taken back.
Result<void> addTies(PushedWorkspaceStage &stage)
{
    const SourceId source = stage.workspace.addSource(u"ties"_s, u"asana"_s);
    std::vector<Event> events;
    for (int number = 1; number <= 12; ++number)
        events.push_back(makeEvent("tie" + std::to_string(number)));
    stage.workspace.commit(source, std::move(events), stage.context.now);
    TRY(stage.push());
    stage.change({4, 78, 201, 300, 301, 302, 303, 600});
    return stage.push();
}

Result<QByteArray> exported(RecordSource &records, const ResultRows &rows, RecordWriter &writer)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    TRY(exportTo(buffer, {.rows = rows, .records = records, .writer = writer}));
    return buffer.data();
}

} // namespace

/// An export from an archive is byte for byte that of the workspace which pushed into it, with real servers.
class ArchiveExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { PushedStages::addRows(); }
    void init();
    void cleanupTestCase() { m_stages.clear(); }

    void writesWhatTheWorkspaceWrites_data();
    void writesWhatTheWorkspaceWrites();
    void writesChosenRowsOfAnyOrder_data();
    void writesChosenRowsOfAnyOrder();
    void readsEventsThatCannotBeDivided();
    void staysWithTheEventsOfTheResult();

private:
    /// Exports rows of the workspace, and the same ones of the archive.
    void compare(const ResultRows &expected, const ResultRows &found, bool asCsv);

    PushedWorkspaceStage *m_stage = nullptr; ///< of the engine that is tested
    std::unique_ptr<EventReader> m_reader;
    PushedStages m_stages{addTies};
};

void ArchiveExportTest::init()
{
    QFETCH_GLOBAL(const QByteArray, engine);
    if (const QString reason = m_stages.reasonMissing(engine); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    const auto stage = m_stages.started(engine);
    VERIFY_RESULT(stage);
    m_stage = *stage;
    auto reader = EventReader::open(m_stage->workspace.folder());
    VERIFY_RESULT(reader);
    m_reader = *std::move(reader);
}

#define SELECT_EVENTS(expression, order)                                                                     \
    const auto parsed = Filter::parse(expression);                                                           \
    const auto filter = std::get<Filter::NodePointer>(parsed);                                               \
    const auto expected = m_stage->local->select(filter, *parseSortOrder(order), m_stage->context, {});      \
    VERIFY_RESULT(expected);                                                                                 \
    const auto found = m_stage->engine->select(filter, *parseSortOrder(order), m_stage->context, {});        \
    VERIFY_RESULT(found)

void ArchiveExportTest::compare(const ResultRows &expected, const ResultRows &found, bool asCsv)
{
    const auto makeWriter = [asCsv]() -> std::unique_ptr<RecordWriter> {
        if (asCsv)
            return std::make_unique<CsvWriter>(defaultColumns());
        return std::make_unique<NdjsonWriter>();
    };
    StoreRecordSource local(*m_reader);
    const auto localWriter = makeWriter();
    const auto right = exported(local, expected, *localWriter);
    VERIFY_RESULT(right);
    ArchiveRecords archive(*m_stage->session, m_stage->times, fewRows(120));
    const auto writer = makeWriter();
    const auto written = exported(archive, found, *writer);
    VERIFY_RESULT(written);
    QVERIFY(right->size() > 1'000);
    QVERIFY(*written == *right);
}

void ArchiveExportTest::writesWhatTheWorkspaceWrites_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("order");
    QTest::addColumn<bool>("asCsv");
    QTest::newRow("newest first") << u""_s << u"-created"_s << false;
    QTest::newRow("newest first, as CSV") << u""_s << u"-created"_s << true;
    QTest::newRow("oldest first, filtered") << u"-outcome:failure"_s << u"created"_s << false;
    QTest::newRow("a text in the JSON") << u"raw:~n"_s << u"-created"_s << false;
    QTest::newRow("a path") << u"@tags:*"_s << u"-created"_s << false;
    QTest::newRow("by a text") << u""_s << u"actor,-created"_s << false;
    QTest::newRow("by a text, filtered, as CSV") << u"-outcome:failure"_s << u"-message,action"_s << true;
    QTest::newRow("by an hour") << u""_s << u"-hour"_s << false;
    QTest::newRow("by a path that is filtered, too") << u"@tags:*"_s << u"-@tags[0],created"_s << false;
    QTest::newRow("by the time of arrival") << u""_s << u"-received,created"_s << false;
}

void ArchiveExportTest::writesWhatTheWorkspaceWrites()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, order);
    QFETCH(const bool, asCsv);
    SELECT_EVENTS(expression, order);
    compare(**expected, **found, asCsv);
}

void ArchiveExportTest::writesChosenRowsOfAnyOrder_data()
{
    QTest::addColumn<QString>("order");
    QTest::newRow("newest first") << u"-created"_s;
    QTest::newRow("by a text") << u"-actor"_s;
}

void ArchiveExportTest::writesChosenRowsOfAnyOrder()
{
    QFETCH(const QString, order);
    SELECT_EVENTS(QString(), order);
    const std::vector<PlaceRange> ranges{{611, 1}, {33, 310}, {2, 5}, {600, 10}, {500, 77}};
    const RowRanges chosen(*expected, ranges);
    const RowRanges chosenThere(*found, ranges);
    compare(chosen, chosenThere, false);
}

void ArchiveExportTest::readsEventsThatCannotBeDivided()
{
    SELECT_EVENTS(u"source:ties"_s, u"-created"_s);
    QCOMPARE((*found)->size(), 12U);
    ArchiveRecords archive(*m_stage->session, m_stage->times, fewRows(6));
    std::vector<std::string> ids;
    const auto take = [&ids](std::vector<EventRecord> &&page) -> Result<void> {
        for (const EventRecord &record : page)
            ids.push_back(record.event.id);
        return {};
    };

    VERIFY_RESULT(archive.readPages(**found, true, take, {}));

    QCOMPARE(ids.size(), 12U);
    QCOMPARE(ids.front(), std::string("tie12"));
    QCOMPARE(ids.back(), std::string("tie1"));
}

/// Others push while the first block is written.
void ArchiveExportTest::staysWithTheEventsOfTheResult()
{
    SELECT_EVENTS(QString(), u"-created"_s);
    std::vector<RowId> rows;
    int pages = 0;
    ArchiveRecords archive(*m_stage->session, m_stage->times, fewRows(120));
    const auto take = [&](std::vector<EventRecord> &&page) -> Result<void> {
        for (const EventRecord &record : page)
            rows.push_back(ArchiveRow::of(record.row).row);
        if (++pages == 1) {
            m_stage->add(20);
            m_stage->change({15, 150, 151, 400, 650});
            TRY(m_stage->push());
        }
        return {};
    };

    VERIFY_RESULT(archive.readPages(**found, true, take, {}));

    QVERIFY(pages > 3);
    QVERIFY(std::ranges::equal(rows, *(*expected)->list()));
}

TRAILGLASS_TEST(ArchiveExportTest)
#include "tst_archiveexport.moc"
