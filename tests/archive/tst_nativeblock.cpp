// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/nativeblock.h"

#include "models/archive/nativebytes.h"
#include "tests/archive/nativereader.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <limits>

using namespace Trailglass;
using namespace Trailglass::Testing;

using Coding = NativeTexts::Coding;

class NativeBlockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesLengthsInGroupsOfSevenBits_data();
    void writesLengthsInGroupsOfSevenBits();
    void writesKnownBytes();
    void writesKnownBytesOfADictionary();
    void readsBackWhatItWrote_data();
    void readsBackWhatItWrote();
    void givesDictionariesTheirWidth_data();
    void givesDictionariesTheirWidth();
    void clearsColumns();
};

namespace {

NativeTexts textsOf(Coding coding, const std::vector<std::string> &values)
{
    NativeTexts texts(coding);
    for (const std::string &value : values)
        texts.append(value);
    return texts;
}

} // namespace

void NativeBlockTest::writesLengthsInGroupsOfSevenBits_data()
{
    QTest::addColumn<quint64>("number");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *hexadecimal, quint64 number) {
        QTest::newRow(hexadecimal) << number << QByteArray::fromHex(hexadecimal);
    };
    row("00", 0);
    row("7f", 0x7F);
    row("8001", 0x80);
    row("ac02", 300);
    row("ffffffffffffffffff01", std::numeric_limits<quint64>::max());
}

void NativeBlockTest::writesLengthsInGroupsOfSevenBits()
{
    QFETCH(const quint64, number);
    QByteArray bytes;
    appendVariableLength(bytes, number);
    QTEST(bytes, "bytes");
}

void NativeBlockTest::writesKnownBytes()
{
    NativeBlock block(4, 2, 0);
    block.addNumbers("n", std::vector<quint32>{1, 0x01020304});
    block.addNumbers("s", std::vector<qint8>{1, -1});
    block.addTexts("t", textsOf(Coding::Plain, {"x", ""}));
    block.addLists("l.t", std::vector<quint64>{2, 2}, textsOf(Coding::Plain, {"a", "bc"}));
    const QByteArray expected = QByteArray::fromHex("0402") // columns, rows
        + "\x01n\x06UInt32" + QByteArray::fromHex("0100000004030201") //
        + "\x01s\x04Int8" + QByteArray::fromHex("01ff") //
        + "\x01t\x06String" + QByteArray::fromHex("017800") //
        + "\x03l.t\x0D" + "Array(String)" + QByteArray::fromHex("02000000000000000200000000000000")
        + QByteArray::fromHex("0161026263");
    QCOMPARE(std::move(block).take(), expected);
}

void NativeBlockTest::writesKnownBytesOfADictionary()
{
    NativeBlock block(2, 3, 0);
    block.addTexts("t", textsOf(Coding::Dictionary, {"x", "", "x"}));
    block.addLists("l", std::vector<quint64>{0, 0, 0}, textsOf(Coding::Dictionary, {}));
    const QByteArray expected = QByteArray::fromHex("0203") // columns, rows
        + "\x01t\x16" + "LowCardinality(String)" //
        + QByteArray::fromHex("0100000000000000") // version of the dictionary
        + QByteArray::fromHex("0006000000000000") // indexes of one byte, with their dictionary
        + QByteArray::fromHex("0200000000000000017800") // two texts
        + QByteArray::fromHex("0300000000000000000100") // three values
        + "\x01l\x1D" + "Array(LowCardinality(String))" //
        + QByteArray::fromHex("0100000000000000") + QByteArray(24, '\0'); // no value, no dictionary
    QCOMPARE(std::move(block).take(), expected);
}

void NativeBlockTest::readsBackWhatItWrote_data()
{
    QTest::addColumn<bool>("isCoded");
    QTest::addColumn<std::size_t>("rows");
    for (const std::size_t rows : {0U, 1U, 255U, 256U, 257U, 70'000U}) {
        QTest::addRow("%zu plain", rows) << false << rows;
        QTest::addRow("%zu coded", rows) << true << rows;
    }
}

void NativeBlockTest::readsBackWhatItWrote()
{
    QFETCH(const bool, isCoded);
    QFETCH(const std::size_t, rows);
    const Coding coding = isCoded ? Coding::Dictionary : Coding::Plain;
    std::vector<std::string> distinct;
    std::vector<std::string> few;
    std::vector<quint64> ends;
    std::vector<std::string> items;
    std::vector<std::vector<std::string>> lists;
    std::vector<qint64> numbers;
    for (std::size_t row = 0; row < rows; ++row) {
        distinct.push_back(std::to_string(row) + std::string(row % 300, '\n'));
        few.push_back(row % 3 == 0 ? "" : "\xFF" + std::to_string(row % 7));
        lists.emplace_back();
        for (std::size_t item = 0; item < row % 4; ++item)
            lists.back().push_back(std::to_string(row * item));
        items.insert(items.end(), lists.back().begin(), lists.back().end());
        ends.push_back(items.size());
        numbers.push_back(static_cast<qint64>(row) * -1'000'000'007);
    }
    NativeBlock block(4, rows, 0);
    block.addNumbers("numbers", numbers);
    block.addTexts("distinct", textsOf(coding, distinct));
    block.addTexts("few", textsOf(coding, few));
    block.addLists("lists", ends, textsOf(coding, items));
    const auto read = readNativeBlock(std::move(block).take());
    QVERIFY(read.has_value());
    QCOMPARE(read->rows, rows);
    QVERIFY(read->column("distinct").values == distinct);
    QVERIFY(read->column("few").values == few);
    QVERIFY(read->column("lists").lists == lists);
    QCOMPARE(read->column("few").type == "String", !isCoded);
    const std::vector<std::string> digits = read->column("numbers").values;
    QCOMPARE(digits.size(), rows);
    QVERIFY(rows == 0 || digits.back() == std::to_string(numbers.back()));
}

void NativeBlockTest::givesDictionariesTheirWidth_data()
{
    QTest::addColumn<int>("texts");
    QTest::addColumn<char>("width");
    QTest::newRow("one byte") << 256 << '\0';
    QTest::newRow("two bytes") << 257 << '\1';
    QTest::newRow("two bytes, all") << 65'536 << '\1';
    QTest::newRow("four bytes") << 65'537 << '\2';
}

void NativeBlockTest::givesDictionariesTheirWidth()
{
    QFETCH(const int, texts);
    NativeTexts column(Coding::Dictionary);
    for (int number = 0; number < texts; ++number)
        column.append(std::to_string(number));
    QByteArray bytes;
    column.writeTexts(bytes);
    QTEST(bytes.front(), "width");
}

void NativeBlockTest::clearsColumns()
{
    for (const Coding coding : {Coding::Plain, Coding::Dictionary}) {
        NativeTexts texts = textsOf(coding, {"a", "b"});
        QVERIFY(texts.bytes() > 0);
        texts.clear();
        QCOMPARE(texts.size(), std::size_t{0});
        QCOMPARE(texts.bytes(), std::size_t{0});
        texts.append("c");
        QByteArray bytes;
        texts.writeTexts(bytes);
        QVERIFY(bytes.contains('c') && !bytes.contains('a'));
    }
}

TRAILGLASS_TEST(NativeBlockTest)
#include "tst_nativeblock.moc"
