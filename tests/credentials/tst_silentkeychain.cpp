// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainsecretstore.h"
#include "tests/credentials/awaited.h"
#include "tests/credentials/filedsecrets.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <csignal>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds Patience{300};

} // namespace

/// Runs inside with-keyring.sh. One test only: a silent keychain is silent for the rest of the process.
class SilentKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void givesUpOnceAndForAll();

private:
    pid_t m_daemon = 0;
};

void SilentKeychainTest::initTestCase()
{
    m_daemon = qEnvironmentVariableIntValue("KEYRING_PID");
    QVERIFY2(m_daemon > 1, "run this program through with-keyring.sh");
}

void SilentKeychainTest::cleanup()
{
    kill(m_daemon, SIGCONT);
}

void SilentKeychainTest::givesUpOnceAndForAll()
{
    const QString key = u"w1/1/api_key"_s;
    const FiledSecret secret = filed("value");
    KeychainSecretStore patient(std::chrono::seconds(20));
    Awaited<void> before;
    patient.write(key, secret, before.callback());
    QVERIFY(before.wait().hasValue());

    // The running job and the one that waits for it both end, after the patience and once.
    QCOMPARE(kill(m_daemon, SIGSTOP), 0);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"did not answer within 300 ms"_s));
    QElapsedTimer elapsed;
    elapsed.start();
    KeychainSecretStore store(Patience);
    Awaited<FiledSecret> running;
    Awaited<void> waiting;
    store.read(key, running.callback());
    store.write(key, secret, waiting.callback());
    QCOMPARE(running.wait().error().kind, ErrorKind::SecretUnavailable);
    QCOMPARE_GE(elapsed.elapsed(), Patience.count() * 9 / 10); // timers may be a twentieth early
    QCOMPARE(waiting.wait().error().kind, ErrorKind::SecretUnavailable);
    for (const QString &way : {u"env:VARIABLE"_s, u"file:PATH"_s})
        QVERIFY2(running.wait().error().message.contains(way), qPrintable(way));

    // QtKeychain starts this job only when the silent one is over: then its late reply has come.
    QCOMPARE(kill(m_daemon, SIGCONT), 0);
    bool lateReplyCame = false;
    auto *probe = new QKeychain::ReadPasswordJob(KeychainSecretStore::service(), this);
    probe->setKey(key);
    connect(probe, &QKeychain::Job::finished, this, [&lateReplyCame] { lateReplyCame = true; });
    probe->start();
    QTRY_VERIFY_WITH_TIMEOUT(lateReplyCame, 30'000);
    QCOMPARE(running.calls(), 1);
    QCOMPARE(waiting.calls(), 1);

    // No store of this process asks again, not even one with more patience; what is known stays known.
    Awaited<FiledSecret> after;
    Awaited<void> removal;
    KeychainSecretStore(std::chrono::seconds(20)).read(key, after.callback());
    QCOMPARE(after.calls(), 0);
    KeychainSecretStore other(std::chrono::seconds(20));
    other.read(key, after.callback());
    other.remove(key, removal.callback());
    QCOMPARE(after.wait().error().kind, ErrorKind::SecretUnavailable);
    QCOMPARE(removal.wait().error().kind, ErrorKind::SecretUnavailable);
    Awaited<FiledSecret> known;
    patient.read(key, known.callback());
    QCOMPARE(known.wait().value(), secret);
    QCOMPARE(after.calls(), 1);
}

TRAILGLASS_TEST(SilentKeychainTest)
#include "tst_silentkeychain.moc"
