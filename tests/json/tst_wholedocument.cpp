// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/wholedocument.h"

#include "models/json/jsonfault.h"
#include "models/json/jsonlimits.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;

class WholeDocumentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsTheValueAlone_data();
    void returnsTheValueAlone();
    void reportsTheFirstFault_data();
    void reportsTheFirstFault();
};

void WholeDocumentTest::returnsTheValueAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1})");
    QTest::newRow("whitespace around it") << QByteArray(" \n[ ]\t") << QByteArray("[ ]");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF {}") << QByteArray("{}");
    QTest::newRow("number") << QByteArray("12") << QByteArray("12");
    QTest::newRow("as long as may be") << QByteArray('"' + QByteArray(MaxJsonBytes - 2, 'x') + '"')
                                       << QByteArray('"' + QByteArray(MaxJsonBytes - 2, 'x') + '"');
}

void WholeDocumentTest::returnsTheValueAlone()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    const auto document = wholeDocument(text.toStdString());
    QVERIFY(document);
    QVERIFY(QByteArray::fromStdString(*document) == value);
}

void WholeDocumentTest::reportsTheFirstFault_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<JsonFault>("fault");
    QTest::newRow("nothing") << QByteArray() << JsonFault::Empty;
    QTest::newRow("only whitespace") << QByteArray(" \n") << JsonFault::Empty;
    QTest::newRow("cut off") << QByteArray("[1") << JsonFault::CutOff;
    QTest::newRow("two values") << QByteArray("{} {}") << JsonFault::TextAfterValue;
    QTest::newRow("grammar") << QByteArray("[tru]") << JsonFault::BadLiteral;
    QTest::newRow("UTF-8") << QByteArray("[\"\xFF\"]") << JsonFault::BadUtf8;
    QTest::newRow("UTF-8, then grammar") << QByteArray("[\"\xFF\",tru]") << JsonFault::BadUtf8;
    QTest::newRow("grammar, then UTF-8") << QByteArray("[tru,\"\xFF\"]") << JsonFault::BadLiteral;
    QTest::newRow("too deep") << QByteArray(MaxJsonDepth + 1, '[') << JsonFault::TooDeep;
    QTest::newRow("too long") << QByteArray('"' + QByteArray(MaxJsonBytes - 1, 'x') + '"')
                              << JsonFault::TooLarge;
}

void WholeDocumentTest::reportsTheFirstFault()
{
    QFETCH(const QByteArray, text);
    QFETCH(const JsonFault, fault);
    const auto document = wholeDocument(text.toStdString());
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::Malformed);
    QCOMPARE(document.error().message, faultText(fault));
}

TRAILGLASS_TEST(WholeDocumentTest)
#include "tst_wholedocument.moc"
