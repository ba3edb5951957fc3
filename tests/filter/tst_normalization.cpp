// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/casefold.h"
#include "models/filter/normalization.h"
#include "models/filter/textsearcher.h"
#include "models/filter/valuematcher.h"
#include "models/filter/wildcardpattern.h"
#include "models/json/jsonstring.h"
#include "models/json/textsignature.h"
#include "models/json/utf8.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

namespace {

/// Texts of a law, of a pool of some eighty characters: even in the fewer each stands beside nearly each other.
constexpr int Rounds = generatedCases(50'000, 10'000);

QString toQString(const std::u32string &text)
{
    return QString::fromUcs4(text.data(), static_cast<qsizetype>(text.size()));
}

std::string toUtf8(const std::u32string &text)
{
    return toQString(text).toStdString();
}

/// Qt's own form C.
std::u32string formC(const std::u32string &text)
{
    return toQString(text).normalized(QString::NormalizationForm_C).toStdU32String();
}

/// What a text is compared by: form C, then simple folding.
std::string keyOf(const std::u32string &text)
{
    std::string key;
    for (const char32_t codePoint : formC(text))
        appendUtf8(key, foldedCodePoint(codePoint));
    return key;
}

/// Letters that are composed, their parts in any order, and what looks like them.
class Texts
{
public:
    explicit Texts(unsigned seed)
        : m_random(seed)
    {
    }

    std::u32string text(std::size_t most)
    {
        static const std::u32string Pool =
            U"aeEoOuU\u00E9\u00C9\u00EA\u1EC7\u1EBF\u1EB9\u0301\u0302\u0323\u0308\u0327\u0338\u0345\u0341x "
            U"=;`"
            U"<\u037E\u1FEF\u212A\u212BkK\u00E5\u030A\u017Fs\u03B1\u03B9\u03AC\u1F71\u1FB3\u1FBC\u1FBE\u2126"
            U"\u03C9"
            U"\uAC00\uAC01\u1100\u1161\u11A8\u11A9\u30B7\u30B8\u3099\u0439\u0438\u0306\u0958\u0915\u093C"
            U"\u0344"
            U"\u0B47\u0B3E\u0B4B\u01F0j\u030C\u1E9E\u65E5\uF9D8\U0001D15E\U0001D157\U0001D165\U0001F600\"\\/";
        std::u32string text;
        for (std::size_t count = below(most + 1); count > 0; --count)
            text += Pool[below(Pool.size())];
        return text;
    }

    std::size_t below(std::size_t end) { return m_random() % end; }

private:
    std::mt19937 m_random;
};

TextValue pattern(const std::string &text)
{
    TextValue value{text, {}};
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (text[place] == '*' || text[place] == '?')
            value.wildcards.push_back(static_cast<qsizetype>(place));
    }
    return value;
}

/// The text as JSON, with some of its characters escaped.
std::string jsonOf(const std::u32string &text, Texts &texts)
{
    std::string json = "{\"a\":\"";
    for (const char32_t codePoint : text) {
        if (codePoint < 0x10000 && texts.below(3) == 0)
            json += "\\u"
                + QString::number(static_cast<uint>(codePoint), 16).rightJustified(4, u'0').toStdString();
        else if (codePoint == U'"' || codePoint == U'\\')
            json += '\\' + std::string(1, static_cast<char>(codePoint));
        else
            appendUtf8(json, codePoint);
    }
    return json + "\"}";
}

} // namespace

/// Letters are the same however they are composed: docs/decisions/0018.
class NormalizationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void composesLikeQt();
    void composesEveryCodePointLikeQt();
    void aSettledTextIsComposed();
    void manyMarksOnOneLetterAreSortedInTime();
    void findsWhatIsInTheComposedText_data();
    void findsWhatIsInTheComposedText();
    void searchesAgreeWithComparingKeys();
    void searchesInJsonAgreeWithComparingKeys();
    void equalityAndPatternsAgreeWithComparingKeys();
    void aLongTextIsFoundInAnyForm();
};

void NormalizationTest::composesLikeQt()
{
    Texts texts(1);
    for (int round = 0; round < Rounds; ++round) {
        const std::u32string text = texts.text(12);
        QVERIFY2(composed(text) == formC(text), toUtf8(text).c_str());
    }
}

void NormalizationTest::composesEveryCodePointLikeQt()
{
    for (char32_t codePoint = 0; codePoint < 0x30000; ++codePoint) { // after it none change
        if ((codePoint >= 0xD800 && codePoint <= 0xDFFF) || codePoint == QChar::ByteOrderMark)
            continue; // which QString does not take from UTF-32
        const std::u32string text(1, codePoint);
        const std::u32string expected = formC(text);
        if (composed(text) != expected || (isSettled(codePoint) && expected != text))
            QFAIL(qPrintable(QString::number(codePoint, 16)));
    }
}

