// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/eventcolumns.h"

#include "models/archive/textforms.h"
#include "models/core/field.h"
#include "tests/archive/nativereader.h"
#include "tests/query/eventgenerator.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <algorithm>

using namespace Trailglass;
using namespace Trailglass::Testing;

class EventColumnsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryColumnOfTheTable_data();
    void writesEveryColumnOfTheTable();
    void writesWhatTheEventHas_data();
    void writesWhatTheEventHas();
    void takesBackARow();
    void knowsTheMonthOfAnEvent_data();
    void knowsTheMonthOfAnEvent();
    void addsNothingForAnEventThatIsTooLarge();
    void canBeUsedAgain();
    void changesNothingButTheBatchForAnotherBatch();
    void knowsItsSize();
};

namespace {

constexpr quint32 Origin = 7;
constexpr quint64 Batch = 12;

std::vector<EventRecord> sampleRecords(std::uint64_t seed, int count)
{
    EventGenerator generator(seed);
    std::vector<EventRecord> records;
    for (int number = 1; number <= count; ++number) {
        EventRecord record;
        record.row = RowId{number};
        record.source = number % 3 == 0 ? "team" : "Te\u0301am";
        record.vendor = Vendor::Datafold;
        record.event = generator.event("id" + std::to_string(number));
        record.received = record.event.created + number;
        records.push_back(std::move(record));
    }
    return records;
}

QByteArray blockOf(const std::vector<EventRecord> &records, ArchiveDialect dialect = ArchiveDialect::Modern)
{
    EventColumns columns(dialect);
    for (const EventRecord &record : records) {
        if (!columns.append(record))
            return {};
    }
    return columns.block(Origin, Batch);
}

ReadBlock readBlock(const QByteArray &block)
{
    return readNativeBlock(block).value_or(ReadBlock{});
}

std::vector<std::string> formFields(const std::vector<FieldForm> &forms)
{
    std::vector<std::string> fields;
    for (const FieldForm &form : forms)
        fields.push_back(form.field);
    return fields;
}

void addDialects()
{
    QTest::addColumn<ArchiveDialect>("dialect");
    QTest::newRow("modern") << ArchiveDialect::Modern;
    QTest::newRow("plain") << ArchiveDialect::Plain;
}

} // namespace

void EventColumnsTest::writesEveryColumnOfTheTable_data()
{
    addDialects();
}

void EventColumnsTest::writesEveryColumnOfTheTable()
{
    QFETCH(const ArchiveDialect, dialect);
    const ReadBlock block = readBlock(blockOf(sampleRecords(1, 10), dialect));
    QCOMPARE(block.rows, std::size_t{10});
    const std::vector<EventTableColumn> expected = eventTableColumns(dialect);
    QCOMPARE(block.columns.size(), expected.size());
    for (std::size_t index = 0; index < expected.size(); ++index) {
        QCOMPARE(block.columns[index].name, expected[index].name);
        QCOMPARE(block.columns[index].type, expected[index].type);
    }
    QVERIFY(readNativeBlock(blockOf({}, dialect)).has_value());
}

void EventColumnsTest::writesWhatTheEventHas_data()
{
    addDialects();
}

void EventColumnsTest::writesWhatTheEventHas()
{
    QFETCH(const ArchiveDialect, dialect);
    const std::vector<EventRecord> records = sampleRecords(5, 300);
    const ReadBlock block = readBlock(blockOf(records, dialect));
    QCOMPARE(block.rows, records.size());
    JsonFlattener json;
    SearchTexts texts;
    std::string scratch;
    for (std::size_t row = 0; row < records.size(); ++row) {
        const EventRecord &record = records[row];
        const auto value = [&block, row](std::string_view column) {
            return block.column(column).values.at(row);
        };
        QCOMPARE(value("month"), std::string("202611"));
        QCOMPARE(value("origin"), std::to_string(Origin));
        QCOMPARE(value("batch"), std::to_string(Batch));
        QCOMPARE(value("row"), std::to_string(record.row.value));
        QCOMPARE(value("sign"), std::string("1"));
        QCOMPARE(value("created"), std::to_string(record.event.created.value));
        QCOMPARE(value("received"), std::to_string(record.received.value));
        for (const Field field : allFields()) {
            if (field != Field::Created && field != Field::Received)
                QCOMPARE(value(archiveColumnName(field)), std::string(fieldText(record, field, scratch)));
        }
        QCOMPARE(value("ip_key"), addressKey(record.event.ip));
        readSearchTexts(record, texts);
        QCOMPARE(value("decoded"), texts.decoded);
        QCOMPARE(value("extra"), texts.extra);
        QVERIFY(block.column("form.field").lists.at(row) == formFields(fieldForms(record)));
        QVERIFY(json.flatten(record.event.raw).hasValue());
        for (int list = 0; list < JsonFlattener::ListCount; ++list) {
            const auto part = [&](std::string_view name) {
                return block.column(flatColumnName(list, name)).lists.at(row);
            };
            const std::vector<FlatValue> &values = json.values(list);
            QCOMPARE(part("path").size(), values.size());
            for (std::size_t index = 0; index < values.size(); ++index) {
                QCOMPARE(part("path")[index], std::string(values[index].path));
                QCOMPARE(part("at")[index], std::string(values[index].at));
                QCOMPARE(part("text")[index], std::string(values[index].text));
                QCOMPARE(part("key")[index], std::string(values[index].key));
            }
        }
    }
}

