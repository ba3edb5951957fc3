// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/sources/slicing.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// Which single values a JsonSlicer takes for JSON, and where it finds the fault in the others.
class JsonValidationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatTheRfcAllows_data();
    void acceptsWhatTheRfcAllows();
    void refusesWhatTheRfcDoesNotAllow_data();
    void refusesWhatTheRfcDoesNotAllow();
    void judgesUtf8_data();
    void judgesUtf8();
    void acceptsAThousandLevelsAndNoMore_data();
    void acceptsAThousandLevelsAndNoMore();
    void tellsTheFirstOfSeveralFaults();

private:
    static Sliced single(const QByteArray &json, const Chunking &chunking = wholeAtOnce());
};

Sliced JsonValidationTest::single(const QByteArray &json, const Chunking &chunking)
{
    return sliceDocument(JsonSlicer(JsonSlicer::Shape::Single),
                         {json.data(), static_cast<std::size_t>(json.size())}, chunking);
}

void JsonValidationTest::acceptsWhatTheRfcAllows_data()
{
    QTest::addColumn<QByteArray>("json");

    const QByteArrayList values{R"({})",
                                R"([])",
                                R"("")",
                                R"(0)",
                                R"(-0)",
                                R"(7)",
                                R"(-12.50)",
                                R"(0.5)",
                                R"(1e5)",
                                R"(1E+05)",
                                R"(0e-0)",
                                R"(-0.0e0)",
                                R"(true)",
                                R"(false)",
                                R"(null)",
                                R"([ ])",
                                "{ \t\r\n}",
                                R"({"a":{"b":[1,"x",null]},"a":2})",
                                R"([[],{},"",0,true,false,null])",
                                R"("\"\\\/\b\f\n\r\t\u00e9\uABCD")",
                                R"({"":""})",
                                "\"\x7F\"",
                                R"({"a" : 1 , "b" : [ 1 , 2 ] })"};
    for (const QByteArray &value : values)
        QTest::newRow(value.constData()) << value;
    QTest::newRow("thirty digits") << QByteArray("123456789012345678901234567890");
    QTest::newRow("beyond double") << QByteArray("[1e400,-1e-400]");
    QTest::newRow("escaped lone surrogates") << QByteArray(R"(["\ud800","\udfff","\ud800\ud800"])");
    QTest::newRow("UTF-8 of two to four bytes") << QByteArray("\"\u00e9\u65e5\U0001F600\"");
    QTest::newRow("string longer than a word") << QByteArray("\"0123456789abcdef\\\"0123456789\"");
}

void JsonValidationTest::acceptsWhatTheRfcAllows()
{
    QFETCH(QByteArray, json);

    const Sliced sliced = single(" \t" + json + "\r\n");
    QCOMPARE(sliced.texts(), QStringList{QString::fromUtf8(json)});
    QVERIFY2(!sliced.error, qPrintable(describe(sliced.error)));
    QCOMPARE(sliced.slices[0].offset, 2);
    QCOMPARE(sliced.slices[0].length, json.size());
    QCOMPARE(single(" \t" + json + "\r\n", byteByByte()).description(), sliced.description());
}

void JsonValidationTest::refusesWhatTheRfcDoesNotAllow_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("offset");

    const auto row = [](const QByteArray &json, qint64 offset) {
        QTest::newRow(json.toPercentEncoding(R"( "'\[]{}:,+)").constData()) << json << offset;
    };
    row("tru", 3);
    row("truE", 3);
    row("truex", 4);
    row("nul", 3);
    row("nul]", 3);
    row("True", 0);
    row("NaN", 0);
    row("nan", 1);
    row("Infinity", 0);
    row("-Infinity", 1);
    row("undefined", 0);
    row("01", 1);
    row("-01", 2);
    row("1.", 2);
    row("1.e5", 2);
    row(".5", 0);
    row("+1", 0);
    row("-", 1);
    row("1e", 2);
    row("1e+", 3);
    row("1e5.0", 3);
    row("1.5.2", 3);
    row("0x10", 1);
    row("1_000", 1);
    row("1a", 1);
    row("[1a]", 2);
    row("[1,]", 3);
    row("[,1]", 1);
    row("[1 2]", 3);
    row("[1}", 2);
    row("[", 1);
    row("]", 0);
    row("[1", 2);
    row("{", 1);
    row("}", 0);
    row("{]", 1);
    row(R"({"a"})", 4);
    row(R"({"a":})", 5);
    row(R"({"a" 1})", 5);
    row(R"({"a":1,})", 7);
    row(R"({"a":1 "b":2})", 7);
    row(R"({"a":1])", 6);
    row(R"({,"a":1})", 1);
    row(R"({a:1})", 1);
    row(R"({1:1})", 1);
    row(R"({'a':1})", 1);
    row("'a'", 0);
    row(R"(")", 1);
    row(R"("abc)", 4);
    row(R"("abc\)", 5);
    row(R"("\x")", 2);
    row(R"("\'")", 2);
    row(R"("\u12")", 5);
    row(R"("\u12g4")", 5);
    row(R"("\u")", 3);
    row(R"("\U0041")", 2);
    row("\"a\tb\"", 2);
    row("\"a\nb\"", 2);
    row(QByteArray("\"a\0b\"", 5), 2);
    row("\"0123456789\x1F\"", 11);
    row("1 2", 2);
    row("{} {}", 3);
    row("{}//", 2);
    row("/* */{}", 0);
    row(QByteArray("{}\0", 3), 2);
    row("[1,\f2]", 3);
    row("[1,\xC2\xA0 2]", 3);
    row("[1,\xEF\xBB\xBF 2]", 3);
}

void JsonValidationTest::refusesWhatTheRfcDoesNotAllow()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, offset);

    const Sliced sliced = single(json);
    QCOMPARE(sliced.slices.size(), std::size_t{1});
    const Slice &slice = sliced.slices[0];
    QVERIFY(slice.error);
    QCOMPARE(slice.error->offset, offset);
    QCOMPARE(slice.error->kind, ErrorKind::Malformed);
    QVERIFY(slice.error->reason.endsWith(u'.'));
    QCOMPARE(QByteArray::fromStdString(slice.bytes), json);
    QCOMPARE(single(json, byteByByte()).description(), sliced.description());
}

