// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/casefold.h"
#include "models/filter/textsearcher.h"
#include "models/json/jsonstring.h"
#include "models/json/textsignature.h"
#include "models/json/utf8.h"
#include "tests/filter/filtergenerator.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

namespace {

/// Texts of a law: even the fewer have each pair of the generator's pieces several times.
constexpr int Rounds = generatedCases(30'000, 8'000);

/// A JSON string that holds \a text.
std::string encodedJsonString(const std::string &text)
{
    std::string json = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            json += '\\';
        json += letter;
    }
    return json + '"';
}

std::vector<quint8> signatureOf(std::string_view text)
{
    TextSignature signature;
    signature.add(text);
    return signature.bits();
}

} // namespace

class TextSearcherTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsOneCodePointToOne_data();
    void foldsOneCodePointToOne();
    void knowsAllThatFoldsToALetter();
    void foldsTwoCharactersIntoAscii();
    void readsBrokenUtf8AsReplacements();
    void findsTextIgnoringCase_data();
    void findsTextIgnoringCase();
    void findsAtEveryPlaceOfABlock();
    void agreesWithSearchingFoldedText();
    void findsEscapedTextInJson_data();
    void findsEscapedTextInJson();
    void agreesWithSearchingDecodedJson();
    void expectsEscapesInsideStringsInsideStrings();
};

void TextSearcherTest::foldsOneCodePointToOne_data()
{
    QTest::addColumn<uint>("codePoint");
    QTest::addColumn<uint>("folded");
    const auto row = [](const char *name, uint codePoint, uint folded) {
        QTest::newRow(name) << codePoint << folded;
    };
    row("A", 'A', 'a');
    row("[ after Z", '[', '[');
    row("E with acute", 0xC9, 0xE9);
    row("micro sign to mu", 0xB5, 0x3BC);
    row("Kelvin sign", 0x212A, 'k');
    row("Angstrom sign", 0x212B, 0xE5);
    row("long s", 0x17F, 's');
    row("final sigma", 0x3C2, 0x3C3);
    row("capital sharp s", 0x1E9E, 0xDF);
    row("sharp s stays", 0xDF, 0xDF);
    row("Greek with prosgegrammeni", 0x1F88, 0x1F80);
    row("Greek alpha with prosgegrammeni", 0x1FBC, 0x1FB3);
    row("dotted I has no simple folding", 0x130, 0x130);
    row("dotless i", 0x131, 0x131);
    row("fi ligature has none", 0xFB01, 0xFB01);
    row("small Cherokee to capital", 0xAB70, 0x13A0);
    row("capital Cherokee stays", 0x13A0, 0x13A0);
    row("Deseret", 0x10400, 0x10428);
    row("Adlam", 0x1E900, 0x1E922);
    row("beta symbol", 0x3D0, 0x3B2);
    row("title-case digraph", 0x1C5, 0x1C6);
    row("last code point", 0x10FFFF, 0x10FFFF);
}

void TextSearcherTest::foldsOneCodePointToOne()
{
    QFETCH(const uint, codePoint);
    QTEST(static_cast<uint>(foldedCodePoint(codePoint)), "folded");
}

void TextSearcherTest::knowsAllThatFoldsToALetter()
{
    QCOMPARE(foldingClass(U'k'), std::u32string(U"kK\u212A"));
    QCOMPARE(foldingClass(U'1'), std::u32string(U"1"));
    for (char32_t codePoint = 0; codePoint < 0x20000; ++codePoint) {
        const char32_t folded = foldedCodePoint(codePoint);
        QVERIFY(foldingClass(folded).find(codePoint) != std::u32string::npos);
        QCOMPARE(foldedCodePoint(folded), folded);
    }
}

/// Signatures rely on it: they fill up where they meet one of the two.
void TextSearcherTest::foldsTwoCharactersIntoAscii()
{
    std::u32string found;
    for (char32_t codePoint = 0x80; codePoint <= 0x10FFFF; ++codePoint) {
        if (foldedCodePoint(codePoint) < 0x80)
            found += codePoint;
    }
    QVERIFY(found == U"\u017F\u212A");
}

