// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/csvwriter.h"
#include "tests/exporting/csvreader.h"
#include "tests/exporting/samplerecord.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <random>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

std::vector<Column> columns(const QString &list)
{
    const auto parsed = parseColumns(list);
    return parsed ? *parsed : std::vector<Column>();
}

std::string csvOf(CsvWriter &writer, const std::vector<EventRecord> &records)
{
    std::string out;
    writer.writeHeader(out);
    for (const EventRecord &record : records)
        writer.writeRecord(record, out);
    return out;
}

/// A text of the characters that matter to CSV and to spreadsheets.
std::string nastyText(std::mt19937_64 &random)
{
    static const std::vector<std::string> Pieces{
        "a",   "\"", ",",  "\r", "\n", "\r\n",   "=",      "+",
        "-",   "@",  "\t", "'",  " ",  "\u200B", "\uFEFF", std::string(1, '\0'),
        "|",   "1",  ".",  "e",  "日", "\uFF1D", ";",      "\\",
        "\"\""};
    std::string text;
    for (auto count = random() % 8; count > 0; --count)
        text += Pieces[random() % Pieces.size()];
    return text;
}

} // namespace

class CsvWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheDefaultColumns();
    void quotesOnlyWhereNeeded_data();
    void quotesOnlyWhereNeeded();
    void beginsWithAByteOrderMarkWhenAsked();
    void neutralisesFormulasAndCountsThem();
    void leavesFormulasAloneWithoutTheGuard();
    void guardsTitlesLikeCells();
    void countsRowsThatASpreadsheetDoesNotOpen();
    void countsCellsThatASpreadsheetCuts_data();
    void countsCellsThatASpreadsheetCuts();
    void showsTokensOnATerminal();
    void writesRawBytesUnaltered();
    void readsBackAsItWasWritten();
};

void CsvWriterTest::writesTheDefaultColumns()
{
    CsvWriter writer(defaultColumns());

    QCOMPARE(QByteArray::fromStdString(csvOf(writer, {sampleRecord()})),
             QByteArray(
                 "created,source,vendor,action,op,outcome,actor,target,ip,message,id\r\n"
                 "2025-11-20T08:55:00.123456Z,team,paradime,schedule_updated,update,success,ann@example.com,"
                 "nightly,192.0.2.1,Changed the schedule,e-1\r\n"));
    QVERIFY(!writer.needsRaw());
    QCOMPARE(writer.columnCount(), 11);
    QCOMPARE(writer.neutralisedCells(), 0);
}

void CsvWriterTest::quotesOnlyWhereNeeded_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("cell");

    QTest::newRow("plain") << QByteArray("a b") << QByteArray("a b");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("semicolon") << QByteArray("a;b") << QByteArray("\"a;b\"");
    QTest::newRow("tab") << QByteArray("a\tb") << QByteArray("\"a\tb\"");
    QTest::newRow("vertical bar") << QByteArray("a|b") << QByteArray("\"a|b\"");
    QTest::newRow("formula after a semicolon") << QByteArray("x;=1+1") << QByteArray("\"x;=1+1\"");
    QTest::newRow("quote") << QByteArray("say \"x\"") << QByteArray("\"say \"\"x\"\"\"");
    QTest::newRow("line feed") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("carriage return") << QByteArray("a\rb") << QByteArray("\"a\rb\"");
    QTest::newRow("NUL is kept") << QByteArray("a\0b", 3) << QByteArray("a\0b", 3);
    QTest::newRow("empty beside others") << QByteArray() << QByteArray();
    QTest::newRow("formula with a comma") << QByteArray("=1,2") << QByteArray("\"'=1,2\"");
    QTest::newRow("only a quote") << QByteArray("\"") << QByteArray("\"\"\"\"");
}

void CsvWriterTest::quotesOnlyWhereNeeded()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, cell);
    EventRecord record = sampleRecord();
    record.event.message = message.toStdString();
    CsvWriter writer(columns(u"id,message"_s));

    QCOMPARE(QByteArray::fromStdString(csvOf(writer, {record})),
             QByteArray("id,message\r\ne-1," + cell + "\r\n"));
}

void CsvWriterTest::beginsWithAByteOrderMarkWhenAsked()
{
    CsvWriter writer(columns(u"id"_s), {.byteOrderMark = true});

    QCOMPARE(QByteArray::fromStdString(csvOf(writer, {})), QByteArray("\xEF\xBB\xBFid\r\n"));
}

void CsvWriterTest::neutralisesFormulasAndCountsThem()
{
    EventRecord record = sampleRecord();
    record.event.action = "=HYPERLINK(\"x\")";
    record.event.message = "-5";
    record.event.category = "\u200B@x";
    CsvWriter writer(columns(u"action,message,category"_s));

    QCOMPARE(QByteArray::fromStdString(csvOf(writer, {record})),
             QByteArray("action,message,category\r\n\"'=HYPERLINK(\"\"x\"\")\",-5,'\u200B@x\r\n"));
    QCOMPARE(writer.neutralisedCells(), 2);
}

