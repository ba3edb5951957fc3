// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/clock.h"
#include "models/core/localaccount.h"
#include "models/core/result.h"
#include "models/filter/filter.h"
#include "models/merkle/ed25519.h"
#include "models/query/sortorder.h"
#include "models/store/treereader.h"
#include "models/workspace/evidencecreator.h"
#include "tests/cli/refusedcommands.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/evidencescript.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

#include <initializer_list>
#include <memory>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

/// A manifest without when it was made and what relative times count from.
QJsonObject manifestWithoutTimes(const QByteArray &manifest)
{
    QJsonObject whole = QJsonDocument::fromJson(manifest).object();
    const std::initializer_list<std::pair<QString, QString>> times{{u"made"_s, u"at"_s},
                                                                   {u"filter"_s, u"now"_s}};
    for (const auto &[object, time] : times) {
        QJsonObject part = whole.value(object).toObject();
        part.remove(time);
        whole.insert(object, part);
    }
    return whole;
}

/// The lines of SHA256SUMS but that of the manifest.
QByteArray sumsWithoutManifest(const QByteArray &sums)
{
    QByteArray rest;
    for (const QByteArray &line : sums.split('\n')) {
        if (!line.endsWith("  manifest.json"))
            rest += line + '\n';
    }
    return rest;
}

} // namespace