void TextSearcherTest::readsBrokenUtf8AsReplacements()
{
    QCOMPARE(foldedCodePoints("a\xFF\xC3\xA9\xE2\x82"), std::u32string(U"a\uFFFDé\uFFFD\uFFFD"));
    QCOMPARE(foldedCodePoints("\xC0\x80"), std::u32string(U"\uFFFD\uFFFD"));
    QCOMPARE(foldedCodePoints("\xED\xA0\x80"), std::u32string(U"\uFFFD\uFFFD\uFFFD"));
    QCOMPARE(foldedCodePoints("\xF4\x90\x80\x80"), std::u32string(U"\uFFFD\uFFFD\uFFFD\uFFFD"));
}

void TextSearcherTest::findsTextIgnoringCase_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("haystack");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const QString &needle, const QString &haystack, bool found) {
        QTest::newRow(name) << needle << haystack << found;
    };
    row("empty in empty", u""_s, u""_s, true);
    row("something in empty", u"a"_s, u""_s, false);
    row("case", u"BoB"_s, u"a boB c"_s, true);
    row("not there", u"bob"_s, u"b o b"_s, false);
    row("longer than the text", u"bobby"_s, u"bobb"_s, false);
    row("wildcards are literal", u"a*b"_s, u"axb"_s, false);
    row("literal star", u"a*b"_s, u"A*B"_s, true);
    row("Kelvin for k", u"kilo"_s, u"5 \u212Ailo"_s, true);
    row("k for Kelvin", u"\u212A"_s, u"k"_s, true);
    row("long s", u"case"_s, u"ca\u017Fe"_s, true);
    row("both odd forms", u"ksk"_s, u"x\u212A\u017FK"_s, true);
    row("odd form elsewhere", u"ksk"_s, u"\u212A k\u017Fx"_s, false);
    row("accents", u"É"_s, u"caf\u00E9"_s, true);
    row("accents are not letters", u"cafe"_s, u"café"_s, false);
    row("final sigma", u"ΣΊΣΥΦΟΣ"_s, u"Σίσυφος"_s, true);
    row("bytes of two forms make no form", u"\u03C3"_s, u"\u03E3"_s, false);
    row("sharp s", u"STRA\u1E9EE"_s, u"straße"_s, true);
    row("sharp s is not ss", u"strasse"_s, u"straße"_s, false);
    row("Japanese", u"日本"_s, u"これは日本語"_s, true);
    row("Deseret", u"𐐀"_s, u"x𐐨"_s, true);
    row("Turkish dots stay", u"i"_s, u"\u0130\u0131"_s, false);
    row("NUL", u"a"_s + QChar(u'\0') + u"b"_s, u"A"_s + QChar(u'\0') + u"B"_s, true);
}

void TextSearcherTest::findsTextIgnoringCase()
{
    QFETCH(const QString, needle);
    QFETCH(const QString, haystack);
    QTEST(TextSearcher(needle.toStdString()).contains(haystack.toStdString()), "found");
}

void TextSearcherTest::findsAtEveryPlaceOfABlock()
{
    const TextSearcher searcher("NeEdle\u00E9");
    for (std::size_t length = 0; length < 70; ++length) {
        for (std::size_t place = 0; place <= length; ++place) {
            std::string haystack(length, 'n');
            haystack.insert(place, "needl\u0045\u00C9");
            QVERIFY(searcher.contains(haystack));
            haystack.pop_back();
            QCOMPARE(searcher.contains(haystack), place < length);
        }
    }
}

void TextSearcherTest::agreesWithSearchingFoldedText()
{
    FilterGenerator generator(5);
    int found = 0;
    for (int round = 0; round < Rounds; ++round) {
        const std::string needle = generator.text().substr(0, 6);
        std::string haystack;
        for (std::size_t count = generator.below(12); count > 0; --count)
            haystack += generator.text();
        if (needle.find('\xEF') != std::string::npos
            || foldedText(needle).find("\uFFFD") != std::string::npos)
            continue; // cut inside a character
        const bool expected = foldedText(haystack).find(foldedText(needle)) != std::string::npos;
        found += expected ? 1 : 0;
        QVERIFY2(TextSearcher(needle).contains(haystack) == expected,
                 (needle + "   in   " + haystack).c_str());
    }
    QVERIFY(found > Rounds / 20);
}

