// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/sources/slicing.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

using Shape = JsonSlicer::Shape;

class JsonSlicerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsTheRowArrayOutOfItsEnvelope_data();
    void cutsTheRowArrayOutOfItsEnvelope();
    void cutsADocumentThatIsAnArray();
    void cutsLines();
    void readsASingleValue();
    void givesASliceAsSoonAsItIsComplete();
    void countsOffsetsFromTheStartOfTheStream();
    void goesOnAfterABadElement_data();
    void goesOnAfterABadElement();
    void reportsWhatIsWrongWithTheDocument_data();
    void reportsWhatIsWrongWithTheDocument();
    void makesAnElementThatIsCutOffABadSlice_data();
    void makesAnElementThatIsCutOffABadSlice();
    void skipsAByteOrderMarkAtTheStartOnly();
    void refusesAnEnvelopeOverItsLimit();
    void keepsLittleOfAnElementOverItsLimit_data();
    void keepsLittleOfAnElementOverItsLimit();
    void passesThroughTwoHundredMegabytesOfOneLine();

private:
    static JsonSlicer envelope()
    {
        return JsonSlicer(Shape::Envelope, {{"data"}, {"a", "b", "logs"}, {"logs"}});
    }
};

void JsonSlicerTest::cutsTheRowArrayOutOfItsEnvelope_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QByteArray>("envelope");
    QTest::addColumn<bool>("sawRowArray");

    const auto row = [](const char *name, const QByteArray &json, const QStringList &rows,
                        const QByteArray &envelope, bool sawRowArray = true) {
        QTest::newRow(name) << json << rows << envelope << sawRowArray;
    };
    row("first path", R"({"data":[{"a":1},{"b":[2]}],"next_page":null})",
        {uR"({"a":1})"_s, uR"({"b":[2]})"_s}, R"({"data":[],"next_page":null})");
    row("nested path", R"({"a":{"x":[],"b":{"logs":[1,"]",2]}}})", {u"1"_s, u"\"]\""_s, u"2"_s},
        R"({"a":{"x":[],"b":{"logs":[]}}})");
    row("empty array", R"({"data": [ ] })", {}, R"({"data": [] })");
    row("spaces between rows", "{\"data\":[ 1 ,\r\n\t2 ]}", {u"1"_s, u"2"_s}, R"({"data":[]})");
    row("two paths", R"({"data":[1],"logs":[2]})", {u"1"_s, u"2"_s}, R"({"data":[],"logs":[]})");
    row("the same path twice", R"({"data":[1],"data":[2]})", {u"1"_s, u"2"_s}, R"({"data":[],"data":[]})");
    row("escaped member name", R"({"d\u0061ta":[1]})", {u"1"_s}, R"({"d\u0061ta":[]})");
    row("null instead", R"({"data":null})", {}, R"({"data":null})", false);
    row("object instead", R"({"data":{"data":[1]}})", {}, R"({"data":{"data":[1]}})", false);
    row("deeper than the path", R"({"x":{"data":[1]}})", {}, R"({"x":{"data":[1]}})", false);
    row("path of another branch", R"({"a":{"b":1},"c":{"b":{"logs":[1]}}})", {},
        R"({"a":{"b":1},"c":{"b":{"logs":[1]}}})", false);
    row("inside an array", R"([{"data":[1]}])", {}, R"([{"data":[1]}])", false);
    row("an array of arrays inside", R"({"x":[[1]],"data":[[2]]})", {u"[2]"_s}, R"({"x":[[1]],"data":[]})");
    row("name as a value", R"({"x":"data","y":[1]})", {}, R"({"x":"data","y":[1]})", false);
    row("a number at the root", R"(12)", {}, R"(12)", false);
    row("brackets in strings", R"({"x":"[{","data":["}]"],"y":"]"})", {u"\"}]\""_s},
        R"({"x":"[{","data":[],"y":"]"})");
}

