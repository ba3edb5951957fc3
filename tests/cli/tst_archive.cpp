// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/clickhouseserver.h"
#include "tests/archive/flakyproxy.h"
#include "tests/cli/archivecli.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using Trailglass::Testing::ClickHouseServer;
using Trailglass::Testing::Fate;
using Trailglass::Testing::FlakyProxy;

namespace {

/// The arguments of the program in the unit that collects, with the variables of its environment file.
QStringList unitArguments(const QString &archive)
{
    QFile unit(QStringLiteral(TRAILGLASS_SYSTEMD_FILES "/trailglass-collect.service.in"));
    if (!unit.open(QIODevice::ReadOnly))
        qFatal("there is no unit");
    for (const QString &line : QString::fromUtf8(unit.readAll()).split(u'\n')) {
        if (!line.startsWith(u"ExecStart="_s))
            continue;
        QStringList words = line.split(u' ');
        words.removeFirst(); // the program
        return words.replaceInStrings(u"${TRAILGLASS_ARCHIVE}"_s, archive);
    }
    return {};
}

} // namespace

/// `archive`, `collect`, and the commands that read with `--archive`, through the real program and a real server.
class ArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void anArchiveAnswersAsTheWorkspaceThatPushed_data();
    void anArchiveAnswersAsTheWorkspaceThatPushed();
    void showsAnEventOfTheArchive();
    void saysWhatTheArchiveHolds();
    void saysWhatIsKnownWhileTheServerIsAway();
    void comparesWithTheWorkspace();
    void pushesWhatIsNew();
    void killedPushesAreCompletedByTheNext();
    void createsAnArchiveOnce();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void collectsOnce();
    void collectsUntilInterrupted();
    void theUnitCollects();

private:
    /// The address of an archive for a user.
    [[nodiscard]] QString address(const QString &database, const QString &user = u"push"_s) const
    {
        return m_server.place(database, user).text();
    }

    ArchiveCli m_cli;
    ClickHouseServer m_server;
};

void ArchiveTest::initTestCase()
{
    START_SERVER(m_server);
    QVERIFY(SampleWorkspace().fill(m_cli));
    const CliResult created = m_cli.create(m_server.place(u"audit"_s));
    QVERIFY2(created.exitCode == 0, created.errors.constData());
    const CliResult pushed = m_cli.push(m_server.place(u"audit"_s), {u"--json"_s});
    QVERIFY2(pushed.exitCode == 0, pushed.errors.constData());
    QVERIFY2(pushed.errors.contains(R"("events":7)"), pushed.errors.constData());
}

void ArchiveTest::anArchiveAnswersAsTheWorkspaceThatPushed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("query") << QStringList{u"query"_s, u"outcome:success"_s};
    QTest::newRow("query, sorted, as NDJSON")
        << QStringList{u"query"_s, u"--sort"_s, u"actor,-created"_s, u"--json"_s};
    QTest::newRow("query, some rows") << QStringList{u"query"_s, u"--offset"_s, u"2"_s, u"--limit"_s, u"3"_s};
    QTest::newRow("query, counted") << QStringList{u"query"_s, u"created:2026-10"_s, u"--count"_s};
    QTest::newRow("facets") << QStringList{u"facets"_s, u"--by"_s, u"vendor,op,actor,@gid"_s};
    QTest::newRow("histogram") << QStringList{u"histogram"_s, u"--interval"_s, u"1d"_s};
    QTest::newRow("export") << QStringList{u"export"_s, u"source:work"_s, u"--output"_s, u"-"_s};
    QTest::newRow("a source that is not there") << QStringList{u"query"_s, u"source:wrok"_s};
}

void ArchiveTest::anArchiveAnswersAsTheWorkspaceThatPushed()
{
    QFETCH(const QStringList, arguments);
    const CliResult expected = m_cli.run(arguments);

    const CliResult found =
        m_cli.runAnywhere(arguments + QStringList{u"--archive"_s, address(u"audit"_s, u"reader"_s)});

    QCOMPARE(found.output, expected.output);
    QVERIFY2(found.exitCode == expected.exitCode, found.errors.constData());
}

