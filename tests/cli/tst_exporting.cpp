// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

/// Not root: to root every folder is writable.
void becomeNobody()
{
    if (::geteuid() == 0 && ::setuid(65534) != 0)
        ::_exit(126);
}

} // namespace

/// `export` through the real program, and a workspace that must not be written to.
class ExportingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(SampleWorkspace().fill(m_cli)); }

    void formulasAreNeutralisedAndCounted_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("count");
        const QByteArray header = "id,target,target.id\r\n";
        QTest::newRow("by default") << QStringList()
                                    << QByteArray(header + "a3,\"'=HYPERLINK(\"\"x\"\")\",'-1+2\r\n")
                                    << QByteArray("formulas escaped: 2");
        QTest::newRow("not when unwanted") << QStringList{u"--no-formula-guard"_s}
                                           << QByteArray(header + "a3,\"=HYPERLINK(\"\"x\"\")\",-1+2\r\n")
                                           << QByteArray("formulas escaped: 0");
        QTest::newRow("with a byte order mark")
            << QStringList{u"--bom"_s, u"--no-formula-guard"_s}
            << QByteArray("\xEF\xBB\xBF" + header + "a3,\"=HYPERLINK(\"\"x\"\")\",-1+2\r\n")
            << QByteArray("formulas escaped: 0");
    }
    void formulasAreNeutralisedAndCounted()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, count);
        const QStringList line =
            QStringList{u"export"_s, u"id:a3"_s, u"--columns"_s, u"id,target,target.id"_s} + options;
        const CliResult printed = m_cli.run(line + QStringList{u"--output"_s, u"-"_s});
        QCOMPARE(printed.exitCode, 0);
        QCOMPARE(printed.output, csv);
        QVERIFY2(printed.errors.contains(count), printed.errors.constData());

        const QString fileName = m_cli.path(u"out.csv"_s);
        const CliResult written = m_cli.run(line + QStringList{u"--output"_s, fileName});
        QCOMPARE(written.exitCode, 0);
        QCOMPARE(written.output, QByteArray());
        QCOMPARE(contentOf(fileName), csv);
    }

    void queryTellsOfNeutralisedCellsToo()
    {
        const CliResult queried =
            m_cli.run({u"query"_s, u"id:a3"_s, u"--format"_s, u"csv"_s, u"--columns"_s, u"target.id"_s});
        QCOMPARE(queried.output, QByteArray("target.id\r\n'-1+2\r\n"));
        QVERIFY(queried.errors.contains("formulas escaped: 1"));
    }

    void anExportIsSortedAndPrivate()
    {
        const QString fileName = m_cli.path(u"sorted.ndjson"_s);
        QCOMPARE(m_cli
                     .run({u"export"_s, u"vendor:asana"_s, u"--sort"_s, u"actor,-id"_s, u"--columns"_s,
                           u"id"_s, u"--format"_s, u"ndjson"_s, u"--output"_s, fileName})
                     .exitCode,
                 0);
        QCOMPARE(contentOf(fileName), QByteArray("{\"id\":\"a3\"}\n{\"id\":\"a1\"}\n{\"id\":\"a2\"}\n"));
        QCOMPARE(QFile::permissions(fileName) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aFileIsReplacedOnlyByAWholeOne()
    {
        const QString fileName = m_cli.writeFile(u"kept.csv"_s, "old");
        const auto exportTo = [&](const QStringList &rest) {
            return m_cli.run(QStringList{u"export"_s, u"--output"_s, fileName} + rest).exitCode;
        };
        QCOMPARE(exportTo({u"actor:ann"_s, u"op:logn"_s}), 2);
        QCOMPARE(exportTo({u"--columns"_s, u"actr"_s}), 2);
        QCOMPARE(contentOf(fileName), QByteArray("old"));
        QCOMPARE(exportTo({u"actor:nobody"_s, u"--columns"_s, u"id"_s}), 0);
        QCOMPARE(contentOf(fileName), QByteArray("id\r\n"));
        QCOMPARE(m_cli.run({u"export"_s, u"--output"_s, m_cli.path(u"no/such/folder.csv"_s)}).exitCode, 1);
    }

    void aWorkspaceOnReadOnlyMediaOpens()
    {
        CliRunner cli;
        QVERIFY(SampleWorkspace().fill(cli));
        QFile::remove(cli.workspace() + "/trailglass.sqlite-shm"_L1);
        QVERIFY2(!QFile::exists(cli.workspace() + "/trailglass.sqlite-wal"_L1),
                 "the log of the database was not closed; such a workspace needs a writable folder");
        for (const QString &name : QDir(cli.workspace()).entryList(QDir::Files))
            QCOMPARE(::chmod(QFile::encodeName(cli.workspace() + u'/' + name).constData(), 0444), 0);
        QCOMPARE(::chmod(QFile::encodeName(cli.workspace()).constData(), 0555), 0);
        QCOMPARE(::chmod(QFile::encodeName(cli.folder()).constData(), 0755), 0);

        QProcess process;
        process.setProcessEnvironment(cli.environment());
        process.setChildProcessModifier(becomeNobody);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(CliRunner::program(), cli.withWorkspace({u"query"_s, u"--count"_s}));
        QVERIFY(finished.count() > 0 || finished.wait(60'000));
        const QByteArray errors = process.readAllStandardError();
        ::chmod(QFile::encodeName(cli.workspace()).constData(), 0755);
        if (process.error() == QProcess::FailedToStart)
            QSKIP("another user may not run programs of the build folder");
        QVERIFY2(process.exitCode() == 0, errors.constData());
        QCOMPARE(process.readAllStandardOutput(), QByteArray("7\n"));
    }

private:
    CliRunner m_cli;
};

TRAILGLASS_TEST(ExportingTest)
#include "tst_exporting.moc"
