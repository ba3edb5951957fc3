// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspaceverification.h"

#include "models/store/migrations.h"
#include "models/store/stablehash.h"
#include "models/store/workspace.h"
#include "models/workspace/signingkeys.h"
#include "models/workspace/witnessfile.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/signingdesk.h"

#include <QDir>

#include <algorithm>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

using ProblemKind = VerificationProblem::Kind;

/// The first problem of a kind, or an empty one.
VerificationProblem firstOf(const WorkspaceVerdict &verdict, ProblemKind kind)
{
    const auto found = std::ranges::find(verdict.problems, kind, &VerificationProblem::kind);
    return found == verdict.problems.end() ? VerificationProblem() : *found;
}

} // namespace

/// What a verification finds when somebody has changed a workspace, and what only a file elsewhere shows.
class WorkspaceVerificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_desk.reset();
        m_things = std::make_unique<SigningDesk::Things>();
        m_workspace = std::make_unique<Workspace>();
        m_source = m_workspace->fill(300);
        m_desk = std::make_unique<SigningDesk>(m_workspace->folder(), *m_things);
    }

    void saysThatAllIsWell()
    {
        sign();
        m_things->clock.time = m_things->clock.time + UtcMicros::PerDay;
        sign();
        const auto verdict = m_desk->verify(witness());
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isWell(), qPrintable(verdict->sentences().join(u'\n')));
        QCOMPARE(verdict->events, 300);
        QCOMPARE(verdict->leaves, *m_desk->tree()->size());
        QCOMPARE(verdict->root, *m_desk->tree()->root());
        QCOMPARE(verdict->checkpoints, 2);
        QCOMPARE(verdict->witnessed, 2);
        QVERIFY(verdict->notices.isEmpty());
        QVERIFY(verdict->sentences().first().contains(u"is as it was stored"_s));
    }

    void saysWhatIsMissingToBeSure()
    {
        const auto without = m_desk->verify();
        VERIFY_RESULT(without);
        QVERIFY(without->isWell());
        QVERIFY2(without->notices.join(u'\n').contains(u"no checkpoint yet"_s),
                 qPrintable(without->notices.join(u'\n')));
        sign();
        const auto with = m_desk->verify();
        VERIFY_RESULT(with);
        QVERIFY2(with->notices.join(u'\n').contains(u"verify --against"_s),
                 qPrintable(with->notices.join(u'\n')));
    }

    void namesTheEventThatWasChanged()
    {
        sign();
        m_workspace->execute("UPDATE event SET received = received + 1 WHERE row = 7");
        const auto changed = m_desk->verify(witness());
        VERIFY_RESULT(changed);
        QVERIFY(!changed->isWell());
        const VerificationProblem problem = firstOf(*changed, ProblemKind::Tree);
        QCOMPARE(problem.row, std::optional(RowId{7}));
        QCOMPARE(problem.source, u"work"_s);
        QCOMPARE(problem.eventId, u"e7"_s);
        QVERIFY2(problem.sentence.contains(u"7"_s) && problem.sentence.contains(u"“e7”"_s)
                     && problem.sentence.contains(u"“work”"_s),
                 qPrintable(problem.sentence));

        m_workspace->execute("UPDATE event SET received = received - 1 WHERE row = 7");
        const auto restored = m_desk->verify(witness());
        VERIFY_RESULT(restored);
        QVERIFY2(restored->isWell(), qPrintable(restored->sentences().join(u'\n')));
    }

    /// A proof that the tree continues a checkpoint is computed from events.
    void anEventThatIsLostEndsNoVerification()
    {
        sign();
        m_workspace->add(m_source, 10);
        m_workspace->execute("DELETE FROM event WHERE row = 290");
        const auto lost = m_desk->verify(witness());
        VERIFY_RESULT(lost);
        QCOMPARE(firstOf(*lost, ProblemKind::Tree).row, std::optional(RowId{290}));
        QCOMPARE(lost->problems.size(), std::size_t(1));
        QCOMPARE(lost->checkpoints + lost->witnessed, 0);
        const QString notices = lost->notices.join(u'\n');
        QVERIFY2(notices.contains(u"2 checkpoint"_s) && notices.contains(u"could not be compared"_s)
                     && notices.contains(u"row 290"_s),
                 qPrintable(notices));
        VERIFY_REFUSED(m_desk->write(), ErrorKind::Rejected, u"row 290"_s);
        QCOMPARE(m_desk->checkpoints().size(), std::size_t(1));
    }

    void aListThatIsDamagedEndsNoVerification_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("isOfKeys");
        QTest::newRow("of checkpoints") << QByteArray("UPDATE tree_checkpoint SET size = -1") << false;
        QTest::newRow("of keys") << QByteArray("UPDATE signing_key SET public = x'00'") << true;
    }

    void aListThatIsDamagedEndsNoVerification()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const bool, isOfKeys);
        sign();
        m_workspace->execute(sql.toStdString());
        const auto verdict = m_desk->verify(witness());
        VERIFY_RESULT(verdict);
        QCOMPARE(verdict->problems.size(), std::size_t(1));
        const VerificationProblem &problem = verdict->problems.front();
        QVERIFY(problem.kind == (isOfKeys ? ProblemKind::Key : ProblemKind::Checkpoint));
        QVERIFY2(problem.sentence.contains(isOfKeys ? u"signing_key"_s : u"tree_checkpoint"_s),
                 qPrintable(problem.sentence));
        QCOMPARE(verdict->witnessed, 1); // the one elsewhere is as it was, and the tree has the key
    }

    /// The hashes are of the JSON; people see what was read from it.
    void aFieldThatIsNotThatOfItsJsonIsFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("what was done")
            << QByteArray("UPDATE event SET op = CASE op WHEN 3 THEN 0 ELSE 3 END WHERE row = 7");
        QTest::newRow("who did it") << QByteArray("UPDATE event SET actor_email = actor_name WHERE row = 7");
        QTest::newRow("a text") << QByteArray(
            "UPDATE dictionary SET text = 'bob@example.com' WHERE text = 'ann@example.com'");
        const QByteArray hash = QByteArray::number(static_cast<qint64>(stableHash("bob@example.com")));
        QTest::newRow("a text with its hash")
            << QByteArray("UPDATE dictionary SET text = 'bob@example.com', hash = " + hash
                          + " WHERE text = 'ann@example.com'");
    }

    void aFieldThatIsNotThatOfItsJsonIsFound()
    {
        QFETCH(const QByteArray, sql);
        Workspace workspace;
        workspace.fillRead(30);
        const auto verify = [&workspace](VerifiedParts parts) {
            return verifyWorkspace(
                workspace.folder(), {}, {}, [](const QString &) {}, parts);
        };
        const auto before = verify(VerifiedParts::HashesAndFields);
        VERIFY_RESULT(before);
        QVERIFY2(before->isWell(), qPrintable(before->sentences().join(u'\n')));
        QVERIFY(!before->areFieldsLeftOut);

        workspace.execute(sql.toStdString());

        const auto changed = verify(VerifiedParts::HashesAndFields);
        VERIFY_RESULT(changed);
        QVERIFY(!changed->isWell());
        QVERIFY(!firstOf(*changed, ProblemKind::Fields).sentence.isEmpty());
        QVERIFY2(changed->sentences().first().contains(u"not all that is shown"_s),
                 qPrintable(changed->sentences().first()));
        const auto hashes = verify(VerifiedParts::Hashes);
        VERIFY_RESULT(hashes);
        QVERIFY2(hashes->isWell() && hashes->sentences().join(u'\n').contains(u"were not compared"_s),
                 qPrintable(hashes->sentences().join(u'\n')));
    }

    void aPurgeIsReportedAndNoProblem()
    {
        const SourceId other = m_workspace->addSource(u"other"_s);
        m_workspace->add(other, 20);
        sign();
        m_workspace->remove(m_source, EventWriter::Purge::Yes);
        const auto verdict = m_desk->verify(witness());
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isWell(), qPrintable(verdict->sentences().join(u'\n')));
        QCOMPARE(verdict->gone, 300);
        QCOMPARE(verdict->purges.size(), std::size_t(1));
        QCOMPARE(verdict->purges.front().source, u"work"_s);
        QCOMPARE(verdict->purges.front().leaves, 300);
        const QString said = verdict->sentences().join(u'\n');
        QVERIFY2(said.contains(u"“work”"_s) && said.contains(u"300"_s), qPrintable(said));
    }

    /// Somebody who can write the database can make all of it agree; the file elsewhere is another matter.
    void onlyAFileElsewhereShowsAForgedWorkspace()
    {
        sign();
        Workspace forged;
        const SourceId source = forged.addSource(u"work"_s);
        forged.add(source, 299); // one event is left out
        forged.add(source, 30);
        VERIFY_RESULT(forged.writer().addSigningKey(m_desk->keys().front(), {}, {}));
        takeIdentity(forged, m_workspace->folder());
        SigningDesk desk(forged.folder(), *m_things);
        const auto alone = desk.verify();
        VERIFY_RESULT(alone);
        QVERIFY2(alone->isWell(), qPrintable(alone->sentences().join(u'\n')));

        const auto compared = desk.verify(witness());
        VERIFY_RESULT(compared);
        QVERIFY(!compared->isWell());
        const VerificationProblem problem = firstOf(*compared, ProblemKind::Witness);
        QCOMPARE(problem.line, std::optional<qint64>(1));
        QVERIFY2(problem.sentence.contains(u"not the ones that were signed"_s), qPrintable(problem.sentence));
    }

    void anotherKeyIsNotTakenForTheRightOne()
    {
        sign();
        Workspace forged;
        forged.add(forged.addSource(u"work"_s), 299);
        takeIdentity(forged, m_workspace->folder());
        SigningDesk::Things theirs;
        SigningDesk desk(forged.folder(), theirs);
        VERIFY_RESULT(desk.write());
        QVERIFY(desk.verify()->isWell());
        const auto compared = desk.verify(witness());
        VERIFY_RESULT(compared);
        QVERIFY(!compared->isWell());
        QCOMPARE(firstOf(*compared, ProblemKind::Witness).line, std::optional<qint64>(1));
    }

    void anOlderCopyInItsPlaceIsFound()
    {
        sign();
        const QTemporaryDir copy;
        copyFiles(m_workspace->folder(), copy.path());
        m_workspace->add(m_source, 10);
        sign();
        SigningDesk desk(copy.path(), *m_things);
        QVERIFY(desk.verify()->isWell());
        const auto compared = desk.verify(witness());
        VERIFY_RESULT(compared);
        QCOMPARE(compared->witnessed, 1);
        QVERIFY2(firstOf(*compared, ProblemKind::Witness).sentence.contains(u"older copy"_s),
                 qPrintable(compared->sentences().join(u'\n')));
    }

    void aCheckpointThatWasChangedIsFound_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::newRow("its text") << QByteArray("note = replace(note, 'time 2', 'time 3')");
        QTest::newRow("its origin") << QByteArray(
            "note = replace(note, 'trailglass.local', 'trailglass.example')");
        QTest::newRow("its size in the list") << QByteArray("size = size - 1");
        QTest::newRow("all of it") << QByteArray("note = 'nothing'");
    }

    void aCheckpointThatWasChangedIsFound()
    {
        QFETCH(const QByteArray, change);
        sign();
        m_workspace->execute("UPDATE tree_checkpoint SET " + change.toStdString());
        const auto verdict = m_desk->verify(witness());
        VERIFY_RESULT(verdict);
        QVERIFY(!verdict->isWell());
        QVERIFY(!firstOf(*verdict, ProblemKind::Checkpoint).sentence.isEmpty());
        QCOMPARE(verdict->witnessed, 1); // the one elsewhere is as it was
    }

    void aKeyThatIsInNoRecordIsFound()
    {
        sign();
        m_workspace->execute(
            "INSERT INTO signing_key SELECT NULL, name, zeroblob(32), reference, created, retired "
            "FROM signing_key");
        const auto verdict = m_desk->verify();
        VERIFY_RESULT(verdict);
        QVERIFY2(firstOf(*verdict, ProblemKind::Key).sentence.contains(u"no record in the tree"_s),
                 qPrintable(verdict->sentences().join(u'\n')));
        m_workspace->execute("DELETE FROM signing_key");
        const auto without = m_desk->verify();
        VERIFY_RESULT(without);
        QVERIFY2(firstOf(*without, ProblemKind::Key).sentence.contains(u"taken out of the list"_s),
                 qPrintable(without->sentences().join(u'\n')));
        QCOMPARE(without->checkpoints, 1); // the tree has the key
    }

    void aFileWithOtherThingsIsReadToItsEnd()
    {
        sign();
        QFile file(witness());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray note = file.readAll();
        QByteArray wrong = note;
        wrong.replace("\ntime 2", "\ntime 3");
        QByteArray foreign = note;
        foreign.replace("trailglass.local/", "trailglass.local/0");
        const QByteArray bytes = "dear diary\n\n" + wrong + '\n' + foreign + '\n' + note;
        QVERIFY(file.resize(0) && file.seek(0));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        const auto verdict = m_desk->verify(witness());
        VERIFY_RESULT(verdict);
        QCOMPARE(verdict->witnessed, 1);
        QCOMPARE(verdict->foreign, 1);
        QCOMPARE(verdict->problems.size(), std::size_t(2));
        QCOMPARE(verdict->problems[0].line, std::optional<qint64>(1));
        QCOMPARE(verdict->problems[1].line, std::optional<qint64>(3));
    }

    void aFileWithoutACheckpointOfItProvesNothing_data()
    {
        QTest::addColumn<bool>("isEmpty");
        QTest::newRow("empty") << true;
        QTest::newRow("of another workspace") << false;
    }

    void aFileWithoutACheckpointOfItProvesNothing()
    {
        QFETCH(const bool, isEmpty);
        Workspace other;
        other.fill(1);
        SigningDesk desk(other.folder(), *m_things);
        if (isEmpty) {
            QFile file(witness());
            QVERIFY(file.open(QIODevice::WriteOnly));
        } else {
            VERIFY_RESULT(desk.write({.key = {}, .use = {.witnessFile = witness()}}));
        }
        const auto verdict = m_desk->verify(witness());
        VERIFY_RESULT(verdict);
        QVERIFY(!verdict->isWell());
        QVERIFY2(
            firstOf(*verdict, ProblemKind::Witness).sentence.contains(u"no checkpoint of this workspace"_s),
            qPrintable(verdict->sentences().join(u'\n')));
        QCOMPARE(verdict->foreign, isEmpty ? 0 : 1);
    }

    void saysWhyItCannotBeVerified()
    {
        sign();
        QCOMPARE(m_desk->verify(m_things->file(u"missing"_s)).error().kind, ErrorKind::NotFound);
        const QTemporaryDir empty;
        SigningDesk desk(empty.path(), *m_things);
        QCOMPARE(desk.verify().error().kind, ErrorKind::NotFound);
        CancelSource cancel;
        const CancelToken token = cancel.token();
        cancel.cancel();
        const auto cancelled = verifyWorkspace(m_workspace->folder(), {}, token, [](const QString &) {});
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    }

    void aWorkspaceOfAnEarlierVersionIsHashedFirst()
    {
        const QTemporaryDir folder;
        const WorkspacePaths paths = WorkspacePaths::of(folder.path());
        {
            VERIFY_RESULT(prepareWorkspace(paths));
            const auto connection = SqlConnection::openForWriting(paths.database);
            VERIFY_RESULT(connection);
            VERIFY_RESULT(migrate(**connection, paths, migrations().first(5)));
            VERIFY_RESULT((*connection)->execute("PRAGMA journal_mode=WAL"));
        }
        SigningDesk desk(folder.path(), *m_things);
        VERIFY_REFUSED(desk.verify(), ErrorKind::Unsupported, u"trailglass-cli checkpoint"_s);
        VERIFY_RESULT(desk.write());
        const auto verdict = desk.verify();
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isWell(), qPrintable(verdict->sentences().join(u'\n')));
        QCOMPARE(verdict->checkpoints, 1);
    }

private:
    [[nodiscard]] QString witness() const { return m_things->file(u"witness"_s); }
    /// A checkpoint, here and elsewhere.
    void sign() { VERIFY_RESULT(m_desk->write({.key = {}, .use = {.witnessFile = witness()}})); }

    std::unique_ptr<SigningDesk::Things> m_things;
    std::unique_ptr<Workspace> m_workspace;
    SourceId m_source;
    std::unique_ptr<SigningDesk> m_desk;
};

TRAILGLASS_TEST(WorkspaceVerificationTest)
#include "tst_workspaceverification.moc"
