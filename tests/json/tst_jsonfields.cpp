// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonfields.h"
#include "tests/runner/testclass.h"

#include <QByteArray>
#include <QTest>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace Trailglass;

namespace {

enum Place
{
    Top,
    Other,
    Inner,
    InnerOther,
    List
};
constexpr FieldTable Paths(std::array<FieldPath, 5>{{
    {"", "a"},
    {"", "b"},
    {"outer", "a"},
    {"outer", "b"},
    {"", "list"},
}});

std::string_view viewOf(const QByteArray &json)
{
    return {json.constData(), static_cast<std::size_t>(json.size())};
}

} // namespace

class JsonFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindAsItWasWritten_data();
    void readsEveryKindAsItWasWritten();
    void findsMembersOneLevelDown();
    void lastDuplicateHidesTheFirst();
    void readsKeysWithEscapes();
    void forgetsTheObjectBefore();
    void readsAroundWhateverIsNotWanted();
    void readsOverADeepTree();
    void takesTheFirstThatIsNotEmpty();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void listsElements_data();
    void listsElements();
    void tellsNamesOfOneBucketApart();
    void findsAMemberWithoutAName();
    void copiesOnlyWhatHasEscapes();
    void refusesEveryBeginningOfAnObject();
};

void JsonFieldsTest::readsEveryKindAsItWasWritten_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *value, JsonKind kind, const QByteArray &text) {
        QTest::newRow(name) << QByteArray(value) << static_cast<int>(kind) << text;
    };
    row("string", R"("x y")", JsonKind::String, "x y");
    row("empty string", R"("")", JsonKind::String, "");
    row("escapes", R"("\"\\\/\b\f\n\r\t\u00e9")", JsonKind::String, "\"\\/\b\f\n\r\té");
    row("NUL", R"("a\u0000b")", JsonKind::String, QByteArray("a\0b", 3));
    row("pair", R"("\ud83d\ude00")", JsonKind::String, "😀");
    row("lone surrogates", R"("\ude00\ud83d")", JsonKind::String, "\uFFFD\uFFFD");
    row("quote at the end", R"("a\"")", JsonKind::String, "a\"");
    row("number", "-0.10", JsonKind::Number, "-0.10");
    row("huge number", "1e400", JsonKind::Number, "1e400");
    row("thirty digits", "123456789012345678901234567890", JsonKind::Number,
        "123456789012345678901234567890");
    row("true", "true", JsonKind::Bool, "true");
    row("false", "false", JsonKind::Bool, "false");
    row("null", "null", JsonKind::Null, "");
    row("object", R"({"a":[1, {}]})", JsonKind::Object, "");
    row("array", R"([ 1 ])", JsonKind::Array, "");
}

void JsonFieldsTest::readsEveryKindAsItWasWritten()
{
    QFETCH(QByteArray, value);
    QFETCH(int, kind);
    QFETCH(QByteArray, text);
    for (const QByteArray &json :
         QByteArrayList{"{\"a\":" + value + "}", "{ \"a\"\t: " + value + " \r\n, \"c\" : 1 }"}) {
        JsonFields fields(Paths);
        QVERIFY(fields.read(viewOf(json)));
        QCOMPARE(static_cast<int>(fields.kind(Top)), kind);
        QCOMPARE(QByteArray::fromStdString(fields.text(Top)), text);
        QCOMPARE(QByteArray::fromStdString(std::string(fields.raw(Top))), value);
        QCOMPARE(fields.kind(Other), JsonKind::Missing);
    }
}

void JsonFieldsTest::findsMembersOneLevelDown()
{
    const QByteArray json(R"({"outer":{"a":1,"c":{"a":9},"b":"x"},"a":2,"deeper":{"outer":{"a":8}}})");
    JsonFields fields(Paths);
    QVERIFY(fields.read(viewOf(json)));
    QCOMPARE(fields.text(Inner), std::string("1"));
    QCOMPARE(fields.text(InnerOther), std::string("x"));
    QCOMPARE(fields.text(Top), std::string("2"));
}

void JsonFieldsTest::lastDuplicateHidesTheFirst()
{
    const QByteArray json(R"({"a":1,"a":"2","outer":{"a":1,"b":2},"outer":{"b":3,"b":4},"b":1,"b":null})");
    JsonFields fields(Paths);
    QVERIFY(fields.read(viewOf(json)));
    QCOMPARE(fields.text(Top), std::string("2"));
    QCOMPARE(fields.kind(Inner), JsonKind::Missing);
    QCOMPARE(fields.text(InnerOther), std::string("4"));
    QCOMPARE(fields.kind(Other), JsonKind::Null);
    const QByteArray replaced(R"({"outer":{"a":1},"outer":7})");
    QVERIFY(fields.read(viewOf(replaced)));
    QCOMPARE(fields.kind(Inner), JsonKind::Missing);
}

void JsonFieldsTest::readsKeysWithEscapes()
{
    const QByteArray json(R"({"\u0061":1,"o\u0075ter":{"\u0062":2},"\ud800":3,"x\"":4})");
    JsonFields fields(Paths);
    QVERIFY(fields.read(viewOf(json)));
    QCOMPARE(fields.text(Top), std::string("1"));
    QCOMPARE(fields.text(InnerOther), std::string("2"));
}

void JsonFieldsTest::forgetsTheObjectBefore()
{
    const QByteArray one(R"({"a":1,"outer":{"a":2}})");
    const QByteArray two(R"({})");
    JsonFields fields(Paths);
    QVERIFY(fields.read(viewOf(one)));
    QVERIFY(fields.read(viewOf(two)));
    QCOMPARE(fields.kind(Top), JsonKind::Missing);
    QCOMPARE(fields.kind(Inner), JsonKind::Missing);
}

