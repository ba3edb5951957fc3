// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsontokenreader.h"

#include "models/json/jsonchildscanner.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

using Token = JsonTokenReader::Token;

class JsonTokenReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTokens_data();
    void readsTokens();
    void finishesTheValueAtAnyToken();
    void skipsOneMemberAndReadsTheNext();
    void countsTheNestingAroundTheValue_data();
    void countsTheNestingAroundTheValue();
    void findsTheFirstValue_data();
    void findsTheFirstValue();
    void knowsWhatIsJson_data();
    void knowsWhatIsJson();
    void findsChildrenInStepsOfAnySize();
    void readsJsonInsideAString_data();
    void readsJsonInsideAString();
};

namespace {

QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// One word a token; after `!` the bytes that were not read.
QString describe(std::string_view json)
{
    QStringList words;
    JsonTokenReader reader(json);
    for (;;) {
        switch (reader.next()) {
        case Token::BeginObject:
        case Token::BeginArray:
        case Token::Scalar:
            words += toText(reader.value().token);
            break;
        case Token::Name:
            words += toText(reader.value().token) + u':';
            break;
        case Token::End:
            words += toText(json.substr(reader.start(), 1));
            break;
        case Token::Done:
            return words.join(u' ');
        case Token::Broken:
            words += u'!' + toText(json.substr(reader.position()));
            return words.join(u' ');
        }
    }
}

} // namespace

void JsonTokenReaderTest::readsTokens_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char *name, const char *json, const QString &tokens) {
        QTest::newRow(name) << QByteArray(json) << tokens;
    };
    row("scalar", " 1.50 ", u"1.50"_s);
    row("string", R"("a\"]")", uR"("a\"]")"_s);
    row("empty containers", "[ {} , [ ] ]", u"[ { } [ ] ]"_s);
    row("members", R"({"a" : 1,"b":[true,null], "c":{}})", uR"({ "a": 1 "b": [ true null ] "c": { } })"_s);
    row("what follows the value is not read", "[1] x", u"[ 1 ]"_s);
    row("nothing", "", u"!"_s);
    row("only whitespace", " \n", u"!"_s);
    row("no value", "x", u"!x"_s);
    row("unfinished array", "[1", u"[ !1"_s);
    row("unfinished literal", "[tru", u"[ !tru"_s);
    row("unfinished string", R"(["ab)", uR"([ !"ab)"_s);
    row("comma before the end", "[1,]", u"[ 1 !,]"_s);
    row("two commas", "[1,,2]", u"[ 1 !,,2]"_s);
    row("comma at the start", "[,1]", u"[ !,1]"_s);
    row("no comma", "[1 2]", u"[ 1 !2]"_s);
    row("no colon", R"({"a" 1})", uR"({ !"a" 1})"_s);
    row("unfinished member", R"({"a")", uR"({ !"a")"_s);
    row("member without a value", R"({"a":})", uR"({ "a": !})"_s);
    row("name that is no string", "{1:2}", u"{ !1:2}"_s);
    row("wrong bracket", "[1}", u"[ 1 !}"_s);
    row("number with more after it", "[1x]", u"[ !1x]"_s);
    row("number at the end", "-12", u"-12"_s);
    row("unfinished number", "-", u"!-"_s);
}

void JsonTokenReaderTest::readsTokens()
{
    QFETCH(const QByteArray, json);
    // A copy of its own size, so that a sanitizer sees a read past its end.
    const std::vector<char> bytes(json.begin(), json.end());
    QTEST(describe({bytes.data(), bytes.size()}), "tokens");
}

void JsonTokenReaderTest::finishesTheValueAtAnyToken()
{
    JsonTokenReader reader(R"( {"a": [1, {"b":2} ], "c": "x"} )");
    QCOMPARE(reader.next(), Token::BeginObject);
    QCOMPARE(reader.next(), Token::Name);
    QCOMPARE(reader.next(), Token::BeginArray);
    const auto array = reader.finishValue();
    QVERIFY(array);
    QCOMPARE(array->token, std::string_view(R"([1, {"b":2} ])"));
    QCOMPARE(array->kind, JsonKind::Array);
    QCOMPARE(reader.nesting(), 1);
    QCOMPARE(reader.next(), Token::Name);
    QCOMPARE(reader.next(), Token::Scalar);
    QCOMPARE(reader.finishValue()->token, std::string_view(R"("x")"));
    QCOMPARE(reader.next(), Token::End);
    QCOMPARE(reader.next(), Token::Done);
}

void JsonTokenReaderTest::skipsOneMemberAndReadsTheNext()
{
    JsonTokenReader reader(R"([[1,2],[3,[4,tru]],5])");
    QCOMPARE(reader.next(), Token::BeginArray);
    QCOMPARE(reader.next(), Token::BeginArray);
    QCOMPARE(reader.finishValue()->token, std::string_view("[1,2]"));
    QCOMPARE(reader.next(), Token::BeginArray);
    QVERIFY(!reader.finishValue());
    QCOMPARE(reader.next(), Token::Broken);
}

