// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/knowntexts.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

/// `doctor --report`: a file that anybody may read.
class BugReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliRunner>();
        m_known = KnownTexts();
    }

    void tellsOfAWorkspaceWithoutNamesSecretsOrEvents()
    {
        fill();
        const QString file = m_cli->path(u"report.txt"_s);
        const CliResult done = m_cli->run({u"doctor"_s, u"--report"_s, file});
        QVERIFY2(done.exitCode == 0, done.errors.constData());
        QCOMPARE(done.output, QByteArray());
        const QByteArray report = contentOf(file);
        for (const char *line :
             {"[system]\n", "\ntrailglass: ", "\nqt: ", "\nsqlite: ", "[settings]\n", "[database]\n",
              "\nschema_version: ", "[counts]\nevents: 7\n", "\npresets: 1\n", "[index]\n",
              "[source]\ntype: asana\n", "\nsettings: [\"workspace_gid\"]\n", "\nserver: the vendor's\n",
              "\nserver: another\n", "\"environment\":1", "[check]\nproblems: 0\n"})
            QVERIFY2(report.contains(line),
                     QByteArray(line + QByteArray(" is not in ") + report).constData());
        QVERIFY(m_known.count() > 0);
        QCOMPARE(m_known.foundIn(report).join(' '), QByteArray());
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void withJsonItIsOneObject()
    {
        fill();
        const CliResult done = m_cli->run({u"doctor"_s, u"--report"_s, u"--json"_s});
        QCOMPARE(done.exitCode, 0);
        const QJsonObject report = done.jsonObject();
        QCOMPARE(report[u"counts"][u"events"].toInt(), 7);
        QCOMPARE(report[u"sources"].toArray().size(), 5);
        QCOMPARE(report[u"check"][u"problems"].toInt(), 0);
        QCOMPARE(m_known.foundIn(done.output).join(' '), QByteArray());
    }

    void tellsTheStatusOfTheLastErrorButNotItsText()
    {
        FakeHttpServer server;
        server.setHandler([](const Request &) {
            return Response{.status = 403,
                            .body = R"({"errors":[{"message":"ask the very-private admin"}]})"};
        });
        QVERIFY(server.listen());
        const QString address = server.url().toString();
        QCOMPARE(m_cli
                     ->addSource(u"asana"_s, u"zqx-work"_s,
                                 {{u"workspace_gid"_s, u"998877665544"_s}, {u"base_url"_s, address}},
                                 {{u"access_token"_s, u"made-up-for-tests"_s}})
                     .exitCode,
                 0);
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 1);
        QVERIFY(m_cli->run({u"source"_s, u"list"_s}).output.contains("very-private"));

        const CliResult done = m_cli->run({u"doctor"_s, u"--report"_s});
        QVERIFY2(done.output.contains("\nlast_error: HTTP 403\n"), done.output.constData());
        for (const QByteArray &text :
             {QByteArray("very-private"), QByteArray("zqx-work"), QByteArray("998877665544"),
              QByteArray("127.0.0.1"), QByteArray("localhost")})
            m_known.add(text);
        QCOMPARE(m_known.foundIn(done.output).join(' '), QByteArray());
    }

    void countsTheProblemsOfADamagedWorkspaceWithoutQuotingThem()
    {
        fill();
        sqlite3 *database = nullptr;
        const QByteArray path = QFile::encodeName(m_cli->workspace() + "/trailglass.sqlite"_L1);
        QCOMPARE(sqlite3_open(path.constData(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, "UPDATE source SET events = events + 1 WHERE name = 'work'", nullptr,
                              nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(database);
        const CliResult done = m_cli->run({u"doctor"_s, u"--report"_s});
        QCOMPARE(done.exitCode, 0);
        QVERIFY2(done.output.contains("[check]\nproblems: 1\n"), done.output.constData());
        QCOMPARE(m_known.foundIn(done.output).join(' '), QByteArray());
    }

    void worksWithoutAWorkspaceAndWithABrokenOne()
    {
        const CliResult none = m_cli->run({u"doctor"_s, u"--report"_s});
        QCOMPARE(none.exitCode, 0);
        QVERIFY2(none.output.contains("\nschema_version: null\n"), none.output.constData());

        QVERIFY(QDir().mkpath(m_cli->workspace()));
        QVERIFY(!m_cli->writeFile(u"workspace/trailglass.sqlite"_s, "no database").isEmpty());
        const CliResult broken = m_cli->run({u"doctor"_s, u"--report"_s});
        QCOMPARE(broken.exitCode, 0);
        QVERIFY2(broken.output.contains("\nerror: storage\n"), broken.output.constData());
    }

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("file without --report") << QStringList{u"doctor"_s, u"report.txt"_s};
        QTest::newRow("with --repair") << QStringList{u"doctor"_s, u"--report"_s, u"--repair"_s};
        QTest::newRow("two files") << QStringList{u"doctor"_s, u"--report"_s, u"a"_s, u"b"_s};
        QTest::newRow("over the database")
            << QStringList{u"doctor"_s, u"--report"_s, u"{workspace}/trailglass.sqlite"_s};
    }
    void refusesWhatMakesNoSense()
    {
        QFETCH(QStringList, arguments);
        fill();
        arguments.replaceInStrings(u"{workspace}"_s, m_cli->workspace());
        QCOMPARE(m_cli->run(arguments).exitCode, 2);
    }

private:
    void fill()
    {
        QVERIFY(SampleWorkspace().fill(*m_cli));
        QCOMPARE(m_cli->run({u"preset"_s, u"save"_s, u"zqx-night"_s, u"actor:ann@example.com"_s}).exitCode,
                 0);
        for (const QString &name : {u"work"_s, u"catalog"_s, u"diffs"_s, u"runs"_s, u"rules"_s}) {
            for (const QByteArray &event : SampleWorkspace::events(name))
                m_known.addStringsOf(event);
        }
        // The other names of sources are words of the report too.
        for (const QByteArray &text :
             {QByteArray("catalog"), QByteArray("zqx-night"), QByteArray("ann@example"),
              QByteArray("paradime.example"), QByteArray("made-up-for-tests"), QByteArray("TEST_"),
              QFile::encodeName(m_cli->folder())})
            m_known.add(text);
    }

    std::unique_ptr<CliRunner> m_cli;
    KnownTexts m_known;
};

TRAILGLASS_TEST(BugReportTest)
#include "tst_bugreport.moc"
