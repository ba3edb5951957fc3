// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/eventline.h"
#include "models/exporting/ndjsonwriter.h"
#include "tests/evidence/samplestore.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

std::string lineOf(const EventRecord &record)
{
    std::string line;
    NdjsonWriter().writeRecord(record, line);
    return line;
}

} // namespace

class EventLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack();
    void otherLinesAreNone_data();
    void otherLinesAreNone();
    void aTextIsTheSameButForItsLineBreaks();
};

void EventLineTest::everyFieldComesBack()
{
    const SampleStore store(10);
    for (const EventRecord &record : store.events()) {
        const auto line = parseEventLine(lineOf(record));
        QVERIFY(line.has_value());
        const Event &event = record.event;
        const Event &read = line->event;
        QCOMPARE(line->source, record.source);
        QCOMPARE(line->vendor, std::string(name(record.vendor)));
        QCOMPARE(line->received, record.received);
        QCOMPARE(read.created, event.created);
        QCOMPARE(read.id, event.id);
        QCOMPARE(read.action, event.action);
        QCOMPARE(read.operation, event.operation);
        QCOMPARE(read.outcome, event.outcome);
        QVERIFY(read.actor == event.actor && read.target == event.target);
        QCOMPARE(read.ip, event.ip);
        QCOMPARE(read.message, event.message);
        QVERIFY(isOnOneLine(event.raw, read.raw));
    }
}

void EventLineTest::otherLinesAreNone_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("without its line feed") << QByteArray("}\n") << QByteArray("}");
    QTest::newRow("without raw") << QByteArray(",\"raw\":") << QByteArray(",\"row\":");
    QTest::newRow("no JSON before raw") << QByteArray("{\"source\"") << QByteArray("\"source\"");
    QTest::newRow("no source") << QByteArray("\"source\"") << QByteArray("\"sauce\"");
    QTest::newRow("no vendor") << QByteArray("\"vendor\"") << QByteArray("\"Vendor\"");
    QTest::newRow("an id that is no text") << QByteArray(":\"e1\"") << QByteArray(":1");
    QTest::newRow("a time in another form")
        << QByteArray("Z\",\"received\"") << QByteArray("z\",\"received\"");
    QTest::newRow("a time that does not exist")
        << QByteArray("\"created\":\"2025-11") << QByteArray("\"created\":\"2025-13");
    QTest::newRow("a byte that is no UTF-8") << QByteArray("\"e1\"") << QByteArray("\"e1\xFF\"");
}

void EventLineTest::otherLinesAreNone()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    SampleStore store(1);
    store.event(RowId{1}).event.message.clear(); // which has what is looked for
    QByteArray line = QByteArray::fromStdString(lineOf(store.event(RowId{1})));
    QVERIFY(parseEventLine(line.toStdString()));
    QVERIFY(line.contains(before));
    line.replace(line.indexOf(before), before.size(), after);
    QVERIFY(!parseEventLine(line.toStdString()));
}

void EventLineTest::aTextIsTheSameButForItsLineBreaks()
{
    QVERIFY(isOnOneLine("{}", "{}"));
    QVERIFY(isOnOneLine("{\r\n\"a\":\n1}", "{\"a\":1}"));
    QVERIFY(!isOnOneLine("{\r\n\"a\":\n1}", "{\"a\": 1}"));
    QVERIFY(!isOnOneLine("{}", ""));
}

TRAILGLASS_TEST(EventLineTest)
#include "tst_eventline.moc"
