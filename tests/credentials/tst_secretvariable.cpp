// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/secretvariable.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *Variable = "TRAILGLASS_TEST_TOKEN";

} // namespace

class SecretVariableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsTheValueOfNow();
    void namesAVariableThatIsNotSet();
    void treatsAnEmptyVariableAsUnset();
    void refusesAValueThatNoHeaderCouldCarry();
};

void SecretVariableTest::init()
{
    qunsetenv(Variable);
}

void SecretVariableTest::readsTheValueOfNow()
{
    qputenv(Variable, "first");
    QCOMPARE(readSecretVariable(QLatin1StringView(Variable)).value().reveal(), QByteArray("first"));
    qputenv(Variable, "пароль");
    QCOMPARE(readSecretVariable(QLatin1StringView(Variable)).value().reveal(), QByteArray("пароль"));
}

void SecretVariableTest::namesAVariableThatIsNotSet()
{
    const Result<Secret> secret = readSecretVariable(QLatin1StringView(Variable));
    QVERIFY(!secret.hasValue());
    QCOMPARE(secret.error().kind, ErrorKind::SecretUnavailable);
    QVERIFY(secret.error().message.contains(QLatin1StringView(Variable)));
}

void SecretVariableTest::treatsAnEmptyVariableAsUnset()
{
    qputenv(Variable, "");
    const Result<Secret> secret = readSecretVariable(QLatin1StringView(Variable));
    QVERIFY(!secret.hasValue());
    QVERIFY(secret.error().message.contains(u"not set"));
}

void SecretVariableTest::refusesAValueThatNoHeaderCouldCarry()
{
    for (const char *value : {"sEcReT\n", "sEcReT\r\nX-Admin: 1", "sEcReT\x1B", " sEcReT"}) {
        qputenv(Variable, value);
        const Result<Secret> secret = readSecretVariable(QLatin1StringView(Variable));
        QVERIFY(!secret.hasValue());
        QCOMPARE(secret.error().kind, ErrorKind::SecretUnavailable);
        QVERIFY(secret.error().message.contains(QLatin1StringView(Variable)));
        QVERIFY(!secret.error().message.contains(u"sEcReT"));
    }
}

TRAILGLASS_TEST(SecretVariableTest)
#include "tst_secretvariable.moc"