void ArchiveTest::showsAnEventOfTheArchive()
{
    const QStringList archive{u"--archive"_s, address(u"audit"_s, u"reader"_s)};
    const QStringList show{u"show"_s, u"work"_s, u"a1"_s};
    QCOMPARE(m_cli.runAnywhere(show + archive).output, m_cli.run(show).output);
    QCOMPARE(m_cli.runAnywhere(show + archive + QStringList{u"--raw"_s}).output,
             m_cli.run(show + QStringList{u"--raw"_s}).output);
    const CliResult changes = m_cli.runAnywhere(show + archive + QStringList{u"--changes"_s, u"--json"_s});
    QCOMPARE(changes.output, m_cli.run(show + QStringList{u"--changes"_s, u"--json"_s}).output);
    QCOMPARE(changes.exitCode, 0);
    const QStringList compare{u"--compare-with"_s, u"catalog/s1"_s, u"--json"_s};
    const CliResult compared = m_cli.runAnywhere(show + archive + compare);
    QCOMPARE(compared.output, m_cli.run(show + compare).output);
    QCOMPARE(compared.exitCode, 0);
    QCOMPARE(m_cli.runAnywhere(QStringList{u"show"_s, u"work"_s, u"none"_s} + archive).exitCode, 1);
    QCOMPARE(m_cli.runAnywhere(show + archive + QStringList{u"--related"_s}).exitCode, 2);
}

void ArchiveTest::saysWhatTheArchiveHolds()
{
    for (const QStringList &command :
         {QStringList{u"archive"_s, u"status"_s, address(u"audit"_s), u"--json"_s},
          QStringList{u"stats"_s, u"--archive"_s, address(u"audit"_s), u"--json"_s}}) {
        const CliResult told = m_cli.runAnywhere(command);
        QVERIFY2(told.exitCode == 0, told.errors.constData());
        const QJsonObject overview = told.jsonObject();
        QCOMPARE(overview.value(u"events"_s).toInteger(), 7);
        QCOMPARE(overview.value(u"sources"_s).toArray().size(), 5);
        QCOMPARE(overview.value(u"workspaces"_s).toArray().size(), 1);
        QCOMPARE(overview.value(u"archive"_s).toString(), address(u"audit"_s));
    }
    const CliResult checked = m_cli.runAnywhere({u"doctor"_s, u"--archive"_s, address(u"audit"_s)});
    QVERIFY2(checked.exitCode == 0, checked.errors.constData());
}

void ArchiveTest::saysWhatIsKnownWhileTheServerIsAway()
{
    ArchiveCli reader;
    auto proxy = std::make_unique<FlakyProxy>(m_server.port(), 1, [](int) { return Fate::Whole; });
    QVERIFY(proxy->listen());
    const QString archive = m_server.place(u"audit"_s, u"reader"_s, proxy->port()).text();
    const QStringList status{u"archive"_s, u"status"_s, archive, u"--json"_s};
    const CliResult there = reader.runAnywhere(status);
    QVERIFY2(there.exitCode == 0, there.errors.constData());
    QVERIFY(!there.errors.contains("Last known state"));

    proxy.reset();

    const CliResult away = reader.runAnywhere(status);
    QCOMPARE(away.exitCode, 1);
    QVERIFY2(away.output.isEmpty(), away.output.constData()); // it is no status
    QVERIFY2(away.errors.contains(R"("kind":"network")"), away.errors.constData());
    QVERIFY2(away.errors.contains("Last known state: when it was read on 20"), away.errors.constData());
    QVERIFY2(away.errors.contains("it had 7 event"), away.errors.constData());
    const CliResult stranger = ArchiveCli().runAnywhere(status); // who never looked at it
    QCOMPARE(stranger.exitCode, 1);
    QVERIFY2(!stranger.errors.contains("Last known state"), stranger.errors.constData());
}

void ArchiveTest::comparesWithTheWorkspace()
{
    const CliResult verified =
        m_cli.run(ArchiveCli::withKey({u"archive"_s, u"verify"_s, address(u"audit"_s), u"--json"_s}));

    QVERIFY2(verified.exitCode == 0, verified.errors.constData());
    QCOMPARE(verified.jsonObject().value(u"events"_s).toInteger(), 7);
    QCOMPARE(verified.jsonObject().value(u"not_pushed"_s).toInteger(), 0);
    QVERIFY(verified.jsonObject().value(u"problems"_s).toArray().isEmpty());
}