void TextSearcherTest::findsEscapedTextInJson_data()
{
    QTest::addColumn<QByteArray>("needle");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const char *needle, const char *json, bool found) {
        QTest::newRow(name) << QByteArray(needle) << QByteArray(json) << found;
    };
    row("as received", "caf\u00E9", R"({"a":"Café"})", true);
    row("escaped letter", "caf\u00E9", R"({"a":"Caf\u00E9"})", true);
    row("escaped ASCII", "bob", R"({"a":"\u0042\u006fb"})", true);
    row("escape as received", "\\u0042", R"({"a":"\u0042ob"})", true);
    row("key", "name", R"({"\u006eame":1})", true);
    row("slash", "a/b", R"({"a":"a\/b"})", true);
    row("line feed", "a\nb", R"({"a":"a\nb"})", true);
    row("quote", "say \"hi\"", R"({"a":"say \"hi\""})", true);
    row("structure with an escape in it", "{\"a\":\"\u00E9\"}", R"({"a":"\u00e9"})", true);
    row("surrogate pair", "\U0001F600", R"({"a":"\ud83d\ude00"})", true);
    row("backslash pair is no escape", "xb", R"({"a":"x\\u0062"})", false);
    row("over the border of two values", "12", "1\n2", false);
    row("JSON in a string", R"("name":"bob")", R"({"m":"{\"name\":\"Bob\"}"})", true);
    row("not there", "bob", R"({"a":"\u0042xob"})", false);
    row("empty bytes", "bob", "", false);
}

void TextSearcherTest::findsEscapedTextInJson()
{
    QFETCH(const QByteArray, needle);
    QFETCH(const QByteArray, json);
    std::string scratch;
    const TextSearcher searcher(needle.toStdString());
    QTEST(searcher.containsInJson(json.toStdString(), scratch), "found");
    QFETCH(const bool, found);
    QVERIFY(!found || searcher.mayOccurInSigned(signatureOf(json.toStdString())));
}

void TextSearcherTest::agreesWithSearchingDecodedJson()
{
    FilterGenerator generator(6);
    std::string scratch;
    int found = 0;
    for (int round = 0; round < Rounds / 3; ++round) {
        const std::string needle = generator.text();
        std::string json = "\"";
        for (const char32_t letter :
             foldedCodePoints(generator.text() + needle.substr(0, generator.below(9)))) {
            const auto escaped = QString::number(static_cast<uint>(letter), 16).rightJustified(4, u'0');
            if (letter < 0x10000 && generator.below(2) == 0)
                json += "\\u" + escaped.toStdString();
            else if (letter >= 0x20 && letter != U'"' && letter != U'\\')
                appendUtf8(json, letter);
        }
        json += '"';
        const std::string folded = foldedText(needle);
        const bool expected = foldedText(json).find(folded) != std::string::npos
            || foldedText(decodeJsonString(json)).find(folded) != std::string::npos;
        found += expected ? 1 : 0;
        const TextSearcher searcher(needle);
        QVERIFY2(searcher.containsInJson(json, scratch) == expected, (needle + " in " + json).c_str());
        // Never says no where the text is, however often it is encoded.
        std::string inString = json;
        for (int depth = 0; depth < 3; ++depth) {
            QVERIFY2(!expected || searcher.mayOccurInJson(inString), (needle + " in " + inString).c_str());
            QVERIFY2(!expected || searcher.mayOccurInSigned(signatureOf(inString)),
                     (needle + " in " + inString).c_str());
            inString = encodedJsonString(inString);
        }
    }
    QVERIFY(found > Rounds / 60);
}

void TextSearcherTest::expectsEscapesInsideStringsInsideStrings()
{
    // Read twice, these say Anna.
    for (const char *json :
         {R"({"p":"{\"name\":\"\u005cu0041nna\"}"})", R"({"p":"{\"name\":\"\\\u00750041nna\"}"})",
          R"({"p":"{\"name\":\"\\u00\u00341nna\"}"})"}) {
        QVERIFY2(TextSearcher("anna").mayOccurInJson(json), json);
        QVERIFY2(TextSearcher("anna").mayOccurInSigned(signatureOf(json)), json);
    }
    QVERIFY(!TextSearcher("anna").mayOccurInJson(R"({"p":"{\"name\":\"Bob \u00e9\"}"})"));
}

TRAILGLASS_TEST(TextSearcherTest)
#include "tst_textsearcher.moc"