void JsonValidationTest::judgesUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("invalidAt"); // index of the offending byte, -1 for valid

    QTest::newRow("first and last of two bytes") << QByteArray("\xC2\x80\xDF\xBF") << -1;
    QTest::newRow("first and last of three bytes") << QByteArray("\xE0\xA0\x80\xEF\xBF\xBF") << -1;
    QTest::newRow("around the surrogates") << QByteArray("\xED\x9F\xBF\xEE\x80\x80") << -1;
    QTest::newRow("first and last of four bytes") << QByteArray("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF") << -1;
    QTest::newRow("a continuation alone") << QByteArray("\x80") << 0;
    QTest::newRow("overlong, two bytes") << QByteArray("\xC0\xAF") << 0;
    QTest::newRow("overlong, C1") << QByteArray("\xC1\xBF") << 0;
    QTest::newRow("overlong, three bytes") << QByteArray("\xE0\x9F\xBF") << 1;
    QTest::newRow("overlong, four bytes") << QByteArray("\xF0\x8F\xBF\xBF") << 1;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 1;
    QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << 1;
    QTest::newRow("F5") << QByteArray("\xF5\x80\x80\x80") << 0;
    QTest::newRow("FF") << QByteArray("\xFF") << 0;
    QTest::newRow("two of three bytes") << QByteArray("\xE2\x82") << 2;
    QTest::newRow("one of two bytes, then ASCII") << QByteArray("ab\xC3z") << 3;
    QTest::newRow("Latin-1") << QByteArray("caf\xE9 au lait") << 4;
}

void JsonValidationTest::judgesUtf8()
{
    QFETCH(QByteArray, text);
    QFETCH(int, invalidAt);

    const QByteArray json = "{\"name\":\"" + text + "\"}";
    const Sliced sliced = single(json);
    QCOMPARE(sliced.slices.size(), std::size_t{1});
    QCOMPARE(sliced.slices[0].error.has_value(), invalidAt >= 0);
    if (invalidAt >= 0)
        QCOMPARE(sliced.slices[0].error->offset, 9 + invalidAt);
    QCOMPARE(single(json, byteByByte()).description(), sliced.description());

    const Sliced asEnvelope =
        sliceDocument(JsonSlicer(JsonSlicer::Shape::Envelope, {{"rows"}}), json.toStdString(), byteByByte());
    QCOMPARE(describe(asEnvelope.error), describe(sliced.slices[0].error));
}

void JsonValidationTest::acceptsAThousandLevelsAndNoMore_data()
{
    QTest::addColumn<QByteArray>("opening");
    QTest::addColumn<QByteArray>("closing");
    QTest::addColumn<int>("depth");

    QTest::newRow("1,000 arrays") << QByteArray("[") << QByteArray("]") << 1'000;
    QTest::newRow("1,001 arrays") << QByteArray("[") << QByteArray("]") << 1'001;
    QTest::newRow("1,000 objects") << QByteArray(R"({"a":)") << QByteArray("}") << 1'000;
    QTest::newRow("1,001 objects") << QByteArray(R"({"a":)") << QByteArray("}") << 1'001;
    QTest::newRow("100,000 arrays") << QByteArray("[") << QByteArray("]") << 100'000;
    QTest::newRow("100,000 objects") << QByteArray(R"({"a":)") << QByteArray("}") << 100'000;
}

void JsonValidationTest::acceptsAThousandLevelsAndNoMore()
{
    QFETCH(QByteArray, opening);
    QFETCH(QByteArray, closing);
    QFETCH(int, depth);

    const std::string deep =
        opening.repeated(depth).toStdString() + "1" + closing.repeated(depth).toStdString();
    const Sliced sliced =
        sliceDocument(JsonSlicer(JsonSlicer::Shape::Array), "[{\"a\":1}," + deep + ",{\"a\":2}]");
    QVERIFY2(!sliced.error, qPrintable(describe(sliced.error)));
    QCOMPARE(sliced.slices.size(), std::size_t{3});
    QCOMPARE(sliced.slices[1].error.has_value(), depth > 1'000);
    QCOMPARE(sliced.slices[1].length, static_cast<qint64>(deep.size()));
    QCOMPARE(sliced.slices[2].bytes, std::string(R"({"a":2})"));
    if (depth > 1'000) {
        QCOMPARE(sliced.slices[1].error->kind, ErrorKind::TooLarge);
        QCOMPARE(sliced.slices[1].error->offset, 9 + 1'000 * opening.size());
    }
}

void JsonValidationTest::tellsTheFirstOfSeveralFaults()
{
    QCOMPARE(single("[\"\xFF\",tru]").slices[0].error->offset, 2);
    QCOMPARE(single("[tru,\"\xFF\"]").slices[0].error->offset, 4);
}

TRAILGLASS_TEST(JsonValidationTest)
#include "tst_jsonvalidation.moc"
