// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/synccheckpoints.h"

#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

const QString IdentityOfCheckpoints = u"00000000000000a1"_s;

} // namespace

/// Checkpoints after syncs go with the workspace for which they were set, not with its copies.
class SyncCheckpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_settings = m_home->filePath(u"trailglass.ini"_s);
        for (const LocatedWorkspace &each : {original(), copy()}) {
            QVERIFY(QDir().mkpath(each.folder));
            QFile database(WorkspacePaths::of(each.folder).database);
            QVERIFY(database.open(QIODevice::WriteOnly));
        }
        VERIFY_RESULT(keepSyncCheckpoints(original(), m_wanted, m_settings));
    }

    void countForTheWorkspaceForWhichTheyWereSet()
    {
        QCOMPARE(syncCheckpointsOf(original(), m_settings).witnessFile, m_wanted.witnessFile);
        QVERIFY(syncCheckpointsOf(original(), m_settings).afterSync);
        QCOMPARE(syncCheckpointsOf(copy(), m_settings), CheckpointSettings());
    }

    void areTurnedOff()
    {
        VERIFY_RESULT(keepSyncCheckpoints(original(), {}, m_settings));
        QVERIFY(!syncCheckpointsOf(original(), m_settings).afterSync);
    }

    void aCopyDoesNotTurnThemOff()
    {
        VERIFY_RESULT(keepSyncCheckpoints(copy(), {}, m_settings));
        QVERIFY(syncCheckpointsOf(original(), m_settings).afterSync);
    }

    void aMovedWorkspaceTurnsThemOff()
    {
        QVERIFY(QDir(original().folder).removeRecursively());
        VERIFY_RESULT(keepSyncCheckpoints(copy(), {}, m_settings));
        QVERIFY(!syncCheckpointsOf(original(), m_settings).afterSync);
    }

private:
    [[nodiscard]] LocatedWorkspace original() const
    {
        return {IdentityOfCheckpoints, m_home->filePath(u"original"_s)};
    }
    [[nodiscard]] LocatedWorkspace copy() const
    {
        return {IdentityOfCheckpoints, m_home->filePath(u"copy"_s)};
    }

    const CheckpointSettings m_wanted{.afterSync = true, .witnessFile = u"/srv/witness"_s};
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_settings;
};

TRAILGLASS_TEST(SyncCheckpointsTest)
#include "tst_synccheckpoints.moc"
