// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/ed25519.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QtTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

/// A command as somebody types it in a folder.
struct HandResult
{
    int exitCode = -1;
    QByteArray output;
};

HandResult byHand(const QString &folder, const QString &line)
{
    QStringList words = line.split(u' ');
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    const QString program = words.takeFirst();
    process.start(program, words);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAll()};
}

QString script()
{
    return QDir::cleanPath(QStringLiteral(TRAILGLASS_FIXTURES) + u"/../../docs/verify_evidence.py"_s);
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

        const HandResult scripted =
            byHand(m_cli->folder(), u"python3 -B "_s + script() + u" b.zip --key public.pem"_s);
        QVERIFY2(scripted.exitCode == 0, scripted.output.constData());

        QCOMPARE(byHand(m_cli->folder(), u"python3 -m zipfile -e b.zip unpacked"_s).exitCode, 0);
        const QString unpacked = m_cli->path(u"unpacked"_s);
        const HandResult sums = byHand(unpacked, u"sha256sum -c SHA256SUMS"_s);
        QVERIFY2(sums.exitCode == 0, sums.output.constData());
        const HandResult signature = byHand(
            unpacked,
            u"openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig"_s);
        QVERIFY2(signature.exitCode == 0, signature.output.constData());
        QCOMPARE(contentOf(unpacked + u"/key.pem"_s), contentOf(m_cli->path(u"public.pem"_s)));
    }

    void statesTheQuestion()
    {
        const CliResult created = run(
            u"--json evidence create created:>-9999d vendor:asana --columns id,created --sort id --output {folder}/b.zip"_s);
        QVERIFY2(created.exitCode == 0, created.errors.constData());
        const QJsonObject report = QJsonDocument::fromJson(created.errors).object();
        QCOMPARE(report[u"events"_s].toInt(), 3);
        QCOMPARE(report[u"complete"_s].toBool(), true);
        QCOMPARE(byHand(m_cli->folder(), u"python3 -m zipfile -e b.zip unpacked"_s).exitCode, 0);
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

    void theSameQuestionOnTheSameTreeGivesTheSameFiles()
    {
        for (const QString &name : {u"one"_s, u"two"_s}) {
            QCOMPARE(run(u"evidence create vendor:asana --output {folder}/"_s + name).exitCode, 0);
            QCOMPARE(byHand(m_cli->folder(), u"python3 -m zipfile -e "_s + name + u" of-"_s + name).exitCode,
                     0);
        }
        const QStringList files = QDir(m_cli->path(u"of-one"_s)).entryList(QDir::Files);
        QCOMPARE(files.size(), 14);
        for (const QString &name : files) {
            const bool isSame =
                contentOf(m_cli->path(u"of-one/"_s + name)) == contentOf(m_cli->path(u"of-two/"_s + name));
            const bool statesTheTime = name == u"manifest.json"_s || name.startsWith(u"SHA256SUMS"_s);
            QVERIFY2(isSame || statesTheTime, qPrintable(name));
        }
    }

    void aReportInABundleShowsItsCheckpoint()
    {
        const CliResult created = run(u"evidence create vendor:asana --report --output {folder}/b.zip"_s);
        QVERIFY2(created.exitCode == 0, created.errors.constData());
        QCOMPARE(byHand(m_cli->folder(), u"python3 -m zipfile -e b.zip unpacked"_s).exitCode, 0);
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
        QProcess process;
        process.start(
            u"sqlite3"_s,
            {m_cli->workspace() + u"/trailglass.sqlite"_s, u"UPDATE event SET id = 'a9' WHERE id = 'a1'"_s});
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
        const CliResult refused = run(u"evidence create --output {folder}/b.zip"_s);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("verify workspace"), refused.errors.constData());
        QVERIFY(!QFile::exists(m_cli->path(u"b.zip"_s)));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("evidence create") << 2 << QByteArray("--output FILE");
        QTest::newRow("evidence create op:nothing --output {folder}/b.zip") << 2 << QByteArray("nothing");
        QTest::newRow("evidence create --columns actr --output {folder}/b.zip") << 2 << QByteArray("actor");
        QTest::newRow("evidence create --output {folder}/key")
            << 2 << QByteArray("file that Trailglass uses");
        QTest::newRow("evidence create --output {folder}/workspace/trailglass.sqlite")
            << 2 << QByteArray("file that Trailglass uses");
        QTest::newRow("evidence create --output {folder}/no/such/b.zip")
            << 1 << QByteArray("could not be opened for writing");
        QTest::newRow("evidence create --archive https://a@b/c --output {folder}/b.zip")
            << 2 << QByteArray("--archive");
        QTest::newRow("evidence verify") << 2 << QByteArray("Missing argument");
        QTest::newRow("evidence verify {folder}/missing.zip") << 1 << QByteArray("There is no file");
        QTest::newRow("evidence verify {folder}/workspace/trailglass.sqlite")
            << 2 << QByteArray("Give a bundle");
        QTest::newRow("evidence verify {folder}") << 1 << QByteArray("is a folder");
        QTest::newRow("evidence verify {folder}/key --key nonsense")
            << 2 << QByteArray("neither a public key");
        QTest::newRow("evidence verify {folder}/key --key {folder}/key")
            << 2 << QByteArray("neither a public key");
    }

    void saysWhatIsWrong()
    {
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, said);
        const CliResult refused = run(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(refused.errors.contains(said), refused.errors.constData());
        QCOMPARE(refused.exitCode, exitCode);
        QVERIFY(!QFile::exists(m_cli->path(u"b.zip"_s)));
    }

private:
    /// \param line  `{folder}` stands for CliRunner::folder()
    [[nodiscard]] CliResult run(const QString &line) const
    {
        return m_cli->run(QString(line).replace(u"{folder}"_s, m_cli->folder()).split(u' '));
    }

    std::unique_ptr<CliRunner> m_cli;
};

TRAILGLASS_TEST(EvidenceTest)
#include "tst_evidence.moc"
