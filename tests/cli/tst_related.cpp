// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/clirunner.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

/// `show --related` through the real program, beside the vendors' servers.
class RelatedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const UtcMicros now{QDateTime::currentMSecsSinceEpoch() * 1000};
        m_servers = std::make_unique<FakeVendors>(Company::Options{.seed = 7, .now = now, .events = 200});
        QVERIFY(m_servers->listen());
        for (const Vendor vendor : {Vendor::Secoda, Vendor::Nected, Vendor::Asana}) {
            VendorServer &server = m_servers->server(vendor);
            const QString type = QString::fromStdString(std::string(name(vendor)));
            QCOMPARE(m_prepared.addSource(type, type, server.settings(), server.secrets()).exitCode, 0);
        }
        QCOMPARE(m_prepared.run({u"sync"_s}).exitCode, 0);
        m_id = versioned();
        QVERIFY(!m_id.isEmpty());
    }
    void init()
    {
        m_cli = m_prepared.another();
        QVERIFY(m_cli->copyFrom(m_prepared));
        m_servers->secoda().faults().clear();
        http(Vendor::Secoda).clearRequests();
    }

    void printsTheEventAndTheHistoryOfItsTarget()
    {
        const CliResult shown = show({u"--related"_s});
        QVERIFY2(shown.exitCode == 0, shown.errors.constData());
        QVERIFY2(shown.output.startsWith(show({}).output), shown.output.constData());
        QVERIFY2(shown.output.contains("\nRelated at Secoda, fetched 20"), shown.output.constData());
        const QList<QByteArray> rows = tableOf(shown.output);
        QCOMPARE(rows.first().simplified(), QByteArray("kind created action actor id"));
        const auto holds = [&rows](const QByteArray &start, const QByteArray &part) {
            return std::ranges::any_of(
                rows, [&](const QByteArray &row) { return row.startsWith(start) && row.contains(part); });
        };
        QVERIFY2(holds("version", "Z"), shown.output.constData());
        QVERIFY2(holds("  event", m_id.toUtf8()), shown.output.constData());
    }

    void fetchesOnceAndThenReadsTheWorkspace()
    {
        const CliResult first = show({u"--related"_s});
        const auto requests = http(Vendor::Secoda).requests().size();
        QVERIFY(requests > 0);
        QCOMPARE(show({u"--related"_s}).output, first.output);
        QCOMPARE(http(Vendor::Secoda).requests().size(), requests);

        QCOMPARE(show({u"--related"_s, u"--refresh"_s}).exitCode, 0);
        QCOMPARE(http(Vendor::Secoda).requests().size(), 2 * requests);

        m_servers->secoda().faults().every(1, {.kind = Fault::Kind::Reset}); // offline
        QCOMPARE(show({u"--related"_s}).exitCode, 0);
        const CliResult offline = show({u"--related"_s, u"--refresh"_s});
        QCOMPARE(offline.exitCode, 1);
        QCOMPARE(offline.output, QByteArray());
        QVERIFY2(offline.errors.contains("closed the connection"), offline.errors.constData());
    }

    void printsJson()
    {
        const CliResult shown = show({u"--related"_s, u"--json"_s});
        QVERIFY2(shown.exitCode == 0, shown.errors.constData());
        const QList<QByteArray> lines = shown.lines();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(QByteArray(lines.first() + '\n'), show({u"--json"_s}).output);
        const QJsonObject related = QJsonDocument::fromJson(lines.last()).object();
        QCOMPARE(related[u"from"].toString(), u"vendor"_s);
        QVERIFY(related[u"complete"].isBool() && related[u"total"].isDouble());
        QVERIFY(related[u"fetched"].toString().endsWith(u'Z'));
        QJsonValue version;
        for (const QJsonValue &item : related[u"related"].toArray()) {
            if (version.isNull() && item[u"kind"].toString() == u"version"_s)
                version = item;
        }
        QVERIFY(version[u"raw"][u"metadata"].isObject());
        QVERIFY(!version[u"id"].toString().isEmpty() && version[u"logged"].isString());
        const QJsonValue event = version[u"events"][0];
        QCOMPARE(event[u"kind"].toString(), u"event"_s);
        QCOMPARE(event[u"event"][u"source"].toString(), u"secoda"_s);
        QVERIFY(event[u"event"][u"raw"].isObject());

        QVERIFY(show({u"--related"_s, u"--json"_s}).output.contains(R"("from":"workspace")"));
    }

    void printsParentsAndChildren()
    {
        const QByteArray run = R"({"logId":"run","date":"2026-11-20T10:00:00Z","event":"Call Via API"})";
        FakeHttpServer server([run](const Request &) {
            return Response::json(R"({"data":{"detail":)" + run
                                  + R"(,"parent":[{"odd":"<\u202e>"}],"children":[)" + run
                                  + R"(],"totalChildren":1},"code":"success"})");
        });
        QVERIFY(server.listen());
        QCOMPARE(m_cli
                     ->run({u"source"_s, u"set"_s, u"nected"_s, u"--set"_s,
                            QString("base_url="_L1 + server.url().toString()), u"--secret"_s,
                            u"api_key=env:TEST_NECTED_API_KEY"_s})
                     .exitCode,
                 0);
        const QString id = QString::fromUtf8(m_servers->nected().events().last().id);
        const QStringList command{u"show"_s, u"nected"_s, id, u"--related"_s};
        const CliResult shown = m_cli->run(command);
        QVERIFY2(shown.exitCode == 0, shown.errors.constData());
        const QList<QByteArray> rows = tableOf(shown.output);
        QCOMPARE(rows.size(), 2 + 3);
        QVERIFY(rows[2].startsWith("itself") && rows[2].contains("2026-11-20T10:00:00"));
        QVERIFY(rows[3].startsWith("parent") && rows[3].contains("not readable as an event"));
        QVERIFY(rows[4].startsWith("child") && rows[4].endsWith("run"));
        const CliResult json = m_cli->run(command + QStringList{u"--json"_s});
        QVERIFY2(json.lines().last().contains(R"({"kind":"parent","event":null,"raw":{"odd":"<\u202e>"}})"),
                 json.output.constData());
    }

    void saysWhatCannotBeShown_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("part");
        const QString related = u"--related"_s;
        QTest::newRow("unknown source")
            << QStringList{u"sceoda"_s, u"1"_s, related} << 2 << QByteArray("“secoda”");
        QTest::newRow("unknown event")
            << QStringList{u"secoda"_s, u"nothing"_s, related} << 1 << QByteArray("nothing");
        QTest::newRow("with --raw") << QStringList{u"secoda"_s, u"1"_s, related, u"--raw"_s} << 2
                                    << QByteArray("--raw");
        QTest::newRow("--refresh alone")
            << QStringList{u"secoda"_s, u"1"_s, u"--refresh"_s} << 2 << QByteArray("--related");
        QTest::newRow("--trust alone")
            << QStringList{u"secoda"_s, u"1"_s, u"--trust"_s} << 2 << QByteArray("--related");
        QTest::newRow("a type without it")
            << QStringList{u"asana"_s, u"{asana}"_s, related} << 2 << QByteArray("asana");
    }
    void saysWhatCannotBeShown()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, part);
        arguments.replaceInStrings(u"{asana}"_s, QString::fromUtf8(m_servers->asana().events().last().id));
        const CliResult refused = m_cli->run(QStringList{u"show"_s} + arguments);
        QVERIFY2(refused.exitCode == exitCode, refused.errors.constData());
        QCOMPARE(refused.output, QByteArray());
        QVERIFY2(refused.errors.contains(part), refused.errors.constData());
        QVERIFY(http(Vendor::Secoda).requests().isEmpty());
    }

    void aFailureOfTheVendorExitsWith1()
    {
        m_servers->secoda().faults().once(Fault::httpStatus(403));
        const CliResult failed = show({u"--related"_s, u"--json"_s});
        QCOMPARE(failed.exitCode, 1);
        QCOMPARE(failed.output, QByteArray());
        QVERIFY2(failed.errors.contains(R"("kind":"forbidden")"), failed.errors.constData());
        QVERIFY2(failed.errors.contains(R"("http_status":403)"), failed.errors.constData());
        QCOMPARE(show({u"--related"_s}).exitCode, 0); // it was not kept
    }

    void aWorkspaceFromElsewhereAsksOnce()
    {
        m_cli->environment().insert(u"XDG_CONFIG_HOME"_s, m_cli->path(u"other"_s));
        const CliResult refused = show({u"--related"_s});
        QCOMPARE(refused.exitCode, 2);
        QCOMPARE(refused.output, QByteArray());
        QVERIFY2(refused.errors.contains("--trust"), refused.errors.constData());
        QVERIFY(http(Vendor::Secoda).requests().isEmpty());
        QCOMPARE(show({}).exitCode, 0); // what is stored needs no approval

        const CliResult trusted = show({u"--related"_s, u"--trust"_s});
        QVERIFY2(trusted.exitCode == 0, trusted.errors.constData());
        QVERIFY2(trusted.errors.contains("Approved: "), trusted.errors.constData());
        QCOMPARE(show({u"--related"_s, u"--refresh"_s}).exitCode, 0);
    }

    void aRemovedSourceHasNothingMoreToShow()
    {
        QCOMPARE(show({u"--related"_s}).exitCode, 0);
        QVERIFY(QFileInfo(details()).size() > 0);
        QCOMPARE(m_cli->run({u"source"_s, u"remove"_s, u"secoda"_s}).exitCode, 0);
        QCOMPARE(QFileInfo(details()).size(), 0);
        const CliResult refused = show({u"--related"_s});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains("was removed"), refused.errors.constData());
        QCOMPARE(show({}).exitCode, 0);
    }

    void anInterruptEndsIt()
    {
        m_servers->secoda().faults().once({.kind = Fault::Kind::Hang});
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(CliRunner::program(),
                      m_cli->withWorkspace({u"show"_s, u"secoda"_s, m_id, u"--related"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(!http(Vendor::Secoda).requests().isEmpty(), 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
    }

    void anOutputDoesNotReplaceTheFileOfWhatWasFetched()
    {
        QCOMPARE(show({u"--related"_s}).exitCode, 0);
        const QByteArray before = contentOf(details());
        const CliResult refused = m_cli->run({u"export"_s, u"--output"_s, details()});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains("choose another"), refused.errors.constData());
        QCOMPARE(contentOf(details()), before);
        const CliResult checked = m_cli->run({u"doctor"_s});
        QVERIFY2(checked.exitCode == 0, checked.output.constData());
    }

    void aLinkInItsPlaceIsNotFollowed()
    {
        const QString precious = m_cli->writeFile(u"precious"_s, "precious");
        QVERIFY(QFile::link(precious, details()));
        const CliResult shown = show({u"--related"_s});
        QVERIFY2(shown.exitCode == 0, shown.errors.constData()); // shown, and not kept
        QCOMPARE(contentOf(precious), QByteArray("precious"));
    }

private:
    [[nodiscard]] FakeHttpServer &http(Vendor vendor) { return m_servers->server(vendor).http(); }
    [[nodiscard]] QString details() const { return m_cli->workspace() + u"/trailglass.sqlite.details"_s; }
    [[nodiscard]] CliResult show(const QStringList &options) const
    {
        return m_cli->run(QStringList{u"show"_s, u"secoda"_s, m_id} + options);
    }
    /// The lines after “Related at”.
    [[nodiscard]] static QList<QByteArray> tableOf(const QByteArray &output)
    {
        const qsizetype start = output.indexOf('\n', output.indexOf("\nRelated at ") + 1) + 1;
        return output.mid(start).trimmed().split('\n');
    }
    /// The id of the newest event that made a version of its target.
    [[nodiscard]] QString versioned()
    {
        QString newest;
        for (const VendorEvent &event : m_servers->secoda().events()) {
            const QJsonObject fields = QJsonDocument::fromJson(event.raw).object();
            if (!fields[u"version_history_id"].toString().isEmpty())
                newest = QString::fromUtf8(event.id);
        }
        return newest;
    }

    CliRunner m_prepared; ///< a workspace with synced sources, copied for each test
    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<FakeVendors> m_servers;
    QString m_id;
};

TRAILGLASS_TEST(RelatedTest)
#include "tst_related.moc"
