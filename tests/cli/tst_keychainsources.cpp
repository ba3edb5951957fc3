// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainsecretstore.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/credentials/awaited.h"
#include "tests/credentials/filedsecrets.h"
#include "tests/credentials/keyring.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"

#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

/// Sources whose key is in the keychain, through the real program. Runs inside with-keyring.sh.
class KeychainSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariableIsSet("KEYRING_PID"), "run this program through with-keyring.sh");
    }

    void init()
    {
        QVERIFY(Keyring::unlock(qgetenv("KEYRING_PASSWORD")));
        m_cli = std::make_unique<CliRunner>();
        reachKeychain(true);
        QCOMPARE(add().exitCode, 0);
        const auto reader = EventReader::open(m_cli->workspace());
        QVERIFY(reader);
        m_key = u"%1/%2/access_token"_s.arg((*reader)->identity().value())
                    .arg((*reader)->source(u"work"_s)->id.value);
        QCOMPARE(kept().value(), filed("made-up", "https://app.asana.com"));
    }

    void aKeyThatIsKeptElsewhereNowLeavesTheKeychain()
    {
        QCOMPARE(run({u"set"_s, u"work"_s, u"--secret"_s, u"access_token=env:KEY"_s}).exitCode, 0);
        QVERIFY(!isKept());
    }

    void removingASourceRemovesItsKey()
    {
        QCOMPARE(run({u"remove"_s, u"work"_s}).exitCode, 0);
        QVERIFY(!isKept());
    }

    void removingAgainRemovesAKeyThatCouldNotBeRemovedAtFirst_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("locked") << true << QStringList();
        QTest::newRow("out of reach") << false << QStringList();
        QTest::newRow("locked, purging") << true << QStringList{u"--purge"_s};
        QTest::newRow("out of reach, purging") << false << QStringList{u"--purge"_s};
    }
    void removingAgainRemovesAKeyThatCouldNotBeRemovedAtFirst()
    {
        QFETCH(bool, locked);
        QFETCH(QStringList, options);
        QCOMPARE(m_cli->run({u"import"_s, u"work"_s, u"-"_s}, SampleWorkspace::events(u"work"_s).join('\n'))
                     .exitCode,
                 0);
        if (locked)
            QVERIFY(Keyring::lock());
        else
            reachKeychain(false);
        const CliResult first = run(QStringList{u"remove"_s, u"work"_s} + options);
        QCOMPARE(first.exitCode, 3);
        QVERIFY2(first.errors.contains("Remove the source again"), first.errors.constData());
        QCOMPARE(m_cli->run({u"query"_s, u"--count"_s}).output, QByteArray("3\n"));
        QVERIFY(Keyring::unlock(qgetenv("KEYRING_PASSWORD")));
        reachKeychain(true);
        QVERIFY(isKept());
        QCOMPARE(run(QStringList{u"remove"_s, u"work"_s} + options).exitCode, 0);
        QVERIFY(!isKept());
        QCOMPARE(m_cli->run({u"query"_s, u"--count"_s}).output,
                 QByteArray(options.isEmpty() ? "3\n" : "0\n"));
    }

    void aMachineWithoutAKeychainCanPurgeAllTheSame()
    {
        reachKeychain(false);
        QCOMPARE(run({u"remove"_s, u"work"_s, u"--purge"_s}).exitCode, 3);
        QCOMPARE(run({u"remove"_s, u"work"_s, u"--purge"_s}).exitCode, 3);
        QCOMPARE(run({u"list"_s, u"--json"_s}).output, QByteArray("[]\n"));
    }

    void comingBackWithAKeyElsewhereRemovesTheOneThatWasLeft()
    {
        QVERIFY(Keyring::lock());
        QCOMPARE(run({u"remove"_s, u"work"_s}).exitCode, 3);
        QVERIFY(Keyring::unlock(qgetenv("KEYRING_PASSWORD")));
        QCOMPARE(SampleWorkspace::addSource(*m_cli, u"asana"_s, u"work"_s).exitCode, 0);
        QVERIFY(!isKept());
    }

    void aFailedAddLeavesNoConnection()
    {
        QCOMPARE(run({u"remove"_s, u"work"_s, u"--purge"_s}).exitCode, 0);
        QVERIFY(Keyring::lock());
        QCOMPARE(add().exitCode, 1);
        QCOMPARE(run({u"list"_s, u"--json"_s}).output, QByteArray("[]\n"));
    }

    void anInterruptWhileTheKeychainIsWaitedForLeavesNoConnection()
    {
        const pid_t daemon = qEnvironmentVariableIntValue("KEYRING_PID");
        QCOMPARE(::kill(daemon, SIGSTOP), 0);
        const auto goOn = qScopeGuard([daemon] { ::kill(daemon, SIGCONT); });
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(CliRunner::program(),
                      m_cli->withWorkspace({u"source"_s, u"add"_s, u"secoda"_s, u"other"_s, u"--secret"_s,
                                            u"api_key=keychain"_s}));
        process.write("made-up\n");
        QTRY_VERIFY_WITH_TIMEOUT((*EventReader::open(m_cli->workspace()))->source(u"other"_s), 30'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(finished.count() > 0 || finished.wait(60'000));
        QCOMPARE(process.exitCode(), 130);
        // What the keychain may hold stays noted with the removed source.
        QVERIFY((*EventReader::open(m_cli->workspace()))->source(u"other"_s)->removed);
    }

    void aKeyIsNotSentWhereALenderPointed()
    {
        FakeHttpServer elsewhere;
        QVERIFY(elsewhere.listen());
        const auto pointed = pointAt(elsewhere);
        QVERIFY(pointed);
        for (const QStringList &command : {QStringList{u"sync"_s}, QStringList{u"sync"_s, u"--trust"_s},
                                           QStringList{u"source"_s, u"test"_s, u"work"_s}}) {
            const CliResult refused = m_cli->run(command);
            QCOMPARE(refused.exitCode, 1);
            const QByteArray said = refused.errors + refused.output;
            QVERIFY2(said.contains("https://app.asana.com"), said.constData());
            QVERIFY2(said.contains(elsewhere.url().toEncoded()), said.constData());
        }
        QVERIFY(elsewhere.requests().isEmpty());

        // Entered again, for that very address.
        QCOMPARE(m_cli
                     ->run({u"source"_s, u"set"_s, u"work"_s, u"--secret"_s, u"access_token=keychain"_s},
                           "another\n")
                     .exitCode,
                 0);
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 1); // there is no such vendor
        QVERIFY(!elsewhere.requests().isEmpty());
        QCOMPARE(elsewhere.requests().first().header("authorization"), QByteArray("Bearer another"));
    }

    void aKeyOfAnEarlierVersionIsNotSentElsewhere()
    {
        FakeHttpServer elsewhere;
        QVERIFY(elsewhere.listen());
        KeychainSecretStore store(std::chrono::seconds(20));
        Awaited<void> written;
        store.write(m_key, filed("made-up", ""), written.callback());
        QVERIFY(written.wait().hasValue());
        QVERIFY(pointAt(elsewhere));
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 1);
        QVERIFY(elsewhere.requests().isEmpty());
    }

    void aNewAddressNeedsTheKeyAgain()
    {
        const QString address = u"base_url=https://asana.example/api"_s;
        const CliResult refused = run({u"set"_s, u"work"_s, u"--set"_s, address});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains("(access_token)"), refused.errors.constData());
        QVERIFY(!run({u"show"_s, u"work"_s}).output.contains("asana.example"));
        QCOMPARE(m_cli
                     ->run({u"source"_s, u"set"_s, u"work"_s, u"--set"_s, address, u"--secret"_s,
                            u"access_token=keychain"_s},
                           "another\n")
                     .exitCode,
                 0);
        QVERIFY(run({u"show"_s, u"work"_s}).output.contains("asana.example"));
        QCOMPARE(kept().value(), filed("another", "https://asana.example"));
        QCOMPARE(run({u"set"_s, u"work"_s, u"--set"_s, u"base_url=https://asana.example/v2"_s}).exitCode, 0);
    }

