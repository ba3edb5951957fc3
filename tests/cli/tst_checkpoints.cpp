// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/signednote.h"
#include "models/merkle/treecheckpoint.h"
#include "models/store/sqlconnection.h"
#include "tests/cli/refusedcommands.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

/// What `--json` prints, if that is one line.
QJsonObject objectOf(const CliResult &result)
{
    return result.output.count('\n') == 1 ? result.jsonObject() : QJsonObject();
}

} // namespace

/// `checkpoint` and `verify` through the real program, with the key in a private file.
class CheckpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliRunner>();
        QVERIFY(SampleWorkspace().fill(*m_cli));
        m_seed = SigningKey::generate()->seed().reveal();
        m_key = m_cli->writeFile(u"key"_s, m_seed + '\n');
        const CliResult set = run(u"checkpoint key set file:{folder}/key"_s);
        QVERIFY2(set.exitCode == 0, set.errors.constData());
    }

    void namesThePurgeAndTheRowThatWasChanged()
    {
        QCOMPARE(run(u"checkpoint --append {folder}/witness"_s).exitCode, 0);
        QCOMPARE(run(u"source remove work --purge"_s).exitCode, 0);
        const CliResult purged = run(u"verify --against {folder}/witness"_s);
        QVERIFY2(purged.exitCode == 0, purged.output.constData());
        QVERIFY2(purged.output.contains("the source “work” was removed by “trailglass-cli” with 3 events"),
                 purged.output.constData());
        QVERIFY2(purged.output.contains("They were in the rows 1-3."), purged.output.constData());

        const qint64 row = number("SELECT row FROM event WHERE id = 'n1'");
        const QByteArray named = "row " + QByteArray::number(row);
        const auto renameEvent = [this, row](const QByteArray &id) {
            execute("UPDATE event SET id = '" + id.toStdString() + "' WHERE row = " + std::to_string(row));
        };
        // With one of 256 ids the hash of the leaf begins as it did, and then the event is not named.
        CliResult changed;
        QByteArray id;
        for (int last = 2; last <= 4 && !changed.output.contains(named); ++last) {
            id = "n" + QByteArray::number(last);
            renameEvent(id);
            changed = run(u"verify workspace"_s);
        }
        QCOMPARE(changed.exitCode, 1);
        QVERIFY2(changed.output.contains(named), changed.output.constData());
        QVERIFY2(changed.output.contains(QByteArray("the event “" + id + "” of the source “rules”")),
                 changed.output.constData());
        QVERIFY2(changed.output.contains("the source “work” was removed"), changed.output.constData());
        const QJsonObject json = objectOf(run(u"--json verify --against {folder}/witness"_s));
        QCOMPARE(json[u"ok"_s], QJsonValue(false));
        const QJsonObject problem = json[u"problems"_s][0].toObject();
        QCOMPARE(problem[u"kind"_s], QJsonValue(u"tree"_s));
        QCOMPARE(problem[u"row"_s], QJsonValue(row));
        QCOMPARE(problem[u"source"_s], QJsonValue(u"rules"_s));
        QCOMPARE(json[u"purges"_s][0][u"source"_s], QJsonValue(u"work"_s));
        QCOMPARE(json[u"purges"_s][0][u"rows"_s], QJsonValue(u"1-3"_s));

        renameEvent("n1");
        const CliResult restored = run(u"verify --against {folder}/witness"_s);
        QVERIFY2(restored.exitCode == 0, restored.output.constData());
        QVERIFY2(restored.output.startsWith("The workspace is as it was stored"),
                 restored.output.constData());
        QVERIFY2(restored.output.contains("continues what was signed"), restored.output.constData());

        execute("UPDATE event SET actor_email = NULL, actor_name = NULL WHERE id = 's1'");
        const CliResult shown = run(u"verify workspace"_s);
        QCOMPARE(shown.exitCode, 1);
        QVERIFY2(shown.output.contains("differs from its JSON in actor"), shown.output.constData());
        const CliResult hashes = run(u"--json verify workspace --hashes-only"_s);
        QCOMPARE(hashes.exitCode, 0);
        QCOMPARE(objectOf(hashes)[u"fields_compared"_s], QJsonValue(false));
    }

    void printsTheNoteThatItSigned()
    {
        const CliResult printed = run(u"checkpoint --append {folder}/witness"_s);
        QCOMPARE(printed.exitCode, 0);
        QVERIFY2(printed.errors.contains("appended to"), printed.errors.constData());
        QCOMPARE(contentOf(m_cli->path(u"witness"_s)), printed.output);
        const QJsonObject key =
            QJsonDocument::fromJson(run(u"--json checkpoint key show"_s).output)[0].toObject();
        const auto verifier = NoteVerifier::fromText(key[u"key"_s].toString());
        QVERIFY(verifier);
        QCOMPARE(verifier->key, SigningKey::fromSeed(*Secret::fromText(m_seed))->publicKey());
        const std::vector<NoteVerifier> known{*verifier};
        const auto opened = openNote(printed.output, known);
        QVERIFY(opened);
        const auto checkpoint = parseTreeCheckpoint(opened->text);
        QVERIFY(checkpoint);

        const QJsonObject json = objectOf(run(u"--json checkpoint"_s));
        QCOMPARE(json[u"origin"_s].toString(), checkpoint->origin);
        QCOMPARE(json[u"size"_s].toInteger(), checkpoint->size);
        QCOMPARE(json[u"root"_s].toString(), QString::fromLatin1(hex(checkpoint->root)));
        QCOMPARE(json[u"key"_s].toString(), verifier->text());
        const QJsonArray list = run(u"--json checkpoint list"_s).jsonArray();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0][u"note"_s].toString().toUtf8(), printed.output);
        QVERIFY(run(u"checkpoint list"_s).output.contains(hex(checkpoint->root)));
    }

    void givesThePublicKeyAlone()
    {
        QCOMPARE(run(u"checkpoint"_s).exitCode, 0);
        const CliResult exported = run(u"checkpoint key export {folder}/public.pem"_s);
        QVERIFY2(exported.exitCode == 0, exported.errors.constData());
        const auto key = publicKeyFromPem(contentOf(m_cli->path(u"public.pem"_s)));
        QVERIFY(key);
        QCOMPARE(*key, SigningKey::fromSeed(*Secret::fromText(m_seed))->publicKey());
        QCOMPARE(run(u"checkpoint key export -"_s).output, publicKeyPem(*key));
        QVERIFY(QFile::remove(m_key));
        QDirIterator files(m_cli->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = files.next();
            QVERIFY2(!contentOf(name).contains(m_seed), qPrintable(name));
        }
    }

    void writesNothingOverTheKey()
    {
        for (const QString &line :
             {u"export --output {folder}/key"_s, u"checkpoint key export {folder}/key"_s,
              u"checkpoint --append {folder}/key"_s}) {
            const CliResult refused = run(line);
            QVERIFY2(refused.exitCode == 2, refused.errors.constData());
            QCOMPARE(contentOf(m_key), QByteArray(m_seed + '\n'));
        }
    }

    void writesNothingOverTheWitnessFile_data()
    {
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const QString &line) {
            QTest::newRow(name) << line;
        };
        row("an export", u"export --output {folder}/witness.html"_s);
        row("a bundle", u"evidence create --output {folder}/witness.html"_s);
        row("a report", u"report --output {folder}/witness.html"_s);
        row("a key", u"checkpoint key export {folder}/witness.html"_s);
        row("quarantined rows", u"quarantine export --output {folder}/witness.html"_s);
        row("presets", u"preset export {folder}/witness.html"_s);
        row("a log", u"--log store --log-file {folder}/witness.html verify workspace"_s);
        row("of another workspace", u"--workspace {folder}/other export --output {folder}/witness.html"_s);
    }

    void writesNothingOverTheWitnessFile()
    {
        QFETCH(const QString, line);
        QVERIFY(QDir().mkpath(m_cli->path(u"other"_s)));
        QVERIFY(QFile::copy(m_cli->workspace() + u"/trailglass.sqlite"_s,
                            m_cli->path(u"other/trailglass.sqlite"_s)));
        QCOMPARE(run(u"checkpoint after-sync on --append {folder}/witness.html"_s).exitCode, 0);
        QCOMPARE(run(u"checkpoint --append {folder}/witness.html"_s).exitCode, 0);
        const QByteArray before = contentOf(m_cli->path(u"witness.html"_s));
        QVERIFY(!before.isEmpty());
        const CliResult refused = run(line);
        QVERIFY2(refused.exitCode == 2, refused.errors.constData());
        QVERIFY2(refused.errors.contains("is a file that Trailglass uses"), refused.errors.constData());
        QCOMPARE(contentOf(m_cli->path(u"witness.html"_s)), before);
    }

    void changesToAnotherKeyWithTheSignatureOfTheFormerOne()
    {
        QCOMPARE(run(u"checkpoint --append {folder}/witness"_s).exitCode, 0);
        QVERIFY(!m_cli->writeFile(u"second"_s, SigningKey::generate()->seed().reveal()).isEmpty());
        QCOMPARE(run(u"checkpoint key set file:{folder}/second"_s).exitCode, 0);
        QCOMPARE(run(u"checkpoint --append {folder}/witness"_s).exitCode, 0);
        const CliResult verified = run(u"verify --against {folder}/witness"_s);
        QVERIFY2(verified.exitCode == 0, verified.output.constData());
        QVERIFY2(verified.output.contains("2 checkpoints in"), verified.output.constData());
        QVERIFY2(!verified.output.contains("was not signed"), verified.output.constData());
        QCOMPARE(QJsonDocument::fromJson(run(u"--json checkpoint key show"_s).output).array().size(), 2);
    }

    void withoutTheFormerKeyTheNewOneSaysSo()
    {
        QCOMPARE(run(u"checkpoint"_s).exitCode, 0);
        QVERIFY(QFile::remove(m_key));
        const CliResult failed = run(u"checkpoint"_s);
        QCOMPARE(failed.exitCode, 1);
        QVERIFY2(failed.errors.contains("rotate --lost"), failed.errors.constData());
        QVERIFY(!m_cli->writeFile(u"second"_s, SigningKey::generate()->seed().reveal()).isEmpty());
        QCOMPARE(run(u"checkpoint key set file:{folder}/second"_s).exitCode, 1);
        const CliResult changed = run(u"checkpoint key set file:{folder}/second --lost"_s);
        QVERIFY2(changed.exitCode == 0, changed.errors.constData());
        QVERIFY2(changed.errors.contains("has not signed the new one"), changed.errors.constData());
        const CliResult verified = run(u"verify workspace"_s);
        QVERIFY2(verified.exitCode == 0, verified.output.constData());
        QVERIFY2(verified.output.contains("was not signed by the key before it"),
                 verified.output.constData());
    }

    void withoutAKeychainTheKeyIsLostWithTheCommand()
    {
        CliRunner cli;
        QVERIFY(SampleWorkspace().fill(cli));
        const CliResult first = cli.run({u"checkpoint"_s});
        QVERIFY2(first.exitCode == 0, first.errors.constData());
        QVERIFY2(first.errors.contains("lost when the program ends"), first.errors.constData());
        const CliResult second = cli.run({u"checkpoint"_s});
        QVERIFY2(second.exitCode == 0, second.errors.constData());
        QVERIFY2(second.errors.contains("a new key was made"), second.errors.constData());
        QCOMPARE(cli.run({u"verify"_s, u"workspace"_s}).exitCode, 0);
    }

    /// Somebody else's workspace must not make this user's program read a file.
    void aFileThatOnlyTheWorkspaceNamesNeedsTrust()
    {
        QVERIFY(QDir(m_cli->path(u"home/config"_s)).removeRecursively()); // another user
        const CliResult refused = run(u"checkpoint"_s);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains("--trust") && refused.errors.contains(m_key.toUtf8()),
                 refused.errors.constData());
        const CliResult trusted = run(u"checkpoint --trust"_s);
        QVERIFY2(trusted.exitCode == 0, trusted.errors.constData());
        QVERIFY2(trusted.errors.contains("Approved: "), trusted.errors.constData());
        QCOMPARE(run(u"checkpoint"_s).exitCode, 0);
    }

    void isWrittenAfterEachSyncThatIsToHaveOne()
    {
        FakeVendors servers(Company::Options{.seed = 7, .now = today(), .events = 900});
        QVERIFY(servers.listen());
        QMap<QString, QString> settings = servers.asana().settings();
        settings.insert(u"initial_days"_s, u"5"_s);
        QCOMPARE(m_cli->addSource(u"asana"_s, u"company"_s, settings, servers.asana().secrets()).exitCode, 0);
        const CliResult before = run(u"sync company"_s);
        QVERIFY2(before.exitCode == 0 && !before.errors.contains("checkpoint"), before.errors.constData());
        QCOMPARE(run(u"checkpoint after-sync"_s).output,
                 QByteArray("No checkpoint is written after a sync.\n"));

        QCOMPARE(run(u"checkpoint after-sync on --append {folder}/witness"_s).exitCode, 0);
        QCOMPARE(objectOf(run(u"--json checkpoint after-sync"_s))[u"witness"_s].toString(),
                 m_cli->path(u"witness"_s));
        const CliResult synced = run(u"sync company --full"_s);
        QVERIFY2(synced.exitCode == 0, synced.errors.constData());
        QVERIFY2(synced.errors.contains("A checkpoint of "), synced.errors.constData());
        QCOMPARE(run(u"verify --against {folder}/witness"_s).exitCode, 0);

        QVERIFY(QFile::remove(m_key));
        const CliResult without = run(u"sync company --full"_s);
        QVERIFY2(without.exitCode == 0, without.errors.constData());
        QVERIFY2(without.errors.contains("No checkpoint was written after the sync."),
                 without.errors.constData());
        QCOMPARE(run(u"checkpoint after-sync off"_s).exitCode, 0);
        QVERIFY(!run(u"sync company --full"_s).errors.contains("heckpoint"));
    }

    /// Whoever hands over a copy gets nothing signed by it, and what is set for the original is not for the copy to end.
    void aCopyHasNoCheckpointsAfterSyncs()
    {
        QCOMPARE(run(u"checkpoint after-sync on"_s).exitCode, 0);
        QVERIFY(QDir().mkpath(m_cli->path(u"copy"_s)));
        for (const QString &name : QDir(m_cli->workspace()).entryList(QDir::Files))
            QVERIFY(QFile::copy(QDir(m_cli->workspace()).filePath(name), m_cli->path(u"copy/"_s + name)));
        const QByteArray none = "No checkpoint is written after a sync.\n";
        QCOMPARE(run(u"--workspace {folder}/copy checkpoint after-sync"_s).output, none);
        QCOMPARE(run(u"--workspace {folder}/copy checkpoint after-sync off"_s).output, none);
        const QByteArray each = "A checkpoint is written after each sync.\n";
        QCOMPARE(run(u"checkpoint after-sync"_s).output, each);

        QVERIFY(QDir(m_cli->workspace()).removeRecursively()); // now it is no copy: it was moved
        QCOMPARE(run(u"--workspace {folder}/copy checkpoint after-sync on"_s).output, each);
        QCOMPARE(run(u"--workspace {folder}/copy checkpoint after-sync off"_s).output, none);
    }

    void saysWhatIsWrong_data()
    {
        addRefused({
            {"verify", 2, "--against FILE"},
            {"verify --against {folder}/missing", 1, "no witness file"},
            {"verify everything", 2, "everything"},
            {"checkpoint now", 2, "now"},
            {"checkpoint --append {folder}/workspace/witness", 2, "elsewhere"},
            {"checkpoint --append {folder}/home", 2, "is a folder"},
            {"checkpoint after-sync perhaps", 2, "Specify “on”"},
            {"checkpoint after-sync off --append {folder}/witness", 2, "Specify “on”"},
            {"checkpoint after-sync on --append /dev/null", 2, "not a file"},
            {"checkpoint key rotate", 2, "checkpoint key set"},
            {"checkpoint key set session", 2, "keychain"},
            {"checkpoint key set hunter2", 2, "env:VARIABLE"},
            {"checkpoint key set file:{folder}/missing", 1, "openssl rand -base64 32"},
            {"checkpoint key set env:TRAILGLASS_NOT_SET", 1, "TRAILGLASS_NOT_SET"},
            {"checkpoint key export", 2, "Missing argument"},
        });
    }

    void saysWhatIsWrong()
    {
        const CliResult refused = m_cli->run(refusedArguments(*m_cli));
        verifyRefused(refused);
        QVERIFY(!refused.errors.contains("hunter2"));
        QCOMPARE(run(u"checkpoint list"_s).output, QByteArray());
    }

    void aWorkspaceThatIsNotThereIsNotMade()
    {
        const CliRunner empty;
        for (const QStringList &line :
             {QStringList{u"checkpoint"_s}, QStringList{u"verify"_s, u"workspace"_s},
              QStringList{u"checkpoint"_s, u"list"_s}, QStringList{u"checkpoint"_s, u"key"_s, u"show"_s}})
            QCOMPARE(empty.run(line).exitCode, 1);
        QVERIFY(!QFile::exists(empty.workspace()));
    }

private:
    /// \param line  `{folder}` stands for CliRunner::folder()
    [[nodiscard]] CliResult run(const QString &line) const
    {
        return m_cli->run(QString(line).replace(u"{folder}"_s, m_cli->folder()).split(u' '));
    }
    [[nodiscard]] std::unique_ptr<SqlConnection> database() const
    {
        return *SqlConnection::openForWriting(m_cli->workspace() + u"/trailglass.sqlite"_s);
    }
    void execute(const std::string &sql) const { QVERIFY(database()->execute(sql)); }
    [[nodiscard]] qint64 number(const std::string &sql) const { return database()->integer(sql).value(); }

    std::unique_ptr<CliRunner> m_cli;
    QByteArray m_seed;
    QString m_key; ///< the file
};

TRAILGLASS_TEST(CheckpointsTest)
#include "tst_checkpoints.moc"