void ArchiveTest::pushesWhatIsNew()
{
    ArchiveCli other;
    QVERIFY(other.copyFrom(m_cli));
    const ArchivePlace archive = m_server.place(u"again"_s);
    const CliResult created = other.create(archive);
    QVERIFY2(created.exitCode == 0, created.errors.constData());
    QVERIFY(other.push(archive, {u"--json"_s}).errors.contains(R"("events":7)"));

    QVERIFY(other.push(archive, {u"--json"_s}).errors.contains(R"("events":0)"));
    const CliResult logged = other.push(archive, {u"--log"_s, u"sync"_s});
    QVERIFY2(logged.errors.contains(" info trailglass.sync: push ended: events 0 "),
             logged.errors.constData());
}

/// SIGKILL while a request is on its way, each time a little further on.
void ArchiveTest::killedPushesAreCompletedByTheNext()
{
    constexpr int LongestPush = 60'000; // ms; a guard against hanging, not a measure
    constexpr int MaxRequests = 200; // of a push; likewise
    ArchiveCli other;
    QVERIFY(other.copyFrom(m_cli));
    const ArchivePlace archive = m_server.place(u"killed"_s);
    const CliResult created = other.create(archive);
    QVERIFY2(created.exitCode == 0, created.errors.constData());
    int kills = 0;
    bool isPushed = false;
    for (int last = 1; !isPushed; last += 3) {
        QVERIFY(last < MaxRequests);
        QProcess process;
        process.setProcessEnvironment(other.environment());
        QSignalSpy finished(&process, &QProcess::finished);
        FlakyProxy proxy(m_server.port(), 1, [&process, last](int request) {
            if (request == last)
                process.kill();
            return Fate::Whole;
        });
        QVERIFY(proxy.listen());
        const QString throughProxy = m_server.place(u"killed"_s, u"push"_s, proxy.port()).text();
        process.start(other.executable(),
                      other.withWorkspace(ArchiveCli::withKey({u"archive"_s, u"push"_s, throughProxy})));
        QVERIFY(finished.wait(LongestPush));
        kills += process.exitStatus() == QProcess::CrashExit ? 1 : 0;
        // What a killed push sent last can still arrive, and look like another push.
        isPushed = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    QVERIFY2(kills > 2, qPrintable(QString::number(kills)));

    const CliResult verified =
        other.run(ArchiveCli::withKey({u"archive"_s, u"verify"_s, archive.text(), u"--json"_s}));

    QVERIFY2(verified.exitCode == 0, QByteArray(verified.output + verified.errors).constData());
    QCOMPARE(verified.jsonObject().value(u"events"_s).toInteger(), 7);
    QCOMPARE(verified.jsonObject().value(u"not_pushed"_s).toInteger(), 0);
    QCOMPARE(other.countIn(archive), other.run({u"query"_s, u"--count"_s}).output);
}

void ArchiveTest::createsAnArchiveOnce()
{
    const CliResult again =
        m_cli.run(ArchiveCli::withKey({u"archive"_s, u"create"_s, address(u"audit"_s), u"--json"_s}));

    QCOMPARE(again.exitCode, 0);
    QVERIFY2(again.errors.contains(R"("created":false)"), again.errors.constData());
}

void ArchiveTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments"); // `{user@database}` stands for an address
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("words");
    const QStringList query{u"query"_s, u"--archive"_s};
    QTest::newRow("a password in the address")
        << query + QStringList{u"https://ann:secret@example.com/audit"_s} << 2 << QByteArray("address");
    QTest::newRow("http to another machine")
        << query + QStringList{u"http://example.com/audit"_s} << 2 << QByteArray("http");
    QTest::newRow("no archive") << query + QStringList{u"{reader@elsewhere}"_s} << 1
                                << QByteArray("the archive first");
    QTest::newRow("both places") << QStringList{u"--workspace"_s, u"/nowhere"_s} + query
            + QStringList{u"{reader@audit}"_s}
                                 << 2 << QByteArray("--archive");
    QTest::newRow("an archive and a bundle")
        << query + QStringList{u"{reader@audit}"_s, u"--bundle"_s, u"/nowhere"_s} << 2
        << QByteArray("--bundle");
    QTest::newRow("push as a reader")
        << QStringList{u"archive"_s, u"push"_s, u"{reader@audit}"_s} << 1 << QByteArray("reader");
    QTest::newRow("a repair of an archive")
        << QStringList{u"doctor"_s, u"--repair"_s, u"--archive"_s, u"{reader@audit}"_s} << 2
        << QByteArray("--repair");
    QTest::newRow("Keeper without a cluster")
        << QStringList{u"archive"_s, u"create"_s, u"{push@audit}"_s, u"--keeper"_s} << 2
        << QByteArray("Keeper is for a cluster");
    QTest::newRow("a cluster that the server does not know")
        << QStringList{u"archive"_s, u"create"_s, u"{push@clustered}"_s, u"--cluster"_s, u"nowhere"_s} << 1
        << QByteArray("nowhere");
    QTest::newRow("a cluster that is no name")
        << QStringList{u"archive"_s, u"create"_s, u"{push@audit}"_s, u"--cluster"_s, u"two'"_s} << 2
        << QByteArray("name of the cluster");
}