/// `evidence` through the real program, with the key in a private file.
class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliRunner>();
        QVERIFY(SampleWorkspace().fill(*m_cli));
        QVERIFY(!m_cli->writeFile(u"key"_s, SigningKey::generate()->seed().reveal()).isEmpty());
        QCOMPARE(run(u"checkpoint key set file:{folder}/key"_s).exitCode, 0);
    }

    void aBundleVerifiesInThreeWays()
    {
        const CliResult created =
            run(u"evidence create source:work,rules --output {folder}/b.zip --case 47/11 --note checked"_s);
        QVERIFY2(created.exitCode == 0, created.errors.constData());
        QVERIFY2(created.errors.contains("events: 4"), created.errors.constData());
        QCOMPARE(run(u"checkpoint key export {folder}/public.pem"_s).exitCode, 0);

        const CliResult verified = run(u"evidence verify {folder}/b.zip --key {folder}/public.pem"_s);
        QVERIFY2(verified.exitCode == 0, verified.output.constData());
        QVERIFY2(verified.output.contains("by the key that you gave"), verified.output.constData());
        QVERIFY2(verified.output.contains("case: 47/11"), verified.output.constData());

        const TypedCommand scripted =
            typedIn(m_cli->folder(), u"python3 -B "_s + evidenceScript() + u" b.zip --key public.pem"_s);
        QVERIFY2(scripted.exitCode == 0, scripted.output.constData());

        QCOMPARE(typedIn(m_cli->folder(), u"python3 -m zipfile -e b.zip unpacked"_s).exitCode, 0);
        const QString unpacked = m_cli->path(u"unpacked"_s);
        const TypedCommand sums = typedIn(unpacked, u"sha256sum -c SHA256SUMS"_s);
        QVERIFY2(sums.exitCode == 0, sums.output.constData());
        const TypedCommand signature = typedIn(
            unpacked,
            u"openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig"_s);
        QVERIFY2(signature.exitCode == 0, signature.output.constData());
        QCOMPARE(contentOf(unpacked + u"/key.pem"_s), contentOf(m_cli->path(u"public.pem"_s)));
    }

    void statesTheQuestion()
    {
        const CliResult created = run(
            u"--json evidence create created:>-9999d vendor:asana --columns id,created --sort id --verify-workspace --output {folder}/b.zip"_s);
        QVERIFY2(created.exitCode == 0, created.errors.constData());
        const QJsonObject report = QJsonDocument::fromJson(created.errors).object();
        QCOMPARE(report[u"events"_s].toInt(), 3);
        QCOMPARE(report[u"complete"_s].toBool(), true);
        QCOMPARE(typedIn(m_cli->folder(), u"python3 -m zipfile -e b.zip unpacked"_s).exitCode, 0);
        const QJsonObject manifest =
            QJsonDocument::fromJson(contentOf(m_cli->path(u"unpacked/manifest.json"_s))).object();
        const QJsonObject filter = manifest[u"filter"_s].toObject();
        QCOMPARE(filter[u"typed"_s].toString(), u"created:>-9999d vendor:asana"_s);
        QVERIFY(filter[u"resolved"_s].toString().contains(u"Z.."_s));
        QCOMPARE(manifest[u"output"_s][u"columns"_s].toString(), u"id,created"_s);
        QCOMPARE(manifest[u"output"_s][u"sort"_s].toString(), u"id"_s);
        const QJsonArray sources = manifest[u"sources"_s].toArray();
        QCOMPARE(sources.size(), 1);
        QCOMPARE(sources[0][u"name"_s].toString(), u"work"_s);
        QVERIFY(sources[0][u"address"_s].toString().startsWith(u"https://"_s));
        QVERIFY(contentOf(m_cli->path(u"unpacked/events.csv"_s)).startsWith("id,created\r\na1,"));

        const CliResult verified = run(u"--json evidence verify {folder}/b.zip"_s);
        QCOMPARE(verified.exitCode, 0);
        const QJsonObject verdict = verified.jsonObject();
        QCOMPARE(verdict[u"verified"_s].toBool(), true);
        QCOMPARE(verdict[u"by_given_key"_s].toBool(), false);
        QCOMPARE(verdict[u"events"_s].toInt(), 3);
        QCOMPARE(verdict[u"tree"_s][u"size"_s].toInt(), manifest[u"tree"_s][u"size"_s].toInt());
    }

    /// Which events match goes by fields, which are in no leaf: the tree is the same after such a change.
    void completenessIsStatedOfAVerifiedWorkspaceAlone()
    {
        const auto create = [this](const QString &option) {
            return run(u"--json evidence create vendor:asana --output {folder}/b.zip"_s + option);
        };
        const auto isStated = [](const CliResult &created) {
            return QJsonDocument::fromJson(created.errors).object().value(u"complete"_s);
        };
        const QString verified = u" --verify-workspace"_s;
        const CliResult unverified = create({});
        QVERIFY2(unverified.exitCode == 0, unverified.errors.constData());
        QCOMPARE(isStated(unverified), QJsonValue(false));
        const CliResult sound = create(verified);
        QVERIFY2(sound.exitCode == 0, sound.errors.constData());
        QCOMPARE(isStated(sound), QJsonValue(true));

        QVERIFY(QFile::remove(m_cli->path(u"b.zip"_s)));
        QVERIFY(altered(u"UPDATE event SET op = CASE op WHEN 3 THEN 0 ELSE 3 END WHERE id = 'a1'"_s));
        const CliResult refused = create(verified);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("differs from its JSON in op"), refused.errors.constData());
        QVERIFY(!QFile::exists(m_cli->path(u"b.zip"_s)));
        const CliResult alteredBundle = create({});
        QVERIFY2(alteredBundle.exitCode == 0, alteredBundle.errors.constData());
        QCOMPARE(isStated(alteredBundle), QJsonValue(false));
    }

    void theSameQuestionOnTheSameTreeGivesTheSameFiles()
    {
        for (const QString &name : {u"one"_s, u"two"_s})
            QCOMPARE(run(u"evidence create vendor:asana --output {folder}/"_s + name).exitCode, 0);
        compareFiles();
    }

    /// The window hands over the rows of the engine that shows them; the program selects them itself.
    void theWindowMakesTheSameFiles()
    {
        QCOMPARE(run(u"evidence create vendor:asana --output {folder}/one"_s).exitCode, 0);
        const auto made = makeAsTheWindow(u"vendor:asana"_s, m_cli->path(u"two"_s));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->bundle.manifest.events, 3);
        compareFiles();
    }

    void aReportInABundleShowsItsCheckpoint()
    {
        const CliResult created = run(u"evidence create vendor:asana --report --output {folder}/b.zip"_s);
        QVERIFY2(created.exitCode == 0, created.errors.constData());
        QCOMPARE(typedIn(m_cli->folder(), u"python3 -m zipfile -e b.zip unpacked"_s).exitCode, 0);
        const QJsonObject manifest =
            QJsonDocument::fromJson(contentOf(m_cli->path(u"unpacked/manifest.json"_s))).object();
        const QByteArray root = manifest[u"tree"_s][u"root"_s].toString().toLatin1();
        QCOMPARE(root.size(), qsizetype{64});
        QVERIFY(contentOf(m_cli->path(u"unpacked/report.html"_s)).contains(root));
        QCOMPARE(run(u"evidence verify {folder}/b.zip"_s).exitCode, 0);
    }

    void aChangedBundleIsRefused()
    {
        QCOMPARE(run(u"evidence create --output {folder}/b.zip"_s).exitCode, 0);
        QByteArray bytes = contentOf(m_cli->path(u"b.zip"_s));
        bytes.chop(30);
        QVERIFY(!m_cli->writeFile(u"cut.zip"_s, bytes).isEmpty());
        const CliResult refused = run(u"evidence verify {folder}/cut.zip"_s);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.output.contains("is not verified"), refused.output.constData());
        const QJsonObject verdict = run(u"--json evidence verify {folder}/cut.zip"_s).jsonObject();
        QCOMPARE(verdict[u"verified"_s].toBool(true), false);
        QCOMPARE(verdict[u"problems"_s][0][u"kind"_s].toString(), u"archive"_s);
    }

    void anAlteredWorkspaceMakesNoBundle()
    {
        QCOMPARE(run(u"checkpoint"_s).exitCode, 0);
        QVERIFY(altered(u"UPDATE event SET id = 'a9' WHERE id = 'a1'"_s));
        const CliResult refused = run(u"evidence create --output {folder}/b.zip"_s);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("verify workspace"), refused.errors.constData());
        QVERIFY(!QFile::exists(m_cli->path(u"b.zip"_s)));
    }

    void saysWhatIsWrong_data()
    {
        addRefused({
            {"evidence create", 2, "--output FILE"},
            {"evidence create op:nothing --output {folder}/b.zip", 2, "nothing"},
            {"evidence create --columns actr --output {folder}/b.zip", 2, "actor"},
            {"evidence create --output {folder}/key", 2, "file that Trailglass uses"},
            {"evidence create --output {folder}/workspace/trailglass.sqlite", 2, "file that Trailglass uses"},
            {"evidence create --output {folder}/no/such/b.zip", 1, "could not be opened for writing"},
            {"evidence create --archive https://a@b/c --output {folder}/b.zip", 2, "--archive"},
            {"evidence verify", 2, "Missing argument"},
            {"evidence verify {folder}/missing.zip", 1, "There is no file"},
            {"evidence verify {folder}/workspace/trailglass.sqlite", 2, "Give a bundle"},
            {"evidence verify {folder}", 1, "is a folder"},
            {"evidence verify {folder}/key --key nonsense", 2, "neither a public key"},
            {"evidence verify {folder}/key --key {folder}/key", 2, "neither a public key"},
        });
    }

    void saysWhatIsWrong()
    {
        verifyRefused(m_cli->run(refusedArguments(*m_cli)));
        QVERIFY(!QFile::exists(m_cli->path(u"b.zip"_s)));
    }