void JsonTokenReaderTest::countsTheNestingAroundTheValue_data()
{
    QTest::addColumn<int>("around");
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("valid");
    QTest::newRow("as deep as may be") << 0 << MaxJsonDepth << true;
    QTest::newRow("too deep") << 0 << MaxJsonDepth + 1 << false;
    QTest::newRow("as deep as may be, inside others") << 10 << MaxJsonDepth - 10 << true;
    QTest::newRow("too deep inside others") << 10 << MaxJsonDepth - 9 << false;
    QTest::newRow("no room") << MaxJsonDepth << 1 << false;
    QTest::newRow("no room, but a scalar") << MaxJsonDepth << 0 << true;
    QTest::newRow("deeper around than may be") << MaxJsonDepth + 5 << 1 << false;
    QTest::newRow("very deep") << 0 << 200'000 << false;
}

void JsonTokenReaderTest::countsTheNestingAroundTheValue()
{
    QFETCH(const int, around);
    QFETCH(const int, depth);
    const auto count = static_cast<std::size_t>(depth);
    const std::string json = std::string(count, '[') + "1" + std::string(count, ']');
    JsonTokenReader tokens(json, around);
    Token token = tokens.next();
    while (token != Token::Done && token != Token::Broken)
        token = tokens.next();
    QTEST(token == Token::Done, "valid");

    JsonTokenReader whole(json, around);
    QTEST(whole.next() != Token::Broken && whole.finishValue().has_value(), "valid");
}

void JsonTokenReaderTest::findsTheFirstValue_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *bytes, const char *value) {
        QTest::newRow(bytes) << QByteArray(bytes) << QByteArray(value);
    };
    row(R"( {"a":[]} ,"b":2})", R"({"a":[]})");
    row("[1]]", "[1]");
    row("12", "12");
    row("12,13", "12");
    row(R"("a","b")", R"("a")");
    row("[1", "");
    row("", "");
    row(",", "");
}

void JsonTokenReaderTest::findsTheFirstValue()
{
    QFETCH(const QByteArray, bytes);
    const auto value = firstValue({bytes.data(), static_cast<std::size_t>(bytes.size())});
    QTEST(value ? QByteArray(value->token.data(), static_cast<qsizetype>(value->token.size()))
                : QByteArray(""),
          "value");
}

void JsonTokenReaderTest::knowsWhatIsJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    for (const char *text :
         {"{}", "[]", " [ ] ", "[1,2]", "{\"a\":[{},[]]}", "-0.5e+10", "\"\\u00Ff\\/\"", "true", "null"})
        QTest::newRow(text) << QByteArray(text) << true;
    for (const char *text :
         {"",         " ",          "[",        "]",     "[1,]", "[,1]", "[1 2]",     "{\"a\"}",
          "{\"a\":}", "{\"a\":1,}", "{a:1}",    "{1:1}", "[}",   "{]",   "{\"a\":1]", "01",
          "-",        "1.",         ".5",       "1e",    "+1",   "tru",  "nulll",     "\"",
          "\"\\x\"",  "\"\\u12\"",  "\"a\nb\"", "1 2",   "[1]]", "NaN",  "'a'"})
        QTest::newRow(text) << QByteArray(text) << false;
}

void JsonTokenReaderTest::knowsWhatIsJson()
{
    QFETCH(const QByteArray, text);
    QTEST(isJson(text.toStdString()), "valid");
}

void JsonTokenReaderTest::findsChildrenInStepsOfAnySize()
{
    const std::string json = R"({"a":[1,{"b":[2]}],"c":"d","e":{},"f":null} after)";
    for (const std::size_t step : {std::size_t{1}, std::size_t{5}, json.size()}) {
        JsonChildScanner scanner(json, 0);
        QStringList found;
        while (scanner.state() == JsonChildScanner::State::Scanning) {
            std::size_t budget = step;
            while (const auto child = scanner.next(budget))
                found += toText(child->name) + toText(child->value.token) + QString::number(child->start);
        }
        QCOMPARE(scanner.state(), JsonChildScanner::State::Ended);
        QCOMPARE(json.substr(scanner.end()), std::string(" after"));
        QCOMPARE(found, (QStringList{uR"("a"[5)"_s, uR"("c""d"23)"_s, uR"("e"{31)"_s, uR"("f"null38)"_s}));
    }
}

void JsonTokenReaderTest::readsJsonInsideAString_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("inside");
    const auto row = [](const char *name, const char *token, const char *inside) {
        QTest::newRow(name) << QByteArray(token) << QByteArray(inside);
    };
    row("object", R"("{\"a\":1}")", R"({"a":1})");
    row("array with whitespace around it", R"("\n [1] ")", "\n [1] ");
    row("bracket written as an escape", R"("\u005b1]")", "[1]");
    row("scalar", R"("12")", "");
    row("text after it", R"("{} x")", "");
    row("broken", R"("{\"a\":1")", "");
    row("no string", "[1]", "");
    row("empty", R"("")", "");
}

void JsonTokenReaderTest::readsJsonInsideAString()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QByteArray, inside);
    const std::string bytes = token.toStdString();
    QCOMPARE(QByteArray::fromStdString(jsonInside(bytes).value_or("")), inside);
    QVERIFY(inside.isEmpty() || mayHoldJson(bytes));
}

TRAILGLASS_TEST(JsonTokenReaderTest)
#include "tst_jsontokenreader.moc"
