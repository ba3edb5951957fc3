// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/column.h"
#include "tests/exporting/samplerecord.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class ColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNamesAliasesAndPaths_data();
    void readsNamesAliasesAndPaths();
    void refusesWhatIsNoColumn_data();
    void refusesWhatIsNoColumn();
    void suggestsTheNearestName();
    void listsTheDefaults();
    void needsRawForRawAndPathsOnly();
    void givesTheCellAsText_data();
    void givesTheCellAsText();
    void givesMarkAndNoteOfAReviewer();
};

void ColumnsTest::readsNamesAliasesAndPaths_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QStringList>("titles");

    QTest::newRow("one") << u"created"_s << QStringList{u"created"_s};
    QTest::newRow("several") << u"created,actor.email,raw"_s
                             << QStringList{u"created"_s, u"actor.email"_s, u"raw"_s};
    QTest::newRow("alias becomes its field") << u"user,conn"_s << QStringList{u"actor"_s, u"source"_s};
    QTest::newRow("case does not matter") << u"CREATED,EventType"_s << QStringList{u"created"_s, u"action"_s};
    QTest::newRow("a path") << u"@items[*].id,@Xy"_s << QStringList{u"@items[*].id"_s, u"@Xy"_s};
    QTest::newRow("a path in more quotes than it needs")
        << u"@\"a\".b,@\"c d\""_s << QStringList{u"@a.b"_s, u"@\"c d\""_s};
    QTest::newRow("a comma in quotes") << u"@\"a,b\".c,id"_s << QStringList{u"@\"a,b\".c"_s, u"id"_s};
    QTest::newRow("spaces around") << u" id , @a "_s << QStringList{u"id"_s, u"@a"_s};
    QTest::newRow("twice") << u"id,actor,id"_s << QStringList{u"id"_s, u"actor"_s};
    QTest::newRow("what reviewers say") << u"Mark,note,mark"_s << QStringList{u"mark"_s, u"note"_s};
    QTest::newRow("beside its alias") << u"action,event,eventType"_s << QStringList{u"action"_s};
    QTest::newRow("a path written in two ways") << u"@a.b,@\"a\".b"_s << QStringList{u"@a.b"_s};
}

void ColumnsTest::readsNamesAliasesAndPaths()
{
    QFETCH(const QString, list);
    QFETCH(const QStringList, titles);

    const auto columns = parseColumns(list);

    QVERIFY2(columns, columns ? "" : qPrintable(columns.error().message));
    QStringList parsed;
    for (const Column &column : *columns)
        parsed += QString::fromStdString(column.title);
    QCOMPARE(parsed, titles);
}

void ColumnsTest::refusesWhatIsNoColumn_data()
{
    QTest::addColumn<QString>("list");

    QTest::newRow("nothing") << u""_s;
    QTest::newRow("an empty place") << u"id,,actor"_s;
    QTest::newRow("a comma at the end") << u"id,"_s;
    QTest::newRow("an unknown name") << u"id,colour"_s;
    QTest::newRow("a lone at") << u"@"_s;
    QTest::newRow("a broken path") << u"@a..b"_s;
    QTest::newRow("an open bracket") << u"@a[1"_s;
    QTest::newRow("a filter term") << u"actor:x"_s;
    QTest::newRow("a derived field") << u"hour"_s;
    QTest::newRow("the state of a review") << u"is"_s;
    QTest::newRow("a preset") << u"preset:x"_s;
}

void ColumnsTest::refusesWhatIsNoColumn()
{
    QFETCH(const QString, list);

    const auto columns = parseColumns(list);

    QVERIFY(!columns);
    QCOMPARE(columns.error().kind, ErrorKind::Usage);
    QVERIFY(!columns.error().message.isEmpty());
}

void ColumnsTest::suggestsTheNearestName()
{
    const auto columns = parseColumns(u"actr"_s);

    QVERIFY(!columns);
    QVERIFY2(columns.error().message.contains(u"actor"_s), qPrintable(columns.error().message));
}

void ColumnsTest::listsTheDefaults()
{
    const auto parsed = parseColumns(u"created,source,vendor,action,op,outcome,actor,target,ip,message,id"_s);

    QVERIFY(parsed);
    QVERIFY(*parsed == defaultColumns());
}

void ColumnsTest::needsRawForRawAndPathsOnly()
{
    for (const Field field : allFields())
        QCOMPARE((Column{field, {}}.needsRaw()), field == Field::Raw);
    QVERIFY((Column{Filter::JsonPath{{{.member = "a"}}}, {}}.needsRaw()));
    QVERIFY(!(Column{Filter::ReviewField::Note, {}}.needsRaw()));
}

void ColumnsTest::givesTheCellAsText_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("field") << u"actor"_s << QByteArray("ann@example.com");
    QTest::newRow("time") << u"created"_s << QByteArray("2025-11-20T08:55:00.123456Z");
    QTest::newRow("class") << u"op"_s << QByteArray("update");
    QTest::newRow("raw") << u"raw"_s << QByteArray::fromStdString(sampleRecord().event.raw);
    QTest::newRow("string, decoded") << u"@text"_s << QByteArray("a\"bé");
    QTest::newRow("number as its token") << u"@n"_s << QByteArray("1.50");
    QTest::newRow("object as raw") << u"@deep"_s << QByteArray(R"({"key":"v"})");
    QTest::newRow("array as raw") << u"@tags"_s << QByteArray(R"(["x","y"])");
    QTest::newRow("several matches as an array") << u"@tags[*]"_s << QByteArray(R"(["x","y"])");
    QTest::newRow("one of an array") << u"@tags[1]"_s << QByteArray("y");
    QTest::newRow("nothing there") << u"@missing"_s << QByteArray();
}

void ColumnsTest::givesTheCellAsText()
{
    QFETCH(const QString, column);
    QFETCH(const QByteArray, text);
    const auto columns = parseColumns(column);
    QVERIFY(columns);
    const EventRecord record = sampleRecord();
    std::string scratch;

    QCOMPARE(QByteArray::fromStdString(std::string(cellText(record, columns->front(), scratch))), text);
}

void ColumnsTest::givesMarkAndNoteOfAReviewer()
{
    const auto columns = parseColumns(u"mark,note"_s);
    QVERIFY(columns);
    EventRecord record = sampleRecord();
    std::string scratch;
    std::string json;
    for (const Column &column : *columns) {
        QVERIFY(cellText(record, column, scratch).empty());
        appendCellJson(record, column, json);
    }
    record.mark = MarkColour::Purple;
    record.note = "a\"b\n\u00E9";
    QCOMPARE(std::string(cellText(record, columns->front(), scratch)), std::string("purple"));
    QCOMPARE(std::string(cellText(record, columns->back(), scratch)), record.note);
    for (const Column &column : *columns)
        appendCellJson(record, column, json);
    QCOMPARE(json, std::string("nullnull\"purple\"\"a\\\"b\\n\u00E9\""));
}

TRAILGLASS_TEST(ColumnsTest)
#include "tst_columns.moc"
