// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/ndjsonwriter.h"
#include "tests/exporting/samplerecord.h"
#include "tests/runner/testclass.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

QByteArray lineOf(NdjsonWriter writer, const EventRecord &record)
{
    std::string out;
    writer.writeHeader(out);
    writer.writeRecord(record, out);
    return QByteArray::fromStdString(out);
}

NdjsonWriter writerOf(const QString &columns)
{
    const auto parsed = parseColumns(columns);
    return NdjsonWriter(parsed ? *parsed : std::vector<Column>());
}

} // namespace

class NdjsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheContractsRecord();
    void writesNullForWhatIsAbsent();
    void keepsRawButForLineBreaks();
    void writesOnlyTheColumnsAsked();
    void writesAKeyOnce();
    void staysReadableForAnyText();
};

void NdjsonWriterTest::writesTheContractsRecord()
{
    QCOMPARE(
        lineOf(NdjsonWriter(), sampleRecord()),
        QByteArray(
            R"({"source":"team","vendor":"paradime","id":"e-1","created":"2025-11-20T08:55:00.123456Z",)"
            R"("received":"2025-11-20T08:56:40.000001Z","action":"schedule_updated","category":"schedule",)"
            R"("op":"update","outcome":"success","actor":{"display":"ann@example.com","id":"a-1",)"
            R"("email":"ann@example.com","name":"Ann","type":"user"},"target":{"display":"nightly",)"
            R"("id":"t-1","name":"nightly","type":"job"},"ip":"192.0.2.1","user_agent":"curl/8",)"
            R"("channel":"web","workspace":"main","environment":"production",)"
            R"("message":"Changed the schedule","correlation":"c-1","raw":)")
            + QByteArray::fromStdString(sampleRecord().event.raw) + "}\n");
    QVERIFY(NdjsonWriter().needsRaw());
    QCOMPARE(NdjsonWriter().columnCount(), 19);
}

void NdjsonWriterTest::writesNullForWhatIsAbsent()
{
    EventRecord record;
    record.source = "s";
    record.event.id = "1";
    record.event.raw = "{}";

    QCOMPARE(
        lineOf(NdjsonWriter(), record),
        QByteArray(R"({"source":"s","vendor":"asana","id":"1","created":"1970-01-01T00:00:00.000000Z",)"
                   R"("received":"1970-01-01T00:00:00.000000Z","action":null,"category":null,"op":"other",)"
                   R"("outcome":"unknown","actor":{"display":null,"id":null,"email":null,"name":null,)"
                   R"("type":null},"target":{"display":null,"id":null,"name":null,"type":null},"ip":null,)"
                   R"("user_agent":null,"channel":null,"workspace":null,"environment":null,"message":null,)"
                   R"("correlation":null,"raw":{}})"
                   "\n"));
}

void NdjsonWriterTest::keepsRawButForLineBreaks()
{
    EventRecord record = sampleRecord();
    record.event.raw = "{\r\n  \"z\": 1.50,\n\t\"a\":  \"\\ud800\\n\", \"a\": 12345678901234567890\r}";

    const QByteArray line = lineOf(writerOf(u"raw"_s), record);

    QCOMPARE(line,
             QByteArray("{\"raw\":{  \"z\": 1.50,\t\"a\":  \"\\ud800\\n\", \"a\": 12345678901234567890}}\n"));
}

void NdjsonWriterTest::writesOnlyTheColumnsAsked()
{
    EventRecord record = sampleRecord();
    record.event.ip.clear();

    QCOMPARE(
        lineOf(writerOf(u"user,actor.email,ip,created,@n,@tags,@tags[*],@deep,@none,@missing,@text,id"_s),
               record),
        QByteArray(R"({"actor":"ann@example.com","actor.email":"ann@example.com","ip":null,)"
                   R"("created":"2025-11-20T08:55:00.123456Z","@n":1.50,"@tags":["x","y"],)"
                   R"("@tags[*]":["x","y"],"@deep":{"key":"v"},"@none":null,"@missing":null,)"
                   R"("@text":"a\"b\u00e9","id":"e-1"})"
                   "\n"));
}

void NdjsonWriterTest::writesAKeyOnce()
{
    QCOMPARE(lineOf(writerOf(u"id,user,actor,id"_s), sampleRecord()),
             QByteArray("{\"id\":\"e-1\",\"actor\":\"ann@example.com\"}\n"));
}

void NdjsonWriterTest::staysReadableForAnyText()
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 2000; ++round) {
        EventRecord record = sampleRecord();
        QString text;
        for (auto count = random() % 12; count > 0; --count)
            text +=
                QChar(static_cast<char16_t>(random() % 2 == 0 ? random() % 128 : 0xA0 + random() % 0xD000));
        record.event.message = text.toStdString();

        const QByteArray line = lineOf(NdjsonWriter(), record);

        QCOMPARE(line.count('\n'), 1);
        QJsonParseError error;
        const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(object.value("message"_L1).toString(), text);
    }
}

TRAILGLASS_TEST(NdjsonWriterTest)
#include "tst_ndjsonwriter.moc"
