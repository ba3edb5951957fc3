// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

/// What the program must not write over, and what it must not be led to, through the real program.
class OwnFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliRunner>();
        QVERIFY(SampleWorkspace().fill(*m_cli));
    }

    void noOutputReplacesAFileOfAWorkspace_data()
    {
        QTest::addColumn<QString>("output");
        QTest::newRow("the database") << u"workspace/trailglass.sqlite"_s;
        QTest::newRow("by a link") << u"link"_s;
        QTest::newRow("by a hard link") << u"hard"_s;
        QTest::newRow("a journal to be") << u"workspace/trailglass.sqlite-journal"_s;
        QTest::newRow("the lock") << u"workspace/trailglass.lock"_s;
        QTest::newRow("a backup") << u"workspace/trailglass.sqlite.v1.backup"_s;
        QTest::newRow("what was fetched beside events") << u"workspace/trailglass.sqlite.details"_s;
        QTest::newRow("another workspace's database") << u"other/trailglass.sqlite"_s;
        QTest::newRow("the window's settings") << u"home/config/trailglass/trailglass.ini"_s;
    }
    void noOutputReplacesAFileOfAWorkspace()
    {
        QFETCH(QString, output);
        const QString database = m_cli->workspace() + "/trailglass.sqlite"_L1;
        QVERIFY(QDir(m_cli->folder()).mkpath(u"other"_s));
        QVERIFY(QDir(m_cli->folder()).mkpath(u"home/config/trailglass"_s));
        QVERIFY(QFile::copy(database, m_cli->path(u"other/trailglass.sqlite"_s)));
        QVERIFY(QFile::link(database, m_cli->path(u"link"_s)));
        QCOMPARE(m_cli->run({u"preset"_s, u"save"_s, u"mine"_s, u"actor:ann"_s}).exitCode, 0);
        if (output == "hard"_L1)
            QCOMPARE(::link(QFile::encodeName(database).constData(),
                            QFile::encodeName(m_cli->path(output)).constData()),
                     0);
        const QString file = m_cli->path(output);
        const bool isThere = QFile::exists(file);
        const QByteArray before = contentOf(file);

        const QList<QStringList> lines{{u"export"_s, u"--output"_s, file},
                                       {u"export"_s, u"--format"_s, u"ndjson"_s, u"--output"_s, file},
                                       {u"preset"_s, u"export"_s, file}};
        for (const QStringList &line : lines) {
            const CliResult refused = m_cli->run(line);
            QCOMPARE(refused.exitCode, 2);
            QVERIFY2(refused.errors.contains(file.toUtf8()), refused.errors.constData());
            QVERIFY2(refused.errors.contains("choose another"), refused.errors.constData());
            QCOMPARE(QFile::exists(file), isThere);
            QCOMPARE(contentOf(file), before);
        }
        QCOMPARE(m_cli->run({u"query"_s, u"--count"_s}).output, QByteArray("7\n"));
        QVERIFY(m_cli->run({u"preset"_s, u"list"_s}).output.contains("mine"));
    }

    void noOutputReplacesAFileWithACredential_data()
    {
        QTest::addColumn<QStringList>("line"); // but for the file
        QTest::newRow("a log") << QStringList{u"query"_s, u"--log"_s, u"all"_s, u"--log-file"_s};
        QTest::newRow("a bug report") << QStringList{u"doctor"_s, u"--report"_s};
        QTest::newRow("an export") << QStringList{u"export"_s, u"--output"_s};
        QTest::newRow("presets") << QStringList{u"preset"_s, u"export"_s};
    }
    void noOutputReplacesAFileWithACredential()
    {
        QFETCH(const QStringList, line);
        const QByteArray secret = "made-up-for-tests\n";
        const QString file = m_cli->writeFile(u"credential"_s, secret);
        const QString link = m_cli->path(u"link to it"_s);
        QVERIFY(QFile::link(file, link));
        QCOMPARE(m_cli
                     ->run({u"source"_s, u"set"_s, u"work"_s, u"--secret"_s,
                            QString("access_token=file:"_L1 + file)})
                     .exitCode,
                 0);
        for (const QString &name : {file, link}) {
            const CliResult refused = m_cli->run(line + QStringList{name});
            QVERIFY2(refused.exitCode == 2, refused.errors.constData());
            QVERIFY2(refused.errors.contains("choose another"), refused.errors.constData());
            QCOMPARE(contentOf(file), secret);
        }
    }

    void noOutputIsAnotherFileOfTheLine_data()
    {
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const char *line) {
            QTest::newRow(name) << QString::fromLatin1(line);
        };
        row("a log, over what is imported", "import work {file} --log all --log-file {file}");
        row("by a link", "import work {file} --log all --log-file {link}");
        row("a log, over presets that are imported", "preset import {file} --log all --log-file {file}");
        row("a log, over a credential",
            "source add asana more --set workspace_gid=1 --secret access_token=file:{file} --log all "
            "--log-file {file}");
        row("a report, over its bundle", "report --bundle {file} --output {file}");
        row("an export, over the key of an archive",
            "export --archive https://ann@archive.example/audit --archive-key file:{file} --output {file}");
        row("presets, over the key of an archive",
            "preset export {file} --archive https://ann@archive.example/audit --archive-key file:{file}");
    }
    void noOutputIsAnotherFileOfTheLine()
    {
        QFETCH(const QString, line);
        const QByteArray content = SampleWorkspace::events(u"work"_s).first();
        const QString file = m_cli->writeFile(u"named.html"_s, content);
        const QString link = m_cli->path(u"link"_s);
        QVERIFY(QFile::link(file, link));
        QStringList words = line.split(u' ');
        for (QString &word : words)
            word.replace(u"{file}"_s, file).replace(u"{link}"_s, link);

        const CliResult refused = m_cli->run(words);

        QVERIFY2(refused.exitCode == 2, refused.errors.constData());
        QVERIFY2(refused.errors.contains("choose another"), refused.errors.constData());
        QCOMPARE(contentOf(file), content);
    }

    void nothingIsPrintedIntoWhatIsRead_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("what is imported") << u"import work {file}"_s;
        QTest::newRow("what is imported into the source of its vendor") << u"import --detect {file}"_s;
        QTest::newRow("what is verified") << u"evidence verify {file}"_s;
        QTest::newRow("a signing key") << u"checkpoint key set file:{file}"_s;
    }
    void nothingIsPrintedIntoWhatIsRead()
    {
        QFETCH(const QString, line);
        const QByteArray content = SampleWorkspace::events(u"work"_s).first();
        const QString file = m_cli->writeFile(u"read.json"_s, content);
        QStringList words = line.split(u' ');
        words.replaceInStrings(u"{file}"_s, file);
        for (const bool isOutput : {true, false}) {
            QProcess process;
            process.setProcessEnvironment(m_cli->environment());
            if (isOutput)
                process.setStandardOutputFile(file, QIODevice::Append);
            else
                process.setStandardErrorFile(file, QIODevice::Append);
            process.start(CliRunner::program(), m_cli->withWorkspace(words));
            QVERIFY(process.waitForFinished(60'000));
            QCOMPARE(process.exitCode(), 2);
            QCOMPARE(contentOf(file), content);
        }
    }

    void aFileNamedLikeASourceIsAnOutput_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("of what is printed") << u"import work in.json"_s;
        QTest::newRow("of a log") << u"import work in.json --log all --log-file work"_s;
    }
    /// `import work in.json > work` reads no file of that name.
    void aFileNamedLikeASourceIsAnOutput()
    {
        QFETCH(const QString, line);
        QVERIFY(!m_cli->writeFile(u"in.json"_s, SampleWorkspace::events(u"work"_s).first()).isEmpty());
        const bool isLogged = line.contains("--log-file"_L1);
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        process.setWorkingDirectory(m_cli->folder());
        if (!isLogged)
            process.setStandardOutputFile(m_cli->path(u"work"_s));
        process.start(CliRunner::program(), m_cli->withWorkspace(line.split(u' ')));
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, errors.constData());
        QVERIFY(!contentOf(m_cli->path(u"work"_s)).isEmpty());
    }

    void aRelativeOutputIsNoWayAroundIt()
    {
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        process.setWorkingDirectory(m_cli->workspace());
        process.start(CliRunner::program(),
                      {u"--workspace"_s, u"."_s, u"export"_s, u"--output"_s, u"trailglass.sqlite"_s});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 2);
        QCOMPARE(m_cli->run({u"query"_s, u"--count"_s}).output, QByteArray("7\n"));
    }

    void nothingIsPrintedIntoAFileOfTrailglass_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("its database") << u"workspace/trailglass.sqlite"_s;
        QTest::newRow("its lock") << u"workspace/trailglass.lock"_s;
        QTest::newRow("another workspace's database") << u"other/trailglass.sqlite"_s;
        QTest::newRow("another database, of any name") << u"renamed"_s;
        QTest::newRow("the approvals") << u"home/config/trailglass/approvals.json"_s;
        QTest::newRow("the window's settings") << u"home/config/trailglass/trailglass.ini"_s;
    }
    void nothingIsPrintedIntoAFileOfTrailglass()
    {
        QFETCH(const QString, file);
        const QString database = m_cli->workspace() + "/trailglass.sqlite"_L1;
        QVERIFY(QDir(m_cli->folder()).mkpath(u"other"_s));
        QVERIFY(QDir(m_cli->folder()).mkpath(u"home/config/trailglass"_s));
        QVERIFY(QFile::copy(database, m_cli->path(u"other/trailglass.sqlite"_s)));
        QVERIFY(QFile::copy(database, m_cli->path(u"renamed"_s)));
        QFile made(m_cli->path(file));
        QVERIFY(made.open(QIODevice::Append));
        made.close();
        const QByteArray before = contentOf(m_cli->path(file));

        const auto redirected = [&](const QStringList &words, bool output, bool errors) {
            QProcess process;
            process.setProcessEnvironment(m_cli->environment());
            if (output)
                process.setStandardOutputFile(m_cli->path(file), QIODevice::Append);
            if (errors)
                process.setStandardErrorFile(m_cli->path(file), QIODevice::Append);
            process.start(CliRunner::program(), m_cli->withWorkspace(words));
            const bool ended = process.waitForFinished(60'000);
            return std::pair(ended ? process.exitCode() : -1, process.readAllStandardOutput());
        };
        for (const QStringList &words :
             {QStringList{u"query"_s}, QStringList{u"--help"_s}, QStringList{u"no such command"_s}}) {
            QCOMPARE(redirected(words, true, false).first, 2);
            QCOMPARE(redirected(words, true, true).first, 2);
            const auto [exitCode, output] = redirected(words, false, true);
            QCOMPARE(exitCode, 2);
            QVERIFY2(output.contains("choose another file"), output.constData());
        }
        QCOMPARE(contentOf(m_cli->path(file)), before);
    }

    void standardOutputAndDevicesAreOutputs()
    {
        for (const QString &file : {u"/dev/stdout"_s, u"/dev/fd/1"_s}) {
            const CliResult printed =
                m_cli->run({u"export"_s, u"id:a1"_s, u"--columns"_s, u"id"_s, u"--output"_s, file});
            QCOMPARE(printed.exitCode, 0);
            QCOMPARE(printed.output, QByteArray("id\r\na1\r\n"));
        }
        QVERIFY(
            m_cli->run({u"preset"_s, u"export"_s, u"/dev/stdout"_s}).output.contains("trailglass-presets"));
        QProcess redirected;
        redirected.setProcessEnvironment(m_cli->environment());
        redirected.setStandardOutputFile(m_cli->path(u"presets.json"_s));
        redirected.start(CliRunner::program(),
                         m_cli->withWorkspace({u"preset"_s, u"export"_s, u"/dev/stdout"_s}));
        QVERIFY(redirected.waitForFinished(60'000));
        QCOMPARE(redirected.exitCode(), 0);
        QVERIFY(contentOf(m_cli->path(u"presets.json"_s)).contains("trailglass-presets"));
        for (const QStringList &line : {QStringList{u"export"_s, u"--output"_s, u"/dev/null"_s},
                                        QStringList{u"preset"_s, u"export"_s, u"/dev/null"_s}}) {
            QCOMPARE(m_cli->run(line).exitCode, 0);
            struct stat status = {};
            QCOMPARE(::stat("/dev/null", &status), 0);
            QVERIFY2(S_ISCHR(status.st_mode), "a device must never be replaced");
        }
    }

    void aFileOfAWorkspaceIsNoInput()
    {
        const QString database = m_cli->workspace() + "/trailglass.sqlite"_L1;
        const CliResult imported = m_cli->run({u"import"_s, u"work"_s, database});
        QCOMPARE(imported.exitCode, 1);
        QVERIFY2(imported.errors.contains("file of a Trailglass workspace"), imported.errors.constData());
        QCOMPARE(m_cli->run({u"preset"_s, u"import"_s, database}).exitCode, 1);
        QCOMPARE(m_cli->run({u"query"_s, u"--count"_s}).output, QByteArray("7\n"));
    }

    void theTargetOfALinkIsNotTouched_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"trailglass.lock", "trailglass.sqlite-wal", "trailglass.sqlite-shm",
              "trailglass.sqlite-journal", "trailglass.sqlite.v1.backup", "trailglass.sqlite.details"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void theTargetOfALinkIsNotTouched()
    {
        QFETCH(QString, name);
        const QString precious = m_cli->writeFile(u"precious"_s, "precious");
        QCOMPARE(::chmod(QFile::encodeName(precious).constData(), 0644), 0);
        const QString place = m_cli->workspace() + u'/' + name;
        QFile::remove(place);
        QVERIFY(QFile::link(precious, place));
        const QString events = m_cli->writeFile(u"more.json"_s, SampleWorkspace::events(u"work"_s).first());
        const QList<QStringList> lines{{u"sync"_s, u"work"_s},
                                       {u"import"_s, u"work"_s, events},
                                       {u"preset"_s, u"save"_s, u"mine"_s, u"actor:ann"_s}};
        for (const QStringList &line : lines) {
            const CliResult refused = m_cli->run(line);
            QVERIFY(refused.exitCode == 1);
            QVERIFY2(refused.errors.contains(place.toUtf8()), refused.errors.constData());
            QCOMPARE(contentOf(precious), QByteArray("precious"));
            struct stat status = {};
            QCOMPARE(::stat(QFile::encodeName(precious).constData(), &status), 0);
            QCOMPARE(static_cast<int>(status.st_mode & 07777), 0644);
        }
        QVERIFY(QFile::remove(place));
        QCOMPARE(m_cli->run({u"query"_s, u"--count"_s}).output, QByteArray("7\n"));
    }

    void aPipeOrALinkForADatabaseEndsEveryCommand_data()
    {
        QTest::addColumn<bool>("pipe");
        QTest::newRow("pipe") << true;
        QTest::newRow("link to nothing") << false;
    }
    void aPipeOrALinkForADatabaseEndsEveryCommand()
    {
        QFETCH(bool, pipe);
        const QString database = m_cli->workspace() + "/trailglass.sqlite"_L1;
        QVERIFY(QFile::remove(database));
        const QByteArray place = QFile::encodeName(database);
        QCOMPARE(pipe ? ::mkfifo(place.constData(), 0600) : ::symlink("nothing", place.constData()), 0);
        const QList<QStringList> lines{{u"query"_s},
                                       {u"stats"_s},
                                       {u"sync"_s},
                                       {u"source"_s, u"list"_s},
                                       {u"source"_s, u"remove"_s, u"work"_s},
                                       {u"preset"_s, u"save"_s, u"mine"_s, u"x"_s},
                                       {u"doctor"_s}};
        for (const QStringList &line : lines) {
            const CliResult refused = m_cli->run(line);
            QVERIFY2(refused.exitCode == 1, qPrintable(line.join(u' ')));
            QVERIFY2(refused.errors.contains(place) || refused.output.contains(place),
                     refused.errors.constData());
        }
        QVERIFY(!QFile::exists(m_cli->workspace() + "/nothing"_L1));
    }

private:
    std::unique_ptr<CliRunner> m_cli;
};

TRAILGLASS_TEST(OwnFilesTest)
#include "tst_ownfiles.moc"
