// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/printedjson.h"
#include "tests/runner/testclass.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class PrintedJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsOnOneLine_data();
    void aValueIsOnOneLine();
    void theKeysOfAnErrorHaveTheirOrder();
};

void PrintedJsonTest::aValueIsOnOneLine_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("null") << QJsonValue() << QByteArray("null");
    QTest::newRow("a large number") << QJsonValue(qint64(9'007'199'254'740'993))
                                    << QByteArray("9007199254740993");
    QTest::newRow("a text") << QJsonValue(u"a\n\"b\" ü"_s) << QByteArray("\"a\\n\\\"b\\\" ü\"");
    QTest::newRow("a list") << QJsonValue(QJsonArray{1, QJsonArray()}) << QByteArray("[1,[]]");
    QTest::newRow("an object") << QJsonValue(QJsonObject{{u"a"_s, true}}) << QByteArray("{\"a\":true}");
}

void PrintedJsonTest::aValueIsOnOneLine()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const QByteArray, text);
    QCOMPARE(printedJson(value), text);
}

void PrintedJsonTest::theKeysOfAnErrorHaveTheirOrder()
{
    QCOMPARE(printedError(u"server"_s, 503, u"not \"now\""_s),
             QByteArray("{\"kind\":\"server\",\"http_status\":503,\"message\":\"not \\\"now\\\"\"}"));
    QCOMPARE(printedError(u"network"_s, {}, {}),
             QByteArray("{\"kind\":\"network\",\"http_status\":null,\"message\":\"\"}"));
}

TRAILGLASS_TEST(PrintedJsonTest)
#include "tst_printedjson.moc"
