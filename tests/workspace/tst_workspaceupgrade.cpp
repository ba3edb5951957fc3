// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspaceupgrade.h"

#include "models/store/databasefile.h"
#include "models/store/migrations.h"
#include "models/store/sqlconnection.h"
#include "models/store/treebuilder.h"
#include "models/store/treereader.h"
#include "models/workspace/fileimport.h"
#include "models/workspace/quarantineretry.h"
#include "models/workspace/syncpreparation.h"
#include "models/workspace/workspacecheck.h"
#include "tests/runner/testclass.h"
#include "tests/store/olderversion.h"
#include "tests/workspace/workspacetesting.h"

#include <QDir>
#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class WorkspaceUpgradeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void needsNothingWithoutADatabase();
    void needsNothingOfThisVersion();
    void needsNothingOfALaterVersion();
    void saysWhatAnEarlierVersionNeeds();
    void upgradesBesideACopy();
    void saysHowFarTheHashingIs();
    void goesOnWithAnUpgradeThatWasInterruptedWhileHashing();
    void itsEndStopsTheHashing();
    void saysWhoHoldsTheLock();
    void aCancelLeavesTheWorkspaceAsItWas();

private:
    void makeVersion1() const;
    /// With this many events.
    void makeVersion5(int events) const;
    /// Whether an upgrade is needed.
    bool isNeeded(WorkspaceUpgrade &upgrade) const
    {
        QSignalSpy needed(&upgrade, &WorkspaceUpgrade::needed);
        QSignalSpy notNeeded(&upgrade, &WorkspaceUpgrade::notNeeded);
        upgrade.check();
        return QTest::qWaitFor([&] { return needed.size() + notNeeded.size() > 0; }) && needed.size() == 1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    WorkspacePaths m_paths;
};

void WorkspaceUpgradeTest::init()
{
    failOnWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    m_paths = WorkspacePaths::of(m_folder->path());
}

void WorkspaceUpgradeTest::makeVersion1() const
{
    QVERIFY(prepareWorkspace(m_paths));
    const auto connection = SqlConnection::openForWriting(m_paths.database);
    QVERIFY(connection);
    QVERIFY(migrate(**connection, m_paths, migrations().first(1)));
    QVERIFY((*connection)->execute("PRAGMA journal_mode=WAL"));
    QVERIFY((*connection)
                ->execute("INSERT INTO source (name, type, settings, secrets) "
                          "VALUES ('work', 'asana', '{}', '{}')"));
}

void WorkspaceUpgradeTest::makeVersion5(int events) const
{
    Workspace present;
    present.fill(events);
    copyAsVersion(5, present.folder(), m_folder->path());
}

void WorkspaceUpgradeTest::needsNothingWithoutADatabase()
{
    WorkspaceUpgrade upgrade(m_folder->path());
    QVERIFY(!isNeeded(upgrade));
    QVERIFY(!QFile::exists(m_paths.database));
}

void WorkspaceUpgradeTest::needsNothingOfThisVersion()
{
    QVERIFY(EventWriter::open(m_folder->path()));
    WorkspaceUpgrade upgrade(m_folder->path());
    QVERIFY(!isNeeded(upgrade));
}

void WorkspaceUpgradeTest::needsNothingOfALaterVersion()
{
    Workspace workspace;
    workspace.fill(1);
    workspace.makeNewer();
    WorkspaceUpgrade upgrade(workspace.folder());
    QVERIFY(!isNeeded(upgrade));
}

void WorkspaceUpgradeTest::saysWhatAnEarlierVersionNeeds()
{
    makeVersion1();
    WorkspaceUpgrade upgrade(m_folder->path());
    UpgradeNeed need;
    connect(&upgrade, &WorkspaceUpgrade::needed, this, [&need](const UpgradeNeed &said) { need = said; });
    QVERIFY(isNeeded(upgrade));
    QCOMPARE(need.version, 1);
    QCOMPARE(need.bytes, QFile(m_paths.database).size());
    QCOMPARE(need.backup, m_paths.database + u".v1.backup"_s);
    QCOMPARE(inspectDatabase(m_paths.database)->version, 1);
}

void WorkspaceUpgradeTest::upgradesBesideACopy()
{
    makeVersion1();
    WorkspaceUpgrade upgrade(m_folder->path());
    QVERIFY(isNeeded(upgrade));
    QSignalSpy finished(&upgrade, &WorkspaceUpgrade::finished);
    upgrade.start();
    upgrade.start();
    QVERIFY(upgrade.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!upgrade.isRunning());
    QCOMPARE(inspectDatabase(m_paths.database)->version, Schema::Version);
    QCOMPARE(inspectDatabase(m_paths.database + u".v1.backup"_s)->version, 1);
    QCOMPARE((*EventReader::open(m_folder->path()))->source(u"work"_s)->type, u"asana"_s);
    QVERIFY(!isNeeded(upgrade));
}