void CsvWriterTest::leavesFormulasAloneWithoutTheGuard()
{
    EventRecord record = sampleRecord();
    record.event.action = "=1";
    CsvWriter writer(columns(u"action,id"_s), {.formulaGuard = false});

    QCOMPARE(QByteArray::fromStdString(csvOf(writer, {record})), QByteArray("action,id\r\n=1,e-1\r\n"));
    QCOMPARE(writer.neutralisedCells(), 0);
}

void CsvWriterTest::guardsTitlesLikeCells()
{
    const auto paths = columns(u"id,@deep.key,@\"SUM(1)\""_s);
    CsvWriter guarded(paths);
    QCOMPARE(QByteArray::fromStdString(csvOf(guarded, {})),
             QByteArray("id,'@deep.key,\"'@\"\"SUM(1)\"\"\"\r\n"));
    QCOMPARE(guarded.neutralisedCells(), 2);

    CsvWriter plain(paths, {.formulaGuard = false});
    QCOMPARE(QByteArray::fromStdString(csvOf(plain, {})), QByteArray("id,@deep.key,\"@\"\"SUM(1)\"\"\"\r\n"));
    QCOMPARE(plain.neutralisedCells(), 0);
}

void CsvWriterTest::countsRowsThatASpreadsheetDoesNotOpen()
{
    CsvWriter writer(columns(u"op"_s));
    const EventRecord record = sampleRecord();
    std::string out;
    writer.writeHeader(out);
    for (qint64 row = 2; row <= SpreadsheetLimits::MaxRows; ++row) {
        out.clear();
        writer.writeRecord(record, out);
    }
    QCOMPARE(writer.spreadsheetOverflow().rows, 0);
    QVERIFY(writer.spreadsheetOverflow().warnings().isEmpty());

    writer.writeRecord(record, out);
    writer.writeRecord(record, out);

    QCOMPARE(writer.spreadsheetOverflow().rows, 2);
    QCOMPARE(writer.spreadsheetOverflow().cells, 0);
    const QStringList warnings = writer.spreadsheetOverflow().warnings();
    QCOMPARE(warnings.size(), 1);
    QVERIFY2(warnings.first().contains(QLocale().toString(1'048'576)), qPrintable(warnings.first()));
}

void CsvWriterTest::countsCellsThatASpreadsheetCuts_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("cells");

    QTest::newRow("just fits") << QString(32'767, u'x') << 0;
    QTest::newRow("one too many") << QString(32'768, u'x') << 1;
    QTest::newRow("more bytes than characters") << QString(32'767, u'\u00E9') << 0;
    QTest::newRow("three bytes each") << QString(32'768, u'\u65E5') << 1;
    QTest::newRow("emoji count two") << u"\U0001F600"_s.repeated(16'384) << 1;
    QTest::newRow("emoji that fit") << u"\U0001F600"_s.repeated(16'383) << 0;
}

void CsvWriterTest::countsCellsThatASpreadsheetCuts()
{
    QFETCH(const QString, message);
    QFETCH(const int, cells);
    EventRecord record = sampleRecord();
    record.event.message = message.toStdString();
    CsvWriter writer(columns(u"id,message"_s));

    QVERIFY(csvOf(writer, {record}).ends_with(record.event.message + "\r\n")); // the file has all of it

    QCOMPARE(writer.spreadsheetOverflow(), (SpreadsheetOverflow{0, cells}));
    QCOMPARE(writer.spreadsheetOverflow().warnings().size(), cells);
}

void CsvWriterTest::showsTokensOnATerminal()
{
    EventRecord record = sampleRecord();
    record.event.message = "a\x1b[2J\nb,c\u202E";
    record.event.action = "\t=1";
    CsvWriter writer(columns(u"message,action"_s), {.visibleTokens = true});

    QCOMPARE(QByteArray::fromStdString(csvOf(writer, {record})),
             QByteArray("message,action\r\n\"a<U+001B>[2J<LF>b,c<U+202E>\",'<TAB>=1\r\n"));
}

void CsvWriterTest::writesRawBytesUnaltered()
{
    EventRecord record = sampleRecord();
    record.event.raw = "{\r\n  \"n\": 1.50\n}";
    CsvWriter writer(columns(u"raw,id"_s));

    QVERIFY(writer.needsRaw());
    const auto rows = readCsv(csvOf(writer, {record}));
    QVERIFY(rows);
    QCOMPARE(rows->at(1).at(0), record.event.raw);
}

void CsvWriterTest::readsBackAsItWasWritten()
{
    std::mt19937_64 random(20261121);
    for (const bool alone : {false, true}) {
        std::vector<EventRecord> records(2000, sampleRecord());
        CsvRows expected{alone ? std::vector<std::string>{"message"}
                               : std::vector<std::string>{"message", "action"}};
        for (EventRecord &record : records) {
            record.event.message = nastyText(random);
            record.event.action = nastyText(random);
            expected.push_back({record.event.message});
            if (!alone)
                expected.back().push_back(record.event.action);
        }
        CsvWriter writer(columns(alone ? u"message"_s : u"message,action"_s), {.formulaGuard = false});

        const auto rows = readCsv(csvOf(writer, records));

        QVERIFY(rows);
        QVERIFY(*rows == expected);
    }
}

TRAILGLASS_TEST(CsvWriterTest)
#include "tst_csvwriter.moc"
