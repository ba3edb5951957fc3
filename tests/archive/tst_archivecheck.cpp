// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivecheck.h"
#include "models/archive/contenthash.h"
#include "models/archive/rowbinary.h"
#include "models/archive/siphash.h"
#include "models/store/eventreader.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/enginerows.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

Result<ArchiveCheckReport> check(const ArchiveStage &stage, const PushWorkspace &workspace)
{
    TRY(const auto reader, EventReader::open(workspace.folder()));
    TRY(const auto session, stage.open());
    return checkArchive(*reader, *session, {});
}

} // namespace

class ArchiveCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hashesAsItsAuthorsDo_data();
    void hashesAsItsAuthorsDo();
    void theServerHashesTheSame_data() { EngineRows::add(); }
    void theServerHashesTheSame();
    void findsNothingWrongInASoundArchive_data() { EngineRows::add(); }
    void findsNothingWrongInASoundArchive();
    void findsEventsThatAreLost_data() { EngineRows::add(); }
    void findsEventsThatAreLost();
    void findsEventsThatNobodyPushed_data() { EngineRows::add(); }
    void findsEventsThatNobodyPushed();
    void findsAWordThatWasChanged_data() { EngineRows::add(); }
    void findsAWordThatWasChanged();
    void countsWhatIsNotPushedYet_data() { EngineRows::add(); }
    void countsWhatIsNotPushedYet();
    void demandsAPushAfterRemovals_data() { EngineRows::add(); }
    void demandsAPushAfterRemovals();
    void saysThatAWorkspaceHasNotPushed_data() { EngineRows::add(); }
    void saysThatAWorkspaceHasNotPushed();

private:
    EngineRows m_engines;
};

void ArchiveCheckTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveCheckTest::hashesAsItsAuthorsDo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint64>("hash");
    // What sipHash64() of ClickHouse 18.16 and 26.7 returns.
    QTest::newRow("nothing") << QByteArray("") << Q_UINT64_C(2202906307356721367);
    QTest::newRow("three bytes") << QByteArray("abc") << Q_UINT64_C(4596069200710135518);
    QTest::newRow("bytes that are no UTF-8") << QByteArray("-5\xffx") << Q_UINT64_C(11691416673591039363);
}

void ArchiveCheckTest::hashesAsItsAuthorsDo()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const quint64, hash);
    QCOMPARE(sipHash({bytes.constData(), static_cast<std::size_t>(bytes.size())}), hash);
}

void ArchiveCheckTest::theServerHashesTheSame()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"Größe 'quoted'"_s);
    AwkwardEvents generator(11);
    workspace.commit(page(source, generator.take(300)));
    VERIFY_RESULT(stage.push(workspace));
    const auto session = stage.open();
    const auto bytes = (*session)->ask("SELECT row, " + contentHashSql() + " FROM event", {});
    VERIFY_RESULT(bytes);
    std::map<qint64, quint64> hashes;
    RowBinaryReader rows(*bytes);
    while (!rows.atEnd()) {
        const qint64 row = rows.readInt64();
        hashes[row] = rows.readUInt64();
    }
    const auto reader = EventReader::open(workspace.folder());
    std::string scratch;
    const std::vector<EventRecord> records = allEvents(**reader);
    QCOMPARE(records.size(), 300U);
    for (const EventRecord &record : records)
        QCOMPARE(hashes[record.row.value], contentHash(record, scratch));
}

void ArchiveCheckTest::findsNothingWrongInASoundArchive()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 100);
    VERIFY_RESULT(stage.push(workspace));
    workspace.change(source, 1, 30);
    VERIFY_RESULT(stage.push(workspace));
    const auto report = check(stage, workspace);
    VERIFY_RESULT(report);
    QVERIFY(report->faults.empty());
    QCOMPARE(report->events, 100);
    QCOMPARE(report->notPushed, 0);
    QVERIFY(report->batches > 6);
}