void JsonSlicerTest::cutsTheRowArrayOutOfItsEnvelope()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, rows);
    QFETCH(QByteArray, envelope);
    QFETCH(bool, sawRowArray);

    const Sliced sliced = sliceDocument(JsonSlicerTest::envelope(), json.toStdString());
    QVERIFY2(!sliced.error, qPrintable(describe(sliced.error)));
    QCOMPARE(sliced.texts(), rows);
    QCOMPARE(sliced.envelope, envelope);
    QCOMPARE(sliced.sawRowArray, sawRowArray);
    QCOMPARE(sliceDocument(JsonSlicerTest::envelope(), json.toStdString(), byteByByte()).description(),
             sliced.description());
}

void JsonSlicerTest::cutsADocumentThatIsAnArray()
{
    const Sliced sliced = sliceDocument(JsonSlicer(Shape::Array), "\n[{\"a\":[1]}, 2]\n");
    QVERIFY(!sliced.error);
    QCOMPARE(sliced.texts(), (QStringList{uR"({"a":[1]})"_s, u"2"_s}));
    QCOMPARE(sliced.envelope.trimmed(), QByteArray("[]"));

    const Sliced object = sliceDocument(JsonSlicer(Shape::Array), R"({"a":[1]})");
    QVERIFY(!object.error);
    QVERIFY(!object.sawRowArray);
    QVERIFY(object.slices.empty());
}

void JsonSlicerTest::cutsLines()
{
    const std::string lines = "{\"a\":1}\n\n \t\r\n  [2] \r\n{\"b\":\nnull {}\n\"x\"";
    const Sliced sliced = sliceDocument(JsonSlicer(Shape::Lines), lines);
    QVERIFY(!sliced.error);
    QCOMPARE(sliced.texts(),
             (QStringList{uR"({"a":1})"_s, u"[2]"_s, uR"(!{"b":)"_s, u"!null {}"_s, u"\"x\""_s}));
    QList<qint64> numbers;
    QList<qint64> offsets;
    for (const Slice &slice : sliced.slices) {
        numbers.append(slice.line);
        offsets.append(slice.offset);
    }
    QCOMPARE(numbers, (QList<qint64>{1, 4, 5, 6, 7}));
    QCOMPARE(offsets, (QList<qint64>{0, 15, 21, 27, 35}));
    QCOMPARE(sliceDocument(JsonSlicer(Shape::Lines), lines, byteByByte()).description(),
             sliced.description());
}

void JsonSlicerTest::readsASingleValue()
{
    const Sliced sliced = sliceDocument(JsonSlicer(Shape::Single), "\n{\"a\":\n[1,2]}\n\n");
    QVERIFY(!sliced.error);
    QCOMPARE(sliced.texts(), QStringList{u"{\"a\":\n[1,2]}"_s});
    QVERIFY(sliced.envelope.isEmpty());
}

void JsonSlicerTest::givesASliceAsSoonAsItIsComplete()
{
    JsonSlicer slicer = envelope();
    slicer.feed(R"({"data":[{"a":1})");
    QCOMPARE(slicer.take().size(), std::size_t{0});
    slicer.feed(",");
    QCOMPARE(slicer.take().size(), std::size_t{1});
    QVERIFY(slicer.sawRowArray());
    slicer.feed("2]");
    QCOMPARE(slicer.take().size(), std::size_t{1});
    QCOMPARE(slicer.take().size(), std::size_t{0});
    slicer.feed("}");
    QVERIFY(!slicer.finish());
    QCOMPARE(slicer.bytesRead(), 20);
}

void JsonSlicerTest::countsOffsetsFromTheStartOfTheStream()
{
    const std::string json = R"({"x":[1,2],"data":[ 10 , tru ,{"a":}]})";
    const Sliced sliced = sliceDocument(envelope(), json);
    for (const Slice &slice : sliced.slices)
        QCOMPARE(json.substr(static_cast<std::size_t>(slice.offset), static_cast<std::size_t>(slice.length)),
                 slice.bytes);
    QCOMPARE(sliced.slices[1].error->offset, static_cast<qint64>(json.find("tru ") + 3));
    QCOMPARE(sliced.slices[2].error->offset, static_cast<qint64>(json.find(":}") + 1));
}

