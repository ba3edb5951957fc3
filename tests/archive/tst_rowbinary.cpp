// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/rowbinary.h"

#include "tests/archive/rowbinarywriter.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <limits>

using namespace Trailglass;
using namespace Trailglass::Testing;

class RowBinaryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValuesOfEveryType();
    void refusesEveryPartOfARow();
    void refusesBrokenValues_data();
    void refusesBrokenValues();
    void readsNothingAfterABrokenValue();
    void endsEveryLoopOverRows();
};

namespace {

/// A value of every type, as it was read.
struct Row
{
    quint8 small = 0;
    quint32 medium = 0;
    quint64 large = 0;
    qint64 time = 0;
    std::string text;
    std::vector<std::string> texts;

    friend bool operator==(const Row &, const Row &) = default;
};

Row readRow(RowBinaryReader &reader)
{
    Row row;
    row.small = reader.readUInt8();
    row.medium = reader.readUInt32();
    row.large = reader.readUInt64();
    row.time = reader.readInt64();
    row.text = reader.readText();
    std::vector<std::string_view> texts;
    reader.readTexts(texts);
    row.texts.assign(texts.begin(), texts.end());
    return row;
}

const Row Sample{200,
                 4'000'000'000,
                 std::numeric_limits<quint64>::max(),
                 std::numeric_limits<qint64>::min(),
                 std::string(300, 'x'),
                 {"", "y\n", std::string(1, '\0')}};

std::string written(const Row &row)
{
    RowBinaryWriter writer;
    writer.number(row.small).number(row.medium).number(row.large).number(row.time);
    return writer.text(row.text).texts(row.texts).bytes();
}

} // namespace

void RowBinaryTest::readsValuesOfEveryType()
{
    const std::string bytes = written(Sample) + written(Row{}) + written(Sample);
    RowBinaryReader reader(bytes);
    QVERIFY(readRow(reader) == Sample);
    QVERIFY(readRow(reader) == Row{});
    QVERIFY(!reader.atEnd());
    QVERIFY(readRow(reader) == Sample);
    QVERIFY(reader.atEnd());
    QVERIFY(reader.check().hasValue());
}

void RowBinaryTest::refusesEveryPartOfARow()
{
    const std::string bytes = written(Sample);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const std::string part = bytes.substr(0, size); // so that reading past it is noticed
        RowBinaryReader reader(part);
        readRow(reader);
        const auto checked = reader.check();
        QVERIFY2(!checked, std::to_string(size).c_str());
        QCOMPARE(checked.error().kind, ErrorKind::Malformed);
        QVERIFY(!checked.error().message.isEmpty());
    }
}

void RowBinaryTest::refusesBrokenValues_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isList");
    const auto row = [](const char *name, const char *hexadecimal, bool isList) {
        QTest::newRow(name) << QByteArray::fromHex(hexadecimal) << isList;
    };
    row("text longer than the bytes", "0561626364", false);
    row("text of 2^63 bytes", "80808080808080808001", false);
    row("length of more than 64 bits", "ffffffffffffffffff02", false);
    row("length without an end", "ffffffffffffffffffffffffffff", false);
    row("length that is cut off", "ff", false);
    row("no length", "", false);
    row("list longer than the bytes", "03016101", true);
    row("list of 2^63 texts", "80808080808080808001", true);
    row("list of texts without an end", "020161ff", true);
    row("list without a length", "", true);
}

void RowBinaryTest::refusesBrokenValues()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isList);
    const std::string copy = bytes.toStdString();
    RowBinaryReader reader(copy);
    std::vector<std::string_view> texts{"before"};
    if (isList) {
        reader.readTexts(texts);
        QVERIFY(texts.empty());
    } else {
        QVERIFY(reader.readText().empty());
    }
    QVERIFY(!reader.check());
}

void RowBinaryTest::readsNothingAfterABrokenValue()
{
    const std::string bytes = RowBinaryWriter().text("abc").number(quint8{7}).bytes();
    RowBinaryReader reader(std::string_view(bytes).substr(0, 2));
    QVERIFY(reader.readText().empty());
    QCOMPARE(reader.readUInt8(), quint8{0});
    QCOMPARE(reader.readInt64(), qint64{0});
    QVERIFY(!reader.check());
}

void RowBinaryTest::endsEveryLoopOverRows()
{
    const std::string bytes = written(Sample) + written(Sample).substr(0, 50);
    RowBinaryReader reader(bytes);
    int rows = 0;
    for (; !reader.atEnd() && rows < 10; ++rows)
        readRow(reader);
    QCOMPARE(rows, 2);
    QVERIFY(!reader.check());
}

TRAILGLASS_TEST(RowBinaryTest)
#include "tst_rowbinary.moc"
