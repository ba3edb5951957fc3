// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/jsonflattener.h"

#include "models/archive/textforms.h"
#include "models/core/text.h"
#include "models/filter/jsonpathreader.h"
#include "models/filter/querycontext.h"
#include "models/filter/rowevaluator.h"
#include "models/filter/textsearcher.h"
#include "models/json/jsonlimits.h"
#include "tests/archive/flatlookup.h"
#include "tests/archive/nestedjson.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;
using namespace Trailglass::Testing;

class JsonFlattenerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesJsonApart_data();
    void takesJsonApart();
    void keepsPathsInTheListOfTheirBucket();
    void findsWhatAVisitOfThePathFinds();
    void findsWhatIsCompleteInBrokenJson();
    void agreesWithTheEvaluatorOnEveryKindOfValue();
    void readsDeepArrays();
    void readsStringsInsideStrings();
    void refusesWhatNestingMultiplies_data();
    void refusesWhatNestingMultiplies();
    void forgetsTheEventBefore();
};

namespace {

/// `path|at|text|first letter of the key` of each value, by path, and after a slash those of objects.
QString described(const JsonFlattener &json)
{
    const auto line = [](const FlatValue &value) -> QString {
        return toQString(value.path) + u'|' + toQString(value.at) + u'|' + toQString(value.text) + u'|'
            + toQString(value.key.substr(0, 1));
    };
    std::vector<FlatValue> values;
    for (int list = 0; list < PathBuckets; ++list)
        values.insert(values.end(), json.values(list).begin(), json.values(list).end());
    std::ranges::stable_sort(values, {}, &FlatValue::path);
    QStringList lines;
    std::ranges::transform(values, std::back_inserter(lines), line);
    QStringList objects;
    std::ranges::transform(json.values(JsonFlattener::ObjectList), std::back_inserter(objects), line);
    QString text = lines.join(u"; ");
    if (!objects.isEmpty())
        text += u" / "_s + objects.join(u"; ");
    return text;
}

/// The values that a visit of the path finds, with the keys that they should have.
std::vector<FlatMatch> visited(std::string_view raw, const JsonPath &path)
{
    std::vector<FlatMatch> found;
    visitElements(raw, path, [&](const JsonValueView &value) {
        FlatMatch match{value.text(), {}, value.kind == JsonKind::Object};
        if (!match.isObject)
            appendValueKey(match.key, value.kind, match.text);
        else if (!value.isPresent())
            match.key = EmptyObjectKey;
        else if (!appendAddressKey(match.key, match.text))
            match.key = ObjectKey;
        found.push_back(std::move(match));
        return true;
    });
    return found;
}

std::vector<std::string> composedTexts(const std::vector<FlatMatch> &values)
{
    std::vector<std::string> texts;
    for (const FlatMatch &value : values)
        texts.push_back(composedForm(value.text).value_or(value.text));
    std::ranges::sort(texts);
    return texts;
}

bool evaluates(const std::string &raw, Term term)
{
    const auto evaluator =
        RowEvaluator::compile(makeNode(std::move(term)), {*parseTime("2026-11-20T10:30:00Z")});
    EventRecord record;
    record.event.raw = raw;
    return evaluator.hasValue() && *evaluator->matches(record);
}

/// As a string in JSON in which every quote and backslash is written by its number, so that strings inside strings grow
/// by a sum and not by a product.
std::string numberedString(const std::string &text)
{
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"')
            json += "\\u0022";
        else if (c == '\\')
            json += "\\u005c";
        else
            json += c;
    }
    return json + '"';
}

std::string repeated(std::string_view text, int count)
{
    std::string all;
    for (int done = 0; done < count; ++done)
        all += text;
    return all;
}

} // namespace

