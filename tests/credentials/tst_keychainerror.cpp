// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainerror.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class KeychainErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryFailureAsASentence_data();
    void tellsEveryFailureAsASentence();
};

void KeychainErrorTest::tellsEveryFailureAsASentence_data()
{
    QTest::addColumn<QKeychain::Error>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("namesWaysOn");

    QTest::newRow("not found") << QKeychain::EntryNotFound << ErrorKind::NotFound << false;
    QTest::newRow("not deleted") << QKeychain::CouldNotDeleteEntry << ErrorKind::SecretDenied << false;
    QTest::newRow("locked") << QKeychain::AccessDenied << ErrorKind::SecretDenied << true;
    QTest::newRow("refused by the user") << QKeychain::AccessDeniedByUser << ErrorKind::SecretDenied << true;
    QTest::newRow("no backend") << QKeychain::NoBackendAvailable << ErrorKind::SecretUnavailable << true;
    QTest::newRow("not implemented") << QKeychain::NotImplemented << ErrorKind::SecretUnavailable << true;
    QTest::newRow("other") << QKeychain::OtherError << ErrorKind::SecretUnavailable << true;
}

void KeychainErrorTest::tellsEveryFailureAsASentence()
{
    QFETCH(QKeychain::Error, code);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, namesWaysOn);

    const Error error = keychainError(code, u"the daemon's words"_s);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.detail, u"the daemon's words"_s);
    QVERIFY(error.message.endsWith(u'.'));
    QVERIFY(!error.message.contains(u"daemon"));
    for (const QString &way : {u"env:VARIABLE"_s, u"file:PATH"_s})
        QCOMPARE(error.message.contains(way), namesWaysOn);
}

TRAILGLASS_TEST(KeychainErrorTest)
#include "tst_keychainerror.moc"
