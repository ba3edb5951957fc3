// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/eventexporter.h"

#include "models/filter/filter.h"
#include "models/query/index/indexqueryengine.h"
#include "models/store/sqlconnection.h"
#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <QDir>
#include <QSignalSpy>

#include <unistd.h>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class EventExporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void surveysWhatItThenWrites_data();
    void surveysWhatItThenWrites();
    void copiesNoRows();
    void tellsGapsWithinTheSpan();
    void tellsOfEventsThatTheResultLacks();
    void reportsWhatIsWrittenWhenGapsCannotBeRead();
    void leavesNothingWhenCancelled();
    void endsTheLastCallWithANewOne();
    void saysWhyItCannotWrite();
    void replacesNoFileOfItsWorkspace_data();
    void replacesNoFileOfItsWorkspace();
    void leavesNothingHalfDoneWhenItGoes();

private:
    [[nodiscard]] ExportPlan plan(qint64 count) const;
    [[nodiscard]] QStringList written() const
    {
        return QDir(m_out->path()).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<QTemporaryDir> m_out;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<EventExporter> m_exporter;
    std::unique_ptr<QSignalSpy> m_surveyed;
    std::unique_ptr<QSignalSpy> m_written;
    std::unique_ptr<QSignalSpy> m_failed;
};

void EventExporterTest::init()
{
    failOnWarnings();
    m_out = std::make_unique<QTemporaryDir>();
    m_workspace = std::make_unique<Workspace>();
    m_exporter = std::make_unique<EventExporter>(m_workspace->folder());
    m_surveyed = std::make_unique<QSignalSpy>(m_exporter.get(), &EventExporter::surveyed);
    m_written = std::make_unique<QSignalSpy>(m_exporter.get(), &EventExporter::written);
    m_failed = std::make_unique<QSignalSpy>(m_exporter.get(), &EventExporter::failed);
}

ExportPlan EventExporterTest::plan(qint64 count) const
{
    ExportPlan plan;
    RowList rows;
    for (qint64 row = count; row > 0; --row)
        rows.push_back({row});
    plan.rows = Testing::resultOf(std::move(rows));
    plan.query = {filter({}), {Noon + 5 * UtcMicros::PerDay}};
    plan.columns = *parseColumns(u"created,actor,message"_s);
    return plan;
}

void EventExporterTest::surveysWhatItThenWrites_data()
{
    QTest::addColumn<bool>("csv");
    QTest::addColumn<bool>("columns");
    QTest::addColumn<ExportSummary>("summary");
    QTest::newRow("CSV") << true << true << ExportSummary{3, 3, 1};
    QTest::newRow("NDJSON") << false << true << ExportSummary{3, 3, 0};
    QTest::newRow("whole records") << false << false << ExportSummary{3, 19, 0};
}

void EventExporterTest::surveysWhatItThenWrites()
{
    QFETCH(bool, csv);
    QFETCH(bool, columns);
    QFETCH(ExportSummary, summary);
    const SourceId source = m_workspace->fill(2);
    Event formula = makeEvent("formula");
    formula.message = "=cmd()";
    QVERIFY(m_workspace->writer().commit(page(source, {formula})));
    ExportPlan asked = plan(3);
    asked.format = csv ? ExportFormat::Csv : ExportFormat::Ndjson;
    if (!columns)
        asked.columns.clear();

    m_exporter->survey(asked);
    QTRY_COMPARE(m_surveyed->size(), 1);
    QVERIFY(written().isEmpty());
    const QString fileName = m_out->filePath(u"events"_s);
    m_exporter->write(asked, fileName);
    QTRY_COMPARE(m_written->size(), 1);
    const auto surveyed = m_surveyed->first().first().value<ExportReport>().summary;
    QCOMPARE(m_written->first().first().value<ExportReport>().summary, surveyed);
    QCOMPARE(surveyed.rows, summary.rows);
    QCOMPARE(surveyed.columns, summary.columns);
    QCOMPARE(surveyed.neutralisedCells, summary.neutralisedCells);
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), csv ? 4 : 3);
    QVERIFY(m_failed->isEmpty());
}

