// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/jsonpathreader.h"

#include "models/filter/fieldnames.h"
#include "models/filter/memberprobe.h"
#include "models/filter/pathmatcher.h"
#include "models/filter/querycontext.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

class JsonPathTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsValues_data();
    void findsValues();
    void knowsWhereAMemberCannotBe();
    void flattensArraysAtTheEnd_data();
    void flattensArraysAtTheEnd();
    void makesCells_data();
    void makesCells();
    void knowsWhatIsPresent_data();
    void knowsWhatIsPresent();
    void stopsWhenTheVisitorHasEnough();
    void endsWhenItIsCancelled();
    void standsDeepNesting();
    void standsBrokenBytes();
};

namespace {

JsonPath pathOf(const QString &text)
{
    const auto reference = parseFieldReference(text);
    return std::get<JsonPath>(std::get<FieldReference>(reference));
}

QString tokens(const QByteArray &raw, const QString &path, decltype(&visit) visitValues)
{
    QStringList found;
    const std::string bytes = raw.toStdString();
    visitValues(bytes, pathOf(path), [&](const JsonValueView &value) {
        found += QString::fromUtf8(value.token.data(), static_cast<qsizetype>(value.token.size()));
        return true;
    });
    return found.join(u" ; ");
}

} // namespace

void JsonPathTest::findsValues_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *raw, const QString &path, const QString &found) {
        QTest::newRow(name) << QByteArray(raw) << path << found;
    };
    row("member", R"({"a":1,"b":2})", u"@b"_s, u"2"_s);
    row("nested", R"({"a":{"b":{"c":"x"}}})", u"@a.b.c"_s, u"\"x\""_s);
    row("whole object", R"({"a": {"b" : [1, 2]} })", u"@a"_s, u"{\"b\" : [1, 2]}"_s);
    row("missing", R"({"a":1})", u"@b"_s, u""_s);
    row("no further than a scalar", R"({"a":1})", u"@a.b"_s, u""_s);
    row("case counts", R"({"A":1})", u"@a"_s, u""_s);
    row("duplicate keys, any", R"({"a":1,"a":2,"b":3})", u"@a"_s, u"1 ; 2"_s);
    row("duplicates of an object", R"({"a":{"x":1},"a":{"x":2}})", u"@a.x"_s, u"1 ; 2"_s);
    row("every element", R"({"a":[1,{"b":2},3]})", u"@a[*]"_s, u"1 ; {\"b\":2} ; 3"_s);
    row("members of every element", R"({"a":[{"id":1},{"id":2},{}]})", u"@a[*].id"_s, u"1 ; 2"_s);
    row("members without a star", R"({"a":[{"id":1},{"id":2}]})", u"@a.id"_s, u"1 ; 2"_s);
    row("arrays of arrays", R"({"a":[[{"id":1}],[[{"id":2}]]]})", u"@a.id"_s, u"1 ; 2"_s);
    row("one star is one level", R"({"a":[[1,2],[3]]})", u"@a[*]"_s, u"[1,2] ; [3]"_s);
    row("index", R"({"a":[10,20,30]})", u"@a[1]"_s, u"20"_s);
    row("index after the end", R"({"a":[10]})", u"@a[1]"_s, u""_s);
    row("index of an index", R"({"a":[[1,2],[3,4]]})", u"@a[1][0]"_s, u"3"_s);
    row("index of what is no array", R"({"a":{"0":1}})", u"@a[0]"_s, u""_s);
    row("star on what is no array", R"({"a":{"b":1}})", u"@a[*]"_s, u""_s);
    row("member named by digits", R"({"a":{"0":1}})", u"@a.0"_s, u"1"_s);
    row("array whole", R"({"a":[1,2]})", u"@a"_s, u"[1,2]"_s);
    row("empty array", R"({"a":[]})", u"@a[*]"_s, u""_s);
    row("empty object", R"({"a":{}})", u"@a.b"_s, u""_s);
    row("quoted key", R"({"a b":{"c\"d":1}})", u"@\"a b\".\"c\"\"d\""_s, u"1"_s);
    row("empty key", R"({"":1})", u"@\"\""_s, u"1"_s);
    row("escaped key", R"({"n\u0061me":1})", u"@name"_s, u"1"_s);
    row("key with a dot", R"({"a.b":1,"a":{"b":2}})", u"@\"a.b\""_s, u"1"_s);
    row("whitespace everywhere", " { \"a\" :\r\n [ 1 , { \"b\" : 2 } ] } ", u"@a.b"_s, u"2"_s);
    row("JSON in a string", R"({"m":"{\"schedule\":{\"name\":\"n\\u00e9\"}}"})", u"@m.schedule.name"_s,
        u"\"n\\u00e9\""_s);
    row("array in a string", R"({"m":" [1,2] "})", u"@m[1]"_s, u"2"_s);
    row("string in a string in a string", R"({"m":"{\"n\":\"{\\\"o\\\":5}\"}"})", u"@m.n.o"_s, u"5"_s);
    row("a string stays one at the end", R"({"m":"[1,2]"})", u"@m"_s, u"\"[1,2]\""_s);
    row("what only looks like JSON", R"({"m":"{\"a\":1, oops"})", u"@m.a"_s, u""_s);
    row("strings in an array looked through", R"({"m":["{\"a\":1}","{\"a\":2}"]})", u"@m.a"_s, u"1 ; 2"_s);
    row("long numbers", R"({"a":123456789012345678901234567890,"b":1e400})", u"@a"_s,
        u"123456789012345678901234567890"_s);
    row("brackets in strings", R"({"x":"}]\"{","a":1})", u"@a"_s, u"1"_s);
}