void JsonSlicerTest::goesOnAfterABadElement_data()
{
    QTest::addColumn<QByteArray>("element");

    const QByteArrayList elements{"tru",
                                  "01",
                                  "1.",
                                  "NaN",
                                  "'a'",
                                  "{a:1}",
                                  R"({"a":nul})",
                                  R"({"a":tru, "b":[1,{"c":2}]})",
                                  R"({"a":[1})",
                                  R"({"a":{"b":1]})",
                                  R"([1,{"a":2])",
                                  "}",
                                  "1}",
                                  R"({"a":1} {"b":2})",
                                  R"({"a":1}x)",
                                  R"("a""b,c")",
                                  R"({"a":"\q,]","b":1})",
                                  R"({"a":"\u12","b":"],"})",
                                  "{\"a\":\"tab\t,]\"}",
                                  "{\"a\":\"\xFF,]\"}",
                                  R"({"a" "b,]"})",
                                  R"({"a":1,})",
                                  "[1,,2]",
                                  "",
                                  R"({"a":"x\\\u","b":"\"]"})",
                                  "[[}]",
                                  "{]}"};
    for (const QByteArray &element : elements)
        QTest::newRow(element.isEmpty() ? "nothing" : element.toPercentEncoding(R"( "'\[]{}:,)").constData())
            << element;
    QTest::newRow("deep") << QByteArray(QByteArray(5'000, '[') + "{}" + QByteArray(5'000, ']'));
}

void JsonSlicerTest::goesOnAfterABadElement()
{
    QFETCH(QByteArray, element);

    const std::string json = R"({"data":[{"n":1},)" + element.toStdString() + R"(,{"n":2}],"next":3})";
    const Sliced sliced = sliceDocument(envelope(), json);
    QVERIFY2(!sliced.error, qPrintable(describe(sliced.error)));
    QCOMPARE(sliced.slices.size(), std::size_t{3});
    QCOMPARE(sliced.slices[0].bytes, std::string(R"({"n":1})"));
    QVERIFY(sliced.slices[1].error);
    QCOMPARE(QByteArray::fromStdString(sliced.slices[1].bytes), element);
    QCOMPARE(sliced.slices[2].bytes, std::string(R"({"n":2})"));
    QCOMPARE(sliced.envelope, QByteArray(R"({"data":[],"next":3})"));
    QCOMPARE(sliceDocument(envelope(), json, byteByByte()).description(), sliced.description());

    const std::string last = "[" + element.toStdString() + "]";
    const Sliced alone = sliceDocument(JsonSlicer(Shape::Array), last);
    QVERIFY2(!alone.error, qPrintable(describe(alone.error)));
    QCOMPARE(alone.slices.size(), std::size_t{element.isEmpty() ? 0U : 1U});
}

void JsonSlicerTest::reportsWhatIsWrongWithTheDocument_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QString>("reason"); // a part of it
    QTest::addColumn<int>("rows");

    const auto row = [](const char *name, const QByteArray &json, qint64 offset, const QString &reason,
                        int rows) {
        QTest::newRow(name) << json << offset << reason << rows;
    };
    row("empty", "", 0, u"no data"_s, 0);
    row("blank", " \r\n ", 4, u"no data"_s, 0);
    row("byte order mark alone", "\xEF\xBB\xBF", 3, u"no data"_s, 0);
    row("a web page", "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Sign in</title>", 0,
        u"web page, not JSON (it begins with “<!DOCTYPE html><LF><html lang=\"en\"><head"_s, 0);
    row("a web page after line breaks", "\n\n<html>", 2, u"(it begins with “<html>”)"_s, 0);
    row("a sentence", "no healthy upstream", 1, u"not JSON (it begins with “no healthy upstream”)"_s, 0);
    row("a status line", "502 Bad Gateway", 4, u"not JSON (it begins with “502 Bad Gateway”)"_s, 0);
    row("terminal escapes are not quoted", "\x1B[31m", 0, u"neither JSON nor text; it may"_s, 0);
    row("nor is gzip", QByteArray("\x1F\x8B\x08\0\0\0\0\0", 8), 0, u"neither JSON nor text; it may"_s, 0);
    row("nor are bytes that are no UTF-8", "r\xE9sum\xE9", 0, u"neither JSON nor text; it may"_s, 0);
    row("tabs and letters are", "\u00e4\tb", 0, u"(it begins with “ä<TAB>b”)"_s, 0);
    row("cut off in a name", R"({"da)", 4, u"end of the data"_s, 0);
    row("cut off after the rows", R"({"data":[1,2])", 13, u"end of the data"_s, 2);
    row("cut off between the rows", R"({"data":[1,)", 11, u"end of the data"_s, 1);
    row("cut off before a row", R"({"data":[)", 9, u"end of the data"_s, 0);
    row("text after the end", R"({"data":[1]} x)", 13, u"after the end"_s, 1);
    row("two documents", R"({"data":[1]}{"data":[2]})", 12, u"after the end"_s, 1);
    row("broken after the rows", R"({"data":[1],next:2,"logs":[3]})", 12, u"member name"_s, 1);
    row("broken before the rows", R"({"x":tru,"data":[1]})", 8, u"expected true, false or null"_s, 0);
    row("bad UTF-8 in the envelope", "{\"x\":\"\xC3(\",\"data\":[1]}", 7, u"UTF-8"_s, 0);
    row("bad UTF-8 in a name", "{\"\x80\":1}", 2, u"UTF-8"_s, 0);
}

void JsonSlicerTest::reportsWhatIsWrongWithTheDocument()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, offset);
    QFETCH(QString, reason);
    QFETCH(int, rows);

    const Sliced sliced = sliceDocument(envelope(), json.toStdString());
    QVERIFY(sliced.error);
    QVERIFY2(sliced.error->reason.contains(reason), qPrintable(sliced.error->reason));
    QCOMPARE(sliced.error->offset, offset);
    QCOMPARE(sliced.slices.size(), static_cast<std::size_t>(rows));
    QCOMPARE(sliceDocument(envelope(), json.toStdString(), byteByByte()).description(), sliced.description());
}