void EventExporterTest::copiesNoRows()
{
    m_workspace->fill(1);
    ExportPlan asked = plan(1);
    std::weak_ptr<const ResultRows> rows = asked.rows;
    m_exporter->survey(asked);
    QVERIFY(rows.use_count() > 1);
    QTRY_COMPARE(m_surveyed->size(), 1);
    asked.rows.reset();
    m_exporter->survey(plan(1));
    QTRY_COMPARE(m_surveyed->size(), 2);
    QTRY_VERIFY(rows.expired()); // and kept no longer than they are needed
}

void EventExporterTest::tellsGapsWithinTheSpan()
{
    const auto hour = [](int hours) {
        return Noon + hours * UtcMicros::PerHour;
    };
    const auto at = [&hour](const std::string &id, int hours) {
        Event event = makeEvent(id);
        event.created = hour(hours);
        return event;
    };
    const auto covered = [](UtcMicros from, UtcMicros to) {
        return CoverageEntry{.window = {from, to}, .answered = to, .pages = 1};
    };
    PageCommit first = page(m_workspace->addSource(u"team"_s), {at("a", 0), at("b", 10), at("later", 90)});
    first.covered = {covered(hour(-5), hour(2)), covered(hour(4), hour(100))};
    QVERIFY(m_workspace->writer().commit(first));
    PageCommit second = page(m_workspace->addSource(u"work"_s), {});
    second.covered = {covered(hour(-9), hour(9)), covered(hour(20), hour(30))};
    QVERIFY(m_workspace->writer().commit(second));
    m_workspace->remove(m_workspace->addSource(u"gone"_s), EventWriter::Purge::No);

    m_exporter->survey(plan(2));
    QTRY_COMPARE(m_surveyed->size(), 1);
    const auto survey = m_surveyed->first().first().value<ExportReport>();
    QCOMPARE(survey.summary.rows, 2);
    QCOMPARE(
        survey.gaps,
        (std::vector<CoverageGap>{{u"team"_s, {hour(2), hour(4)}}, {u"work"_s, {hour(9), hour(10) + 1}}}));

    m_exporter->survey(plan(0)); // no span, no gap
    QTRY_COMPARE(m_surveyed->size(), 2);
    QVERIFY(m_surveyed->last().first().value<ExportReport>().gaps.empty());
}

void EventExporterTest::tellsOfEventsThatTheResultLacks()
{
    m_workspace->fill(10);
    {
        const auto connection =
            SqlConnection::openForWriting(m_workspace->folder() + u"/trailglass.sqlite"_s);
        QVERIFY((*connection)->execute("DELETE FROM event WHERE row = 7"));
    }
    // The result that is exported comes from an engine that is kept, as the window keeps one.
    const auto engine = *IndexQueryEngine::open(m_workspace->folder());
    QVERIFY(engine->count(std::get<Filter::NodePointer>(Filter::parse({})), {Noon}, {}));

    m_exporter->survey(plan(3));
    QTRY_COMPARE(m_surveyed->size(), 1);
    m_exporter->write(plan(3), m_out->filePath(u"events.csv"_s)); // the counting may have been stopped
    QTRY_COMPARE(m_written->size(), 1);
    for (const QSignalSpy *spy : {m_surveyed.get(), m_written.get()}) {
        const QString missing = spy->first().first().value<ExportReport>().missing;
        QVERIFY2(missing.contains("Results lack 1 of the 10 event(s)"_L1), qPrintable(missing));
    }
}

void EventExporterTest::reportsWhatIsWrittenWhenGapsCannotBeRead()
{
    m_workspace->fill(3);
    {
        const auto connection =
            SqlConnection::openForWriting(m_workspace->folder() + u"/trailglass.sqlite"_s);
        QVERIFY((*connection)->execute("INSERT INTO coverage (source, answered, pages) VALUES (1, 0, -1)"));
    }
    m_exporter->write(plan(3), m_out->filePath(u"events.csv"_s));
    QTRY_COMPARE(m_written->size(), 1);
    const auto report = m_written->first().first().value<ExportReport>();
    QCOMPARE(report.summary.rows, 3);
    QVERIFY(report.gaps.empty());
    QVERIFY2(report.unknownGaps.startsWith(u"Events may be missing"_s), qPrintable(report.unknownGaps));
    QVERIFY(report.warnings.contains(report.unknownGaps));
    QCOMPARE(written(), QStringList{u"events.csv"_s});
}