void EventColumnsTest::takesBackARow()
{
    const EventRecord record = sampleRecords(5, 1).front();
    EventColumns columns(ArchiveDialect::Modern);
    QVERIFY(columns.append(record).hasValue());
    QVERIFY(columns.append(record, -1).hasValue());
    ReadBlock block = readBlock(columns.block(Origin, Batch));
    QVERIFY((block.column("sign").values == std::vector<std::string>{"1", "-1"}));
    for (const ReadColumn &column : block.columns) {
        if (column.name == "sign")
            continue;
        QVERIFY2(column.values.empty() || column.values.front() == column.values.back(), column.name.c_str());
        QVERIFY2(column.lists.empty() || column.lists.front() == column.lists.back(), column.name.c_str());
    }
}

void EventColumnsTest::knowsTheMonthOfAnEvent_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<quint32>("month");
    const auto row = [](const char *time, quint32 month) {
        QTest::newRow(time) << QString::fromLatin1(time) << month;
    };
    row("2026-11-20T09:15:00Z", 202'611);
    row("2026-12-31T23:59:59.999999Z", 202'612);
    row("2027-01-01T00:00:00Z", 202'701);
    row("0001-01-01T00:00:00Z", 101);
    row("1969-12-31T23:59:59.999999Z", 196'912);
    row("9999-12-31T23:59:59Z", 999'912);
}

void EventColumnsTest::knowsTheMonthOfAnEvent()
{
    QFETCH(const QString, time);
    QTEST(archiveMonth(*parseTime(time.toStdString())), "month");
}

void EventColumnsTest::addsNothingForAnEventThatIsTooLarge()
{
    std::vector<EventRecord> records = sampleRecords(5, 3);
    EventColumns columns(ArchiveDialect::Modern);
    QVERIFY(columns.append(records[0]).hasValue());
    EventRecord large = records[1];
    // The name is the path of every value.
    large.event.raw = "{\"" + std::string(1'000'000, 'x') + "\":[1";
    for (int element = 0; element < 500; ++element)
        large.event.raw += ",1";
    large.event.raw += "]}";
    const auto appended = columns.append(large);
    QVERIFY(!appended);
    QCOMPARE(appended.error().kind, ErrorKind::TooLarge);
    QCOMPARE(columns.rows(), std::size_t{1});
    QVERIFY(columns.append(records[2]).hasValue());
    QVERIFY(columns.block(Origin, Batch) == blockOf({records[0], records[2]}));
}

void EventColumnsTest::canBeUsedAgain()
{
    const std::vector<EventRecord> records = sampleRecords(5, 20);
    EventColumns columns(ArchiveDialect::Modern);
    for (const EventRecord &record : sampleRecords(6, 20))
        QVERIFY(columns.append(record).hasValue());
    columns.clear();
    QCOMPARE(columns.rows(), std::size_t{0});
    for (const EventRecord &record : records)
        QVERIFY(columns.append(record).hasValue());
    QVERIFY(columns.block(Origin, Batch) == blockOf(records));
}

void EventColumnsTest::changesNothingButTheBatchForAnotherBatch()
{
    EventColumns columns(ArchiveDialect::Modern);
    for (const EventRecord &record : sampleRecords(5, 20))
        QVERIFY(columns.append(record).hasValue());
    const ReadBlock first = readBlock(columns.block(Origin, Batch));
    const ReadBlock second = readBlock(columns.block(Origin, Batch + 1));
    QCOMPARE(first.rows, std::size_t{20});
    for (const ReadColumn &column : first.columns) {
        const ReadColumn other = second.column(column.name);
        const bool isSame = column.values == other.values && column.lists == other.lists;
        QCOMPARE(isSame, column.name != "batch");
    }
}

void EventColumnsTest::knowsItsSize()
{
    EventColumns columns(ArchiveDialect::Plain);
    for (const EventRecord &record : sampleRecords(5, 500))
        QVERIFY(columns.append(record).hasValue());
    const auto size = static_cast<double>(columns.block(Origin, Batch).size());
    const auto expected = static_cast<double>(columns.bytes());
    QVERIFY2(expected > size * 0.9 && expected < size * 1.1 + 10'000,
             std::to_string(expected / size).c_str());
}

TRAILGLASS_TEST(EventColumnsTest)
#include "tst_eventcolumns.moc"
