// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/checkpointservice.h"

#include "models/workspace/checkpointoverview.h"
#include "models/workspace/signingkeys.h"
#include "models/workspace/witnessfile.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/signingdesk.h"

#include <QDir>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

Error noKeychain()
{
    return {ErrorKind::SecretUnavailable, u"No keychain is available."_s};
}

CheckpointRequest automatic()
{
    return {.key = {.attendance = Attendance::Unattended, .isAutomatic = true},
            .use = {.onlyOfChanges = true}};
}

bool contains(const QStringList &sentences, const QString &said)
{
    return std::ranges::any_of(sentences, [&said](const QString &each) { return each.contains(said); });
}

} // namespace

/// Checkpoints and the key that signs them: where it is kept, and what happens when it is not there.
class CheckpointServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_desk.reset();
        m_things = std::make_unique<SigningDesk::Things>();
        m_workspace = std::make_unique<Workspace>();
        m_workspace->fill(5);
        begin();
    }

    void theFirstCheckpointMakesAKeyInTheKeychain()
    {
        const auto written = m_desk->write();
        VERIFY_RESULT(written);
        const QString identity = *(*EventReader::open(m_workspace->folder()))->identity();
        QCOMPARE(written->checkpoint.origin, QString(u"trailglass.local/"_s + identity));
        QCOMPARE(written->checkpoint.size, *m_desk->tree()->size());
        QCOMPARE(written->checkpoint.root, *m_desk->tree()->root());
        QCOMPARE(statedTime(written->checkpoint), std::optional(Noon));
        QVERIFY(written->notices.isEmpty());
        const std::vector<NoteVerifier> known{written->signer};
        const auto opened = openNote(written->note, known);
        VERIFY_RESULT(opened);
        QCOMPARE(opened->text, text(written->checkpoint));
        QCOMPARE(m_desk->checkpoints().size(), std::size_t(1));
        QCOMPARE(m_desk->checkpoints().front().note, written->note);

        QCOMPARE(m_things->keychain.secrets.size(), 1);
        const QString place = m_things->keychain.secrets.firstKey();
        QCOMPARE(place, QString(identity + u"/signing-key/"_s + keyIdText(written->signer)));
        const QByteArray seed = m_things->keychain.secrets.first().secret.reveal();
        for (const QString &name : QDir(m_workspace->folder()).entryList(QDir::Files)) {
            QFile file(QDir(m_workspace->folder()).filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(seed), qPrintable(name));
        }
    }

    void laterOnesAreSignedWithTheSameKey()
    {
        const auto first = m_desk->write();
        VERIFY_RESULT(first);
        begin(); // another start of the program
        const auto second = m_desk->write();
        VERIFY_RESULT(second);
        QCOMPARE(second->signer, first->signer);
        QCOMPARE(m_desk->keys().size(), std::size_t(1));
        QCOMPARE(m_desk->checkpoints().size(), std::size_t(2));
        verifyWell(2);
    }

    void areWrittenOneAfterTheOther()
    {
        int ended = 0;
        for (int i = 0; i < 3; ++i)
            m_desk->service.write(
                {}, [&ended](const Result<WrittenCheckpoint> &written) { ended += written ? 1 : 0; });
        QVERIFY(m_desk->service.isBusy());
        QTRY_COMPARE(ended, 3);
        QVERIFY(!m_desk->service.isBusy());
        QCOMPARE(m_desk->keys().size(), std::size_t(1));
        QCOMPARE(m_desk->checkpoints().size(), std::size_t(3));
    }

    void areAppendedToAFileElsewhere()
    {
        const QString witness = m_things->file(u"witness"_s);
        const auto first = m_desk->write({.key = {}, .use = {.witnessFile = witness}});
        m_things->clock.time = m_things->clock.time + UtcMicros::PerDay;
        const auto second = m_desk->write({.key = {}, .use = {.witnessFile = witness}});
        VERIFY_RESULT(second);
        QCOMPARE(second->witnessFile, witness);
        QFile file(witness);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(first->note + '\n' + second->note));
    }

    void oneThatCannotBeAppendedIsKeptAllTheSame()
    {
        QFile file(m_things->file(u"diary"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("dear diary\n");
        file.close();
        const auto written = m_desk->write({.key = {}, .use = {.witnessFile = file.fileName()}});
        VERIFY_RESULT(written);
        QVERIFY(written->witnessFile.isEmpty());
        QCOMPARE(written->witnessError->kind, ErrorKind::Malformed);
        QVERIFY(checkpointWarning(*written).contains(u"diary"_s));
        QCOMPARE(m_desk->checkpoints().size(), std::size_t(1));
    }

    void nothingIsWrittenForAFileInTheWorkspace()
    {
        const QString inside = m_workspace->folder() + u"/witness"_s;
        VERIFY_REFUSED(m_desk->write({.key = {}, .use = {.witnessFile = inside}}), ErrorKind::Usage,
                       u"elsewhere"_s);
        QVERIFY(m_desk->checkpoints().empty() && m_desk->keys().empty());
    }

    void anAutomaticOneIsWrittenOnlyOfChanges()
    {
        const auto first = m_desk->write(automatic());
        VERIFY_RESULT(first);
        QVERIFY(first->isNew);
        const auto second = m_desk->write(automatic());
        VERIFY_RESULT(second);
        QVERIFY(!second->isNew);
        QCOMPARE(second->note, first->note);
        QCOMPARE(m_desk->checkpoints().size(), std::size_t(1));
        m_workspace->add(SourceId{1}, 1);
        const auto third = m_desk->write(automatic());
        VERIFY_RESULT(third);
        QVERIFY(third->isNew);
        QCOMPARE(third->checkpoint.size, first->checkpoint.size + 1);
        QVERIFY(m_things->keychain.askedUnattended > 0);
    }

    void withoutAKeychainTheKeyIsLostWithTheProgram()
    {
        m_things->keychain.refuses = noKeychain();
        const auto first = m_desk->write();
        VERIFY_RESULT(first);
        QVERIFY2(contains(first->notices, u"lost when the program ends"_s),
                 qPrintable(first->notices.join(u'\n')));
        const auto second = m_desk->write();
        VERIFY_RESULT(second);
        QCOMPARE(second->signer, first->signer);

        begin();
        const auto third = m_desk->write();
        VERIFY_RESULT(third);
        QVERIFY(third->signer != first->signer);
        QVERIFY2(contains(third->notices, u"has not signed"_s), qPrintable(third->notices.join(u'\n')));
        const auto verdict = m_desk->verify();
        VERIFY_RESULT(verdict);
        QVERIFY(verdict->isWell());
        QCOMPARE(verdict->checkpoints, 3);
        QVERIFY(contains(verdict->notices, u"was not signed by the key before it"_s));
    }

    /// Whatever the key is, nothing is made by looking.
    void saysBeforehandThatTheKeyEndsWithTheProgram()
    {
        const QString warning = u"lost when the program ends"_s;
        QCOMPARE(foreseen(), QString()); // the first one goes into the keychain
        m_things->keychain.refuses = noKeychain();
        QVERIFY2(foreseen().contains(warning), qPrintable(foreseen()));
        QVERIFY(m_desk->keys().empty());

        VERIFY_RESULT(m_desk->write()); // in memory
        QVERIFY2(foreseen().contains(warning), qPrintable(foreseen()));
        m_things->keychain.refuses.reset(); // which does not move the key
        QVERIFY2(foreseen().contains(warning), qPrintable(foreseen()));

        begin(); // the next one is a new key, in the keychain
        QCOMPARE(foreseen(), QString());
        VERIFY_RESULT(m_desk->write());
        QCOMPARE(foreseen(), QString());
        QCOMPARE(m_desk->keys().size(), std::size_t(2));
    }

    void anAutomaticOneMakesNoKeyThatWouldBeLost()
    {
        m_things->keychain.refuses = noKeychain();
        VERIFY_REFUSED(m_desk->write(automatic()), ErrorKind::SecretUnavailable, u"checkpoint key set"_s);
        QVERIFY(m_desk->keys().empty());
        VERIFY_RESULT(m_desk->write()); // requested, one is made
        begin();
        VERIFY_REFUSED(m_desk->write(automatic()), ErrorKind::NotFound, u"single session"_s);
        QCOMPARE(m_desk->keys().size(), std::size_t(1));
    }

    void aKeyThatIsNotThereIsOnlyReplacedOnRequest()
    {
        VERIFY_RESULT(m_desk->write());
        m_things->keychain.secrets.clear(); // or it is locked, which looks the same
        begin();
        VERIFY_REFUSED(m_desk->write(), ErrorKind::NotFound, u"rotate --lost"_s);
        VERIFY_REFUSED(m_desk->rotate(), ErrorKind::NotFound, u"rotate --lost"_s);
        QCOMPARE(m_desk->keys().size(), std::size_t(1));
        const auto change = m_desk->rotate(FormerKey::IsLost);
        VERIFY_RESULT(change);
        QVERIFY(change->isNew);
        QVERIFY(contains(change->notices, u"has not signed the new one"_s));
        VERIFY_RESULT(m_desk->write());
        verifyWell(2);
    }

    void aNewKeyIsSignedByTheFormerOne()
    {
        const auto first = m_desk->write();
        VERIFY_RESULT(first);
        const auto change = m_desk->rotate();
        VERIFY_RESULT(change);
        QVERIFY(change->isNew);
        QVERIFY2(change->notices.isEmpty(), qPrintable(change->notices.join(u'\n')));
        QCOMPARE(m_things->keychain.secrets.size(), 1); // the former one has left it
        const auto second = m_desk->write();
        VERIFY_RESULT(second);
        QCOMPARE(second->signer, verifierOf(change->key));
        const auto verdict = m_desk->verify();
        VERIFY_RESULT(verdict);
        QVERIFY(verdict->isWell());
        QCOMPARE(verdict->checkpoints, 2);
        QVERIFY(!contains(verdict->notices, u"was not signed"_s));
    }

    void aClockThatWasSetBackIsReported()
    {
        VERIFY_RESULT(m_desk->write());
        m_things->clock.time = Noon - UtcMicros::PerDay;
        const auto written = m_desk->write();
        VERIFY_RESULT(written);
        QVERIFY2(contains(written->notices, u"before the time of the last checkpoint"_s),
                 qPrintable(written->notices.join(u'\n')));
        QCOMPARE(statedTime(written->checkpoint), std::optional(Noon - UtcMicros::PerDay));
        verifyWell(2);
    }

    void aTreeThatDoesNotContinueTheLastCheckpointIsNotSigned()
    {
        VERIFY_RESULT(m_desk->write());
        // As an attacker who has replaced the events and all hashes, and kept key and checkpoints.
        Workspace other;
        other.fill(3);
        other.add(SourceId{1}, 4);
        const SigningKeyRecord key = m_desk->keys().front();
        VERIFY_RESULT(other.writer().addSigningKey(key, {}, {}));
        const StoredCheckpoint kept = m_desk->checkpoints().front();
        VERIFY_RESULT(other.writer().addTreeCheckpoint(kept.size, kept.at, kept.note));
        const qint64 identity =
            (*EventReader::open(m_workspace->folder()))->identity()->toLongLong(nullptr, 16);
        other.execute("UPDATE counter SET value = " + std::to_string(identity) + " WHERE name = 'identity'");
        SigningDesk desk(other.folder(), *m_things);
        VERIFY_REFUSED(desk.write(), ErrorKind::Rejected, u"Nothing was signed"_s);
        QCOMPARE(desk.checkpoints().size(), std::size_t(1));
    }

    void endsWhenItIsCancelled()
    {
        VERIFY_RESULT(m_desk->write());
        begin();
        m_things->keychain.isSilent = true;
        std::optional<Result<WrittenCheckpoint>> ended;
        m_desk->service.write({}, [&ended](const Result<WrittenCheckpoint> &written) { ended = written; });
        QTRY_COMPARE(m_things->keychain.asked, 2);
        m_desk->service.cancel();
        QVERIFY(!ended);
        QTRY_VERIFY(ended);
        QCOMPARE(ended->error().kind, ErrorKind::Cancelled);
        m_things->keychain.isSilent = false;
        m_things->keychain.speak();
        VERIFY_RESULT(m_desk->write());
        QCOMPARE(m_desk->checkpoints().size(), std::size_t(2));
    }

    void makesNoWorkspace()
    {
        const QTemporaryDir empty;
        SigningDesk desk(empty.path(), *m_things);
        QCOMPARE(desk.write().error().kind, ErrorKind::NotFound);
        QVERIFY(QDir(empty.path()).isEmpty());
        QVERIFY(m_things->keychain.secrets.isEmpty());
    }

private:
    /// The program is started.
    void begin() { m_desk = std::make_unique<SigningDesk>(m_workspace->folder(), *m_things); }
    /// What is said before something is signed.
    QString foreseen()
    {
        const auto heads = readCheckpoints(m_workspace->folder());
        if (!heads)
            return heads.error().message;
        const auto said = std::make_shared<std::optional<QString>>();
        m_desk->service.foreseeKeyLoss(*heads, [said](const QString &warning) { said->emplace(warning); });
        const auto isSaid = [said] {
            return said->has_value();
        };
        return QTest::qWaitFor(isSaid, 60'000) ? **said : u"no result"_s;
    }
    void verifyWell(qint64 checkpoints)
    {
        const auto verdict = m_desk->verify();
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isWell(), qPrintable(verdict->sentences().join(u'\n')));
        QCOMPARE(verdict->checkpoints, checkpoints);
    }

    std::unique_ptr<SigningDesk::Things> m_things;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SigningDesk> m_desk;
};

TRAILGLASS_TEST(CheckpointServiceTest)
#include "tst_checkpointservice.moc"