/// A range that begins with a settled code point is composed by itself.
void NormalizationTest::aSettledTextIsComposed()
{
    Texts texts(2);
    int settled = 0;
    for (int round = 0; round < Rounds; ++round) {
        const std::u32string text = texts.text(5);
        if (isSettled(toUtf8(text))) {
            ++settled;
            QVERIFY2(formC(text) == text, toUtf8(text).c_str());
        }
        const std::u32string more = texts.text(5);
        if (!more.empty() && isSettled(more.front()))
            QVERIFY2(formC(text + more) == formC(text) + formC(more), toUtf8(text + more).c_str());
    }
    QVERIFY(settled > Rounds / 50);
}

/// Sorting by exchanges of neighbours would take until tomorrow.
void NormalizationTest::manyMarksOnOneLetterAreSortedInTime()
{
    std::u32string text = U"e";
    for (int count = 0; count < generatedCases(500'000, 200'000); ++count)
        text += count % 2 == 0 ? U'\u0301' : U'\u0323';
    const std::u32string found = composed(text);
    QCOMPARE(found.size(), text.size() - 1);
    QVERIFY(found.front() == U'\u1EB9');
    QVERIFY(found.back() == U'\u0301');
}

void NormalizationTest::findsWhatIsInTheComposedText_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("haystack");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const QString &needle, const QString &haystack, bool found) {
        QTest::newRow(name) << needle << haystack << found;
    };
    row("composed in parts", u"Zo\u00EB"_s, u"xzoe\u0308x"_s, true);
    row("parts in composed", u"ZOE\u0308"_s, u"zo\u00EB"_s, true);
    row("letter of a composed one", u"zoe"_s, u"Zoe\u0308"_s, false);
    row("letter of a composed one, and alone", u"zoe"_s, u"Zoe\u0308 zoe"_s, true);
    row("letter with a mark that makes no other", u"x"_s, u"x\u0302"_s, true);
    row("letter with two marks", u"\u1EC7"_s, u"e\u0323\u0302"_s, true);
    row("marks in another order", u"\u1EC7"_s, u"e\u0302\u0323"_s, true);
    row("one mark of two", u"\u00EA"_s, u"e\u0302\u0323"_s, false);
    row("Hangul", u"\uAC01"_s, u"\u1100\u1161\u11A8"_s, true);
    row("syllable without its tail", u"\uAC00"_s, u"\u1100\u1161\u11A8"_s, false);
    row("voiced kana", u"ジ"_s, u"シ\u3099"_s, true);
    row("Cyrillic", u"Й"_s, u"и\u0306"_s, true);
    row("Angstrom sign", u"\u00E5"_s, u"\u212B"_s, true);
    row("Angstrom sign for parts", u"\u212B"_s, u"a\u030A"_s, true);
    row("Greek question mark", u"a;b"_s, u"A\u037EB"_s, true);
    row("semicolon", u"\u037E"_s, u";"_s, true);
    row("grave accent", u"`"_s, u"\u1FEF"_s, true);
    row("compatibility ideograph", u"\u7387"_s, u"\uF9DB"_s, true);
    row("letter that is always in parts", u"\u0958"_s, u"\u0915\u093C"_s, true);
    row("first part of such a letter", u"\u0915"_s, u"\u0958"_s, true);
    row("a mark alone", u"\u0302"_s, u"x\u0302"_s, true);
    row("a mark that is joined", u"\u0308"_s, u"e\u0308"_s, false);
    row("mark in front", u"\u0302y"_s, u"x\u0302y"_s, true);
    row("iota below", u"\u1FB3"_s, u"\u03B1\u0345"_s, true);
    row("iota below that another mark releases", u"\u03B9"_s, u"\u1FB3\u0306"_s, true);
    row("iota below is no iota", u"\u03B1\u03B9"_s, u"\u03B1\u0345"_s, false);
}

void NormalizationTest::findsWhatIsInTheComposedText()
{
    QFETCH(const QString, needle);
    QFETCH(const QString, haystack);
    const TextSearcher searcher(needle.toStdString());
    QTEST(searcher.contains(haystack.toStdString()), "found");
    // The same in a block of texts.
    const std::string block =
        std::string(100, 'z') + ' ' + haystack.toStdString() + ' ' + std::string(100, 'z');
    QTEST(searcher.contains(block), "found");
}