void WorkspaceUpgradeTest::saysHowFarTheHashingIs()
{
    makeVersion5(40);
    WorkspaceUpgrade upgrade(m_folder->path());
    QSignalSpy hashed(&upgrade, &WorkspaceUpgrade::hashed);
    QSignalSpy finished(&upgrade, &WorkspaceUpgrade::finished);
    upgrade.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(hashed.size(), 1);
    QCOMPARE(hashed.first(), (QVariantList{qint64(40), qint64(40)}));
    QVERIFY(*(*TreeReader::open(m_folder->path()))->isBuilt());
}

void WorkspaceUpgradeTest::goesOnWithAnUpgradeThatWasInterruptedWhileHashing()
{
    makeVersion5(40);
    {
        const auto connection = SqlConnection::openForWriting(m_paths.database);
        QVERIFY(migrate(**connection, m_paths, migrations()));
        CancelSource source;
        const CancelToken cancel = source.token();
        const auto stop = [&source](qint64, qint64) {
            source.cancel();
        };
        const auto built = buildTree(**connection, m_paths, NoonClock(), cancel, stop, 10);
        QVERIFY(!built && built.error().kind == ErrorKind::Cancelled);
    }
    WorkspaceUpgrade upgrade(m_folder->path());
    UpgradeNeed need;
    connect(&upgrade, &WorkspaceUpgrade::needed, this, [&need](const UpgradeNeed &said) { need = said; });
    QVERIFY(isNeeded(upgrade));
    QVERIFY(need.isBegun);
    QCOMPARE(need.backup, QString());
    QSignalSpy finished(&upgrade, &WorkspaceUpgrade::finished);
    upgrade.start();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(*(*TreeReader::open(m_folder->path()))->isBuilt());
    QVERIFY(!isNeeded(upgrade));
}

void WorkspaceUpgradeTest::itsEndStopsTheHashing()
{
    makeVersion5(4000);
    {
        WorkspaceUpgrade upgrade(m_folder->path());
        upgrade.start();
    }
    // Wherever it was: the events are there, and the next writer goes on.
    QCOMPARE((*EventReader::open(m_folder->path()))->lastRow()->value, 4000);
    QVERIFY(EventWriter::open(m_folder->path()));
    QVERIFY(*(*TreeReader::open(m_folder->path()))->isBuilt());
}

void WorkspaceUpgradeTest::saysWhoHoldsTheLock()
{
    makeVersion1();
    const auto lock = WorkspaceLock::acquire(m_paths, u"sync"_s);
    QVERIFY(lock);
    // As another process would write it.
    QFile holder(m_paths.lock);
    QVERIFY(holder.open(QIODevice::WriteOnly | QIODevice::Truncate));
    holder.write("trailglass-cli\n1\nsync\n");
    holder.close();
    WorkspaceUpgrade upgrade(m_folder->path());
    QSignalSpy failed(&upgrade, &WorkspaceUpgrade::failed);
    upgrade.start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Locked);
    QCOMPARE(inspectDatabase(m_paths.database)->version, 1);
}

/// Of whatever writes to the workspace, and so upgrades it first.
void WorkspaceUpgradeTest::aCancelLeavesTheWorkspaceAsItWas()
{
    makeVersion1();
    {
        const auto connection = SqlConnection::openForWriting(m_paths.database);
        QVERIFY(connection);
        QVERIFY(
            (*connection) // more than is copied in an instant
                ->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
                          "INSERT INTO coverage (source, answered, pages) SELECT 1, i, 1 FROM n"));
    }
    CancelSource source;
    const CancelToken cancelled = source.token();
    source.cancel();
    const SystemClock clock;
    const QString folder = m_folder->path();

    const auto imported = importFiles(folder, u"work"_s, {folder + u"/a.json"_s}, clock, cancelled, {});
    const auto retried = retryQuarantine(folder, u"work"_s, clock, cancelled);
    const auto repaired = repairWorkspace(folder, cancelled);
    const auto synced = prepareSync(folder, {}, cancelled);

    QVERIFY(!imported && imported.error().kind == ErrorKind::Cancelled);
    QVERIFY(!retried && retried.error().kind == ErrorKind::Cancelled);
    QVERIFY(!repaired && repaired.error().kind == ErrorKind::Cancelled);
    QVERIFY(!synced && synced.error().kind == ErrorKind::Cancelled);
    QCOMPARE(inspectDatabase(m_paths.database)->version, 1);
    QCOMPARE(QDir(folder).entryList({u"*.backup*"_s}), QStringList());
}

TRAILGLASS_TEST(WorkspaceUpgradeTest)
#include "tst_workspaceupgrade.moc"