void ArchiveTest::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, words);
    for (QString &argument : arguments) {
        if (!argument.startsWith(u'{'))
            continue;
        const QStringList parts = argument.mid(1, argument.size() - 2).split(u'@');
        argument = address(parts.at(1), parts.at(0));
    }
    // A push needs the workspace.
    const CliResult failed = arguments.contains(u"push"_s) ? m_cli.run(ArchiveCli::withKey(arguments))
                                                           : m_cli.runAnywhere(arguments);

    QCOMPARE(failed.exitCode, exitCode);
    QVERIFY2(failed.errors.contains(words), failed.errors.constData());
    QVERIFY(!failed.errors.contains("secret"));
    QVERIFY(!failed.errors.contains(ClickHouseServer::keyText().toUtf8()));
}

void ArchiveTest::collectsOnce()
{
    FakeVendors servers(Company::Options{.seed = 7, .now = today(), .events = 100});
    QVERIFY(servers.listen());
    ArchiveCli cli;
    QCOMPARE(
        cli.addSource(u"asana"_s, u"board"_s, servers.asana().settings(), servers.asana().secrets()).exitCode,
        0);
    const CliResult created = cli.create(m_server.place(u"collected"_s));
    QVERIFY2(created.exitCode == 0, created.errors.constData());

    const CliResult collected =
        cli.run(ArchiveCli::withKey({u"collect"_s, address(u"collected"_s), u"--once"_s, u"--trust"_s}));

    QVERIFY2(collected.exitCode == 0, collected.errors.constData());
    const CliResult stored = cli.run({u"query"_s, u"--count"_s});
    QVERIFY(stored.output.toInt() > 0);
    QCOMPARE(cli.countIn(m_server.place(u"collected"_s)), stored.output);
}

void ArchiveTest::collectsUntilInterrupted()
{
    FakeVendors servers(Company::Options{.seed = 8, .now = today(), .events = 50});
    QVERIFY(servers.listen());
    ArchiveCli cli;
    QCOMPARE(
        cli.addSource(u"asana"_s, u"panel"_s, servers.asana().settings(), servers.asana().secrets()).exitCode,
        0);
    const CliResult created = cli.create(m_server.place(u"watched"_s));
    QVERIFY2(created.exitCode == 0, created.errors.constData());

    const CliResult collected =
        cli.runUntil("pushed: ", ArchiveCli::withKey({u"collect"_s, address(u"watched"_s), u"--trust"_s}));

    QVERIFY2(collected.exitCode == 0, collected.errors.constData());
    QCOMPARE(cli.countIn(m_server.place(u"watched"_s)), cli.run({u"query"_s, u"--count"_s}).output);
}

/// With the arguments of the unit that `cmake --install` puts in place, and SIGTERM, as systemd ends it.
void ArchiveTest::theUnitCollects()
{
    FakeVendors servers(Company::Options{.seed = 9, .now = today(), .events = 50});
    QVERIFY(servers.listen());
    ArchiveCli cli;
    QCOMPARE(
        cli.addSource(u"asana"_s, u"board"_s, servers.asana().settings(), servers.asana().secrets()).exitCode,
        0);
    cli.environment().insert(u"TRAILGLASS_ARCHIVE_KEY"_s, ClickHouseServer::keyText());
    const CliResult created = cli.create(m_server.place(u"served"_s));
    QVERIFY2(created.exitCode == 0, created.errors.constData());
    const QStringList arguments = unitArguments(address(u"served"_s));
    QCOMPARE(arguments.value(0), u"collect"_s);

    const CliResult collected = cli.runUntil("pushed: ", arguments);

    QVERIFY2(collected.exitCode == 0, collected.errors.constData());
    QCOMPARE(cli.countIn(m_server.place(u"served"_s)), cli.run({u"query"_s, u"--count"_s}).output);
}

TRAILGLASS_TEST(ArchiveTest)
#include "tst_archive.moc"