void EventExporterTest::leavesNothingWhenCancelled()
{
    m_workspace->fill(5000);
    m_exporter->write(plan(5000), m_out->filePath(u"events.csv"_s));
    m_exporter->cancel();
    QVERIFY(m_failed->isEmpty());
    QTRY_COMPARE(m_failed->size(), 1);
    QCOMPARE(m_failed->first().first().value<Error>().kind, ErrorKind::Cancelled);
    QVERIFY(written().isEmpty());
    m_exporter->cancel(); // nothing is on
    m_exporter->survey(plan(2));
    QTRY_COMPARE(m_surveyed->size(), 1);
    QCOMPARE(m_failed->size(), 1);
    QVERIFY(m_written->isEmpty());
}

void EventExporterTest::endsTheLastCallWithANewOne()
{
    m_workspace->fill(3000);
    m_exporter->write(plan(3000), m_out->filePath(u"first.csv"_s));
    m_exporter->survey(plan(3000));
    m_exporter->write(plan(10), m_out->filePath(u"last.csv"_s));
    QTRY_COMPARE(m_written->size(), 1);
    QCOMPARE(m_written->first().first().value<ExportReport>().summary.rows, 10);
    QVERIFY(m_surveyed->isEmpty() && m_failed->isEmpty());
    QVERIFY(!written().contains(u"first.csv"_s));
}

void EventExporterTest::saysWhyItCannotWrite()
{
    m_workspace->fill(2);
    m_exporter->write(plan(2), m_out->filePath(u"no/such/folder/events.csv"_s));
    QTRY_COMPARE(m_failed->size(), 1);
    QCOMPARE(m_failed->first().first().value<Error>().kind, ErrorKind::Storage);
}

void EventExporterTest::replacesNoFileOfItsWorkspace_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("the database") << u"trailglass.sqlite"_s;
    QTest::newRow("its log") << u"trailglass.sqlite-wal"_s;
    QTest::newRow("the lock by a hard link") << u"hard.csv"_s;
}

void EventExporterTest::replacesNoFileOfItsWorkspace()
{
    QFETCH(QString, name);
    m_workspace->fill(2);
    QFile lock(m_workspace->folder() + u"/trailglass.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QCOMPARE(::link(QFile::encodeName(lock.fileName()).constData(),
                    QFile::encodeName(m_workspace->folder() + u"/hard.csv"_s).constData()),
             0);
    m_exporter->write(plan(2), m_workspace->folder() + u'/' + name);
    QTRY_COMPARE(m_failed->size(), 1);
    QCOMPARE(m_failed->first().first().value<Error>().kind, ErrorKind::Usage);
    QVERIFY(m_written->isEmpty());
    m_exporter->write(plan(2), m_out->filePath(u"events.csv"_s));
    QTRY_COMPARE(m_written->size(), 1);
    QCOMPARE(m_written->first().first().value<ExportReport>().summary.rows, 2);
}

void EventExporterTest::leavesNothingHalfDoneWhenItGoes()
{
    m_workspace->fill(5000);
    for (int i = 0; i < 5; ++i) {
        EventExporter exporter(m_workspace->folder());
        exporter.write(plan(5000), m_out->filePath(u"events.csv"_s));
    }
    // Whole where a machine was quick enough, else not there; never a part or a file beside it.
    const QStringList left = written();
    QVERIFY(left.isEmpty() || left == QStringList{u"events.csv"_s});
    QFile file(m_out->filePath(u"events.csv"_s));
    if (file.open(QIODevice::ReadOnly))
        QCOMPARE(file.readAll().count('\n'), 5001);
}

TRAILGLASS_TEST(EventExporterTest)
#include "tst_eventexporter.moc"