void JsonFlattenerTest::takesJsonApart_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("values");
    const auto row = [](const char *name, const char *raw, const char *values) {
        QTest::newRow(name) << QByteArray(raw) << QString::fromUtf8(values);
    };
    row("numbers as written", R"({"a":1.10,"b":-0e5})", "a||1.10|n; b||-0e5|n");
    row("words", R"({"a":null,"b":true,"c":false})", "a||null|z; b||true|; c||false|");
    row("text", R"({"a":"x y","b":""})", "a||x y|; b|||");
    row("escapes", R"({"a":"\u0041\n\ud83d\ude00\ud800"})", "a||A\n\xF0\x9F\x98\x80\uFFFD|");
    row("what texts stand for", R"({"a":"1e3","b":"2026-11-20","c":"to 10.0.0.1"})",
        "a||1e3|n; b||2026-11-20|t; c||to 10.0.0.1|a");
    row("members", R"({"a":{"b":1}})", "a|||o; a.b||1|n / a||{\"b\":1}|o");
    row("empty object", R"({"a":{ }})", "a|||e / a||{ }|e");
    row("addresses in an object", R"({"a":{"b":"at 10.0.0.1 x"}})",
        "a|||o; a.b||at 10.0.0.1 x|a / a||{\"b\":\"at 10.0.0.1 x\"}|a");
    row("elements", R"({"a":[1,[2,"x"],[]]})", "a|[0]|1|n; a|[1][0]|2|n; a|[1][1]|x|");
    row("objects in an array", R"({"a":[{"b":1},{"b":[2]}]})",
        "a|[0]||o; a|[1]||o; a.b|[0]/|1|n; a.b|[1]/[0]|2|n / a|[0]|{\"b\":1}|o; a|[1]|{\"b\":[2]}|o");
    row("marks stay with their name", R"({"a":{"b":[{"c":1}]}})",
        "a|||o; a.b|/[0]||o; a.b.c|/[0]/|1|n / a||{\"b\":[{\"c\":1}]}|o; a.b|/[0]|{\"c\":1}|o");
    row("duplicate members", R"({"a":1,"b":2,"a":3})", "a||1|n; a||3|n; b||2|n");
    row("array in a string", R"({"a":" [1]"})", "a|| [1]|; a\"|\"[0]|1|n");
    row("object in a string", R"({"a":"{\"b\":2}"})", "a||{\"b\":2}|; a.b|\"/|2|n");
    row("objects in an array in a string", R"({"a":"[{\"b\":2}]"})",
        "a||[{\"b\":2}]|; a\"|\"[0]||o; a.b|\"[0]/|2|n / a\"|\"[0]|{\"b\":2}|o");
    row("string in an array in a string", R"({"a":["[\"[3]\"]"]})",
        "a|[0]|[\"[3]\"]|; a\"|[0]\"[0]|[3]|; a\"|[0]\"[0]\"[0]|3|n");
    row("a string that only looks like JSON", R"({"a":"[1,","b":"[1] 2"})", "a||[1,|; b||[1] 2|");
    row("a scalar in a string", R"({"a":"1","b":"\"x\""})", "a||1|n; b||\"x\"|");
    row("names with dots, quotes, backslashes", "{\"x.y\":1,\"x\\\"\":2,\"x\\\\\":3}",
        "x\\\"||2|n; x\\.y||1|n; x\\\\||3|n");
    row("names without letters", R"({"":{"":1}})", "|||o; .||1|n / ||{\"\":1}|o");
    row("escaped name", R"({"\u0061":1})", "a||1|n");
    row("array at the root", R"([{"a":[1]},2,{}])", "a|[0]|1|n");
    row("string at the root", R"("[{\"a\":1}]")", "a||1|n");
    row("nothing at the root", "17", "");
    row("another form of a text", "{\"a\":[\"e\\u0301\",\"\u00e9\"]}",
        "a|[1]|\u00e9|; a\\c|[0]|\u00e9|; a\\v|[0]|e\u0301|");
    row("another form of an object", "{\"a\":{\"b\":\"e\u0301\"}}",
        "a|||o; a.b\\c||\u00e9|; a.b\\v||e\u0301| / a\\v||{\"b\":\"e\u0301\"}|o; a\\c||{\"b\":\"\u00e9\"}|");
    row("another form in a string", "{\"a\":\"[\\\"e\u0301\\\"]\"}",
        "a\"\\c|\"[0]|\u00e9|; a\"\\v|\"[0]|e\u0301|; a\\c||[\"\u00e9\"]|; a\\v||[\"e\u0301\"]|");
    row("another form of a name", "{\"e\u0301\":1}", "e\u0301||1|n");
    row("cut off", R"({"a":1,"b":{"c":{"d":2},"e":[3,4)",
        "a||1|n; b.c|||o; b.c.d||2|n; b.e|/[0]|3|n / "
        "b.c||{\"d\":2}|o");
    row("after the value", R"({"a":1}{"b":2})", "a||1|n");
    row("no JSON", "x", "");
    row("nothing", "", "");
}

void JsonFlattenerTest::takesJsonApart()
{
    QFETCH(const QByteArray, raw);
    const std::string bytes = raw.toStdString();
    JsonFlattener json;
    QVERIFY(json.flatten(bytes).hasValue());
    QTEST(described(json), "values");
}

void JsonFlattenerTest::keepsPathsInTheListOfTheirBucket()
{
    const std::string raw = R"({"a":{"b":[{"c":"[{\"d\":[1]}]"}]},"x.y":2})";
    JsonFlattener json;
    QVERIFY(json.flatten(raw).hasValue());
    int values = 0;
    for (int list = 0; list < PathBuckets; ++list) {
        for (const FlatValue &value : json.values(list)) {
            const bool isInText = value.path.ends_with('"');
            QCOMPARE(bucketOf(value.path.substr(0, value.path.size() - (isInText ? 1 : 0))), list);
            ++values;
        }
    }
    QCOMPARE(values, 6); // a, a.b, a.b.c, the object in its string, a.b.c.d, x.y
}