void ArchiveCheckTest::findsEventsThatAreLost()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 30);
    VERIFY_RESULT(stage.push(workspace));
    const qint64 month = stage.number("SELECT toInt64(min(month)) FROM event");
    const qint64 lost =
        stage.number("SELECT toInt64(count()) FROM event WHERE month = " + ArchiveSql::number(month));
    stage.execute("ALTER TABLE event DROP PARTITION " + std::to_string(month));
    const auto report = check(stage, workspace);
    VERIFY_RESULT(report);
    QCOMPARE(report->faults.size(), 2U);
    QCOMPARE(report->faults[0].kind, ArchiveFault::Kind::Batch);
    QCOMPARE(report->faults[0].expected, lost);
    QCOMPARE(report->faults[0].found, 0);
    QCOMPARE(report->faults[1].kind, ArchiveFault::Kind::Rows);
    QCOMPARE(report->faults[1].firstRow, RowId{1});
    QCOMPARE(report->faults[1].expected, 30);
    QCOMPARE(report->faults[1].found, 30 - lost);
}

void ArchiveCheckTest::findsEventsThatNobodyPushed()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 10);
    VERIFY_RESULT(stage.push(workspace));
    stage.execute("INSERT INTO event (month, origin, batch, row, sign, created, id) VALUES (202605, 1, 1, 4, "
                  "1, 5, 'x')");
    const auto report = check(stage, workspace);
    VERIFY_RESULT(report);
    QCOMPARE(report->faults.size(), 2U);
    QCOMPARE(report->faults[0].batch, 1U);
    QCOMPARE(report->faults[0].found, report->faults[0].expected + 1);
    QVERIFY(report->faults[0].text().startsWith(u"Batch 1: "_s));
    QCOMPARE(report->faults[1].text(),
             u"Rows 1 to 65536: events in the workspace: 10, in the archive: 11."_s);
}

void ArchiveCheckTest::findsAWordThatWasChanged()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 10);
    VERIFY_RESULT(stage.push(workspace));
    // One taken away, one with another action put in its place.
    const std::string columns =
        "month, origin, batch, row, created, received, source, vendor, id, op, outcome, actor, "
        "actor_email, ip, message, raw";
    stage.execute("INSERT INTO event (" + columns + ", action, sign) SELECT " + columns
                  + ", action, toInt8(-1) FROM event WHERE row = 4");
    stage.execute("INSERT INTO event (" + columns + ", action, sign) SELECT DISTINCT " + columns
                  + ", 'delete', toInt8(1) FROM event WHERE row = 4");
    const auto report = check(stage, workspace);
    VERIFY_RESULT(report);
    QCOMPARE(report->faults.size(), 2U);
    QCOMPARE(report->faults[0].found, report->faults[0].expected);
    QVERIFY(report->faults[0].text().endsWith(u"are not those that were pushed."_s));
    QVERIFY(report->faults[1].text().endsWith(u"are not those of the workspace."_s));
}

void ArchiveCheckTest::countsWhatIsNotPushedYet()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 10);
    VERIFY_RESULT(stage.push(workspace));
    workspace.add(source, 7);
    const auto report = check(stage, workspace);
    VERIFY_RESULT(report);
    QVERIFY(report->faults.empty());
    QCOMPARE(report->notPushed, 7);
}

void ArchiveCheckTest::demandsAPushAfterRemovals()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 10);
    VERIFY_RESULT(stage.push(workspace));
    workspace.change(source, 3, 2);
    const auto report = check(stage, workspace);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Rejected);
    QVERIFY(report.error().message.contains(u"Push first"_s));
    VERIFY_RESULT(stage.push(workspace));
    VERIFY_RESULT(check(stage, workspace));
}

void ArchiveCheckTest::saysThatAWorkspaceHasNotPushed()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 1);
    const auto report = check(stage, workspace);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::NotFound);
}

TRAILGLASS_TEST(ArchiveCheckTest)
#include "tst_archivecheck.moc"
