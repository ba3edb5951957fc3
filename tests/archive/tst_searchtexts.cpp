// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/searchtexts.h"

#include "models/core/text.h"
#include "models/filter/ast.h"
#include "models/filter/querycontext.h"
#include "models/filter/rowevaluator.h"
#include "models/filter/textsearcher.h"
#include "tests/query/eventgenerator.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <algorithm>
#include <vector>

using namespace Trailglass;

class SearchTextsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatTheRawJsonLacks_data();
    void keepsWhatTheRawJsonLacks();
    void decodesEscapesOnce_data();
    void decodesEscapesOnce();
    void findsWhatASearchForTextFinds();
    void writesAddressesAsNumbers_data();
    void writesAddressesAsNumbers();
};

namespace {

SearchTexts textsOf(const EventRecord &record)
{
    SearchTexts texts;
    readSearchTexts(record, texts);
    return texts;
}

/// The parts of SearchTexts::extra.
std::vector<std::string> partsOf(std::string_view extra)
{
    std::vector<std::string> parts;
    while (!extra.empty()) {
        const std::size_t end = std::min(extra.find(SearchTexts::Separator), extra.size());
        parts.emplace_back(extra.substr(0, end));
        extra.remove_prefix(std::min(end + 1, extra.size()));
    }
    return parts;
}

/// An event of which every field but source, vendor and classes is empty.
EventRecord recordOf(const char *raw)
{
    EventRecord record;
    record.source = "team";
    record.event.raw = raw;
    return record;
}

bool evaluates(const EventRecord &record, const std::string &text)
{
    const auto evaluator =
        Filter::RowEvaluator::compile(Filter::makeNode(Filter::Text{text}), {UtcMicros{0}});
    return evaluator.hasValue() && *evaluator->matches(record);
}

bool isFound(const EventRecord &record, const SearchTexts &texts, const std::string &text)
{
    const Filter::TextSearcher searcher(text);
    const auto contains = [&searcher](const std::string &each) {
        return searcher.contains(each);
    };
    return contains(record.event.raw) || contains(texts.decoded)
        || std::ranges::any_of(partsOf(texts.extra), contains);
}

} // namespace

void SearchTextsTest::keepsWhatTheRawJsonLacks_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("isKept");
    const auto row = [](const char *name, const char *raw, const char *message, bool isKept) {
        QTest::newRow(name) << QByteArray(raw) << QByteArray(message) << isKept;
    };
    row("not there", "{\"m\":\"x\"}", "y", true);
    row("there", "{\"m\":\"x y\"}", "x y", false);
    row("in other case", "{\"m\":\"X\"}", "x", true);
    row("escaped", "{\"m\":\"caf\\u00e9 \\\"x\\\"\"}", "caf\u00e9 \"x\"", false);
    row("no value", "{\"m\":\"x\"}", "", false);
    row("that of another field", "{\"m\":\"x\"}", "team", false);
    row("before a mark of another letter", "{\"m\":\"e\u0301\"}", "e", true);
    row("before a mark that is escaped", "{\"m\":\"e\\u0301\"}", "e", false);
    row("that begins with a mark", "{\"m\":\"e\u0301\"}", "\u0301", true);
    row("with a mark", "{\"m\":\"e\u0301\"}", "e\u0301", false);
}

void SearchTextsTest::keepsWhatTheRawJsonLacks()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const QByteArray, message);
    EventRecord record = recordOf(raw.constData());
    const std::vector<std::string> others = partsOf(textsOf(record).extra);
    QCOMPARE(others, (std::vector<std::string>{"team", "asana", "other", "unknown"}));
    record.event.message = message.toStdString();
    const std::vector<std::string> parts = partsOf(textsOf(record).extra);
    QTEST(parts.size() > others.size(), "isKept");
    if (parts.size() > others.size())
        QCOMPARE(parts.back(), message.toStdString());
}

void SearchTextsTest::decodesEscapesOnce_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("decoded");
    const auto row = [](const char *name, const char *raw, const char *decoded) {
        QTest::newRow(name) << QByteArray(raw) << QByteArray(decoded);
    };
    row("none", "{\"a\":\"x\"}", "");
    row("some", "{\"a\":\"\\u0041\\/\\n\"}", "{\"a\":\"A/\n\"}");
    row("JSON in a string", "{\"a\":\"{\\\"b\\\":\\\"\\\\u0041\\\"}\"}", "{\"a\":\"{\"b\":\"\\u0041\"}\"}");
    row("half of a character", "{\"a\":\"\\ud800\"}", "{\"a\":\"\uFFFD\"}");
    row("in normal form C", "{\"a\":\"e\\u0301\"}", "{\"a\":\"\u00e9\"}");
}

void SearchTextsTest::decodesEscapesOnce()
{
    QFETCH(const QByteArray, raw);
    QTEST(QByteArray::fromStdString(textsOf(recordOf(raw.constData())).decoded), "decoded");
}

void SearchTextsTest::findsWhatASearchForTextFinds()
{
    EventGenerator generator(77);
    const std::vector<std::string> needles{"e",  "\u00e9",       "\u0301", "te\u0301", "Z",
                                           "k",  "\u212A",       "\"",     "\\",       "\\u00",
                                           "\n", "\xEF\xBF\xBD", "asana",  "team",     "unknown"};
    int found = 0;
    for (int number = 0; number < generatedCases(2'000, 600); ++number) {
        EventRecord record;
        record.source = "team";
        record.vendor = Vendor::Nected;
        record.event = generator.event("id" + std::to_string(number));
        SearchTexts texts = textsOf(record);
        std::vector<std::string> searched = needles;
        for (const std::string *whole : {&record.event.raw, &record.event.message, &texts.decoded}) {
            const std::size_t start = whole->empty() ? 0 : generator.below(whole->size());
            searched.push_back(toUtf8(toQString(whole->substr(start, 1 + generator.below(6)))));
        }
        for (const std::string &text : searched) {
            if (text.empty())
                continue;
            const bool expected = evaluates(record, text);
            QVERIFY2(isFound(record, texts, text) == expected, (text + " in " + record.event.raw).c_str());
            found += expected ? 1 : 0;
        }
    }
    QVERIFY(found > generatedCases(1'000, 300));
}

void SearchTextsTest::writesAddressesAsNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char *text, const char *hexadecimal) {
        QTest::newRow(text) << QByteArray(text) << QByteArray::fromHex(hexadecimal);
    };
    row("10.0.0.1", "00000000000000000000ffff0a000001");
    row("::ffff:10.0.0.1", "00000000000000000000ffff0a000001");
    row("[2001:db8::1]:443", "20010db8000000000000000000000001");
    row("10.0.0.1, ::1", "00000000000000000000ffff0a00000100000000000000000000000000000001");
    row("unknown", "");
    row("10.0.0.256", "");
}

void SearchTextsTest::writesAddressesAsNumbers()
{
    QFETCH(const QByteArray, text);
    QTEST(QByteArray::fromStdString(addressKey(text.toStdString())), "key");
}

TRAILGLASS_TEST(SearchTextsTest)
#include "tst_searchtexts.moc"
