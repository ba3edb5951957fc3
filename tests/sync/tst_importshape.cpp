// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/importshape.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;

namespace {

/// What the detector says, fed in pieces of a size; as text, for readable failures.
QByteArray detected(const QByteArray &file, qsizetype pieceSize)
{
    const auto named = [](ImportShape shape) {
        switch (shape) {
        case ImportShape::Lines:
            return QByteArrayLiteral("lines");
        case ImportShape::Values:
            return QByteArrayLiteral("values");
        }
        Q_UNREACHABLE();
    };
    ShapeDetector detector;
    for (qsizetype from = 0; from < file.size(); from += pieceSize) {
        const auto shape = detector.feed(file.mid(from, pieceSize).toStdString());
        if (!shape) {
            return "error: " + shape.error().message.toUtf8();
        }
        if (*shape) {
            return named(**shape);
        }
    }
    const Result<ImportShape> shape = detector.finish();
    return shape ? named(*shape) : "error: " + shape.error().message.toUtf8();
}

} // namespace

class ImportShapeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheShape_data();
    void tellsTheShape();
    void needsNoMoreThanTheFirstLineAndAByte();
};

void ImportShapeTest::tellsTheShape_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("one object a line") << QByteArray("{\"a\":1}\n{\"a\":2}\n") << QByteArray("lines");
    QTest::newRow("CRLF") << QByteArray("{\"a\":1}\r\n{\"a\":2}\r\n") << QByteArray("lines");
    QTest::newRow("blank lines") << QByteArray("\n \n{\"a\":1}\n\n\n{\"a\":2}") << QByteArray("lines");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n")
                                     << QByteArray("lines");
    QTest::newRow("a file with nothing but a mark before it")
        << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n") << QByteArray("lines");
    QTest::newRow("a blank line before the mark")
        << QByteArray("\n\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n") << QByteArray("lines");
    QTest::newRow("brackets and quotes in a text")
        << QByteArray("{\"a\":\"}\\\"{[\"}\n{}") << QByteArray("lines");
    QTest::newRow("the second line is no JSON") << QByteArray("{\"a\":1}\nnonsense\n") << QByteArray("lines");
    QTest::newRow("an array a line") << QByteArray("[1]\n[2]\n") << QByteArray("lines");
    QTest::newRow("a first line that breaks off in a text")
        << QByteArray("{\"a\":\"b\n{\"a\":2}\n") << QByteArray("lines");
    QTest::newRow("a first line with a comma behind")
        << QByteArray("{\"a\":1},\n{\"a\":2},\n") << QByteArray("lines");
    QTest::newRow("a first line that is no JSON")
        << QByteArray("# exported\n{\"a\":2}\n") << QByteArray("lines");

    QTest::newRow("a second file with a mark")
        << QByteArray("{\"a\":1}\n\xEF\xBB\xBF{\"a\":2}") << QByteArray("lines");

    QTest::newRow("two objects in the first line")
        << QByteArray("{\"a\":1}{\"a\":2}\n{\"a\":3}\n") << QByteArray("values");
    QTest::newRow("a second file with a mark in the first line")
        << QByteArray("{\"a\":1}\xEF\xBB\xBF{\"a\":2}\n") << QByteArray("values");
    QTest::newRow("one object, one line") << QByteArray("{\"a\":1}") << QByteArray("values");
    QTest::newRow("one object and a line break") << QByteArray("{\"a\":1}\n\n \n") << QByteArray("values");
    QTest::newRow("one object over lines") << QByteArray("{\n  \"a\": 1\n}\n") << QByteArray("values");
    QTest::newRow("an object cut off") << QByteArray("{\"a\":[{\"b\"") << QByteArray("values");
    QTest::newRow("an array, one line") << QByteArray("[{\"a\":1},{\"a\":2}]\n") << QByteArray("values");
    QTest::newRow("an array over lines")
        << QByteArray(" [\n{\"a\":1},\n{\"a\":2}\n]\n") << QByteArray("values");
    QTest::newRow("an array of one over lines") << QByteArray("[\n{\"a\":1}\n]\n") << QByteArray("values");

    const QByteArray notJson =
        "error: The input is not JSON: expected an object, an array, or one object per line.";
    QTest::newRow("empty") << QByteArray() << QByteArray("error: The input is empty.");
    QTest::newRow("blanks") << QByteArray(" \n\t\r\n") << QByteArray("error: The input is empty.");
    QTest::newRow("only a byte order mark")
        << QByteArray("\xEF\xBB\xBF") << QByteArray("error: The input is empty.");
    QTest::newRow("CSV") << QByteArray("id,action\n1,login\n") << notJson;
    QTest::newRow("a word") << QByteArray("hello") << notJson;
    const QByteArray binary =
        "error: The input is not JSON in UTF-8: it looks binary or is in another encoding.";
    QTest::newRow("UTF-16 that was not decoded") << QByteArray("\xFF\xFE{\0", 4) << binary;
    QTest::newRow("NUL") << QByteArray("\0{}", 3) << binary;
    QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html>\n{}")
                              << QByteArray("error: The input is a web page or XML, not JSON.");
}

void ImportShapeTest::tellsTheShape()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, expected);
    for (const qsizetype pieceSize : {1, 2, 3, 1'000}) {
        QCOMPARE(detected(file, pieceSize), expected);
    }
}

void ImportShapeTest::needsNoMoreThanTheFirstLineAndAByte()
{
    ShapeDetector lines;
    QVERIFY(!lines.feed("{\"a\":1}\n").value().has_value());
    QCOMPARE(lines.feed("{").value(), std::optional(ImportShape::Lines));

    ShapeDetector pretty;
    QCOMPARE(pretty.feed("{\n").value(), std::optional(ImportShape::Values));

    ShapeDetector endless;
    for (int mebibyte = 0; mebibyte < 17; ++mebibyte) {
        QVERIFY(!endless.feed("[" + std::string(1024 * 1024, ' ')).value().has_value());
    }
    QCOMPARE(endless.finish().value(), ImportShape::Values);
}

TRAILGLASS_TEST(ImportShapeTest)
#include "tst_importshape.moc"