void JsonPathTest::findsValues()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const QString, path);
    QFETCH(const QString, found);
    QCOMPARE(tokens(raw, path, visit), found);
    if (!found.isEmpty())
        QVERIFY(MemberProbe(pathOf(path)).mayHold(raw.toStdString()));
}

void JsonPathTest::knowsWhereAMemberCannotBe()
{
    const auto mayHold = [](const QString &path, std::string_view raw) {
        return MemberProbe(pathOf(path)).mayHold(raw);
    };
    QVERIFY(!mayHold(u"@a.name[*]"_s, R"({"a":[{"id":"x\n"}]})"));
    QVERIFY(mayHold(u"@a.name[*]"_s, R"({"a":[{"n\u0061me":["x"]}]})"));
    QVERIFY(mayHold(u"@a.\"x/y\""_s, R"({"a":{"x\/y":1}})"));
    QVERIFY(mayHold(u"@a.\"\""_s, R"({"a":{"":1}})"));
}

void JsonPathTest::flattensArraysAtTheEnd_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *raw, const QString &path, const QString &found) {
        QTest::newRow(name) << QByteArray(raw) << path << found;
    };
    row("elements", R"({"a":[1,"x",null]})", u"@a"_s, u"1 ; \"x\" ; null"_s);
    row("elements of elements", R"({"a":[[1,[2]],[],3]})", u"@a"_s, u"1 ; 2 ; 3"_s);
    row("with a star too", R"({"a":[[1],[2]]})", u"@a[*]"_s, u"1 ; 2"_s);
    row("objects stay whole", R"({"a":[{"b":[1]}]})", u"@a"_s, u"{\"b\":[1]}"_s);
    row("those before a broken one", R"({"a":[1,[2,[3,x]]],"a":4})", u"@a"_s, u"1 ; 2 ; 3"_s);
    row("empty array has none", R"({"a":[[],[]]})", u"@a"_s, u""_s);
}

void JsonPathTest::flattensArraysAtTheEnd()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const QString, path);
    QTEST(tokens(raw, path, visitElements), "found");
}

void JsonPathTest::makesCells_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("token");
    const auto row = [](const char *name, const char *raw, const QString &text, const QString &token) {
        QTest::newRow(name) << QByteArray(raw) << text << token;
    };
    row("string", R"({"a":{"b":"l\u00e9"}})", u"lé"_s, u"\"l\\u00e9\""_s);
    row("number", R"({"a":{"b":1.10}})", u"1.10"_s, u"1.10"_s);
    row("true", R"({"a":{"b":true}})", u"true"_s, u"true"_s);
    row("null", R"({"a":{"b":null}})", u"-"_s, u"null"_s);
    row("object", R"({"a":{"b":{"c": 1}}})", u"{\"c\": 1}"_s, u"{\"c\": 1}"_s);
    row("array", R"({"a":{"b":[1, "x"]}})", u"[1, \"x\"]"_s, u"[1, \"x\"]"_s);
    row("nothing", R"({"a":{}})", u"-"_s, u"-"_s);
    row("several", R"({"a":[{"b":"x"},{"b":2},{"b":null}]})", u"[\"x\",2,null]"_s, u"[\"x\",2,null]"_s);
    row("duplicates", R"({"a":{"b":1,"b":1}})", u"[1,1]"_s, u"[1,1]"_s);
    row("inside a string", R"({"a":"{\"b\":\"x\\\"y\"}"})", u"x\"y"_s, u"\"x\\\"y\""_s);
}

