// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treereader.h"
#include "models/store/workspace.h"
#include "models/workspace/syncrunner.h"
#include "models/workspace/witnessfile.h"
#include "models/workspace/workspaceverification.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/vendorworkspace.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120'000;

} // namespace

/// The checkpoint at the end of a sync, for whoever has set one.
class CheckpointAfterSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_runner.reset();
        m_world = std::make_unique<VendorWorkspace>();
        m_settings = {.afterSync = true,
                      .witnessFile = m_world->home.filePath(u"witness"_s),
                      .folder = WorkspacePaths::of(m_world->folder.path()).canonicalFolder()};
        QVERIFY(m_world->servers.listen());
        VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda)));
        m_runner = std::make_unique<SyncRunner>(m_world->folder.path(), m_world->places(), m_world->clock);
        m_runner->setCheckpoints([this](const QString &identity) {
            m_identities.append(identity);
            return m_settings;
        });
        m_identities.clear();
        m_order.clear();
        connect(m_runner.get(), &SyncRunner::checkpointWritten, this,
                [this](const WrittenCheckpoint &) { m_order.append(u"written"_s); });
        connect(m_runner.get(), &SyncRunner::checkpointFailed, this, [this](const Error &error) {
            m_order.append(u"failed"_s);
            m_error = error;
        });
        connect(m_runner.get(), &SyncRunner::finished, this, [this] { m_order.append(u"finished"_s); });
    }
    void cleanup()
    {
        m_runner.reset();
        m_world.reset();
    }

    void isWrittenBeforeTheSyncIsOver()
    {
        sync();
        QCOMPARE(m_order, (QStringList{u"written"_s, u"finished"_s}));
        QCOMPARE(m_identities, QStringList{*m_world->reader()->identity()});
        QVERIFY(!m_runner->isRunning());
        const auto verdict =
            verifyWorkspace(m_world->folder.path(), m_settings.witnessFile, {}, [](const QString &) {});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isWell(), qPrintable(verdict->sentences().join(u'\n')));
        QCOMPARE(verdict->checkpoints, 1);
        QCOMPARE(verdict->witnessed, 1);
    }

    void isNotWrittenForWhoeverHasSetNone()
    {
        m_settings.afterSync = false;
        sync();
        QCOMPARE(m_order, QStringList{u"finished"_s});
        QVERIFY(checkpoints().empty());
        QVERIFY(m_world->keychain.secrets.isEmpty());
    }

    /// Whoever hands over a copy of a workspace, or one with its identity, gets no signature for it.
    void isNotWrittenForACopy()
    {
        Workspace original;
        original.fill(1);
        m_settings.folder = WorkspacePaths::of(original.folder()).canonicalFolder();
        sync();
        QCOMPARE(m_order, QStringList{u"finished"_s});
        QVERIFY(checkpoints().empty());
        QVERIFY(m_world->keychain.secrets.isEmpty());
        QVERIFY(!QFile::exists(m_settings.witnessFile));
    }

    void saysThatTheWorkspaceWasMoved()
    {
        m_settings.folder = m_world->home.filePath(u"before"_s);
        sync();
        QCOMPARE(m_order, (QStringList{u"failed"_s, u"finished"_s}));
        for (const QString &said : {m_settings.folder, u"“Checkpoints and key…” in the window"_s,
                                    u"“trailglass-cli checkpoint after-sync on”"_s})
            QVERIFY2(m_error.message.contains(said), qPrintable(m_error.message));
        QVERIFY(checkpoints().empty());
        QVERIFY(!QFile::exists(m_settings.witnessFile));
    }

    void thatItCannotBeWrittenIsReportedAndChangesNoResult()
    {
        m_world->keychain.refuses = Error{ErrorKind::SecretUnavailable, u"No keychain is available."_s};
        const QList<SyncReport> reports = sync();
        QCOMPARE(reports.value(0).status, SyncReport::Status::Ok);
        QCOMPARE(m_order, (QStringList{u"failed"_s, u"finished"_s}));
        QCOMPARE(m_error.kind, ErrorKind::SecretUnavailable);
        QVERIFY2(noCheckpointWarning(m_error).contains(u"No checkpoint was written"_s),
                 qPrintable(m_error.message));
        QVERIFY(checkpoints().empty());
    }

    void anUnattendedOneWaitsForNoPromptOfTheKeychain()
    {
        sync();
        QVERIFY(m_world->keychain.secrets.size() == 1);
        const int before = m_world->keychain.askedUnattended;
        sync({.isUnattended = true});
        QCOMPARE(m_world->keychain.askedUnattended, before + 1);
    }

    void eachOfTwoSyncsAtATimeHasItsEnd()
    {
        VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
        QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
        m_runner->start({.names = {u"my secoda"_s}});
        m_runner->start({.names = {u"my asana"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, Patience);
        QVERIFY(!m_runner->isRunning());
        QVERIFY(!checkpoints().empty());
        QCOMPARE(m_order.count(u"failed"_s), 0);
    }

    void aCancelEndsItWithTheSync()
    {
        m_world->keychain.isSilent = true;
        const int before = m_world->keychain.asked;
        QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
        m_runner->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_world->keychain.asked, before + 1, Patience); // for the new key
        QVERIFY(m_runner->isRunning());
        QVERIFY(finished.isEmpty());
        m_runner->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_order, QStringList{u"finished"_s});
        QVERIFY(checkpoints().empty());
    }

    void aSyncThatIsCancelledHasNone()
    {
        m_world->servers.secoda().faults().every(1, {.kind = Fault::Kind::Hang});
        QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
        connect(&m_world->servers.secoda().http(), &FakeHttpServer::requested, m_runner.get(),
                &SyncRunner::cancel);
        m_runner->start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        QCOMPARE(m_order, QStringList{u"finished"_s});
        QVERIFY(m_identities.isEmpty());
    }

    void endsWhileItIsWritten()
    {
        m_world->keychain.isSilent = true;
        const int before = m_world->keychain.asked;
        m_runner->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_world->keychain.asked, before + 1, Patience);
        m_runner.reset();
        m_world->keychain.isSilent = false;
        m_world->keychain.speak(); // to nobody
        QVERIFY(checkpoints().empty());
    }

private:
    QList<SyncReport> sync(const SyncRequest &request = {})
    {
        QSignalSpy finished(m_runner.get(), &SyncRunner::finished);
        m_runner->start(request);
        const bool came = QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, Patience);
        return came ? finished.first().first().value<QList<SyncReport>>() : QList<SyncReport>();
    }
    [[nodiscard]] std::vector<StoredCheckpoint> checkpoints() const
    {
        return *(*TreeReader::open(m_world->folder.path()))->checkpoints();
    }

    std::unique_ptr<VendorWorkspace> m_world;
    std::unique_ptr<SyncRunner> m_runner;
    CheckpointSettings m_settings;
    QStringList m_identities; ///< whose settings were read
    QStringList m_order; ///< of signals
    Error m_error;
};

TRAILGLASS_TEST(CheckpointAfterSyncTest)
#include "tst_checkpointaftersync.moc"
