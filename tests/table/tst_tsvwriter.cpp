// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tsvwriter.h"
#include "tests/exporting/samplerecord.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class TsvWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAHeaderAndRows();
    void guardsAndQuotesCells_data();
    void guardsAndQuotesCells();
};

void TsvWriterTest::writesAHeaderAndRows()
{
    TsvWriter writer(*parseColumns(u"created,actor,@deep.key"_s));
    std::string out;

    writer.writeHeader(out);
    writer.writeRecord(sampleRecord(), out);

    QVERIFY(writer.needsRaw());
    QCOMPARE(QByteArray::fromStdString(out),
             QByteArray("created\tactor\t'@deep.key\n2025-11-20T08:55:00.123456Z\tann@example.com\tv\n"));
}

void TsvWriterTest::guardsAndQuotesCells_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("neutralised");

    QTest::newRow("plain") << QByteArray("text, with \\") << QByteArray("text, with \\") << 0;
    QTest::newRow("number") << QByteArray("-12.5") << QByteArray("-12.5") << 0;
    QTest::newRow("formula") << QByteArray("=HYPERLINK()") << QByteArray("'=HYPERLINK()") << 1;
    QTest::newRow("tab and line feed") << QByteArray("a\tb\nc") << QByteArray("\"a\tb\nc\"") << 0;
    QTest::newRow("quote") << QByteArray("say \"x\"") << QByteArray("\"say \"\"x\"\"\"") << 0;
    QTest::newRow("formula after a semicolon") << QByteArray("x;=1+1") << QByteArray("\"x;=1+1\"") << 0;
    QTest::newRow("vertical bar") << QByteArray("a|=1+1") << QByteArray("\"a|=1+1\"") << 0;
    QTest::newRow("quoted formula") << QByteArray("\t=1") << QByteArray("\"'\t=1\"") << 1;
}

void TsvWriterTest::guardsAndQuotesCells()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, cell);
    QFETCH(const int, neutralised);
    TsvWriter writer(*parseColumns(u"message"_s));
    EventRecord record = sampleRecord();
    record.event.message = message.toStdString();
    std::string out;

    writer.writeRecord(record, out);

    QCOMPARE(QByteArray::fromStdString(out), QByteArray(cell + '\n'));
    QCOMPARE(writer.neutralisedCells(), neutralised);
}

TRAILGLASS_TEST(TsvWriterTest)
#include "tst_tsvwriter.moc"
