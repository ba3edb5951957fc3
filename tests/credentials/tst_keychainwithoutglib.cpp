// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainsecretstore.h"
#include "tests/credentials/awaited.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// libsecret responds through GLib's event loop; in a program without one the keychain is silent for ever.
class KeychainWithoutGlibTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsInsteadOfWaitingForEver();
};

void KeychainWithoutGlibTest::initTestCase()
{
    QVERIFY2(qEnvironmentVariableIsSet("QT_NO_GLIB"),
             "CTest sets QT_NO_GLIB; it is read when the application object is made");
}

void KeychainWithoutGlibTest::endsInsteadOfWaitingForEver()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"did not answer within 300 ms"_s));
    KeychainSecretStore store(std::chrono::milliseconds(300));
    Awaited<FiledSecret> result;
    store.read(u"w1/1/api_key"_s, result.callback());
    QCOMPARE(result.wait().error().kind, ErrorKind::SecretUnavailable);
    QVERIFY(result.wait().error().message.contains(u"does not respond"));
}

TRAILGLASS_TEST(KeychainWithoutGlibTest)
#include "tst_keychainwithoutglib.moc"
