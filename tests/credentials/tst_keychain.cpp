// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainsecretstore.h"
#include "tests/credentials/awaited.h"
#include "tests/credentials/filedsecrets.h"
#include "tests/credentials/keyring.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds Patience{20};

Result<FiledSecret> read(KeychainSecretStore &store, const QString &key)
{
    Awaited<FiledSecret> result;
    store.read(key, result.callback());
    return result.wait();
}

Result<void> write(KeychainSecretStore &store, const QString &key, const FiledSecret &secret)
{
    Awaited<void> result;
    store.write(key, secret, result.callback());
    return result.wait();
}

Result<void> remove(KeychainSecretStore &store, const QString &key)
{
    Awaited<void> result;
    store.remove(key, result.callback());
    return result.wait();
}

/// What a keychain that was asked again holds: no store's memory plays a part.
Result<FiledSecret> kept(const QString &key)
{
    KeychainSecretStore store(Patience);
    return read(store, key);
}

} // namespace

/// Runs inside with-keyring.sh.
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void keepsASecretForTheNextProgram_data();
    void keepsASecretForTheNextProgram();
    void saysNotFoundForAMissingSecret();
    void replacesASecret();
    void forgetsARemovedSecret();
    void removesWhatIsNotThere();
    void keepsKeysApart();
    void readsASecretOnceASession();
    void callsBackInOrderAndNeverBeforeTheCallReturns();
    void keepsWhatIsWrittenRightAfterARemoval();
    void dropsTheCallbacksOfADestroyedStore();
    void refusesAnEntryThatNoHeaderCouldCarry_data();
    void refusesAnEntryThatNoHeaderCouldCarry();
    void tellsAnEntryOfAnEarlierVersionFromItsOwn();
    void saysSoWhenTheKeychainIsLocked();

private:
    void writePlainly(const QString &key, const QString &text);
};

void KeychainTest::initTestCase()
{
    QVERIFY2(qEnvironmentVariableIsSet("KEYRING_PID"), "run this program through with-keyring.sh");
}

void KeychainTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void KeychainTest::keepsASecretForTheNextProgram_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("a token") << QByteArray("2/1199/abcDEF:0123456789");
    QTest::newRow("one character") << QByteArray("x");
    QTest::newRow("other scripts") << QByteArray("пароль-密码-\U0001F511");
    QTest::newRow("quotes and spaces") << QByteArray("a \"b\" 'c' \\ %s");
    QTest::newRow("the longest") << QByteArray(8 * 1024, 'k');
}

void KeychainTest::keepsASecretForTheNextProgram()
{
    QFETCH(QByteArray, text);

    const QString key = u"w1/1/api_key"_s;
    {
        KeychainSecretStore store(Patience);
        const Result<void> written = write(store, key, filed(text));
        QVERIFY2(written.hasValue(), written ? "" : qPrintable(written.error().detail));
    }
    const Result<FiledSecret> secret = kept(key);
    QVERIFY(secret.hasValue());
    QCOMPARE(*secret, filed(text));
}

void KeychainTest::saysNotFoundForAMissingSecret()
{
    const Result<FiledSecret> secret = kept(u"w1/404/api_key"_s);
    QVERIFY(!secret.hasValue());
    QCOMPARE(secret.error().kind, ErrorKind::NotFound);
    QVERIFY(secret.error().message.contains(u"locked"));
}

void KeychainTest::replacesASecret()
{
    const QString key = u"w1/2/api_key"_s;
    KeychainSecretStore store(Patience);
    QVERIFY(write(store, key, filed("old")).hasValue());
    QVERIFY(write(store, key, filed("new")).hasValue());
    QCOMPARE(read(store, key).value().secret.reveal(), QByteArray("new"));
    QCOMPARE(kept(key).value().secret.reveal(), QByteArray("new"));
}

void KeychainTest::forgetsARemovedSecret()
{
    const QString key = u"w1/3/api_key"_s;
    KeychainSecretStore store(Patience);
    QVERIFY(write(store, key, filed("value")).hasValue());
    QVERIFY(remove(store, key).hasValue());
    QCOMPARE(read(store, key).error().kind, ErrorKind::NotFound);
    QCOMPARE(kept(key).error().kind, ErrorKind::NotFound);
}

void KeychainTest::removesWhatIsNotThere()
{
    KeychainSecretStore store(Patience);
    QVERIFY(remove(store, u"w1/405/api_key"_s).hasValue());
    QCOMPARE(kept(u"w1/405/api_key"_s).error().kind, ErrorKind::NotFound);
}

void KeychainTest::keepsKeysApart()
{
    KeychainSecretStore store(Patience);
    QVERIFY(write(store, u"w1/4/api_key"_s, filed("one")).hasValue());
    QVERIFY(write(store, u"w2/4/api_key"_s, filed("two")).hasValue());
    QVERIFY(remove(store, u"w1/4/api_key"_s).hasValue());
    QCOMPARE(kept(u"w2/4/api_key"_s).value().secret.reveal(), QByteArray("two"));
}

void KeychainTest::readsASecretOnceASession()
{
    const QString key = u"w1/5/api_key"_s;
    KeychainSecretStore store(Patience);
    KeychainSecretStore other(Patience);
    QVERIFY(write(other, key, filed("first")).hasValue());
    QCOMPARE(read(store, key).value().secret.reveal(), QByteArray("first"));
    QVERIFY(write(other, key, filed("second")).hasValue());
    QCOMPARE(read(store, key).value().secret.reveal(), QByteArray("first"));
}

