// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainsecretstore.h"
#include "tests/credentials/awaited.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// libsecret answers through GLib's event loop; in a program without one the keychain is silent for ever.
class KeychainWithoutGlibTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInsteadOfWaitingForEver();
};

void KeychainWithoutGlibTest::endsInsteadOfWaitingForEver()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"did not answer within 300 ms"_s));
    KeychainSecretStore store(std::chrono::milliseconds(300));
    Awaited<Secret> answer;
    store.read(u"w1/1/api_key"_s, answer.callback());
    QCOMPARE(answer.wait().error().kind, ErrorKind::SecretUnavailable);
    QVERIFY(answer.wait().error().message.contains(u"does not answer"));
}

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // read when the application object is made
    QCoreApplication application(argc, argv);
    KeychainWithoutGlibTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychainwithoutglib.moc"