void JsonSlicerTest::makesAnElementThatIsCutOffABadSlice_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<bool>("isGood");

    QTest::newRow("in a string") << QByteArray(R"({"a":"xy)") << false;
    QTest::newRow("after a backslash") << QByteArray(R"({"a":"xy\)") << false;
    QTest::newRow("in an object") << QByteArray(R"({"a":1)") << false;
    QTest::newRow("in a word") << QByteArray("tru") << false;
    QTest::newRow("a number that might go on") << QByteArray("12") << false;
    QTest::newRow("already bad") << QByteArray(R"({a:"x)") << false;
    QTest::newRow("complete") << QByteArray(R"({"a":1})") << true;
}

void JsonSlicerTest::makesAnElementThatIsCutOffABadSlice()
{
    QFETCH(QByteArray, element);
    QFETCH(bool, isGood);

    const Sliced sliced = sliceDocument(envelope(), R"({"data":[{"n":1},)" + element.toStdString());
    QVERIFY(sliced.error);
    QVERIFY(sliced.error->reason.contains(u"end of the data"));
    QCOMPARE(sliced.slices.size(), std::size_t{2});
    QCOMPARE(QByteArray::fromStdString(sliced.slices[1].bytes), element);
    QCOMPARE(!sliced.slices[1].error, isGood);
}

void JsonSlicerTest::skipsAByteOrderMarkAtTheStartOnly()
{
    const std::string json = "\xEF\xBB\xBF{\"data\":[1]}";
    for (const Chunking &chunking : {wholeAtOnce(), byteByByte()}) {
        const Sliced sliced = sliceDocument(envelope(), json, chunking);
        QVERIFY2(!sliced.error, qPrintable(describe(sliced.error)));
        QCOMPARE(sliced.slices[0].offset, 12);
        QCOMPARE(sliced.envelope, QByteArray(R"({"data":[]})"));

        const Sliced lines = sliceDocument(JsonSlicer(Shape::Lines),
                                           "\xEF\xBB\xBF"
                                           "1\n\xEF\xBB\xBF"
                                           "2\n\xEF\xBB",
                                           chunking);
        QCOMPARE(lines.slices.size(), std::size_t{3});
        QVERIFY(!lines.slices[0].error);
        QVERIFY(lines.slices[1].error);
        QVERIFY(lines.slices[2].error);
    }
    QCOMPARE(sliceDocument(JsonSlicer(Shape::Lines), "\xEF\xBB", byteByByte()).slices.size(), std::size_t{1});
}

