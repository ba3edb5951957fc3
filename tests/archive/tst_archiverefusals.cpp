// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveinspection.h"
#include "models/archive/archiveschema.h"
#include "models/store/eventreader.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/enginerows.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// A workspace with events, and a copy of it from before some more.
struct RestoredWorkspace
{
    /// \param events  of both
    /// \param further  of the workspace alone
    RestoredWorkspace(int events, int further)
    {
        workspace.add(source, events);
        backup.copyFrom(workspace);
        if (further > 0)
            workspace.add(source, further);
    }

    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    PushWorkspace backup;
};

} // namespace

/// What is not pushed, and how that is said.
class ArchiveRefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesAWorkspaceThatWasRestored_data() { EngineRows::add(); }
    void refusesAWorkspaceThatWasRestored();
    void refusesAWorkspaceThatWasRestoredAndSyncedSince_data() { EngineRows::add(); }
    void refusesAWorkspaceThatWasRestoredAndSyncedSince();
    void refusesAWorkspaceWithFewerRemovals_data() { EngineRows::add(); }
    void refusesAWorkspaceWithFewerRemovals();
    void acceptsAWorkspaceThatWasMoved_data() { EngineRows::add(); }
    void acceptsAWorkspaceThatWasMoved();
    void refusesTheSecondOfTwoCopies_data() { EngineRows::add(); }
    void refusesTheSecondOfTwoCopies();
    void refusesASourceOfAnotherWorkspace_data() { EngineRows::add(); }
    void refusesASourceOfAnotherWorkspace();
    void refusesUsersWhoMayOnlyRead_data() { EngineRows::add(); }
    void refusesUsersWhoMayOnlyRead();
    void refusesAWrongKey_data() { EngineRows::add(); }
    void refusesAWrongKey();
    void refusesADatabaseThatIsNotThere_data() { EngineRows::add(); }
    void refusesADatabaseThatIsNotThere();
    void refusesADatabaseOfOtherTables_data() { EngineRows::add(); }
    void refusesADatabaseOfOtherTables();
    void refusesATableOfOtherMaking_data() { EngineRows::add(); }
    void refusesATableOfOtherMaking();
    void refusesAnArchiveOfAnotherFormat_data() { EngineRows::add(); }
    void refusesAnArchiveOfAnotherFormat();
    void refusesAnArchiveWhoseCreationDidNotEnd_data() { EngineRows::add(); }
    void refusesAnArchiveWhoseCreationDidNotEnd();
    void saysThatRightsAreMissing();
    void saysWhichLimitOfTheServerIsReached();
    void saysWhichLimitOfAQueryIsReached_data();
    void saysWhichLimitOfAQueryIsReached();
    void tellsThatAViewHasNoPrewhere_data() { EngineRows::add(); }
    void tellsThatAViewHasNoPrewhere();

private:
    EngineRows m_engines;
};

void ArchiveRefusalsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveRefusalsTest::refusesAWorkspaceThatWasRestored()
{
    ARCHIVE_STAGE(m_engines);
    const RestoredWorkspace restored(50, 30);
    VERIFY_RESULT(stage.push(restored.workspace));
    VERIFY_REFUSED(stage.push(restored.backup), ErrorKind::Rejected,
                   u"up to row 80, but the workspace ends with row 50"_s);
    QCOMPARE(stage.difference(restored.workspace), QString());
}

void ArchiveRefusalsTest::refusesAWorkspaceThatWasRestoredAndSyncedSince()
{
    ARCHIVE_STAGE(m_engines);
    RestoredWorkspace restored(50, 30);
    VERIFY_RESULT(stage.push(restored.workspace));
    restored.backup.commit(page(restored.source, {makeEvent("another one")})); // row 51
    restored.backup.add(restored.source, 60);
    VERIFY_REFUSED(stage.push(restored.backup), ErrorKind::Rejected, u"another event as row 51"_s);
    QCOMPARE(stage.difference(restored.workspace), QString());
}

void ArchiveRefusalsTest::refusesAWorkspaceWithFewerRemovals()
{
    ARCHIVE_STAGE(m_engines);
    RestoredWorkspace restored(10, 0);
    restored.workspace.change(restored.source, 1, 5);
    VERIFY_RESULT(stage.push(restored.workspace));
    restored.backup.add(restored.source, 10); // as many rows, and more
    VERIFY_REFUSED(stage.push(restored.backup), ErrorKind::Rejected, u"more superseded or removed events"_s);
    QCOMPARE(stage.difference(restored.workspace), QString());
}

