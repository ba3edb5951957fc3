// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/utcmicros.h"
#include "models/store/eventwriter.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

const QByteArray Stored = R"({"gid":"a1","created_at":"2026-10-01T08:00:00Z","event_type":"x","name":"Ann"})";
const QByteArray Other = R"({"gid":"a1","created_at":"2026-10-01T08:00:00Z","event_type":"x","name":"Eve"})";
const QByteArray Broken = "{\"gid\":\"\xFF\x1B[31m\"}";

QJsonObject objectOf(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

UtcMicros daysAgo(int days)
{
    return UtcMicros{QDateTime::currentMSecsSinceEpoch() * 1000} - days * UtcMicros::PerDay;
}

} // namespace

/// `quarantine` through the real program, and what is said before a vendor deletes events.
class QuarantineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(SampleWorkspace::addSource(m_prepared, u"asana"_s, u"work"_s).exitCode, 0);
        const QString file =
            m_prepared.writeFile(u"in.ndjson"_s, Stored + '\n' + Broken + '\n' + Other + '\n');
        QCOMPARE(m_prepared.run({u"import"_s, u"work"_s, file}).exitCode, 3);
    }

    void listsWhatIsNotStored()
    {
        const CliResult table = m_prepared.run({u"quarantine"_s});
        QCOMPARE(table.exitCode, 0);
        for (const char *word : {"conflict", "unreadable", "work", "in.ndjson, line 2", "event a1 is stored"})
            QVERIFY2(table.output.contains(word), table.output.constData());

        const CliResult json = m_prepared.run({u"quarantine"_s, u"work"_s, u"--json"_s});
        QCOMPARE(json.lines().size(), 2);
        const QJsonObject unreadable = objectOf(json.lines().first());
        QCOMPARE(unreadable[u"kind"].toString(), u"unreadable"_s);
        QCOMPARE(unreadable[u"length"].toInt(), Broken.size());
        QCOMPARE(unreadable[u"complete"].toBool(), true);
        QVERIFY(!unreadable.contains(u"base64"_s));
        const QJsonObject conflict = objectOf(json.lines().last());
        QCOMPARE(conflict[u"event_id"].toString(), u"a1"_s);
        QCOMPARE(conflict[u"place"].toString(), u"in.ndjson"_s);
        QVERIFY(conflict[u"reason"].isNull());
        QCOMPARE(m_prepared.run({u"quarantine"_s, u"--limit"_s, u"1"_s, u"--json"_s}).lines().size(), 1);
        const QJsonObject stats = m_prepared.run({u"stats"_s, u"--json"_s}).jsonObject();
        QCOMPARE(stats[u"quarantined"].toInt(), 1);
        QCOMPARE(stats[u"conflicting"].toInt(), 1);
    }

    void showsBytesAndBothVersions()
    {
        const CliResult conflict = m_prepared.run({u"quarantine"_s, u"show"_s, u"1"_s});
        QCOMPARE(conflict.exitCode, 0);
        for (const QByteArray &part : {Stored, Other, QByteArray("- name: Ann"), QByteArray("+ name: Eve")})
            QVERIFY2(conflict.output.contains(part), conflict.output.constData());
        const CliResult unreadable = m_prepared.run({u"quarantine"_s, u"show"_s, u"2"_s});
        QVERIFY2(unreadable.output.contains("ff 1b 5b 33"), unreadable.output.constData());
        QVERIFY(!unreadable.output.contains('\x1B'));
        const QJsonObject json =
            m_prepared.run({u"quarantine"_s, u"show"_s, u"2"_s, u"--json"_s}).jsonObject();
        QCOMPARE(QByteArray::fromBase64(json[u"base64"].toString().toLatin1()), Broken);
    }

    void exportsToAFileOrStandardOutput()
    {
        const QString file = m_prepared.path(u"out.ndjson"_s);
        const CliResult written =
            m_prepared.run({u"quarantine"_s, u"export"_s, u"--output"_s, file, u"work"_s, u"--json"_s});
        QCOMPARE(written.exitCode, 0);
        QCOMPARE(objectOf(written.errors)[u"rows"].toInt(), 2);
        const CliResult printed = m_prepared.run({u"quarantine"_s, u"export"_s, u"--output"_s, u"-"_s});
        QCOMPARE(printed.output, Support::contentOf(file));
        QCOMPARE(objectOf(printed.lines().last())[u"stored"].toString().toUtf8(), Stored);
    }

    void mistakesAreReported_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const QString database = m_prepared.workspace() + "/trailglass.sqlite"_L1;
        QTest::newRow("no such source") << QStringList{u"wrok"_s} << 2;
        QTest::newRow("no limit at all") << QStringList{u"--limit"_s, u"0"_s} << 2;
        QTest::newRow("no id") << QStringList{u"show"_s, u"a1"_s} << 2;
        QTest::newRow("no such row") << QStringList{u"show"_s, u"99"_s} << 1;
        QTest::newRow("no output") << QStringList{u"export"_s} << 2;
        QTest::newRow("into the database") << QStringList{u"export"_s, u"--output"_s, database} << 2;
        QTest::newRow("retry of no source") << QStringList{u"retry"_s, u"wrok"_s} << 2;
    }
    void mistakesAreReported()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        const CliResult refused = m_prepared.run(QStringList{u"quarantine"_s} + arguments);
        QCOMPARE(refused.exitCode, exitCode);
        QVERIFY(!refused.errors.isEmpty());
    }

    /// An earlier version could not read the event.
    void retriesWhatAnEarlierVersionCouldNotRead()
    {
        const std::unique_ptr<CliRunner> cli = m_prepared.another();
        QVERIFY(cli->copyFrom(m_prepared));
        QCOMPARE(cli->run({u"quarantine"_s, u"retry"_s}).exitCode,
                 3); // one stays unreadable, one in conflict
        QByteArray readable = Stored;
        readable.replace("a1", "a2");
        {
            const auto writer = EventWriter::open(cli->workspace());
            PageCommit page;
            page.source = SourceId{1};
            page.received = daysAgo(1);
            page.unreadable.push_back(
                {.bytes = readable, .length = readable.size(), .offset = 0, .reason = u"too new"_s});
            QVERIFY((*writer)->commit(page));
        }
        const CliResult retried = cli->run({u"quarantine"_s, u"retry"_s, u"work"_s, u"--json"_s});
        QCOMPARE(retried.exitCode, 3);
        const QJsonObject report = retried.jsonObject();
        QCOMPARE(report[u"tried"].toInt(), 3);
        QCOMPARE(report[u"stored"].toInt(), 1);
        QCOMPARE(report[u"conflict"].toInt(), 1);
        QCOMPARE(report[u"unreadable"].toInt(), 1);
        QCOMPARE(report[u"reasons"].toArray().size(), 1);
        QVERIFY(report[u"error"].isNull());
        QCOMPARE(cli->run({u"show"_s, u"work"_s, u"a2"_s, u"--raw"_s}).output, readable);
    }

    void warnsBeforeAVendorDeletesEvents()
    {
        CliRunner cli;
        AsanaServer server;
        QVERIFY(server.listen());
        server.http().setHandler([](const Request &) { return Response::json("{}", 401); });
        QCOMPARE(cli.addSource(u"asana"_s, u"work"_s, server.settings(), server.secrets()).exitCode, 0);
        const UtcMicros synced = daysAgo(80);
        {
            const auto writer = EventWriter::open(cli.workspace());
            PageCommit page;
            page.source = SourceId{1};
            page.received = synced;
            page.covered = {{.window = {synced - UtcMicros::PerDay, synced}, .answered = synced, .pages = 1}};
            QVERIFY((*writer)->commit(page));
        }
        const QByteArray date = QByteArray::fromStdString(formatTime(synced + 90 * UtcMicros::PerDay));
        const auto warns = [&date](const QByteArray &text) {
            return text.contains("Asana deletes events after 90 days")
                && text.contains(QByteArray("before " + date));
        };
        for (const QStringList &command : {QStringList{u"source"_s, u"list"_s}, QStringList{u"coverage"_s}}) {
            const CliResult result = cli.run(command);
            QCOMPARE(result.exitCode, 0);
            QVERIFY2(warns(result.errors), result.errors.constData());
        }
        const QJsonObject shown = cli.run({u"source"_s, u"show"_s, u"work"_s, u"--json"_s}).jsonObject();
        QVERIFY(warns(shown[u"retention_warning"].toString().toUtf8()));
        const CliResult failed = cli.run({u"sync"_s});
        QCOMPARE(failed.exitCode, 1); // for the 401
        QVERIFY2(warns(failed.errors), failed.errors.constData());
    }

    void aLossIsNotReportedAfterEachSync()
    {
        CliRunner cli;
        AsanaServer server;
        QVERIFY(server.listen());
        server.http().setHandler([](const Request &) { return Response::json("{}", 401); });
        QCOMPARE(cli.addSource(u"asana"_s, u"work"_s, server.settings(), server.secrets()).exitCode, 0);
        {
            const auto writer = EventWriter::open(cli.workspace());
            PageCommit page;
            page.source = SourceId{1};
            page.received = daysAgo(0);
            page.covered = {{.window = {daysAgo(130), daysAgo(120)}, .answered = daysAgo(120), .pages = 1},
                            {.window = {daysAgo(100), daysAgo(50)}, .answered = daysAgo(50), .pages = 1},
                            {.window = {daysAgo(50), daysAgo(0)}, .answered = daysAgo(0), .pages = 1}};
            QVERIFY((*writer)->commit(page));
        }
        const QByteArray lost = "were never fetched and are lost.";
        for (const QStringList &command : {QStringList{u"source"_s, u"list"_s}, QStringList{u"coverage"_s}}) {
            const CliResult result = cli.run(command);
            QVERIFY2(result.errors.contains(lost), result.errors.constData());
        }
        const CliResult synced = cli.run({u"sync"_s});
        QCOMPARE(synced.exitCode, 1); // for the 401
        QVERIFY2(!synced.errors.contains("Asana deletes"), synced.errors.constData());
    }

private:
    CliRunner m_prepared;
};

TRAILGLASS_TEST(QuarantineTest)
#include "tst_quarantine.moc"
