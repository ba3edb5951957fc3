// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/re2pattern.h"

#include "models/filter/regex.h"
#include "tests/archive/regexgenerator.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace Trailglass;
using namespace Trailglass::Testing;

class Re2PatternTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesPatterns_data();
    void writesPatterns();
    void saysWhatItCannotWrite_data();
    void saysWhatItCannotWrite();
    void saysEveryObstacleInASentence();
    void meansTheSameToPcre();
};

namespace {

using Filter::Match;

std::variant<std::string, Re2Obstacle> written(const QByteArray &pattern, bool ignoreCase)
{
    return re2Pattern({pattern.toStdString(), ignoreCase});
}

Match found(const Filter::Regex &regex, const std::string &text)
{
    Filter::SearchTime time;
    return regex.search(text, {}, time);
}

} // namespace

void Re2PatternTest::writesPatterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("ignoreCase");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *pattern, const char *expected) {
        QTest::newRow(name) << QByteArray(pattern) << false << QByteArray(expected);
    };
    const auto anyCase = [](const char *name, const char *pattern, const char *expected) {
        QTest::newRow(name) << QByteArray(pattern) << true << QByteArray(expected);
    };
    row("letters", "user_login", "user_login");
    row("what has a meaning in RE2", "a\\.b~c", "a\\x{2e}b\\x{7e}c");
    row("the dot leaves out the line feed", "a.b", "a[^\\x{a}]b");
    row("the start", "^a", "\\Aa");
    row("the end, also before a last line feed", "a$", "a(?:\\x{a}?\\z)");
    row("the end in capitals", "a\\Z", "a(?:\\x{a}?\\z)");
    row("the very end", "a\\z", "a\\z");
    row("the end of an alternative", "a$|b", "a(?:\\x{a}?\\z)|b");
    row("the end in a last group", "(a|b$)", "(?:a|b(?:\\x{a}?\\z))");
    row("classes are ASCII", "\\d\\w\\s", "[0-9][0-9A-Za-z_][\\x{9}-\\x{d}\\x{20}]");
    row("their negations", "\\D\\W\\S", "[^0-9][^0-9A-Za-z_][^\\x{9}-\\x{d}\\x{20}]");
    row("a word boundary", "\\bRUN\\b", "\\bRUN\\b");
    row("groups", "(a)(?:b)(?<n>c)(?P<m>d)", "(?:a)(?:b)(?:c)(?:d)");
    row("quantifiers", "a*b+c?d{2}e{2,}f{2,3}", "a*b+c?d{2}e{2,}f{2,3}");
    row("lazy is greedy", "a*?b+?c??d{2}?", "a*b+c?d{2}");
    row("a quantified letter of several bytes", "\u00E9?", "[\u00E9]?");
    row("one that is not quantified", "\u00E9", "\u00E9");
    row("braces that are none", "{a}b{c", "\\x{7b}a\\x{7d}b\\x{7b}c");
    row("escapes for control characters", "\\n\\r\\t\\f\\e\\a", "\\x{a}\\x{d}\\x{9}\\x{c}\\x{1b}\\x{7}");
    row("codes", "\\x41\\x{e9}\\x{1F600}\\x", "A\u00E9\U0001F600\\x{0}");
    row("an escaped slash", "\\/\\-\\_", "\\x{2f}\\x{2d}_");
    row("a set", "[abc]", "[abc]");
    row("a set without", "[^abc]", "[^abc]");
    row("ranges", "[a-z0-9]", "[a-z0-9]");
    row("brackets in a set", "[]a][^]b][[(]", "[\\x{5d}a][^\\x{5d}b][\\x{5b}\\x{28}]");
    row("hyphens at the ends of a set", "[-a-]", "[\\x{2d}a\\x{2d}]");
    row("classes in a set", "[\\d\\s_]", "[0-9\\x{9}-\\x{d}\\x{20}_]");
    row("a backspace in a set", "[\\b]", "[\\x{8}]");
    row("named classes", "[[:alpha:][:digit:]]", "[A-Za-z0-9]");
    row("a range of escapes", "[\\x41-\\x{43}]", "[A-C]");
    row("groups with closing brackets in sets", "([)]$)", "(?:[\\x{29}](?:\\x{a}?\\z))");
    anyCase("letters in any case", "Run", "[Rr][Uu][Nn]");
    anyCase("letters with odd forms", "ks", "[Kk\u212A][Ss\u017F]");
    anyCase("three forms of one letter", "\u03C3", "[\u03A3\u03C2\u03C3]");
    anyCase("a letter without case", "\u65E51", "\u65E51");
    anyCase("ranges are written out", "[x-z]", "[XxYyZz]");
    anyCase("classes stay", "\\w[\\d]", "[0-9A-Za-z_][0-9]");
}

void Re2PatternTest::writesPatterns()
{
    QFETCH(const QByteArray, pattern);
    QFETCH(const bool, ignoreCase);
    QFETCH(const QByteArray, expected);
    QVERIFY(Filter::Regex::compile({pattern.toStdString(), ignoreCase}).hasValue());

    const auto result = written(pattern, ignoreCase);

    QVERIFY(std::holds_alternative<std::string>(result));
    QCOMPARE(QByteArray::fromStdString(std::get<std::string>(result)), expected);
}

