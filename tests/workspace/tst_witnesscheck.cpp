// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/witnesscheck.h"

#include "models/config/syncsettings.h"
#include "models/store/workspace.h"
#include "models/workspace/checkpointservice.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/signingdesk.h"

#include <QFile>
#include <QFileInfo>

#include <cstddef>
#include <memory>
#include <optional>

#include <sys/file.h>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

CheckpointRequest appendingTo(const QString &witness)
{
    return {.key = {}, .use = {.witnessFile = witness}};
}

/// As after a sync.
CheckpointRequest automatic(const QString &witness)
{
    return {.key = {.attendance = Attendance::Unattended, .isAutomatic = true},
            .use = {.witnessFile = witness, .onlyOfChanges = true}};
}

} // namespace

/// A workspace that does not continue what was signed, here and elsewhere, is not signed.
class WitnessCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_desk.reset();
        m_things = std::make_unique<SigningDesk::Things>();
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_things->file(u"config"_s)));
        m_workspace = std::make_unique<Workspace>();
        m_source = m_workspace->fill(300);
        m_desk = std::make_unique<SigningDesk>(m_workspace->folder(), *m_things);
        VERIFY_RESULT(m_desk->write(appendingTo(witness())));
    }
    void cleanup() { qunsetenv("XDG_CONFIG_HOME"); }

    void aWorkspaceThatHasGrownIsSigned()
    {
        for (int round = 0; round < 3; ++round) {
            m_workspace->add(m_source, 10);
            const auto written = m_desk->write(appendingTo(witness()));
            VERIFY_RESULT(written);
            QCOMPARE(written->witnessFile, witness());
            QVERIFY2(written->notices.isEmpty(), qPrintable(written->notices.join(u'\n')));
        }
        QCOMPARE(m_desk->checkpoints().size(), std::size_t(4));
    }

    /// Alone, it is in order: its own checkpoints are as old as it is.
    void anOlderCopyInItsPlaceIsNotSigned_data()
    {
        QTest::addColumn<bool>("isAutomatic");
        QTest::newRow("on request") << false;
        QTest::newRow("after a sync") << true;
    }

    void anOlderCopyInItsPlaceIsNotSigned()
    {
        QFETCH(const bool, isAutomatic);
        const QTemporaryDir older;
        copyFiles(m_workspace->folder(), older.path());
        m_workspace->add(m_source, 10);
        VERIFY_RESULT(m_desk->write(appendingTo(witness())));
        const QByteArray before = contentOf(witness());

        SigningDesk desk(older.path(), *m_things);
        const CheckpointRequest request = isAutomatic ? automatic(witness()) : appendingTo(witness());
        const auto refused = desk.write(request);
        VERIFY_REFUSED(refused, ErrorKind::Rejected, u"Nothing was signed"_s);
        for (const QString &said : {u"older copy"_s, u"line 8 of the witness file"_s, witness(),
                                    u"“Verify workspace…” in the window"_s, u"verify --against"_s,
                                    u"choose another witness file"_s})
            QVERIFY2(refused.error().message.contains(said), qPrintable(refused.error().message));
        QCOMPARE(desk.checkpoints().size(), std::size_t(1));
        QCOMPARE(contentOf(witness()), before);
        VERIFY_RESULT(desk.write(appendingTo(m_things->file(u"another"_s)))); // as the message says
    }

    /// Whoever can write to the database can make all in it agree.
    void aRewrittenWorkspaceIsNotSigned_data()
    {
        QTest::addColumn<bool>("hasKey");
        QTest::addColumn<QString>("said");
        QTest::newRow("with its key") << true << u"not the ones that were signed"_s;
        QTest::newRow("with another key") << false << u"cannot be verified"_s;
    }

    void aRewrittenWorkspaceIsNotSigned()
    {
        QFETCH(const bool, hasKey);
        QFETCH(const QString, said);
        Workspace forged;
        const SourceId source = forged.addSource(u"work"_s);
        forged.add(source, 299); // one event is left out
        forged.add(source, 30);
        if (hasKey)
            VERIFY_RESULT(forged.writer().addSigningKey(m_desk->keys().front(), {}, {}));
        takeIdentity(forged, m_workspace->folder());
        SigningDesk::Things theirs;
        SigningDesk desk(forged.folder(), hasKey ? *m_things : theirs);
        const auto refused = desk.write(appendingTo(witness()));
        VERIFY_REFUSED(refused, ErrorKind::Rejected, said);
        QVERIFY2(refused.error().message.contains(u"line 1 of the witness file"_s),
                 qPrintable(refused.error().message));
        QVERIFY(desk.checkpoints().empty());
    }

    /// A command that appends to no file, and a bundle, are signatures too.
    void theWitnessThatIsSetForTheWorkspaceCounts()
    {
        const QTemporaryDir older;
        copyFiles(m_workspace->folder(), older.path());
        m_workspace->add(m_source, 10);
        VERIFY_RESULT(m_desk->write(appendingTo(witness())));
        const auto identity = (*EventReader::open(m_workspace->folder()))->identity();
        VERIFY_RESULT(identity);
        SyncSettings settings;
        CheckpointSettings set{.witnessFile = witness(),
                               .folder = WorkspacePaths::of(older.path()).canonicalFolder()};
        settings.setCheckpoints(*identity, set);
        SigningDesk desk(older.path(), *m_things);
        VERIFY_REFUSED(desk.write(), ErrorKind::Rejected, u"older copy"_s);

        // What is set for the original says nothing of a copy.
        set.folder = WorkspacePaths::of(m_workspace->folder()).canonicalFolder();
        settings.setCheckpoints(*identity, set);
        VERIFY_RESULT(desk.write());

        set.witnessFile = m_things->home.path(); // no file
        settings.setCheckpoints(*identity, set);
        const auto written = m_desk->write();
        VERIFY_RESULT(written);
        QVERIFY2(checkpointWarning(*written).contains(u"was not compared with the witness file"_s),
                 qPrintable(checkpointWarning(*written)));

        set.witnessFile = m_things->file(u"mounted/witness"_s); // not there
        settings.setCheckpoints(*identity, set);
        const auto unseen = m_desk->write();
        VERIFY_RESULT(unseen);
        QVERIFY2(unseen->notices.join(u'\n').contains(u"had no checkpoint of this workspace"_s),
                 qPrintable(unseen->notices.join(u'\n')));
    }

    /// Whoever can only append to the file hides nothing by adding checkpoints that it has already.
    void olderCheckpointsAfterTheLargestOneDoNotHideIt()
    {
        const QByteArray first = contentOf(witness());
        const QTemporaryDir older;
        copyFiles(m_workspace->folder(), older.path());
        m_workspace->add(m_source, 10);
        VERIFY_RESULT(m_desk->write(appendingTo(witness())));
        QFile file(witness());
        QVERIFY(file.open(QIODevice::Append));
        for (std::size_t count = 0; count < WitnessedCheckpoints::Compared; ++count)
            QVERIFY(file.write(QByteArray('\n' + first)) > 0);
        file.close();
        SigningDesk desk(older.path(), *m_things);
        const auto refused = desk.write(appendingTo(witness()));
        VERIFY_REFUSED(refused, ErrorKind::Rejected, u"older copy"_s);
        VERIFY_REFUSED(refused, ErrorKind::Rejected, u"line 8 of the witness file"_s);
    }

    void aWitnessOutOfReachIsNamedAndTheTreeIsSigned_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no folder, as where nothing is mounted") << u"{home}/mounted/witness"_s;
        QTest::newRow("too large") << u"{home}/huge"_s;
    }

    void aWitnessOutOfReachIsNamedAndTheTreeIsSigned()
    {
        QFETCH(QString, path);
        path.replace(u"{home}"_s, m_things->home.path());
        const QString huge = m_things->file(u"huge"_s);
        QVERIFY(QFile::copy(witness(), huge));
        QVERIFY(QFile::resize(huge, MaxWitnessBytes + 1)); // without taking room on the disk
        m_workspace->add(m_source, 10);
        const auto written = m_desk->write(appendingTo(path));
        VERIFY_RESULT(written);
        QVERIFY(written->witnessFile.isEmpty());
        QVERIFY(written->witnessError);
        QVERIFY2(checkpointWarning(*written).contains(path), qPrintable(checkpointWarning(*written)));
        QCOMPARE(m_desk->checkpoints().size(), std::size_t(2));
        QVERIFY(!QFile::exists(m_things->file(u"mounted"_s)));
        QCOMPARE(QFileInfo(huge).size(), MaxWitnessBytes + 1);
    }

    /// As when a share hangs.
    void aWitnessThatIsWaitedForKeepsNobodyFromWriting_data()
    {
        QTest::addColumn<int>("lock");
        QTest::newRow("to read it") << LOCK_EX;
        QTest::newRow("to append to it") << LOCK_SH;
    }

    void aWitnessThatIsWaitedForKeepsNobodyFromWriting()
    {
        QFETCH(const int, lock);
        constexpr int Patience = 30'000;
        QFile other(witness());
        QVERIFY(other.open(QIODevice::ReadWrite));
        QCOMPARE(::flock(other.handle(), lock), 0);
        m_workspace->add(m_source, 10);
        const auto written = std::make_shared<std::optional<Result<WrittenCheckpoint>>>();
        m_desk->service.write(appendingTo(witness()),
                              [written](const Result<WrittenCheckpoint> &ended) { written->emplace(ended); });
        if (lock == LOCK_EX)
            QTRY_COMPARE_WITH_TIMEOUT(descriptorsOf(witness()), 2, Patience);
        else
            QTRY_COMPARE_WITH_TIMEOUT(m_desk->checkpoints().size(), std::size_t(2), Patience);

        VERIFY_RESULT(WorkspaceLock::acquire(WorkspacePaths::of(m_workspace->folder()), u"sync"_s));
        m_workspace->add(m_source, 1);
        QVERIFY(!*written);
        QCOMPARE(::flock(other.handle(), LOCK_UN), 0);
        QTRY_VERIFY_WITH_TIMEOUT(written->has_value(), Patience);
        VERIFY_RESULT(**written);
        QCOMPARE((**written)->witnessFile, witness());
    }

    /// It may have been removed, or lie beneath what is not mounted.
    void aWitnessWithoutItsCheckpointsIsNamed()
    {
        QVERIFY(QFile::remove(witness()));
        const auto written = m_desk->write(appendingTo(witness()));
        VERIFY_RESULT(written);
        QVERIFY2(written->notices.join(u'\n').contains(u"had no checkpoint of this workspace"_s),
                 qPrintable(written->notices.join(u'\n')));
        const auto next = m_desk->write(appendingTo(witness()));
        VERIFY_RESULT(next);
        QVERIFY2(next->notices.isEmpty(), qPrintable(next->notices.join(u'\n')));
    }

    void checkpointsOfOthersDoNotMatter()
    {
        Workspace other;
        other.fill(3);
        SigningDesk::Things theirs;
        SigningDesk desk(other.folder(), theirs);
        for (int round = 0; round < 3; ++round) {
            VERIFY_RESULT(desk.write(appendingTo(witness())));
            VERIFY_RESULT(m_desk->write(appendingTo(witness())));
        }
    }

    void asManyAreComparedAsItSays_data()
    {
        QTest::addColumn<std::size_t>("later");
        QTest::addColumn<bool>("isCompared");
        QTest::newRow("among the last ones") << WitnessedCheckpoints::Compared - 1 << true;
        QTest::newRow("before them") << WitnessedCheckpoints::Compared << false;
    }

    void asManyAreComparedAsItSays()
    {
        QFETCH(const std::size_t, later);
        QFETCH(const bool, isCompared);
        const QByteArray note = contentOf(witness());
        QByteArray notes = note;
        notes.replace("\ntime 2", "\ntime 3");
        QVERIFY(notes != note);
        for (std::size_t count = 0; count < later; ++count)
            notes += '\n' + note;
        QFile file(witness());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(notes), notes.size());
        file.close();
        const auto written = m_desk->write(appendingTo(witness()));
        if (isCompared)
            VERIFY_REFUSED(written, ErrorKind::Rejected, u"line 1 of the witness file"_s);
        else
            VERIFY_RESULT(written);
    }

    /// Somebody has rewritten the events, and spoiled the last checkpoint that would have shown it.
    void aSpoiledCheckpointHidesNoneBeforeIt()
    {
        Workspace forged;
        forged.add(forged.addSource(u"work"_s), 299);
        forged.add(SourceId{1}, 30);
        VERIFY_RESULT(forged.writer().addSigningKey(m_desk->keys().front(), {}, {}));
        const StoredCheckpoint kept = m_desk->checkpoints().front();
        VERIFY_RESULT(forged.writer().addTreeCheckpoint(kept.size, kept.at, kept.note));
        QByteArray spoiled = kept.note;
        spoiled.replace("\ntime 2", "\ntime 3");
        VERIFY_RESULT(forged.writer().addTreeCheckpoint(kept.size, kept.at, spoiled));
        takeIdentity(forged, m_workspace->folder());
        SigningDesk desk(forged.folder(), *m_things);
        const auto refused = desk.write();
        VERIFY_REFUSED(refused, ErrorKind::Rejected, u"does not continue its checkpoint"_s);
        QVERIFY2(refused.error().message.endsWith(
                     u"or “trailglass-cli verify workspace”, looks for what differs."_s),
                 qPrintable(refused.error().message));
        QCOMPARE(desk.checkpoints().size(), std::size_t(2));
    }

private:
    [[nodiscard]] QString witness() const { return m_things->file(u"witness"_s); }

    std::unique_ptr<SigningDesk::Things> m_things;
    std::unique_ptr<Workspace> m_workspace;
    SourceId m_source;
    std::unique_ptr<SigningDesk> m_desk;
};

TRAILGLASS_TEST(WitnessCheckTest)
#include "tst_witnesscheck.moc"
