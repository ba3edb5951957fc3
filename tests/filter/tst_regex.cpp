// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/filter/regex.h"
#include "models/filter/rowevaluator.h"
#include "models/filter/valuematcher.h"
#include "models/filter/wildcardpattern.h"
#include "models/query/queryengine.h"
#include "tests/runner/testclass.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

namespace {

/// Letters of a text that takes some hundredths of a second to search.
constexpr std::size_t Slow = 4'000;
/// Such searches that take far more than SearchTime::Longest together.
constexpr qsizetype Values = 900;

Regex compiled(const std::string &pattern, bool ignoreCase = false)
{
    auto regex = Regex::compile({pattern, ignoreCase});
    if (!regex)
        qFatal("%s: %s", pattern.c_str(), qPrintable(regex.error().message));
    return *std::move(regex);
}

std::string repeated(const std::string &unit, std::size_t size)
{
    std::string text;
    while (text.size() < size)
        text += unit;
    return text;
}

/// A search by itself.
Match search(const Regex &regex, std::string_view text, const CancelToken &cancel)
{
    SearchTime time;
    return regex.search(text, cancel, time);
}

Match fits(const WildcardPattern &pattern, std::string_view text, const CancelToken &cancel)
{
    SearchTime time;
    return pattern.matches(text, cancel, time);
}

} // namespace

/// Regexes whose every search ends: docs/decisions/0017. Where one does not, the test's own time-out tells.
class RegexTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBrokenPatterns_data();
    void refusesBrokenPatterns();
    void findsWhatQtFinds_data();
    void findsWhatQtFinds();
    void everySearchEnds_data();
    void everySearchEnds();
    void aPatternThatScansFromEachPlaceIsStopped();
    void honestPatternsReadLongTexts_data();
    void honestPatternsReadLongTexts();
    void aCancelledSearchEnds_data();
    void aCancelledSearchEnds();
    void aCancelledTermEnds();
    void aWildcardPatternIsStopped();
    void manyValuesOfOneEventShareTheTime_data();
    void manyValuesOfOneEventShareTheTime();
    void readsBrokenUtf8AsReplacements();
};

void RegexTest::refusesBrokenPatterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("says");
    QTest::newRow("parenthesis") << u"(a"_s << u"missing closing parenthesis"_s;
    QTest::newRow("closed too often") << u"a)|(b"_s << u"unmatched closing parenthesis"_s;
    QTest::newRow("nothing to repeat") << u"*a"_s << u"repeatable"_s;
    QTest::newRow("its own limit") << u"(*LIMIT_MATCH=4000000000)a"_s << u"must not start with"_s;
    QTest::newRow("single bytes") << u"a\\Cb"_s << u"\\C"_s;
    QTest::newRow("too large") << u"((((a{1,8}){1,8}){1,8}){1,8}){1,8}"_s << u"too large"_s;
}

void RegexTest::refusesBrokenPatterns()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, says);
    const auto regex = Regex::compile({pattern.toStdString(), false});
    QVERIFY(!regex);
    QCOMPARE(regex.error().kind, ErrorKind::Usage);
    QVERIFY2(regex.error().message.contains(says), qPrintable(regex.error().message));
}

void RegexTest::findsWhatQtFinds_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"a",
                                "^a",
                                "a$",
                                "a|b",
                                "|b",
                                "(?i)A",
                                "[ab]+c",
                                "(a)\\1",
                                "(?=a).b",
                                "(?<=a)b",
                                "(?<!a)b",
                                "a.b",
                                "\\Ga",
                                "a*?b",
                                "(?>a+)b",
                                "(?:a|ab)(?:c|bcd)",
                                "\\bab\\b",
                                "é",
                                "[é日]",
                                ".{3}",
                                "^.$",
                                "\\p{L}+\\d",
                                "\\X\\X",
                                "(a(?1)?b)",
                                "(?(?=a)ab|c)",
                                "a(*COMMIT)b",
                                "a(*SKIP)b|c",
                                "(?x) a b # both\n",
                                "\\Qa.b\\E",
                                "\\R",
                                "^(?:(?:a|b|c|d){0,30}){3}$",
                                "(?m)^b",
                                "(?s)a.b",
                                "\\x{65E5}",
                                "(?C1)ab",
                                "a{2,}",
                                "\\w\\s\\d"})
        QTest::newRow(pattern) << QString::fromUtf8(pattern);
}

