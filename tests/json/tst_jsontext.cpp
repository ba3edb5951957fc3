// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsontext.h"

#include "models/json/jsonstring.h"
#include "models/json/jsontokenreader.h"
#include "tests/json/jsongenerator.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;

class JsonTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesAsLittleAsPossible_data();
    void escapesAsLittleAsPossible();
    void readsBackWhatItWrote();
};

void JsonTextTest::escapesAsLittleAsPossible_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("empty") << QByteArray() << QByteArray("\"\"");
    QTest::newRow("quote and backslash") << QByteArray("a\"\\b") << QByteArray("\"a\\\"\\\\b\"");
    QTest::newRow("short escapes") << QByteArray("\b\f\n\r\t") << QByteArray("\"\\b\\f\\n\\r\\t\"");
    QTest::newRow("other controls") << QByteArray("\0\x1f\x01", 3) << QByteArray("\"\\u0000\\u001f\\u0001\"");
    QTest::newRow("slash and DEL stay") << QByteArray("/\x7f") << QByteArray("\"/\x7f\"");
    QTest::newRow("UTF-8 stays") << QByteArray("é日\U0001F600\u2028")
                                 << QByteArray("\"é日\U0001F600\u2028\"");
    QTest::newRow("broken UTF-8 becomes U+FFFD") << QByteArray("a\xFFz") << QByteArray("\"a\uFFFDz\"");
    QTest::newRow("each byte of cut UTF-8 becomes U+FFFD")
        << QByteArray("a\xE6\x97") << QByteArray("\"a\uFFFD\uFFFD\"");
}

void JsonTextTest::escapesAsLittleAsPossible()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, json);
    std::string out;

    appendJsonString(text.toStdString(), out);

    QCOMPARE(QByteArray::fromStdString(out), json);
}

void JsonTextTest::readsBackWhatItWrote()
{
    JsonGenerator random(5);
    for (int round = 0; round < 2'000; ++round) {
        const std::string text = decodeJsonString(random.string());
        std::string json;
        appendJsonString(text, json);
        QVERIFY(isJson(json));
        QCOMPARE(decodeJsonString(insideOf(json)), text);
    }
}

TRAILGLASS_TEST(JsonTextTest)
#include "tst_jsontext.moc"