void Re2PatternTest::saysWhatItCannotWrite_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("ignoreCase");
    QTest::addColumn<Re2Obstacle>("expected");
    const auto row = [](const char *pattern, Re2Obstacle obstacle, bool ignoreCase = false) {
        QTest::addRow("%s%s", pattern, ignoreCase ? " in any case" : "")
            << QByteArray(pattern) << ignoreCase << obstacle;
    };
    row("a(?=b)", Re2Obstacle::LookAround);
    row("a(?!b)", Re2Obstacle::LookAround);
    row("(?<=a)b", Re2Obstacle::LookAround);
    row("(?<!a)b", Re2Obstacle::LookAround);
    row("(a)\\1", Re2Obstacle::BackReference);
    row("(?<n>a)\\k<n>", Re2Obstacle::BackReference);
    row("(a)\\g1", Re2Obstacle::BackReference);
    row("(?>a)", Re2Obstacle::Atomic);
    row("a++", Re2Obstacle::Atomic);
    row("a{2}+", Re2Obstacle::Atomic);
    row("(a)(?(1)b|c)", Re2Obstacle::Group);
    row("(a(?R)?)", Re2Obstacle::Group);
    row("(a)(?1)", Re2Obstacle::Group);
    row("(?#b)a", Re2Obstacle::Group);
    row("(?|a)", Re2Obstacle::Group);
    row("(?'n'a)", Re2Obstacle::Group);
    row("(?i)a", Re2Obstacle::Flags);
    row("(?-i:a)", Re2Obstacle::Flags);
    row("(?^)a", Re2Obstacle::Flags);
    row("a(*ACCEPT)", Re2Obstacle::Verb);
    row("a\\B", Re2Obstacle::Escape);
    row("\\p{L}", Re2Obstacle::Escape);
    row("\\X", Re2Obstacle::Escape);
    row("\\R", Re2Obstacle::Escape);
    row("\\h", Re2Obstacle::Escape);
    row("\\v", Re2Obstacle::Escape);
    row("\\N", Re2Obstacle::Escape);
    row("a\\Kb", Re2Obstacle::Escape);
    row("\\Ga", Re2Obstacle::Escape);
    row("\\Qa.b\\E", Re2Obstacle::Escape);
    row("\\07", Re2Obstacle::Escape);
    row("\\cA", Re2Obstacle::Escape);
    row("a$b", Re2Obstacle::InnerEnd);
    row("(a$)b", Re2Obstacle::InnerEnd);
    row("(a$)?", Re2Obstacle::InnerEnd);
    row("((a$)|c)b", Re2Obstacle::InnerEnd);
    row("a{1001}", Re2Obstacle::Repetition);
    row("a{1,1001}", Re2Obstacle::Repetition);
    row("(?:a{100}){100}", Re2Obstacle::Repetition);
    row("(?:\\w{200}){4}(?:\\w{200}){4}(?:\\w{200}){4}", Re2Obstacle::Repetition);
    row("a{,5}", Re2Obstacle::Repetition);
    row("a{ 5 }", Re2Obstacle::Repetition);
    row("a{2}{3}", Re2Obstacle::Repetition);
    row("^*a", Re2Obstacle::Repetition);
    row("[\\D]", Re2Obstacle::Set);
    row("[[:^alpha:]]", Re2Obstacle::Set);
    row("[[:graph:]]", Re2Obstacle::Set);
    row("[[:upper:]]", Re2Obstacle::Set, true);
    row("[\\x{100}-\\x{10000}]", Re2Obstacle::Set, true);
    row("[\\p{L}]", Re2Obstacle::Escape);
}

void Re2PatternTest::saysWhatItCannotWrite()
{
    QFETCH(const QByteArray, pattern);
    QFETCH(const bool, ignoreCase);
    QFETCH(const Re2Obstacle, expected);

    const auto result = written(pattern, ignoreCase);

    QVERIFY2(std::holds_alternative<Re2Obstacle>(result),
             std::holds_alternative<std::string>(result) ? std::get<std::string>(result).c_str() : "");
    QCOMPARE(std::get<Re2Obstacle>(result), expected);
}

void Re2PatternTest::saysEveryObstacleInASentence()
{
    std::set<QString> sentences;
    for (int obstacle = 0; obstacle <= static_cast<int>(Re2Obstacle::Set); ++obstacle) {
        const QString sentence = obstacleText(static_cast<Re2Obstacle>(obstacle));
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(sentences.insert(sentence).second, qPrintable(sentence));
    }
}

/// RE2's patterns are patterns of PCRE2 too, with the same meaning as far as they are written here. What RE2 itself finds is
/// tried on a server.
void Re2PatternTest::meansTheSameToPcre()
{
    RegexGenerator generator(20261202);
    int writable = 0;
    for (int run = 0; run < 6'000; ++run) {
        const Filter::RegexValue value = generator.regex();
        const auto regex = Filter::Regex::compile(value);
        if (!regex)
            continue;
        const auto result = re2Pattern(value);
        const auto *re2 = std::get_if<std::string>(&result);
        if (!re2)
            continue;
        const auto same = Filter::Regex::compile({*re2, false});
        QVERIFY2(same.hasValue(), re2->c_str());
        ++writable;
        for (int texts = 0; texts < 10; ++texts) {
            const std::string text = generator.text();
            if (found(*regex, text) != found(*same, text))
                qWarning("%s, as %s, in %s", value.pattern.c_str(), re2->c_str(), text.c_str());
            QCOMPARE(found(*same, text), found(*regex, text));
        }
    }
    QVERIFY2(writable > 3'000, qPrintable(QString::number(writable)));
}

TRAILGLASS_TEST(Re2PatternTest)
#include "tst_re2pattern.moc"