void RegexTest::findsWhatQtFinds()
{
    QFETCH(const QString, pattern);
    const QRegularExpression expected(pattern);
    QVERIFY(expected.isValid());
    const QRegularExpression expectedOfAnyCase(pattern, QRegularExpression::CaseInsensitiveOption);
    const Regex regex = compiled(pattern.toStdString());
    const Regex ofAnyCase = compiled(pattern.toStdString(), true);
    std::mt19937 random(7);
    constexpr QStringView Pool = u"aaabbcdA.É é\u0301日1 \n";
    for (int round = 0; round < 400; ++round) {
        QString text;
        for (auto count = random() % 9; count > 0; --count)
            text += Pool[static_cast<qsizetype>(random() % static_cast<unsigned>(Pool.size()))];
        // A few, then many: longer texts are looked at by other programs.
        if (round % 50 == 0)
            text = text.repeated(round % 100 == 0 ? 1'000 : 4'000);
        QVERIFY2((search(regex, text.toStdString(), {}) == Match::Yes) == expected.match(text).hasMatch(),
                 qPrintable(text.left(100)));
        QVERIFY2((search(ofAnyCase, text.toStdString(), {}) == Match::Yes)
                     == expectedOfAnyCase.match(text).hasMatch(),
                 qPrintable(text.left(100)));
    }
}

void RegexTest::everySearchEnds_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("unit");
    const auto row = [](const char *name, const char *pattern, const char *unit) {
        QTest::newRow(name) << QByteArray(pattern) << QByteArray(unit);
    };
    row("scans from each place", "(?=a)[^x]*[yz]", "a");
    row("nested repetitions", "(a+)+$b", "a");
    row("alternatives that overlap", "(?:a|aa)+$b", "a");
    row("back reference", "(a*)\\1b", "a");
    row("back reference of any case", "(?i)(a*)\\1b", "a");
    row("many stars", ".*.*.*.*=x", "a=");
    row("many commas", "(?:.*,){11}P", "1,Q");
    row("great count", "a{60000}b", "a");
    row("nested great counts", "(?:a{1,60000}){3,9}b", "a");
    row("line ends", "\\R*x", "\r\n");
    row("flags", "\\X*y", "\U0001F1E9");
    row("letters with marks", "(?:\\X)*y", "e\u0301");
    row("recursion", "(?:(?R)|a)*b", "a");
    row("endless recursion", "(?R)", "a");
    row("recursion in a group", "(a(?1)?)+b", "a");
    row("look-behind", "(?<=a{200})b?(?!a)c", "a");
    row("possessive", "[^x]*+(?:y)(?!a)", "a");
    row("three branches", "(?:a*b|a*c|a*d)", "a");
    row("any case in other letters", "(?i)(?=ö)[^ä]*z", "Ö");
    row("properties", "\\p{L}+\\d", "a");
    row("conditions", "(?(?=a)a*|b)*c", "a");
    row("large with calls", "(?:(?:a|b|c|d){0,30}){9}z", "a");
}

void RegexTest::everySearchEnds()
{
    QFETCH(const QByteArray, pattern);
    QFETCH(const QByteArray, unit);
    const Regex regex = compiled(pattern.toStdString());
    for (const std::size_t size : {2'000U, 200'000U})
        QVERIFY(search(regex, repeated(unit.toStdString(), size), {}) != Match::Yes);
}