void ArchiveRefusalsTest::acceptsAWorkspaceThatWasMoved()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 50);
    workspace.change(source, 1, 5);
    VERIFY_RESULT(stage.push(workspace));
    PushWorkspace moved(u"elsewhere"_s);
    moved.copyFrom(workspace);
    moved.add(source, 20);
    const auto report = stage.push(moved);
    VERIFY_RESULT(report);
    QCOMPARE(report->events, 20);
    QCOMPARE(stage.difference(moved), QString());
}

void ArchiveRefusalsTest::refusesTheSecondOfTwoCopies()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    workspace.add(source, 50);
    VERIFY_RESULT(stage.push(workspace));
    PushWorkspace copy;
    copy.copyFrom(workspace);
    workspace.add(source, 20);
    copy.commit(page(source, {makeEvent("only here"), makeEvent("and this")}));
    copy.add(source, 30);
    VERIFY_RESULT(stage.push(workspace));
    VERIFY_REFUSED(stage.push(copy), ErrorKind::Rejected, u"a copy of its folder"_s);
    QCOMPARE(stage.difference(workspace), QString());
}

void ArchiveRefusalsTest::refusesASourceOfAnotherWorkspace()
{
    ARCHIVE_STAGE(m_engines);
    const PushWorkspace owner(u"laptop of ann"_s, u"asana-main"_s, 20);
    VERIFY_RESULT(stage.push(owner));
    const PushWorkspace second(u"server"_s, u"asana-main"_s, 20);
    VERIFY_REFUSED(stage.push(second), ErrorKind::Rejected, u"“laptop of ann”"_s);
    VERIFY_REFUSED(stage.push(second), ErrorKind::Rejected, u"“asana-main”"_s);
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM event"), 20);
    VERIFY_RESULT(stage.push(owner)); // still its own
}

void ArchiveRefusalsTest::refusesUsersWhoMayOnlyRead()
{
    ARCHIVE_STAGE(m_engines);
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 5);
    const auto reader = EventReader::open(workspace.folder());
    const ManualClock clock("2026-11-30T12:00:00Z");
    for (const QString &user : {u"reader"_s, u"locked"_s}) {
        const auto session = stage.open(user);
        VERIFY_RESULT(session);
        VERIFY_REFUSED(pushToArchive(**reader, **session, ArchiveStage::plan(workspace), clock, {}),
                       ErrorKind::Forbidden, QString(u"“"_s + user + u"”"_s));
        VERIFY_RESULT(inspectArchive(**session, {})); // which is what a reader needs
    }
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM commit"), 0);
}

void ArchiveRefusalsTest::refusesAWrongKey()
{
    ARCHIVE_STAGE(m_engines);
    const Secret wrong = Secret::fromText("wrong-key-0815").value();
    const auto session = ArchiveSession::open({archiveServer->place(stage.database()), wrong}, {});
    VERIFY_REFUSED(session, ErrorKind::Unauthorized, u"does not accept the user or its key"_s);
    QVERIFY(!session.error().message.contains(u"0815"_s));
    VERIFY_REFUSED(stage.open(u"nobody"_s), ErrorKind::Unauthorized,
                   u"does not accept the user or its key"_s);
}

void ArchiveRefusalsTest::refusesADatabaseThatIsNotThere()
{
    ARCHIVE_STAGE(m_engines);
    const auto session = ArchiveSession::open({archiveServer->place(u"no_such"_s), ArchiveServer::key()}, {});
    VERIFY_RESULT(session); // before it is created
    VERIFY_REFUSED(inspectArchive(**session, {}), ErrorKind::NotFound, u"create the archive"_s);
}

void ArchiveRefusalsTest::refusesADatabaseOfOtherTables()
{
    ARCHIVE_STAGE(m_engines);
    stage.execute("DROP TABLE archive");
    stage.execute("CREATE TABLE metrics (time DateTime, value Float64) ENGINE = MergeTree ORDER BY time");
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 5);
    VERIFY_REFUSED(stage.push(workspace), ErrorKind::NotFound, u"is not an archive"_s);
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM event"), 0);
}

void ArchiveRefusalsTest::refusesATableOfOtherMaking()
{
    ARCHIVE_STAGE(m_engines);
    stage.execute("DROP TABLE commit");
    stage.execute("CREATE TABLE commit (origin UInt32, batch String) ENGINE = MergeTree ORDER BY origin");
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 5);
    VERIFY_REFUSED(stage.push(workspace), ErrorKind::Usage, u"“commit”"_s);
    VERIFY_REFUSED(stage.push(workspace), ErrorKind::Usage, u"“batch” is of type String"_s);
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM event"), 0);
}