private:
    /// The bundles “one” and “two” have the same files but for the times that they state.
    void compareFiles() const
    {
        for (const QString &name : {u"one"_s, u"two"_s}) {
            QCOMPARE(typedIn(m_cli->folder(), u"python3 -m zipfile -e "_s + name + u" of-"_s + name).exitCode,
                     0);
        }
        const QStringList files = QDir(m_cli->path(u"of-one"_s)).entryList(QDir::Files);
        QCOMPARE(files.size(), 14);
        for (const QString &name : files) {
            const QByteArray one = contentOf(m_cli->path(u"of-one/"_s + name));
            const QByteArray two = contentOf(m_cli->path(u"of-two/"_s + name));
            if (name == u"manifest.json"_s)
                QCOMPARE(manifestWithoutTimes(one), manifestWithoutTimes(two));
            else if (name == u"SHA256SUMS"_s)
                QCOMPARE(sumsWithoutManifest(one), sumsWithoutManifest(two));
            else if (name != u"SHA256SUMS.sig"_s)
                QVERIFY2(one == two, qPrintable(name));
        }
    }

    /// Of the rows that an engine has found.
    [[nodiscard]] Result<EvidenceReport> makeAsTheWindow(const QString &expression,
                                                         const QString &fileName) const
    {
        SystemClock clock;
        OpenWorkspace workspace(m_cli->workspace());
        TRY(const auto query, prepareQuery(workspace, expression, {clock.now()}));
        TRY(QueryEngine *const engine, workspace.engine());
        TRY(const auto rows, engine->select(query.filter, defaultSortOrder(), query.context, {}));
        TRY(EventReader *const reader, workspace.reader());
        TRY(const QString identity, reader->identity());
        TRY(const auto tree, TreeReader::open(m_cli->workspace()));
        TRY(const auto keys, tree->signingKeys());
        TRY(const Secret seed, Secret::fromText(contentOf(m_cli->path(u"key"_s))));
        const EvidencePlan plan{.rows = rows,
                                .query = query,
                                .typed = expression,
                                .filter = std::get<Filter::NodePointer>(Filter::parse(expression)),
                                .order = defaultSortOrder(),
                                .by = localAccountName()};
        const TreeSigner signer(m_cli->workspace(), identity, keys.back(), seed);
        return createEvidence(workspace, plan, fileName, signer, clock, {});
    }

    /// As somebody with the command sqlite3 does it.
    [[nodiscard]] bool altered(const QString &sql) const
    {
        QProcess process;
        process.start(u"sqlite3"_s, {m_cli->workspace() + u"/trailglass.sqlite"_s, sql});
        return process.waitForFinished() && process.exitCode() == 0;
    }

    /// Runs a command, and has each bundle that it makes verified by the script.
    /// \param line  `{folder}` stands for CliRunner::folder()
    /// \returns an exit code that no command has, with what the script says, for a bundle that it refuses
    [[nodiscard]] CliResult run(const QString &line) const
    {
        const QStringList words = QString(line).replace(u"{folder}"_s, m_cli->folder()).split(u' ');
        CliResult result = m_cli->run(words);
        const qsizetype output = words.indexOf(u"--output"_s) + 1;
        if (result.exitCode != 0 || !words.contains(u"create"_s) || output >= words.size())
            return result;
        const ScriptVerdict script = verifiedByScript(words.at(output));
        return script.exitCode == 0 ? result
                                    : CliResult{.exitCode = -1, .output = {}, .errors = script.output};
    }

    std::unique_ptr<CliRunner> m_cli;
};

TRAILGLASS_TEST(EvidenceTest)
#include "tst_evidence.moc"