void NormalizationTest::searchesAgreeWithComparingKeys()
{
    Texts texts(3);
    constexpr int Searches = Rounds * 3 / 5;
    int found = 0;
    for (int round = 0; round < Searches; ++round) {
        const std::u32string needle = texts.text(3);
        std::u32string haystack = texts.text(8);
        if (texts.below(2) == 0)
            haystack += formC(needle) + texts.text(4);
        const bool expected = keyOf(haystack).find(keyOf(needle)) != std::string::npos;
        found += expected ? 1 : 0;
        QVERIFY2(TextSearcher(toUtf8(needle)).contains(toUtf8(haystack)) == expected,
                 (toUtf8(needle) + "   in   " + toUtf8(haystack)).c_str());
    }
    QVERIFY(found > Searches / 6 && found < Searches * 14 / 15);
}

void NormalizationTest::searchesInJsonAgreeWithComparingKeys()
{
    Texts texts(4);
    std::string scratch;
    constexpr int Searches = Rounds * 2 / 5;
    int found = 0;
    for (int round = 0; round < Searches; ++round) {
        const std::u32string needle = texts.text(5);
        const std::string json =
            jsonOf(texts.text(6) + (texts.below(2) == 0 ? needle : std::u32string()) + texts.text(4), texts);
        const auto keyOfUtf8 = [](const std::string &text) {
            return keyOf(QString::fromStdString(text).toStdU32String());
        };
        const std::string key = keyOf(needle);
        const bool expected = keyOfUtf8(json).find(key) != std::string::npos
            || keyOfUtf8(decodeJsonString(json)).find(key) != std::string::npos;
        found += expected ? 1 : 0;
        const TextSearcher searcher(toUtf8(needle));
        const std::string what = toUtf8(needle) + "   in   " + json;
        QVERIFY2(searcher.containsInJson(json, scratch) == expected, what.c_str());
        TextSignature signature;
        signature.add(json);
        QVERIFY2(!expected || searcher.mayOccurInJson(json), what.c_str());
        QVERIFY2(!expected || searcher.mayOccurInSigned(signature.bits()), what.c_str());
    }
    QVERIFY(found > Searches / 7 && found < Searches * 9 / 10);
}

void NormalizationTest::equalityAndPatternsAgreeWithComparingKeys()
{
    Texts texts(5);
    constexpr int Pairs = Rounds / 5;
    int equal = 0;
    for (int round = 0; round < Pairs; ++round) {
        const std::u32string text = texts.text(3);
        const std::u32string other = texts.below(2) == 0
            ? toQString(text).normalized(QString::NormalizationForm_D).toStdU32String()
            : texts.text(3);
        const bool expected = keyOf(text) == keyOf(other);
        equal += expected ? 1 : 0;
        QCOMPARE(foldedText(toUtf8(text)) == foldedText(toUtf8(other)), expected);
        if (text.empty() || other.empty())
            continue;
        const auto matcher =
            ValueMatcher::compile({Field::Action, Comparison::Matches, {TextValue{toUtf8(text), {}}}});
        QCOMPARE(matcher->matches(toUtf8(other)) == Match::Yes, expected);
        const auto fits = [](const TextValue &wanted, const std::u32string &found) {
            SearchTime time;
            return WildcardPattern(wanted).matches(toUtf8(found), {}, time);
        };
        const std::string key = keyOf(other);
        QCOMPARE(fits(pattern(toUtf8(text) + '*'), other) == Match::Yes, key.starts_with(keyOf(text)));
        QCOMPARE(fits(pattern('*' + toUtf8(text)), other) == Match::Yes, key.ends_with(keyOf(text)));
        QCOMPARE(fits(pattern("?"), other) == Match::Yes, formC(other).size() == 1);
    }
    QVERIFY(equal > Pairs * 3 / 10);
}

void NormalizationTest::aLongTextIsFoundInAnyForm()
{
    std::string whole;
    std::string apart;
    for (int count = 0; count < 50; ++count) {
        whole += "Zo\u00EB ";
        apart += "zoe\u0308 ";
    }
    QVERIFY(TextSearcher(whole).contains("x " + apart + "x"));
    QVERIFY(TextSearcher(apart).contains("x " + whole + "x"));
    QVERIFY(!TextSearcher(whole + "y").contains("x " + apart + "x"));
    // Linear, where comparing at each place would take minutes.
    const std::string many(generatedCases<std::size_t>(20'000'000, 4'000'000), 'a');
    QVERIFY(!TextSearcher(std::string(60'000, 'a') + 'b').contains(many));
}

TRAILGLASS_TEST(NormalizationTest)
#include "tst_normalization.moc"