void ArchiveRefusalsTest::refusesAnArchiveOfAnotherFormat()
{
    ARCHIVE_STAGE(m_engines);
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 5);
    stage.execute("INSERT INTO archive VALUES (" + std::to_string(ArchiveFormat + 1) + ", 0)");
    VERIFY_REFUSED(stage.push(workspace), ErrorKind::NewerVersion, u"Update Trailglass"_s);
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM event"), 0);
}

void ArchiveRefusalsTest::refusesAnArchiveWhoseCreationDidNotEnd()
{
    ARCHIVE_STAGE(m_engines);
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, 5);
    stage.execute("DROP TABLE archive");
    stage.execute("CREATE TABLE archive (format UInt16, at Int64) ENGINE = MergeTree ORDER BY format");
    VERIFY_REFUSED(stage.push(workspace), ErrorKind::NotFound, u"did not come to its end"_s);
}

/// Rights of another database, as 18.16 has them.
void ArchiveRefusalsTest::saysThatRightsAreMissing()
{
    ARCHIVE_STAGE_ON(m_engines, u"18.16"_s);
    const auto session = stage.open(u"stranger"_s);
    VERIFY_RESULT(session);
    VERIFY_REFUSED(inspectArchive(**session, {}), ErrorKind::Forbidden, u"does not allow this to the user"_s);
}

void ArchiveRefusalsTest::saysWhichLimitOfTheServerIsReached()
{
    ARCHIVE_STAGE_ON(m_engines, u"18.16"_s);
    constexpr int Events = 1'500;
    const PushWorkspace workspace(u"work"_s, u"asana-main"_s, Events);
    PushPlan plan = ArchiveStage::plan(workspace);
    plan.groupRows = Events; // one batch a month
    VERIFY_RESULT(stage.push(workspace, plan));
    const auto session = stage.open(u"limited"_s);
    VERIFY_RESULT(session);
    VERIFY_REFUSED((*session)->ask("SELECT sum(created) FROM event", {}), ErrorKind::Rejected,
                   u"over a limit"_s);
    VERIFY_REFUSED((*session)->ask("SELECT sum(created) FROM event", {}), ErrorKind::Rejected, u"1000"_s);
}

void ArchiveRefusalsTest::saysWhichLimitOfAQueryIsReached_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said");
    // The old engine takes the limit of memory from a profile only, the library the settings of a query only.
    const QByteArray large =
        "SELECT groupArray(number) FROM (SELECT number FROM system.numbers LIMIT 3000000)";
    QTest::newRow("memory, 18.16") << u"18.16"_s << u"small"_s << large << ErrorKind::Rejected
                                   << u"emory limit"_s;
    QTest::newRow("memory, chdb") << u"chdb"_s << u"push"_s
                                  << QByteArray(large + " SETTINGS max_memory_usage = 20000000")
                                  << ErrorKind::Rejected << u"emory limit"_s;
    const QByteArray endless = "SELECT sum(number) FROM system.numbers SETTINGS max_execution_time = 1";
    for (const char *engine : {"18.16", "chdb"})
        QTest::addRow("time, %s", engine) << QString::fromLatin1(engine) << u"push"_s << endless
                                          << ErrorKind::Timeout << u"after the time that it allows"_s;
}

/// As a profile or a quota has it, in the words of the server.
void ArchiveRefusalsTest::saysWhichLimitOfAQueryIsReached()
{
    ARCHIVE_STAGE(m_engines);
    QFETCH(const QString, user);
    QFETCH(const QByteArray, sql);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, said);
    const auto session = stage.open(user);
    VERIFY_RESULT(session);
    VERIFY_REFUSED((*session)->execute(sql.toStdString(), {}), kind, said);
    VERIFY_RESULT((*session)->ask("SELECT count() FROM event", {})); // the session goes on
}

/// By this kind of error an export knows that it has to do without.
void ArchiveRefusalsTest::tellsThatAViewHasNoPrewhere()
{
    ARCHIVE_STAGE(m_engines);
    stage.execute("CREATE VIEW shown AS SELECT created FROM event");
    const auto session = stage.open(u"reader"_s);
    VERIFY_RESULT(session);
    VERIFY_RESULT((*session)->ask("SELECT created FROM shown WHERE created > 0", {}));
    VERIFY_REFUSED((*session)->ask("SELECT created FROM shown PREWHERE created > 0", {}),
                   ErrorKind::Unsupported, u"PREWHERE"_s);
}

TRAILGLASS_TEST(ArchiveRefusalsTest)
#include "tst_archiverefusals.moc"
