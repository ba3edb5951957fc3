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

constexpr std::chrono::milliseconds ShortPatience{300};
constexpr std::chrono::seconds Patience{20};

const QString Key = u"w1/1/api_key"_s;

} // namespace

/// Runs inside with-keyring.sh. Each test leaves a keychain that responds.
class SilentKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void givesUpUntilTheLateReplyComes();
    void aPersonsRequestOutlastsAnUnattendedOne();
    void whatWaitsInVainIsNeverDone();

private:
    void silence() { QCOMPARE(kill(m_daemon, SIGSTOP), 0); }
    void speak() { QCOMPARE(kill(m_daemon, SIGCONT), 0); }
    /// QtKeychain starts this job only when the silent ones are over: then their late replies have come.
    void waitForLateReplies();

    pid_t m_daemon = 0;
    const FiledSecret m_secret = filed("value");
};

void SilentKeychainTest::initTestCase()
{
    m_daemon = qEnvironmentVariableIntValue("KEYRING_PID");
    QVERIFY2(m_daemon > 1, "run this program through with-keyring.sh");
}

void SilentKeychainTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    KeychainSecretStore store(Patience);
    Awaited<void> written;
    store.write(Key, m_secret, written.callback());
    QVERIFY(written.wait().hasValue());
}

void SilentKeychainTest::cleanup()
{
    kill(m_daemon, SIGCONT);
}

void SilentKeychainTest::waitForLateReplies()
{
    bool hasCome = false;
    auto *probe = new QKeychain::ReadPasswordJob(KeychainSecretStore::service(), this);
    probe->setKey(Key);
    connect(probe, &QKeychain::Job::finished, this, [&hasCome] { hasCome = true; });
    probe->start();
    QTRY_VERIFY_WITH_TIMEOUT(hasCome, 30'000);
}

void SilentKeychainTest::givesUpUntilTheLateReplyComes()
{
    KeychainSecretStore patient(Patience);
    Awaited<FiledSecret> before;
    patient.read(Key, before.callback());
    QCOMPARE(before.wait().value(), m_secret);

    // The running job and the one that waits for it both end, after the patience and once.
    silence();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"did not answer within 300 ms"_s));
    QElapsedTimer elapsed;
    elapsed.start();
    KeychainSecretStore store(ShortPatience);
    Awaited<FiledSecret> running;
    Awaited<void> waiting;
    store.read(Key, running.callback());
    store.write(Key, m_secret, waiting.callback());
    QCOMPARE(running.wait().error().kind, ErrorKind::SecretUnavailable);
    QCOMPARE_GE(elapsed.elapsed(), ShortPatience.count() * 9 / 10); // timers may be a twentieth early
    QCOMPARE(waiting.wait().error().kind, ErrorKind::SecretUnavailable);
    for (const QString &way : {u"env:VARIABLE"_s, u"file:PATH"_s})
        QVERIFY2(running.wait().error().message.contains(way), qPrintable(way));

    // Nobody with as little patience waits again: there is no second warning. What is known stays known.
    KeychainSecretStore other(ShortPatience);
    Awaited<FiledSecret> after;
    other.read(Key, after.callback());
    QCOMPARE(after.calls(), 0);
    QCOMPARE(after.wait().error().kind, ErrorKind::SecretUnavailable);
    Awaited<FiledSecret> known;
    patient.read(Key, known.callback());
    QCOMPARE(known.wait().value(), m_secret);

    speak();
    waitForLateReplies();
    QCOMPARE(running.calls(), 1);
    QCOMPARE(waiting.calls(), 1);
    Awaited<FiledSecret> again;
    Awaited<void> removal;
    KeychainSecretStore last(Patience);
    last.read(Key, again.callback());
    last.remove(Key, removal.callback());
    QCOMPARE(again.wait().value(), m_secret);
    QVERIFY(removal.wait().hasValue());
}

void SilentKeychainTest::aPersonsRequestOutlastsAnUnattendedOne()
{
    silence();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"did not answer within 300 ms"_s));
    KeychainSecretStore store(Patience, ShortPatience);
    Awaited<FiledSecret> unattended;
    Awaited<FiledSecret> waiting;
    store.readUnattended(Key, unattended.callback());
    store.read(Key, waiting.callback()); // while the other one is on
    QCOMPARE(unattended.wait().error().kind, ErrorKind::SecretUnavailable);
    QCOMPARE(waiting.calls(), 0);
    KeychainSecretStore other(Patience, ShortPatience);
    Awaited<FiledSecret> later;
    Awaited<FiledSecret> laterUnattended;
    other.readUnattended(Key, laterUnattended.callback());
    other.read(Key, later.callback());
    QCOMPARE(laterUnattended.wait().error().kind,
             ErrorKind::SecretUnavailable); // at once, as nothing else is said

    speak(); // somebody answers the prompt

    QCOMPARE(waiting.wait().value(), m_secret);
    QCOMPARE(later.wait().value(), m_secret);
    QCOMPARE(unattended.calls(), 1);
}

void SilentKeychainTest::whatWaitsInVainIsNeverDone()
{
    silence();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"did not answer within 300 ms"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"did not answer within 600 ms"_s));
    KeychainSecretStore store(2 * ShortPatience, ShortPatience);
    Awaited<FiledSecret> unattended;
    Awaited<void> written;
    store.readUnattended(Key, unattended.callback());
    store.write(Key, filed("other"), written.callback());
    QCOMPARE(written.wait().error().kind, ErrorKind::SecretUnavailable);
    QCOMPARE(unattended.calls(), 1);

    speak();
    waitForLateReplies();

    KeychainSecretStore last(Patience);
    Awaited<FiledSecret> kept;
    last.read(Key, kept.callback());
    QCOMPARE(kept.wait().value(), m_secret);
}

TRAILGLASS_TEST(SilentKeychainTest)
#include "tst_silentkeychain.moc"