void JsonPathTest::makesCells()
{
    QFETCH(const QByteArray, raw);
    const std::string bytes = raw.toStdString();
    QTEST(QString::fromStdString(cellText(bytes, pathOf(u"@a.b"_s)).value_or("-")), "text");
    QTEST(QString::fromStdString(cellToken(bytes, pathOf(u"@a.b"_s)).value_or("-")), "token");
}

void JsonPathTest::knowsWhatIsPresent_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("present");
    for (const char *value : {"0", "false", "\" \"", "{\"a\":null}", "[null]", "[[]]"})
        QTest::newRow(value) << QByteArray(value) << true;
    for (const char *value : {"null", "\"\"", "{}", "[]", "{ }", "[\n]"})
        QTest::newRow(value) << QByteArray(value) << false;
}

void JsonPathTest::knowsWhatIsPresent()
{
    QFETCH(const QByteArray, value);
    const std::string raw = "{\"a\":" + value.toStdString() + "}";
    visit(raw, pathOf(u"@a"_s), [&](const JsonValueView &found) {
        [&] {
            QTEST(found.isPresent(), "present");
        }();
        return true;
    });
}

void JsonPathTest::stopsWhenTheVisitorHasEnough()
{
    int visits = 0;
    const auto stopAtSecond = [&](const JsonValueView &) {
        return ++visits < 2;
    };
    visit(R"({"a":[1,2,3],"a":4})", pathOf(u"@a[*]"_s), stopAtSecond);
    QCOMPARE(visits, 2);
    visits = 0;
    visitElements(R"({"a":[[1,2],3]})", pathOf(u"@a"_s), stopAtSecond);
    QCOMPARE(visits, 2);
}

void JsonPathTest::endsWhenItIsCancelled()
{
    const Term term{pathOf(u"@a"_s), Comparison::Contains, {TextValue{"not in it", {}}}};
    CancelSource source;
    const auto matcher = PathMatcher::compile(term, {}, source.token());
    QVERIFY(matcher);
    const std::string_view raw = R"({"a":["one","not \u0069n","two"]})";
    SearchTime time;
    QCOMPARE(matcher->matches(raw, time), Match::No);
    source.cancel();
    QCOMPARE(matcher->matches(raw, time), Match::LimitPassed);
    QVERIFY(matcher->mayMatchAny(R"({"b":1,"a":2})"));
}

void JsonPathTest::standsDeepNesting()
{
    const auto nested = [](int depth) {
        return QByteArray(QByteArray(depth, '[') + "{\"b\":1}" + QByteArray(depth, ']'));
    };
    const auto object = [](const QByteArray &value) {
        return QByteArray("{\"a\":" + value + "}");
    };
    QCOMPARE(tokens(object(nested(990)), u"@a.b"_s, visit), u"1"_s);
    QCOMPARE(tokens(object(nested(990)), u"@a"_s, visitElements), u"{\"b\":1}"_s);
    QCOMPARE(tokens(object(nested(100'000)), u"@a.b"_s, visit), u""_s);
    QCOMPARE(tokens(object(nested(100'000)), u"@a"_s, visitElements), u""_s);
    const QByteArray inString = "\"" + nested(100'000).replace('"', "\\\"") + "\"";
    QCOMPARE(tokens(object(inString), u"@a.b"_s, visit), u""_s);
}

void JsonPathTest::standsBrokenBytes()
{
    // Every prefix of a document, and the document with each byte replaced: nothing may be read outside of
    // it.
    const std::string whole = R"({"a":[{"b":"x\u00e9\"","c":-1.5e+3},"{\"b\":[true,null]}"],"a":{}})";
    const JsonPath path = pathOf(u"@a.b"_s);
    int values = 0;
    const auto count = [&](const JsonValueView &value) {
        values += value.text().empty() ? 0 : 1;
        return true;
    };
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        // A copy of its own, so that a sanitizer sees a read after its end.
        const std::vector<char> prefix(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
        visitElements({prefix.data(), prefix.size()}, path, count);
    }
    for (std::size_t place = 0; place < whole.size(); ++place) {
        for (const char byte : {'"', '\\', '{', ']', ',', ':', '0', '\0', '\xFF'}) {
            std::string broken = whole;
            broken[place] = byte;
            visitElements(broken, path, count);
        }
    }
    QVERIFY(values > 0);
}

TRAILGLASS_TEST(JsonPathTest)
#include "tst_jsonpath.moc"
