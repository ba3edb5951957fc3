// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainsecretstore.h"
#include "tests/credentials/awaited.h"
#include "tests/credentials/filedsecrets.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// A machine without a session bus: a server, a container, cron.
class NoKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysThatThereIsNoKeychainAndWhatToDo();
    void writesNoSecretAnywhereElse();
    void isAskedAgainNextTime();

private:
    QTemporaryDir m_home;
};

void NoKeychainTest::initTestCase()
{
    QVERIFY(m_home.isValid());
    for (const char *variable : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"})
        qunsetenv(variable);
    // A bus may also be found as $XDG_RUNTIME_DIR/bus.
    for (const char *variable : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(variable, QFile::encodeName(m_home.path()));
}

void NoKeychainTest::saysThatThereIsNoKeychainAndWhatToDo()
{
    KeychainSecretStore store;
    Awaited<FiledSecret> read;
    store.read(u"w1/1/api_key"_s, read.callback());
    QCOMPARE(read.calls(), 0);
    const Error error = read.wait().error();
    QCOMPARE(error.kind, ErrorKind::SecretUnavailable);
    for (const QString &way : {u"env:VARIABLE"_s, u"file:PATH"_s})
        QVERIFY2(error.message.contains(way), qPrintable(error.message));
    QVERIFY(!error.detail.isEmpty());
    QCOMPARE(read.calls(), 1);
}

void NoKeychainTest::writesNoSecretAnywhereElse()
{
    KeychainSecretStore store;
    Awaited<void> written;
    store.write(u"w1/1/api_key"_s, filed("sEcReT-sEcReT"), written.callback());
    QCOMPARE(written.wait().error().kind, ErrorKind::SecretUnavailable);

    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("sEcReT"), qPrintable(file.fileName()));
    }
}

void NoKeychainTest::isAskedAgainNextTime()
{
    KeychainSecretStore store;
    Awaited<void> first;
    Awaited<void> second;
    store.remove(u"w1/1/api_key"_s, first.callback());
    store.remove(u"w1/1/api_key"_s, second.callback());
    QCOMPARE(first.wait().error().kind, ErrorKind::SecretUnavailable);
    QCOMPARE(second.wait().error().kind, ErrorKind::SecretUnavailable);
    // Not the sentence of a keychain that fell silent: this one answered "no".
    QVERIFY(!second.wait().error().message.contains(u"does not respond"));
}

TRAILGLASS_TEST(NoKeychainTest)
#include "tst_nokeychain.moc"