void JsonFieldsTest::readsAroundWhateverIsNotWanted()
{
    const QByteArray json(
        R"({"x":[[],{},"]}",[{"a":5}]],"list":[{"a":6},"\"]",[7]] ,"y":{"z":"{[\\"},"a":"end"})");
    JsonFields fields(Paths);
    QVERIFY(fields.read(viewOf(json)));
    QCOMPARE(fields.text(Top), std::string("end"));
    QCOMPARE(std::string(fields.raw(List)), std::string(R"([{"a":6},"\"]",[7]])"));
}

void JsonFieldsTest::readsOverADeepTree()
{
    constexpr int Depth = 990;
    const QByteArray json("{\"x\":" + QByteArray(Depth, '[') + QByteArray(Depth, ']')
                          + ",\"list\":" + QByteArray(Depth, '[') + QByteArray(Depth, ']') + ",\"a\":1}");
    JsonFields fields(Paths);
    QVERIFY(fields.read(viewOf(json)));
    QCOMPARE(fields.text(Top), std::string("1"));
    QCOMPARE(fields.raw(List).size(), std::size_t(2 * Depth));
}

void JsonFieldsTest::takesTheFirstThatIsNotEmpty()
{
    const QByteArray json(R"({"a":"","b":"second"})");
    JsonFields fields(Paths);
    QVERIFY(fields.read(viewOf(json)));
    QCOMPARE(fields.text(Top, Other), std::string("second"));
    QCOMPARE(fields.text(Other, Top), std::string("second"));
    QCOMPARE(fields.text(Top, Inner), std::string());
}

void JsonFieldsTest::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("string") << QByteArray(R"("x")");
    QTest::newRow("number") << QByteArray("7");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"a":)");
}

void JsonFieldsTest::refusesWhatIsNoObject()
{
    QFETCH(QByteArray, json);
    JsonFields fields(Paths);
    QVERIFY(!fields.read(viewOf(json)));
}

void JsonFieldsTest::listsElements_data()
{
    QTest::addColumn<QByteArray>("array");
    QTest::addColumn<QByteArrayList>("elements");
    QTest::newRow("empty") << QByteArray("[ ]") << QByteArrayList();
    QTest::newRow("all kinds") << QByteArray(R"([ 1 , "a]" ,null,{"b": [2]} , [3, 4],true])")
                               << QByteArrayList{"1", R"("a]")", "null", R"({"b": [2]})", "[3, 4]", "true"};
    QTest::newRow("no array") << QByteArray("{}") << QByteArrayList();
}

void JsonFieldsTest::listsElements()
{
    QFETCH(QByteArray, array);
    QFETCH(QByteArrayList, elements);
    QByteArrayList found;
    for (const std::string_view element : elementsOf(viewOf(array)))
        found.append(QByteArray::fromStdString(std::string(element)));
    QCOMPARE(found, elements);
}

void JsonFieldsTest::tellsNamesOfOneBucketApart()
{
    // First byte and length add up to the same.
    constexpr FieldTable Alike(std::array<FieldPath, 4>{{{"", "aa"}, {"", "b"}, {"aa", "b"}, {"b", "aa"}}});
    JsonFields fields(Alike);
    const QByteArray json(R"({"b":{"b":1,"aa":2},"aa":{"aa":3,"b":4},"ab":5,"c":6,"":7})");
    QVERIFY(fields.read(viewOf(json)));
    QCOMPARE(fields.raw(0), std::string_view(R"({"aa":3,"b":4})"));
    QCOMPARE(fields.raw(1), std::string_view(R"({"b":1,"aa":2})"));
    QCOMPARE(fields.text(2), std::string("4"));
    QCOMPARE(fields.text(3), std::string("2"));
}

void JsonFieldsTest::findsAMemberWithoutAName()
{
    constexpr FieldTable Nameless(std::array<FieldPath, 2>{{{"", ""}, {"outer", ""}}});
    JsonFields fields(Nameless);
    const QByteArray json(R"({"outer":{"":1},"":2})");
    QVERIFY(fields.read(viewOf(json)));
    QCOMPARE(fields.text(0), std::string("2"));
    QCOMPARE(fields.text(1), std::string("1"));
}

void JsonFieldsTest::copiesOnlyWhatHasEscapes()
{
    const QByteArray json(R"({"a":"plain","b":"\u0061fter","list":[],"outer":{"a":1}})");
    JsonFields fields(Paths);
    QVERIFY(fields.read(viewOf(json)));
    std::string scratch;
    QCOMPARE(fields.textView(Top, scratch), std::string_view("plain"));
    QVERIFY(fields.textView(Top, scratch).data() == fields.raw(Top).data() + 1);
    QCOMPARE(fields.textView(Other, scratch), std::string_view("after"));
    QCOMPARE(fields.textView(Inner, scratch), std::string_view("1"));
    QVERIFY(fields.textView(List, scratch).empty());
    QVERIFY(fields.textView(InnerOther, scratch).empty());
}

void JsonFieldsTest::refusesEveryBeginningOfAnObject()
{
    const QByteArray json(R"( {"a" : "x\"y" , "outer":{"a":[1,{"b":"]"}],"b":-1e5 },"list":[true,null]})");
    JsonFields fields(Paths);
    for (qsizetype length = 0; length < json.size(); ++length) {
        // Memory of its own, so that a sanitizer sees what is read past the end.
        const std::vector<char> beginning(json.begin(), json.begin() + length);
        QVERIFY(!fields.read({beginning.data(), beginning.size()}));
    }
    QVERIFY(fields.read(viewOf(json)));
    QCOMPARE(fields.text(Top), std::string("x\"y"));
}

TRAILGLASS_TEST(JsonFieldsTest)
#include "tst_jsonfields.moc"