void JsonFlattenerTest::findsWhatAVisitOfThePathFinds()
{
    NestedJson generator(2026);
    JsonFlattener json;
    int found = 0;
    int others = 0;
    for (int event = 0; event < generatedCases(4'000, 1'000); ++event) {
        const std::string raw = generator.object();
        QVERIFY(json.flatten(raw).hasValue());
        for (int paths = 0; paths < 20; ++paths) {
            const JsonPath path = generator.path();
            const std::vector<FlatMatch> expected = visited(raw, path);
            const FlatLookup lookup(path);
            QVERIFY2(lookup.values(json) == expected, raw.c_str());
            const std::vector<std::string> composed = composedTexts(expected);
            QVERIFY2(lookup.composedTexts(json) == composed, raw.c_str());
            found += expected.empty() ? 0 : 1;
            others += path.steps.back().kind != PathStep::Kind::Member && !expected.empty() ? 1 : 0;
        }
    }
    QVERIFY(found > generatedCases(1'000, 250));
    QVERIFY(others > generatedCases(50, 12));
}

void JsonFlattenerTest::findsWhatIsCompleteInBrokenJson()
{
    NestedJson generator(7);
    JsonFlattener json;
    for (int event = 0; event < generatedCases(1'000, 250); ++event) {
        std::string raw = generator.object();
        const std::size_t place = generator.below(raw.size());
        if (generator.below(2) == 0)
            raw.resize(place);
        else
            raw[place] = '?';
        QVERIFY(json.flatten(raw).hasValue());
        for (int paths = 0; paths < 20; ++paths) {
            const JsonPath path = generator.path();
            QVERIFY2(FlatLookup(path).values(json) == visited(raw, path), raw.c_str());
        }
    }
}

void JsonFlattenerTest::agreesWithTheEvaluatorOnEveryKindOfValue()
{
    NestedJson generator(31);
    JsonFlattener json;
    const std::string limit = numberKey("1.0");
    const std::string moment = timeKey(*parseTime("2026-11-20T09:15:00Z"));
    int matches = 0;
    for (int event = 0; event < generatedCases(3'000, 800); ++event) {
        const std::string raw = generator.object();
        QVERIFY(json.flatten(raw).hasValue());
        const JsonPath path = generator.path();
        const FlatLookup lookup(path);
        const std::vector<FlatMatch> values = lookup.values(json);
        const std::vector<std::string> composed = lookup.composedTexts(json);
        const auto check = [&](Comparison comparison, const Value &value, bool expected) {
            matches += expected ? 1 : 0;
            return evaluates(raw, {path, comparison, {value}}) == expected;
        };
        const bool isPresent = std::ranges::any_of(values, [](const FlatMatch &each) {
            return !each.text.empty() && each.key != NullKey && each.key != EmptyObjectKey;
        });
        QVERIFY2(check(Comparison::Matches, PresentValue{}, isPresent), raw.c_str());
        const bool isGreater = std::ranges::any_of(values, [&limit](const FlatMatch &each) {
            return each.key > limit && each.key < EndOfNumberKeys;
        });
        QVERIFY2(check(Comparison::Greater, NumberValue{"1.0"}, isGreater), raw.c_str());
        const bool isLater = std::ranges::any_of(values, [&moment](const FlatMatch &each) {
            return each.key >= moment && each.key < EndOfTimeKeys;
        });
        const TimeValue time{TimeValue::Absolute{"2026-11-20T09:15:00Z"}};
        QVERIFY2(check(Comparison::GreaterOrEqual, time, isLater), raw.c_str());
        const std::string text = generator.text();
        const bool isEqual = std::ranges::find(values, text, &FlatMatch::text) != values.end();
        QVERIFY2(check(Comparison::Exactly, TextValue{text, {}}, isEqual), raw.c_str());
        if (text.empty())
            continue;
        const bool isContained =
            std::ranges::any_of(composed, [searcher = TextSearcher(text)](const std::string &each) {
                return searcher.contains(each);
            });
        QVERIFY2(check(Comparison::Contains, TextValue{text, {}}, isContained), raw.c_str());
    }
    QVERIFY(matches > generatedCases(100, 20));
}

void JsonFlattenerTest::readsDeepArrays()
{
    const int levels = MaxJsonDepth - 1; // within one object
    const std::string raw = "{\"a\":" + repeated("[", levels) + "7" + repeated("]", levels) + "}";
    JsonFlattener json;
    QVERIFY(json.flatten(raw).hasValue());
    const std::vector<FlatValue> &values = json.values(bucketOf(std::string_view("a")));
    QCOMPARE(values.size(), std::size_t{1});
    QCOMPARE(std::string(values.front().at), repeated("[0]", levels));
    QCOMPARE(std::string(values.front().text), std::string("7"));
    const std::string tooDeep = "{\"b\":1,\"a\":[" + raw.substr(5, raw.size() - 6) + "]}";
    QVERIFY(json.flatten(tooDeep).hasValue());
    QCOMPARE(described(json), u"b||1|n"_s);
}

void JsonFlattenerTest::readsStringsInsideStrings()
{
    constexpr int Levels = 100;
    std::string raw = "{\"a\":1}";
    JsonPath path;
    path.steps.push_back({PathStep::Kind::Member, "a", 0});
    for (int level = 1; level < Levels; ++level) {
        raw = "{\"a\":" + numberedString(raw) + "}";
        path.steps.push_back(path.steps.front());
    }
    JsonFlattener json;
    QVERIFY(json.flatten(raw).hasValue());
    const std::vector<FlatMatch> found = FlatLookup(path).values(json);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found.front().text, std::string("1"));
    QVERIFY(found == visited(raw, path));
}

void JsonFlattenerTest::refusesWhatNestingMultiplies_data()
{
    QTest::addColumn<std::string>("raw");
    const std::string large(1'000'000, 'x');
    QTest::newRow("objects around a long text")
        << repeated("{\"a\":", 500) + '"' + large + '"' + repeated("}", 500);
    QTest::newRow("values at a long path") << "{\"" + large + "\":[1" + repeated(",1", 500) + "]}";
    QTest::newRow("values in many arrays")
        << "{\"a\":" + repeated("[", 900) + "1" + repeated(",1", 100'000) + repeated("]", 900) + "}";
    QTest::newRow("values without length") << "{\"\":[0" + repeated(",0", 5'000'000) + "]}";
    std::string strings = "{\"a\":\"" + large + "\"}";
    for (int level = 0; level < 80; ++level)
        strings = "{\"a\":" + numberedString(strings) + "}";
    QTest::newRow("strings around a long text") << strings;
}

void JsonFlattenerTest::refusesWhatNestingMultiplies()
{
    QFETCH(const std::string, raw);
    JsonFlattener json;
    const auto flattened = json.flatten(raw);
    QVERIFY(!flattened);
    QCOMPARE(flattened.error().kind, ErrorKind::TooLarge);
    QVERIFY(!flattened.error().message.isEmpty());
    QCOMPARE(described(json), QString());
    // And goes on.
    QVERIFY(json.flatten("{\"a\":1}").hasValue());
    QCOMPARE(described(json), u"a||1|n"_s);
}

void JsonFlattenerTest::forgetsTheEventBefore()
{
    JsonFlattener json;
    QVERIFY(json.flatten("{\"a\":{\"b\":[\"x\",\"y\"]},\"c\":\"{\\\"d\\\":").hasValue());
    QVERIFY(json.flatten(R"({"e":2})").hasValue());
    QCOMPARE(described(json), u"e||2|n"_s);
}

TRAILGLASS_TEST(JsonFlattenerTest)
#include "tst_jsonflattener.moc"
