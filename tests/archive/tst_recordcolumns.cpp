// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/recordcolumns.h"

#include "models/archive/archiverow.h"
#include "models/archive/eventtable.h"
#include "models/archive/rowbinary.h"
#include "models/core/field.h"
#include "tests/archive/rowbinarywriter.h"
#include "tests/query/eventgenerator.h"
#include "tests/runner/testclass.h"

#include <QtEndian>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

class RecordColumnsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesColumnsOfTheTable();
    void readsWhatWasPushed();
    void refusesEveryPartOfARecord();
    void refusesWhatTheProgramDoesNotKnow_data();
    void refusesWhatTheProgramDoesNotKnow();
    void givesEveryRowANumber();
};

namespace {

constexpr quint32 Origin = 3;

EventRecord sampleRecord(EventGenerator &generator, qint64 number)
{
    EventRecord record;
    record.row = *ArchiveRow{Origin, RowId{number}}.id();
    record.source = "team";
    record.vendor = Vendor::Secoda;
    record.event = generator.event("id" + std::to_string(number));
    record.event.revised = {};
    record.received = record.event.created + 5;
    return record;
}

/// The value of a column of RowBinary.
void writeColumn(RowBinaryWriter &writer, const EventRecord &record, const std::string &column)
{
    const ArchiveRow row = ArchiveRow::of(record.row);
    std::string scratch;
    if (column == "origin")
        writer.number(row.origin);
    else if (column == "row")
        writer.number(row.row.value);
    else if (column == "created")
        writer.number(record.event.created.value);
    else if (column == "received")
        writer.number(record.received.value);
    for (const Field field : allFields()) {
        if (archiveColumnName(field) == column && field != Field::Created && field != Field::Received)
            writer.text(fieldText(record, field, scratch));
    }
}

std::string written(const EventRecord &record, bool withRaw)
{
    RowBinaryWriter writer;
    for (const std::string &column : recordColumns(withRaw))
        writeColumn(writer, record, column);
    return writer.bytes();
}

} // namespace

void RecordColumnsTest::namesColumnsOfTheTable()
{
    const std::vector<EventTableColumn> columns = eventTableColumns(ArchiveDialect::Modern);
    const std::vector<std::string> requested = recordColumns(true);
    for (const std::string &column : requested)
        QVERIFY2(std::ranges::find(columns, column, &EventTableColumn::name) != columns.end(),
                 column.c_str());
    QCOMPARE(requested.back(), std::string("raw"));
    QVERIFY(recordColumns(false) == std::vector<std::string>(requested.begin(), requested.end() - 1));
}

void RecordColumnsTest::readsWhatWasPushed()
{
    EventGenerator generator(4);
    for (const bool withRaw : {false, true}) {
        std::vector<EventRecord> records;
        std::string bytes;
        for (qint64 number = 1; number <= 200; ++number) {
            records.push_back(sampleRecord(generator, number));
            bytes += written(records.back(), withRaw);
        }
        RowBinaryReader reader(bytes);
        for (const EventRecord &record : records) {
            const auto read = readRecord(reader, withRaw);
            QVERIFY(read.hasValue());
            QCOMPARE(read->row, record.row);
            QCOMPARE(read->event.raw, withRaw ? record.event.raw : std::string());
            std::string expected;
            std::string actual;
            for (const Field field : allFields()) {
                if (field != Field::Raw)
                    QCOMPARE(fieldText(*read, field, actual), fieldText(record, field, expected));
            }
        }
        QVERIFY(reader.atEnd());
    }
}

void RecordColumnsTest::refusesEveryPartOfARecord()
{
    EventGenerator generator(9);
    const std::string bytes = written(sampleRecord(generator, 1), true);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const std::string part = bytes.substr(0, size);
        RowBinaryReader reader(part);
        const auto read = readRecord(reader, true);
        QVERIFY2(!read, std::to_string(size).c_str());
        QCOMPARE(read.error().kind, ErrorKind::Malformed);
    }
}

void RecordColumnsTest::refusesWhatTheProgramDoesNotKnow_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("vendor") << u"vendor"_s << QByteArray("acme") << true;
    QTest::newRow("vendor in another case") << u"vendor"_s << QByteArray("Asana") << true;
    QTest::newRow("known vendor") << u"vendor"_s << QByteArray("nected") << false;
    QTest::newRow("class") << u"op"_s << QByteArray("rename") << true;
    QTest::newRow("outcome") << u"outcome"_s << QByteArray("") << true;
    QTest::newRow("source that is no text") << u"source"_s << QByteArray("a\xFF") << true;
    QTest::newRow("message that is no text") << u"message"_s << QByteArray("\xC3") << true;
    QTest::newRow("time that no event has")
        << u"created"_s << QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 8) << true;
    QTest::newRow("raw bytes") << u"raw"_s << QByteArray("\xC3") << false;
}

void RecordColumnsTest::refusesWhatTheProgramDoesNotKnow()
{
    QFETCH(const QString, column);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, isRefused);
    EventGenerator generator(9);
    const EventRecord record = sampleRecord(generator, 1);
    RowBinaryWriter writer;
    for (const std::string &each : recordColumns(true)) {
        if (each == column.toStdString() && each == "created")
            writer.number(qFromLittleEndian<qint64>(value.constData()));
        else if (each == column.toStdString())
            writer.text(value.toStdString());
        else
            writeColumn(writer, record, each);
    }
    RowBinaryReader reader(writer.bytes());
    const auto read = readRecord(reader, true);
    QCOMPARE(!read, isRefused);
    if (isRefused) {
        QCOMPARE(read.error().kind, ErrorKind::Unsupported);
        QVERIFY(read.error().message.contains(column));
    }
}

void RecordColumnsTest::givesEveryRowANumber()
{
    const std::vector<ArchiveRow> rows{{0, RowId{1}},
                                       {0, RowId{ArchiveRow::MaxRow}},
                                       {1, RowId{0}},
                                       {1, RowId{1}},
                                       {ArchiveRow::MaxOrigin, RowId{ArchiveRow::MaxRow}}};
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const auto id = rows[index].id();
        QVERIFY(id.has_value());
        QVERIFY(ArchiveRow::of(*id) == rows[index]);
        QVERIFY(index == 0 || *rows[index - 1].id() < *id);
    }
    QCOMPARE(*rows.front().id(), RowId{1});
    QVERIFY(!(ArchiveRow{1, RowId{ArchiveRow::MaxRow + 1}}.id()));
    QVERIFY(!(ArchiveRow{1, RowId{-1}}.id()));
    QVERIFY(!(ArchiveRow{ArchiveRow::MaxOrigin + 1, RowId{1}}.id()));
}

TRAILGLASS_TEST(RecordColumnsTest)
#include "tst_recordcolumns.moc"
