// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/merkle/ed25519.h"
#include "tests/cli/clirunner.h"
#include "tests/cli/knowntexts.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

/// `--log` and `--log-file`: what the program does, without anything that somebody else must not read.
class LoggingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = std::make_unique<FakeVendors>(Company::Options{.seed = 7, .now = today(), .events = 400});
        QVERIFY(m_servers->listen());
        addSources();
    }
    void init()
    {
        for (const Vendor vendor : FakeVendors::Vendors)
            m_servers->server(vendor).faults().clear();
        m_cli = m_prepared.another();
        QVERIFY(m_cli->copyFrom(m_prepared));
    }

    void logsSyncAndQueriesWithoutSecretsNamesOrEvents()
    {
        QVERIFY(m_servers->addFaults("asana=503@2"));
        QVERIFY(m_servers->addFaults("secoda=truncate@2"));
        const QString log = m_cli->path(u"program.log"_s);
        const QStringList logging{u"--log"_s, u"all"_s, u"--log-file"_s, log};

        QCOMPARE(m_cli->run(QStringList{u"sync"_s} + logging).exitCode, 0);
        const QString filter = u"actor:somebody@very-private.example"_s;
        m_known.add("very-private");
        QCOMPARE(m_cli->run(QStringList{u"query"_s, filter} + logging).exitCode, 0);
        QCOMPARE(m_cli->run(QStringList{u"facets"_s, u"--by"_s, u"actor"_s} + logging).exitCode, 0);

        const QByteArray text = contentOf(log);
        for (const char *part :
             {" debug trailglass.http: request ", " GET http://127.0.0.1:", "/…?", "status 200", "status 503",
              " info trailglass.sync: source ", "repeats the request in", " ended: no error requests: ",
              " debug trailglass.store: source ", "committed:", "lock acquired for sync",
              " debug trailglass.credentials: access_token from environment found",
              " debug trailglass.index: index up to row ", " debug trailglass.query: select took "})
            QVERIFY2(text.contains(part), QByteArray(part + QByteArray(" is not in ") + text).constData());
        QVERIFY(m_known.count() > 500);
        QCOMPARE(m_known.foundIn(text).join(' '), QByteArray());
    }

    void logsEvidenceWithoutSecretsNamesOrEvents()
    {
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0);
        const QString log = m_cli->path(u"program.log"_s);
        const auto run = [this, &log](const QStringList &arguments) {
            return m_cli->run(arguments + QStringList{u"--log"_s, u"all"_s, u"--log-file"_s, log}).exitCode;
        };
        const auto newKey = [this](const QString &name) {
            const QByteArray seed = SigningKey::generate()->seed().reveal();
            m_known.add(seed);
            return QString(u"file:"_s + m_cli->writeFile(name, seed));
        };
        m_known.add("very-private");
        const QString witness = m_cli->path(u"witness"_s);
        const QString bundle = m_cli->path(u"case.zip"_s);

        QCOMPARE(run({u"checkpoint"_s, u"key"_s, u"set"_s, newKey(u"key"_s)}), 0);
        QCOMPARE(run({u"checkpoint"_s, u"--append"_s, witness}), 0);
        QCOMPARE(run({u"checkpoint"_s, u"key"_s, u"set"_s, newKey(u"other"_s)}), 0);
        QCOMPARE(run({u"checkpoint"_s, u"key"_s, u"rotate"_s}), 2);
        QCOMPARE(run({u"verify"_s, u"--against"_s, witness}), 0);
        QCOMPARE(run({u"evidence"_s, u"create"_s, u"-actor:very-private"_s, u"--case"_s,
                      u"very-private case"_s, u"--output"_s, bundle}),
                 0);
        QCOMPARE(run({u"evidence"_s, u"verify"_s, bundle}), 0);
        QCOMPARE(
            run({u"evidence"_s, u"verify"_s, m_cli->writeFile(u"cut.zip"_s, contentOf(bundle).chopped(30))}),
            1);
        QCOMPARE(run({u"report"_s, u"-actor:very-private"_s, u"--title"_s, u"very-private title"_s,
                      u"--output"_s, m_cli->path(u"report.html"_s)}),
                 0);

        const QByteArray text = contentOf(log);
        for (const char *part :
             {" info trailglass.evidence: signing key added: place file signed by the former one false",
              "signing key added: place file signed by the former one true",
              "not signed, key not changed: usage", "checkpoint written: leaves ",
              " to a witness file true witness failed false", "workspace verified: events ",
              " problems 0 with fields true in ", "evidence bundle begun: rows are selected ",
              "bundle written: events ", "evidence bundle made: events ", "bundle verified: events ",
              "bundle refused: archive problems 1 after ", "report made: events ", "report written: bytes "})
            QVERIFY2(text.contains(part), QByteArray(part + QByteArray(" is not in ") + text).constData());
        QCOMPARE(m_known.foundIn(text).join(' '), QByteArray());
    }

    void logsAnImportByTheNumberOfItsSource()
    {
        const VendorEvent event = m_servers->server(Vendor::Asana).events().constFirst();
        const QString file = m_cli->writeFile(u"events.json"_s, event.raw);

        const CliResult imported = m_cli->run({u"import"_s, u"zqx-asana"_s, file, u"--log"_s, u"sync"_s});

        QVERIFY2(imported.exitCode == 0, imported.errors.constData());
        QVERIFY2(imported.errors.contains(" info trailglass.sync: import into source "),
                 imported.errors.constData());
        QVERIFY2(imported.errors.contains(" ended: no error requests: "), imported.errors.constData());
    }

    void logsOnlyTheCategoriesThatWereNamed()
    {
        const CliResult synced = m_cli->run({u"sync"_s, u"--log"_s, u"http, store"_s});
        QCOMPARE(synced.exitCode, 0);
        QVERIFY(synced.errors.contains(" trailglass.http: "));
        QVERIFY(synced.errors.contains(" trailglass.store: "));
        QVERIFY(!synced.errors.contains(" trailglass.sync: "));
        QVERIFY(!synced.errors.contains(" trailglass.credentials: "));
    }

    void logsNothingUnlessRequested()
    {
        QVERIFY(!m_cli->run({u"sync"_s}).errors.contains("trailglass.http"));
    }

    void theEnvironmentHasTheLastWord()
    {
        m_cli->environment().insert(u"QT_LOGGING_RULES"_s, u"trailglass.http=false;trailglass.query=true"_s);
        const CliResult synced = m_cli->run({u"sync"_s, u"--log"_s, u"http,sync"_s});
        QVERIFY(!synced.errors.contains(" trailglass.http: "));
        QVERIFY(synced.errors.contains(" trailglass.sync: "));
        QVERIFY(m_cli->run({u"query"_s}).errors.contains(" trailglass.query: select took "));
    }

    void withJsonEachLineIsAnObject()
    {
        const CliResult synced = m_cli->run({u"sync"_s, u"--json"_s, u"--log"_s, u"all"_s});
        QCOMPARE(synced.exitCode, 0);
        int logged = 0;
        for (const QByteArray &line : synced.errors.split('\n')) {
            if (line.isEmpty())
                continue;
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            QVERIFY2(!object.isEmpty(), line.constData());
            const QJsonObject log = object[u"log"].toObject();
            logged += log[u"category"].toString().startsWith(u"trailglass."_s)
                && !log[u"message"].toString().isEmpty() && !log[u"time"].toString().isEmpty();
        }
        QVERIFY(logged > 10);
    }

    void aLogFileIsPrivateAndGrows()
    {
        const QString log = m_cli->path(u"program.log"_s);
        const QStringList line{u"query"_s, u"--log"_s, u"query"_s, u"--log-file"_s, log};
        const CliResult first = m_cli->run(line);
        QCOMPARE(first.exitCode, 0);
        QVERIFY(!first.errors.contains("trailglass.query"));
        const QByteArray once = contentOf(log);
        QVERIFY(!once.isEmpty());
        QCOMPARE(QFileInfo(log).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QCOMPARE(m_cli->run(line).exitCode, 0);
        QVERIFY(contentOf(log).startsWith(once));
        QVERIFY(contentOf(log).size() > once.size());
    }

    void refusesALogFileThatIsNotOne_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("database") << u"workspace/trailglass.sqlite"_s << 2;
        QTest::newRow("lock, not there yet") << u"workspace/trailglass.lock"_s << 2;
        QTest::newRow("folder") << u"home"_s << 2;
        QTest::newRow("link") << u"link"_s << 1;
        QTest::newRow("in no folder") << u"nowhere/program.log"_s << 1;
        QTest::newRow("device") << u"/dev/null"_s << 2;
    }
    void refusesALogFileThatIsNotOne()
    {
        QFETCH(QString, file);
        QFETCH(int, exitCode);
        const QByteArray database = contentOf(m_cli->workspace() + "/trailglass.sqlite"_L1);
        const QString target = m_cli->writeFile(u"target"_s, "kept");
        QVERIFY(QFile::link(target, m_cli->path(u"link"_s)));
        const CliResult refused = m_cli->run({u"stats"_s, u"--log"_s, u"all"_s, u"--log-file"_s,
                                              file.startsWith(u'/') ? file : m_cli->path(file)});
        QCOMPARE(refused.exitCode, exitCode);
        QVERIFY(!refused.errors.isEmpty());
        QCOMPARE(contentOf(target), "kept");
        QCOMPARE(contentOf(m_cli->workspace() + "/trailglass.sqlite"_L1), database);
    }

    void refusesAnUnknownCategory()
    {
        const CliResult near = m_cli->run({u"query"_s, u"--log"_s, u"htp"_s});
        QCOMPARE(near.exitCode, 2);
        QVERIFY2(near.errors.contains("Did you mean “http”?"), near.errors.constData());
        const CliResult far = m_cli->run({u"query"_s, u"--log"_s, u"everything"_s});
        QCOMPARE(far.exitCode, 2);
        QVERIFY2(far.errors.contains("Use all, or some of: http, sync, store"), far.errors.constData());
    }

private:
    void addSources()
    {
        for (const Vendor vendor : FakeVendors::Vendors) {
            VendorServer &server = m_servers->server(vendor);
            const QString type = toQString(name(vendor));
            const QString sourceName = "zqx-"_L1 + type;
            QMap<QString, QString> settings = server.settings();
            settings.insert(u"initial_days"_s, u"30"_s);
            const CliResult added = m_prepared.addSource(type, sourceName, settings, server.secrets());
            QVERIFY2(added.exitCode == 0, added.errors.constData());
            m_known.add(sourceName.toUtf8());
            for (const QString &secret : server.secrets())
                m_known.add(secret.toUtf8());
            for (const VendorEvent &event : server.events())
                m_known.addStringsOf(event.raw);
        }
    }

    CliRunner m_prepared; ///< with the sources, not synced
    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<FakeVendors> m_servers;
    KnownTexts m_known; ///< names, secrets and what is in the events
};

TRAILGLASS_TEST(LoggingTest)
#include "tst_logging.moc"