private:
    /// Changes the address in the database alone, as somebody with the file in his hands would.
    [[nodiscard]] Result<void> pointAt(const FakeHttpServer &server) const
    {
        SourceRecord record = (*EventReader::open(m_cli->workspace()))->source(u"work"_s).value();
        record.settings.insert(u"base_url"_s, server.url().toString());
        return (*EventWriter::open(m_cli->workspace()))->updateSource(record, {});
    }

    void reachKeychain(bool reaches)
    {
        const QString name = u"DBUS_SESSION_BUS_ADDRESS"_s;
        if (reaches)
            m_cli->environment().insert(name, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        else
            m_cli->environment().insert(name, u"unix:path=/nonexistent"_s);
    }

    CliResult add() const
    {
        return m_cli->run({u"source"_s, u"add"_s, u"asana"_s, u"work"_s, u"--set"_s, u"workspace_gid=1200"_s,
                           u"--secret"_s, u"access_token=keychain"_s},
                          "made-up\n");
    }

    CliResult run(const QStringList &arguments) const
    {
        return m_cli->run(QStringList{u"source"_s} + arguments);
    }

    /// A new store for each call: one that has read a secret remembers it.
    bool isKept() const { return kept().hasValue(); }
    Result<FiledSecret> kept() const
    {
        KeychainSecretStore store(std::chrono::seconds(20));
        Awaited<FiledSecret> result;
        store.read(m_key, result.callback());
        return result.wait();
    }

    std::unique_ptr<CliRunner> m_cli;
    QString m_key; ///< of the entry
};

TRAILGLASS_TEST(KeychainSourcesTest)
#include "tst_keychainsources.moc"