void JsonSlicerTest::refusesAnEnvelopeOverItsLimit()
{
    const auto document = [](qint64 envelopeSize) {
        const std::string frame = R"({"data":[1],"x":""})";
        const auto filling =
            static_cast<std::size_t>(envelopeSize) - (frame.size() - 1); // the row is not counted
        return frame.substr(0, frame.size() - 2) + std::string(filling, 'x') + "\"}";
    };
    QVERIFY(!sliceDocument(envelope(), document(JsonSlicer::MaxEnvelope)).error);
    const Sliced sliced = sliceDocument(envelope(), document(JsonSlicer::MaxEnvelope + 1));
    QVERIFY(sliced.error);
    QCOMPARE(sliced.error->kind, ErrorKind::TooLarge);
    QCOMPARE(sliced.slices.size(), std::size_t{1});
    QCOMPARE(sliced.envelope.size(), JsonSlicer::MaxEnvelope);
}

void JsonSlicerTest::keepsLittleOfAnElementOverItsLimit_data()
{
    QTest::addColumn<qint64>("length");

    QTest::newRow("16 MiB") << JsonSlicer::MaxElement;
    QTest::newRow("one byte more") << JsonSlicer::MaxElement + 1;
    QTest::newRow("much more") << JsonSlicer::MaxElement + 1'000'000;
}

void JsonSlicerTest::keepsLittleOfAnElementOverItsLimit()
{
    QFETCH(qint64, length);

    const std::string text(static_cast<std::size_t>(length - 2), 'x');
    const std::string number = "[1" + std::string(static_cast<std::size_t>(length - 1), '0') + ",2]";
    for (const std::string &json : {"[\"" + text + "\",2]", number}) {
        for (const std::size_t chunk : {std::size_t{100'000}, json.size()}) {
            const Sliced sliced = sliceDocument(JsonSlicer(Shape::Array), json, [chunk] { return chunk; });
            QVERIFY(!sliced.error);
            QCOMPARE(sliced.slices.size(), std::size_t{2});
            QCOMPARE(sliced.slices[0].length, length);
            QCOMPARE(sliced.slices[1].bytes, std::string("2"));
            if (length <= JsonSlicer::MaxElement) {
                QVERIFY(!sliced.slices[0].error);
                QCOMPARE(sliced.slices[0].bytes.size(), static_cast<std::size_t>(length));
                continue;
            }
            QCOMPARE(sliced.slices[0].error->kind, ErrorKind::TooLarge);
            QCOMPARE(sliced.slices[0].error->offset, 1 + JsonSlicer::MaxElement);
            QCOMPARE(sliced.slices[0].bytes, json.substr(1, static_cast<std::size_t>(JsonSlicer::MaxKept)));
            QCOMPARE_LE(sliced.slices[0].bytes.capacity(), std::size_t{256 * 1024});
        }
    }
}

void JsonSlicerTest::passesThroughTwoHundredMegabytesOfOneLine()
{
    JsonSlicer slicer(Shape::Lines);
    slicer.feed("{\"a\":1}\n{\"a\":\"");
    const std::string filling(1'000'000, 'x');
    for (int i = 0; i < 200; ++i)
        slicer.feed(filling);
    slicer.feed("\"}\n{\"a\":2}\n");
    QVERIFY(!slicer.finish());
    const auto slices = slicer.take();
    QCOMPARE(slices.size(), std::size_t{3});
    QCOMPARE(slices[1].length, 200'000'000 + 8);
    QCOMPARE(slices[1].bytes.size(), static_cast<std::size_t>(JsonSlicer::MaxKept));
    QCOMPARE(slices[1].line, 2);
    QCOMPARE(slices[2].bytes, std::string(R"({"a":2})"));
    QCOMPARE(slices[2].line, 3);
}

TRAILGLASS_TEST(JsonSlicerTest)
#include "tst_jsonslicer.moc"