/// It takes 60,000 steps at most from each place, and there are 60,000 places.
void RegexTest::aPatternThatScansFromEachPlaceIsStopped()
{
    const Regex regex = compiled("(?=a)[^x]*[yz]");
    for (const std::size_t size : {200'000U, 16'000'000U})
        QCOMPARE(search(regex, std::string(size, 'a'), {}), Match::LimitPassed);
    QCOMPARE(search(regex, std::string(200'000, 'a') + 'y', {}), Match::Yes);
    QCOMPARE(search(regex, std::string(200'000, 'b'), {}), Match::No);
}

void RegexTest::honestPatternsReadLongTexts_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::newRow("literal") << QByteArray("needle");
    QTest::newRow("of any case") << QByteArray("(?i)NEEDLE[ -]?\\d+");
    QTest::newRow("alternatives") << QByteArray("\\b(?:pin|needle|thread)\\b");
    QTest::newRow("two words on a line") << QByteArray("find.*needle");
    QTest::newRow("an address") << QByteArray("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");
    QTest::newRow("many branches in a row") << QByteArray("^(?:[a-z ]+\\n)+find");
}

void RegexTest::honestPatternsReadLongTexts()
{
    QFETCH(const QByteArray, pattern);
    const std::string hay = repeated("quite a lot of hay\n", 4'000'000);
    const Regex regex = compiled(pattern.toStdString());
    QCOMPARE(search(regex, hay + "find the needle 5 at 192.0.2.1\n", {}), Match::Yes);
}

void RegexTest::aCancelledSearchEnds_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<int>("size");
    QTest::newRow("that looks at each start") << QByteArray("(?=a)[^x]*+[yz]") << 20'000;
    QTest::newRow("that looks at each item") << QByteArray("(?=a)[^x]*[yz]") << 5'000;
}

/// Takes less than the limit when nobody cancels.
void RegexTest::aCancelledSearchEnds()
{
    QFETCH(const QByteArray, pattern);
    QFETCH(const int, size);
    const std::string text(static_cast<std::size_t>(size), 'a');
    CancelSource source;
    const CancelToken token = source.token();
    source.cancel();
    QCOMPARE(search(compiled(pattern.toStdString()), text, token), Match::LimitPassed);
}

void RegexTest::aCancelledTermEnds()
{
    CancelSource source;
    const CancelToken token = source.token();
    const Term term{Field::Message, Comparison::Matches, {RegexValue{"(?=a)[^x]*+[yz]", false}}};
    const auto matcher = ValueMatcher::compile(term, token);
    QVERIFY(matcher);
    source.cancel();
    QCOMPARE(matcher->matches(std::string(20'000, 'a')), Match::LimitPassed);
}

void RegexTest::aWildcardPatternIsStopped()
{
    const std::string many(8'000'000, 'a');
    const std::string part(60'000, 'a');
    const WildcardPattern pattern({'*' + part + "b*", {0, qsizetype(part.size()) + 2}});
    QCOMPARE(fits(pattern, many + 'b', {}), Match::LimitPassed);
    QCOMPARE(fits(pattern, part + "bc", {}), Match::Yes);
    CancelSource source;
    const CancelToken token = source.token();
    source.cancel();
    const std::string some(5'000, 'a');
    const WildcardPattern smaller({"*" + std::string(1'000, 'a') + "b", {0}});
    QCOMPARE(fits(smaller, some, {}), Match::No);
    QCOMPARE(fits(smaller, some, token), Match::LimitPassed);
}

void RegexTest::manyValuesOfOneEventShareTheTime_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("inArray");
    const QString slow = u"@items:/(?=a)[^x]*[yz]/"_s;
    QTest::newRow("elements of an array") << slow << true;
    QTest::newRow("values of a term")
        << QStringList(Values, u"/(?=a)[^x]*[yz]/"_s).join(u',').prepend(u"@items:"_s) << false;
    QTest::newRow("terms") << QStringList(Values, slow).join(u" OR "_s) << false;
}

/// Each search alone ends well within the time and finds nothing.
void RegexTest::manyValuesOfOneEventShareTheTime()
{
    QFETCH(const QString, expression);
    QFETCH(const bool, inArray);
    const std::string value = '"' + std::string(Slow, 'a') + '"';
    EventRecord record;
    record.event.raw = "{\"items\":[" + value;
    for (int count = 1; inArray && count < Values; ++count)
        record.event.raw += ',' + value;
    record.event.raw += "]}";
    const auto tree = parse(expression);
    QVERIFY(std::holds_alternative<NodePointer>(tree));
    const auto evaluator = RowEvaluator::compile(std::get<NodePointer>(tree), {});
    QVERIFY(evaluator);

    const auto matched = evaluator->matches(record);

    QVERIFY(!matched);
    QCOMPARE(matched.error().message, matchLimitError().message);
}

void RegexTest::readsBrokenUtf8AsReplacements()
{
    QCOMPARE(search(compiled("a.b"), std::string("a\xFF") + 'b', {}), Match::Yes);
    QCOMPARE(search(compiled("a\\x{FFFD}b"), std::string("a\xFF") + 'b', {}), Match::Yes);
    QCOMPARE(search(compiled("^$"), {}, {}), Match::Yes);
}

TRAILGLASS_TEST(RegexTest)
#include "tst_regex.moc"