void KeychainTest::callsBackInOrderAndNeverBeforeTheCallReturns()
{
    const QString key = u"w1/6/api_key"_s;
    KeychainSecretStore store(Patience);
    QStringList calls;
    store.write(key, filed("a"), [&](const Result<void> &) { calls << u"written"_s; });
    store.read(key, [&](const Result<FiledSecret> &secret) {
        calls << QString::fromUtf8(secret.value().secret.reveal());
    });
    store.write(key, filed("b"), [&](const Result<void> &) { calls << u"written again"_s; });
    store.read(key, [&](const Result<FiledSecret> &secret) {
        calls << QString::fromUtf8(secret.value().secret.reveal());
    });
    QVERIFY(calls.isEmpty());
    QTRY_COMPARE(calls, (QStringList{u"written"_s, u"a"_s, u"written again"_s, u"b"_s}));

    store.read(key, [&](const Result<FiledSecret> &) { calls << u"from memory"_s; });
    QCOMPARE(calls.size(), 4);
    QTRY_COMPARE(calls.size(), 5);
}

void KeychainTest::keepsWhatIsWrittenRightAfterARemoval()
{
    const QString key = u"w1/7/api_key"_s;
    KeychainSecretStore store(Patience);
    QVERIFY(write(store, key, filed("old")).hasValue());
    Awaited<void> removed;
    Awaited<void> written;
    store.remove(key, removed.callback());
    store.write(key, filed("new"), written.callback());
    QVERIFY(removed.wait().hasValue());
    QVERIFY(written.wait().hasValue());
    QCOMPARE(read(store, key).value().secret.reveal(), QByteArray("new"));
    QCOMPARE(kept(key).value().secret.reveal(), QByteArray("new"));
}

void KeychainTest::dropsTheCallbacksOfADestroyedStore()
{
    const QString key = u"w1/8/api_key"_s;
    Awaited<void> result;
    {
        KeychainSecretStore store(Patience);
        store.write(key, filed("value"), result.callback());
        store.write(key, filed("never started"), result.callback());
    }
    // The keychain works in order: once this is read, the job of the destroyed store is over too.
    QCOMPARE(kept(key).value().secret.reveal(), QByteArray("value"));
    QCOMPARE(result.calls(), 0);
}

/// As another program, or another version of this one, would.
void KeychainTest::writePlainly(const QString &key, const QString &text)
{
    bool written = false;
    auto *job = new QKeychain::WritePasswordJob(KeychainSecretStore::service(), this);
    job->setKey(key);
    job->setTextData(text);
    connect(job, &QKeychain::Job::finished, this, [&written] { written = true; });
    job->start();
    QTRY_VERIFY(written);
}

void KeychainTest::tellsAnEntryOfAnEarlierVersionFromItsOwn()
{
    const QString key = u"w1/11/api_key"_s;
    writePlainly(key, u"1 https://api.example.com"_s); // a secret, however it looks
    QCOMPARE(kept(key).value(), (FiledSecret{Secret::fromText("1 https://api.example.com").value(), {}}));
    writePlainly(key, u"1 https://api.example.com\nvalue"_s);
    QCOMPARE(kept(key).value(), filed("value", "https://api.example.com"));
}

void KeychainTest::refusesAnEntryThatNoHeaderCouldCarry_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a second header") << u"sEcReT\nX-Admin: 1"_s;
    QTest::newRow("a second header in ours") << u"1 https://api.example.com\nsEcReT\nX-Admin: 1"_s;
    QTest::newRow("no origin") << u"1 \nsEcReT"_s;
    QTest::newRow("an origin with a path") << u"1 https://api.example.com/\nsEcReT"_s;
    QTest::newRow("a later form") << u"2 https://api.example.com\nsEcReT"_s;
}

void KeychainTest::refusesAnEntryThatNoHeaderCouldCarry()
{
    QFETCH(QString, text);
    const QString key = u"w1/9/api_key"_s;
    writePlainly(key, text);

    const Result<FiledSecret> secret = kept(key);
    QVERIFY(!secret.hasValue());
    QCOMPARE(secret.error().kind, ErrorKind::SecretUnavailable);
    QVERIFY(secret.error().message.contains(u"line break"));
    QVERIFY(!secret.error().message.contains(u"sEcReT"));
}

void KeychainTest::saysSoWhenTheKeychainIsLocked()
{
    const QString key = u"w1/10/api_key"_s;
    KeychainSecretStore opened(Patience);
    QVERIFY(write(opened, key, filed("value")).hasValue());
    QVERIFY(Keyring::lock());

    // What was read before stays readable.
    QCOMPARE(read(opened, key).value().secret.reveal(), QByteArray("value"));

    KeychainSecretStore store(Patience);
    QCOMPARE(read(store, key).error().kind, ErrorKind::NotFound);
    const Result<void> written = write(store, key, filed("other"));
    QVERIFY(!written.hasValue());
    QCOMPARE(written.error().kind, ErrorKind::SecretDenied);
    QVERIFY(written.error().message.contains(u"env:VARIABLE"));
    // A removal that the keychain ignored must not look like one.
    QCOMPARE(remove(store, key).error().kind, ErrorKind::SecretDenied);

    QVERIFY(Keyring::unlock(qgetenv("KEYRING_PASSWORD")));
    QCOMPARE(read(store, key).value().secret.reveal(), QByteArray("value"));
}

TRAILGLASS_TEST(KeychainTest)
#include "tst_keychain.moc"
