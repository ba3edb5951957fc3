// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsonwriter.h"
#include "models/table/markdownwriter.h"
#include "tests/exporting/samplerecord.h"
#include "tests/runner/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// JSON and Markdown for the clipboard.
class ClipboardWritersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOneEventAsAnObject();
    void writesSeveralEventsAsAnArray_data();
    void writesSeveralEventsAsAnArray();
    void writesATableOfMarkdown();
    void writesCellsAsText_data();
    void writesCellsAsText();
};

namespace {

QByteArray written(RecordWriter &writer, int records)
{
    std::string out;
    writer.writeHeader(out);
    for (int record = 0; record < records; ++record)
        writer.writeRecord(sampleRecord(), out);
    writer.writeEnd(out);
    return QByteArray::fromStdString(out);
}

} // namespace

void ClipboardWritersTest::writesOneEventAsAnObject()
{
    JsonWriter writer(1);

    const QByteArray json = written(writer, 1);

    QVERIFY(writer.needsRaw());
    QVERIFY2(json.startsWith("{\"source\":"), json.constData());
    QVERIFY(json.endsWith("}\n"));
    QVERIFY(QJsonDocument::fromJson(json).isObject());
}

void ClipboardWritersTest::writesSeveralEventsAsAnArray_data()
{
    QTest::addColumn<int>("announced");
    QTest::addColumn<int>("records");
    QTest::newRow("three") << 3 << 3;
    QTest::newRow("two, of which one is gone") << 2 << 1;
    QTest::newRow("none left") << 2 << 0;
}

void ClipboardWritersTest::writesSeveralEventsAsAnArray()
{
    QFETCH(const int, announced);
    QFETCH(const int, records);
    JsonWriter writer(announced);

    const QByteArray json = written(writer, records);

    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY2(document.isArray(), json.constData());
    QCOMPARE(document.array().size(), records);
    QCOMPARE(json.count('\n'), records + 2);
}

void ClipboardWritersTest::writesATableOfMarkdown()
{
    MarkdownWriter writer(*parseColumns(u"created,actor,@deep.key"_s));

    const QByteArray table = written(writer, 1);

    QVERIFY(writer.needsRaw());
    QCOMPARE(writer.neutralisedCells(), 1); // the title of the path
    QCOMPARE(table,
             QByteArray("| created | actor | '@deep.key |\n"
                        "| --- | --- | --- |\n"
                        "| 2025-11-20T08:55:00.123456Z | ann@example.com | v |\n"));
}

void ClipboardWritersTest::writesCellsAsText_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("another column") << QByteArray("a|b") << QByteArray(R"(a\|b)");
    QTest::newRow("line breaks") << QByteArray("a\nb\r\nc\rd") << QByteArray("a<br>b<br>c<br>d");
    QTest::newRow("markup") << QByteArray("<img src=x>") << QByteArray(R"(\<img src=x\>)");
    QTest::newRow("a link") << QByteArray("[x](http://y)") << QByteArray(R"(\[x\]\(http://y\))");
    QTest::newRow("emphasis") << QByteArray("*a* _b_") << QByteArray(R"(\*a\* \_b\_)");
    QTest::newRow("a backslash") << QByteArray(R"(C:\x)") << QByteArray(R"(C:\\x)");
    QTest::newRow("a formula") << QByteArray("=1+1") << QByteArray("'=1+1");
}

void ClipboardWritersTest::writesCellsAsText()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, cell);
    MarkdownWriter writer(*parseColumns(u"message"_s));
    EventRecord record = sampleRecord();
    record.event.message = message.toStdString();
    std::string out;

    writer.writeRecord(record, out);

    QCOMPARE(QByteArray::fromStdString(out), QByteArray("| " + cell + " |\n"));
}

TRAILGLASS_TEST(ClipboardWritersTest)
#include "tst_clipboardwriters.moc"
