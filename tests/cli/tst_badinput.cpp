// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/clirunner.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"

#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

QMap<QString, QString> asanaSettings(const QUrl &server)
{
    return {{u"base_url"_s, server.toString(QUrl::RemovePath) + "/api/1.0"_L1},
            {u"workspace_gid"_s, u"1200"_s}};
}

const QMap<QString, QString> AsanaSecrets{{u"access_token"_s, u"made-up-token-for-tests"_s}};

bool runSql(const QString &file, const char *sql)
{
    sqlite3 *database = nullptr;
    const bool done = sqlite3_open(file.toUtf8().constData(), &database) == SQLITE_OK
        && sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done;
}

} // namespace

/// Every bad input ends in a sentence that says what to do, the right exit code, and nothing lost.
class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliRunner>();
        m_server = std::make_unique<FakeHttpServer>();
        QVERIFY(m_server->listen());
    }

    void aServerThatRefusesIsQuotedInItsOwnWords_data()
    {
        QTest::addColumn<Response>("response");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("part");
        QTest::newRow("wrong key") << Response::json(R"({"errors":[{"message":"Not Authorized"}]})", 401)
                                   << u"unauthorized"_s << u"Not Authorized"_s;
        QTest::newRow("no right") << Response::json(R"({"errors":[{"message":"Not a service account"}]})",
                                                    403)
                                  << u"forbidden"_s << u"Not a service account"_s;
        QTest::newRow("wrong path") << Response::json(R"({"errors":[{"message":"No matching route"}]})", 404)
                                    << u"not_found"_s << u"No matching route"_s;
        QTest::newRow("bad request") << Response::json(
            R"({"errors":[{"message":"workspace: Missing input"}]})", 400)
                                     << u"rejected"_s << u"workspace: Missing input"_s;
    }
    void aServerThatRefusesIsQuotedInItsOwnWords()
    {
        QFETCH(Response, response);
        QFETCH(QString, kind);
        QFETCH(QString, part);
        m_server->setHandler([response](const Request &) { return response; });
        addAsana();
        const CliResult synced = m_cli->run({u"sync"_s, u"--json"_s});
        QCOMPARE(synced.exitCode, 1);
        const QJsonObject error = synced.jsonObject().value(u"error").toObject();
        QCOMPARE(error.value(u"kind").toString(), kind);
        QCOMPARE(error.value(u"http_status").toInt(), response.status);
        QVERIFY2(error.value(u"message").toString().contains(part), synced.output.constData());
        QCOMPARE(m_server->requests().size(), 1); // asking again would not help
    }

    void aRedirectElsewhereIsNotFollowed()
    {
        FakeHttpServer elsewhere([](const Request &) { return Response::json(R"({"data":[]})"); });
        QVERIFY(elsewhere.listen());
        m_server->setHandler(
            [&elsewhere](const Request &) { return Response::redirect(elsewhere.url().toEncoded()); });
        addAsana();
        const CliResult synced = m_cli->run({u"sync"_s, u"--json"_s});
        QCOMPARE(synced.exitCode, 1);
        QCOMPARE(synced.jsonObject().value(u"error").toObject().value(u"kind").toString(), u"redirect"_s);
        QVERIFY(elsewhere.requests().isEmpty());
    }

    void nobodyThereIsASentence()
    {
        addAsana();
        m_server->close();
        const CliResult tested = m_cli->run({u"source"_s, u"test"_s, u"work"_s});
        QCOMPARE(tested.exitCode, 1);
        QVERIFY2(tested.errors.contains("127.0.0.1"), tested.errors.constData());
    }

    void addingRefusesWhatCouldNotWork_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("part");
        const QStringList key{u"--secret"_s, u"access_token=env:SOMEWHERE"_s};
        const QStringList workspace{u"--set"_s, u"workspace_gid=12"_s};
        const auto add = [](const QStringList &rest) {
            return QStringList{u"source"_s, u"add"_s} + rest;
        };
        QTest::newRow("unknown vendor")
            << add(QStringList{u"asan"_s, u"work"_s} + key) << QByteArray() << QByteArray("“asana”");
        QTest::newRow("plain http to another machine")
            << add(QStringList{u"asana"_s, u"work"_s, u"--set"_s, u"base_url=http://asana.example/api"_s}
                   + workspace + key)
            << QByteArray() << QByteArray("https");
        QTest::newRow("not a URL") << add(QStringList{u"asana"_s, u"work"_s, u"--set"_s, u"base_url=asana"_s}
                                          + workspace + key)
                                   << QByteArray() << QByteArray("base_url");
        QTest::newRow("unknown setting")
            << add(QStringList{u"asana"_s, u"work"_s, u"--set"_s, u"workspace_gd=12"_s} + key) << QByteArray()
            << QByteArray("workspace_gid");
        QTest::newRow("missing setting")
            << add(QStringList{u"asana"_s, u"work"_s} + key) << QByteArray() << QByteArray("workspace_gid");
        QTest::newRow("missing secret") << add(QStringList{u"asana"_s, u"work"_s} + workspace) << QByteArray()
                                        << QByteArray("access_token");
        QTest::newRow("secret with a line break inside")
            << add(QStringList{u"asana"_s, u"work"_s, u"--secret"_s, u"access_token=keychain"_s} + workspace)
            << QByteArray("first\rsecond\n") << QByteArray("access_token");
        QTest::newRow("no secret on standard input")
            << add(QStringList{u"asana"_s, u"work"_s, u"--secret"_s, u"access_token=keychain"_s} + workspace)
            << QByteArray() << QByteArray("standard input");
        QTest::newRow("the secret itself as reference")
            << add(QStringList{u"asana"_s, u"work"_s, u"--secret"_s, u"access_token=0/abcdef"_s} + workspace)
            << QByteArray() << QByteArray("env:");
        QTest::newRow("control character in the name")
            << add(QStringList{u"asana"_s, u"wo\nrk"_s} + workspace + key) << QByteArray()
            << QByteArray("control");
    }
    void addingRefusesWhatCouldNotWork()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, part);
        const CliResult added = m_cli->run(arguments, input);
        QCOMPARE(added.exitCode, 2);
        QVERIFY2(added.errors.contains(part), added.errors.constData());
        QVERIFY2(!added.errors.contains("abcdef") && !added.errors.contains("second"),
                 added.errors.constData());
        QCOMPARE(m_cli->run({u"source"_s, u"list"_s, u"--json"_s}).output, QByteArray("[]\n"));
    }

    void withoutAKeychainItSaysTheWaysOn()
    {
        const CliResult added = m_cli->run({u"source"_s, u"add"_s, u"asana"_s, u"work"_s, u"--set"_s,
                                            u"workspace_gid=12"_s, u"--secret"_s, u"access_token=keychain"_s},
                                           "made-up-token\n");
        QCOMPARE(added.exitCode, 1);
        QVERIFY2(added.errors.contains("env:") && added.errors.contains("file:"), added.errors.constData());
        QVERIFY(!added.errors.contains("made-up-token"));
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0); // the half-made source is not synced
    }

    void aKeyFileOthersCanReadIsRefused()
    {
        const QString file = m_cli->writeFile(u"key"_s, "made-up-token\n");
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        m_server->setHandler(
            [](const Request &) { return Response::json(R"({"data":[],"next_page":null})"); });
        QCOMPARE(m_cli
                     ->run({u"source"_s, u"add"_s, u"asana"_s, u"work"_s, u"--set"_s, u"workspace_gid=12"_s,
                            u"--set"_s, QString("base_url="_L1 + m_server->url(u"/api/1.0"_s).toString()),
                            u"--secret"_s, QString("access_token=file:"_L1 + file)})
                     .exitCode,
                 0);
        const CliResult refused = m_cli->run({u"sync"_s});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("chmod 600"), refused.errors.constData());
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0);
        QCOMPARE(m_server->requests().last().header("Authorization"), QByteArray("Bearer made-up-token"));
    }

    void aBrokenFilterNamesItsPlace_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("unknown field") << QStringList{u"query"_s, u"acton:x"_s} << QByteArray("action");
        QTest::newRow("unknown outcome")
            << QStringList{u"query"_s, u"outcome:failed"_s} << QByteArray("failure");
        QTest::newRow("open parenthesis")
            << QStringList{u"query"_s, u"(a OR b"_s} << QByteArray("character 1: This parenthesis");
        QTest::newRow("impossible date")
            << QStringList{u"query"_s, u"created:2026-02-30"_s} << QByteArray("2026-02-30");
        QTest::newRow("bad regex") << QStringList{u"query"_s, u"action:/(/"_s}
                                   << QByteArray("missing closing parenthesis");
        QTest::newRow("unknown column")
            << QStringList{u"query"_s, u"--columns"_s, u"acton"_s} << QByteArray("action");
        QTest::newRow("unknown sort key")
            << QStringList{u"query"_s, u"--sort"_s, u"-craeted"_s} << QByteArray("created");
        QTest::newRow("bad limit") << QStringList{u"query"_s, u"--limit"_s, u"-1"_s} << QByteArray("--limit");
        QTest::newRow("bad interval")
            << QStringList{u"histogram"_s, u"--interval"_s, u"soon"_s} << QByteArray("soon");
        QTest::newRow("no division") << QStringList{u"histogram"_s} << QByteArray("--bins");
        QTest::newRow("unknown source of show")
            << QStringList{u"show"_s, u"wrok"_s, u"1"_s} << QByteArray("wrok");
        QTest::newRow("unknown source of sync") << QStringList{u"sync"_s, u"wrok"_s} << QByteArray("work");
        QTest::newRow("unknown source of import")
            << QStringList{u"import"_s, u"wrok"_s, u"-"_s} << QByteArray("work");
    }
    void aBrokenFilterNamesItsPlace()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, part);
        addAsana();
        const CliResult result = m_cli->run(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains(part), result.errors.constData());
        QVERIFY(result.output.isEmpty());
    }

    void aDatabaseOfANewerVersionIsLeftAlone()
    {
        addAsana();
        const QString file = m_cli->workspace() + "/trailglass.sqlite"_L1;
        QVERIFY(runSql(file, "PRAGMA journal_mode=DELETE; PRAGMA user_version=9999"));
        QFile before(file);
        QVERIFY(before.open(QIODevice::ReadOnly));
        const QByteArray bytes = before.readAll();
        for (const QStringList &command :
             {QStringList{u"sync"_s}, QStringList{u"query"_s}, QStringList{u"stats"_s}}) {
            const CliResult result = m_cli->run(command);
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.errors.contains("newer"), result.errors.constData());
        }
        before.seek(0);
        QCOMPARE(before.readAll(), bytes);
    }

    void theErrorOfASecondWriterNamesTheFirst()
    {
        m_server->setHandler([](const Request &) {
            Response hanging = Response::json("{\"data\":[");
            hanging.ending = Ending::Hang;
            hanging.bytesBeforeEnding = 9;
            return hanging;
        });
        addAsana();
        QProcess first;
        first.setProcessEnvironment(m_cli->environment());
        QSignalSpy requested(m_server.get(), &FakeHttpServer::requested);
        first.start(CliRunner::program(), m_cli->withWorkspace({u"sync"_s}));
        QVERIFY(requested.wait(30'000));
        const CliResult second = m_cli->run({u"sync"_s});
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.errors.contains(QByteArray::number(first.processId())), second.errors.constData());
        QCOMPARE(m_cli->run({u"query"_s, u"--count"_s}).output, QByteArray("0\n")); // reading goes on

        QSignalSpy finished(&first, &QProcess::finished);
        first.terminate();
        QVERIFY(finished.wait(30'000));
        QCOMPARE(first.exitCode(), 130);
    }

    void aFullDiskFailsTheExportAndKeepsTheOldFile()
    {
        addAsana();
        QCOMPARE(m_cli->run({u"import"_s, u"work"_s, u"-"_s}, asanaLines(50)).exitCode, 0);
        const CliResult full = m_cli->run({u"export"_s, u"--output"_s, u"/dev/full"_s});
        QCOMPARE(full.exitCode, 1);
        QVERIFY2(full.errors.contains("full") || full.errors.contains("space"), full.errors.constData());

        const QString kept = m_cli->writeFile(u"out.csv"_s, "old");
        const CliResult refused = m_cli->run({u"export"_s, u"nosuchfield:x"_s, u"--output"_s, kept});
        QCOMPARE(refused.exitCode, 2);
        QFile file(kept);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("old"));
    }

    void unreadableLinesAreReportedByNumberAndTheRestIsKept()
    {
        addAsana();
        QByteArray lines = asanaLines(3);
        lines += "{\"gid\":\"x\",\"created_at\":tru}\n";
        lines += QByteArray(100'000, '[') + QByteArray(100'000, ']') + '\n';
        lines += "{\"created_at\":\"2026-01-01T00:00:00Z\"}\n";
        lines += asanaLines(1, 100);
        const CliResult imported = m_cli->run({u"import"_s, u"work"_s, u"-"_s, u"--json"_s}, lines);
        QCOMPARE(imported.exitCode, 3);
        const QJsonObject report = imported.jsonObject();
        QCOMPARE(report.value(u"new").toInt(), 4);
        QCOMPARE(report.value(u"unreadable").toInt(), 3);
        const QString warnings = report.value(u"warnings").toVariant().toStringList().join(u' ');
        for (const QString &number : {u"4"_s, u"5"_s, u"6"_s})
            QVERIFY2(warnings.contains(number), qPrintable(warnings));
        QCOMPARE(m_cli->run({u"query"_s, u"--count"_s}).output, QByteArray("4\n"));
    }

    void nothingReadableIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><html></html>");
        QTest::newRow("half a response") << QByteArray("{\"data\":[");
        QTest::newRow("not JSON") << QByteArray("gid,created_at\n1,2\n");
    }
    void nothingReadableIsAFailure()
    {
        QFETCH(QByteArray, input);
        addAsana();
        const CliResult imported = m_cli->run({u"import"_s, u"work"_s, u"-"_s}, input);
        QCOMPARE(imported.exitCode, 1);
        QVERIFY(imported.errors.size() > 20);
    }

private:
    void addAsana()
    {
        const CliResult added =
            m_cli->addSource(u"asana"_s, u"work"_s, asanaSettings(m_server->url()), AsanaSecrets);
        QVERIFY2(added.exitCode == 0, added.errors.constData());
    }

    static QByteArray asanaLines(int count, int first = 1)
    {
        QByteArray lines;
        for (int i = first; i < first + count; ++i) {
            lines += "{\"gid\":\"" + QByteArray::number(i) + "\",\"created_at\":\"2026-10-01T08:00:00."
                + QByteArray::number(100 + i % 900) + "Z\",\"event_type\":\"user_login_succeeded\"}\n";
        }
        return lines;
    }

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<FakeHttpServer> m_server;
};

TRAILGLASS_TEST(BadInputTest)
#include "tst_badinput.moc"
