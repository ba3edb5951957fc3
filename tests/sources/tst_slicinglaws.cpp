// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/json/jsongenerator.h"
#include "tests/runner/testclass.h"
#include "tests/sources/slicing.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

using Shape = JsonSlicer::Shape;

/// What holds for every document, over generated ones.
class SlicingLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyElementComesOutByteForByte_data();
    void everyElementComesOutByteForByte();
    void everyPrefixOfADocumentIsBadAndKeepsTheElementsBefore();
    void chunksMakeNoDifferenceToBrokenDocuments();

private:
    struct Document
    {
        std::string text;
        QStringList elements;
        std::string envelope;
    };
    static Document document(JsonGenerator &json, Shape shape);
    static JsonSlicer slicer(Shape shape) { return JsonSlicer(shape, {{"data", "rows"}}); }
    static Chunking randomChunks(JsonGenerator &json, std::size_t longest)
    {
        return [&json, longest] {
            return 1 + json.below(longest);
        };
    }
};

SlicingLawsTest::Document SlicingLawsTest::document(JsonGenerator &json, Shape shape)
{
    const bool isLines = shape == Shape::Lines;
    Document made;
    std::string rows;
    const std::size_t count = shape == Shape::Single ? 1 : json.below(6);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            rows += isLines ? (json.below(2) == 0 ? "\n" : "\r\n\n") : ",";
        const std::string element = json.value(5, isLines);
        rows += json.whitespace(isLines) + element + json.whitespace(isLines);
        made.elements.append(QString::fromStdString(element));
    }
    switch (shape) {
    case Shape::Lines:
    case Shape::Single:
        made.text = rows;
        break;
    case Shape::Array: {
        const std::string after = json.whitespace();
        made.text = "[" + rows + "]" + after;
        made.envelope = "[]" + after;
        break;
    }
    case Shape::Envelope: {
        const std::string before =
            R"({"x":)" + json.value() + R"(,"data":{"y":)" + json.value() + R"(,"rows":)";
        const std::string after = R"(,"z":)" + json.value() + "}}" + json.whitespace();
        made.text = before + "[" + rows + "]" + after;
        made.envelope = before + "[]" + after;
        break;
    }
    }
    return made;
}

void SlicingLawsTest::everyElementComesOutByteForByte_data()
{
    QTest::addColumn<Shape>("shape");

    QTest::newRow("in an envelope") << Shape::Envelope;
    QTest::newRow("in an array") << Shape::Array;
    QTest::newRow("on lines") << Shape::Lines;
    QTest::newRow("alone") << Shape::Single;
}

void SlicingLawsTest::everyElementComesOutByteForByte()
{
    QFETCH(Shape, shape);

    JsonGenerator json(1);
    for (int round = 0; round < 400; ++round) {
        const Document made = document(json, shape);
        const Sliced sliced = sliceDocument(slicer(shape), made.text);
        QVERIFY2(!sliced.error, made.text.c_str());
        QCOMPARE(sliced.texts(), made.elements);
        QCOMPARE(sliced.envelope, QByteArray::fromStdString(made.envelope));
        for (const Slice &slice : sliced.slices) {
            QCOMPARE(slice.length, static_cast<qint64>(slice.bytes.size()));
            QCOMPARE(made.text.substr(static_cast<std::size_t>(slice.offset), slice.bytes.size()),
                     slice.bytes);
        }
        const QStringList expected = sliced.description();
        QCOMPARE(sliceDocument(slicer(shape), made.text, byteByByte()).description(), expected);
        for (const std::size_t longest : {3U, 20U, 200U})
            QCOMPARE(sliceDocument(slicer(shape), made.text, randomChunks(json, longest)).description(),
                     expected);
    }
}

void SlicingLawsTest::everyPrefixOfADocumentIsBadAndKeepsTheElementsBefore()
{
    JsonGenerator json(2);
    for (int round = 0; round < 30; ++round) {
        const Document made = document(json, Shape::Envelope);
        const std::string text = made.text.substr(0, made.text.rfind('}'));
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const Sliced sliced = sliceDocument(slicer(Shape::Envelope), text.substr(0, length));
            QVERIFY2(sliced.error, made.text.substr(0, length).c_str());
            QStringList texts = sliced.texts();
            if (!texts.isEmpty() && sliced.slices.back().error)
                texts.removeLast();
            QCOMPARE(texts, made.elements.first(texts.size()));
        }
    }
}

void SlicingLawsTest::chunksMakeNoDifferenceToBrokenDocuments()
{
    constexpr std::string_view inserted = "\"\\{}[],:\n\x01\xC3\xE2 0x";
    JsonGenerator json(3);
    for (int round = 0; round < 2'000; ++round) {
        const Shape shape =
            std::array{Shape::Envelope, Shape::Array, Shape::Lines, Shape::Single}[json.below(4)];
        std::string text = document(json, shape).text;
        for (std::size_t change = 0; change < 3 && !text.empty(); ++change)
            text[json.below(text.size())] = inserted[json.below(inserted.size())];
        const QStringList expected = sliceDocument(slicer(shape), text).description();
        QCOMPARE(sliceDocument(slicer(shape), text, byteByByte()).description(), expected);
        QCOMPARE(sliceDocument(slicer(shape), text, randomChunks(json, 30)).description(), expected);
    }
}

TRAILGLASS_TEST(SlicingLawsTest)
#include "tst_slicinglaws.moc"
