// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/textsignature.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

std::vector<quint8> signatureOf(const std::vector<std::string> &texts)
{
    TextSignature signature;
    for (const std::string &text : texts)
        signature.add(text);
    return signature.bits();
}

/// In lower case, which is how ASCII folds.
TextRuns runsOf(const QString &text)
{
    return TextRuns(text.toLower().toStdU32String());
}

QString escaped(QString text, int times)
{
    for (; times > 0; --times)
        text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u"n"_s, u"\\u006e"_s);
    return text;
}

} // namespace

class TextSignatureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mayHoldWhatItHolds_data();
    void mayHoldWhatItHolds();
    void rulesOutWhatItDoesNotHold_data();
    void rulesOutWhatItDoesNotHold();
    void saysNothingOfTextsWithoutRuns_data();
    void saysNothingOfTextsWithoutRuns();
    void neverRulesOutAPieceOfAGeneratedText();
    void isAsSmallAsTheTextsAllow();
    void holdsEachOfTheTextsItWasMadeOf();
    void holdsARunWhereASearchForItMayFindIt();
    void forgetsWhenCleared();
};

void TextSignatureTest::mayHoldWhatItHolds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");

    QTest::newRow("the whole") << u"{\"ip\":\"203.0.113.9\"}"_s << u"203.0.113.9"_s;
    QTest::newRow("another case") << u"Quarterly REVENUE"_s << u"revenue"_s;
    QTest::newRow("over an escape that splits it") << u"one\\ntwo words"_s << u"two words"_s;
    QTest::newRow("with characters of no run inside") << u"user\\/login failed"_s << u"user/login"_s;
    QTest::newRow("after an escape") << u"\\u0070assword"_s << u"password"_s;
    QTest::newRow("after an escape in capitals") << u"<\\u0050ASSWORD>"_s << u"password"_s;
    QTest::newRow("in JSON inside a string") << u"{\\\"key\\\":\\\"pass\\\\u0077ord\\\"}"_s << u"password"_s;
    QTest::newRow("after an escaped backslash") << u"pass\\u005cu0077ord"_s << u"password"_s;
    QTest::newRow("after an escaped escape") << u"pass\\\\\\u00750077ord"_s << u"password"_s;
    QTest::newRow("five strings inside each other") << escaped(u"an internal note"_s, 5) << u"internal"_s;
    QTest::newRow("nine strings inside each other") << escaped(u"internal"_s, 9) << u"internal"_s;
    QTest::newRow("Kelvin sign") << u"to\u212Aen 1"_s << u"token"_s;
    QTest::newRow("long s") << u"pa\u017Fsword"_s << u"password"_s;
    QTest::newRow("escaped Kelvin sign") << u"to\\u212aen 1"_s << u"token"_s;
    QTest::newRow("beside other scripts") << u"Mia Schäfer-Osei"_s << u"schäfer-osei"_s;
}

void TextSignatureTest::mayHoldWhatItHolds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, needle);
    QVERIFY(runsOf(needle).mayOccurIn(signatureOf({text.toStdString()})));
}

void TextSignatureTest::rulesOutWhatItDoesNotHold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");

    QTest::newRow("another word") << u"quarterly revenue"_s << u"password"_s;
    QTest::newRow("the same letters, less often") << u"abcabd"_s << u"abcabc"_s;
    QTest::newRow("after other escapes") << u"caf\\u00e9 \\\"ol\\u00e9\\\""_s << u"password"_s;
    QTest::newRow("no text at all") << QString() << u"word"_s;
    QTest::newRow("an escape that is none") << u"\\uZZZZ"_s << u"password"_s;
}

void TextSignatureTest::rulesOutWhatItDoesNotHold()
{
    QFETCH(const QString, text);
    QFETCH(const QString, needle);
    QVERIFY(!runsOf(needle).mayOccurIn(signatureOf({text.toStdString()})));
}

void TextSignatureTest::saysNothingOfTextsWithoutRuns_data()
{
    QTest::addColumn<QString>("needle");

    QTest::newRow("empty") << QString();
    QTest::newRow("three characters") << u"abc"_s;
    QTest::newRow("stretches of three") << u"abc/def\"ghi"_s;
    QTest::newRow("another script") << u"пароль"_s;
}

void TextSignatureTest::saysNothingOfTextsWithoutRuns()
{
    QFETCH(const QString, needle);
    QVERIFY(runsOf(needle).mayOccurIn(signatureOf({})));
}

void TextSignatureTest::neverRulesOutAPieceOfAGeneratedText()
{
    std::mt19937 random(5);
    const QString alphabet = u"abcnuABC019 -_.:{}[]\"\\/éж\u212A\u017F"_s;
    const auto upTo = [&random](qsizetype limit) {
        return std::uniform_int_distribution<qsizetype>(0, limit)(random);
    };
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (qsizetype length = upTo(60); length > 0; --length)
            text += alphabet[upTo(alphabet.size() - 1)];
        const qsizetype begin = upTo(text.size());
        QString needle = text.mid(begin, upTo(text.size() - begin)).toLower();
        needle.replace(u'\u017F', u's'); // which toLower() leaves alone
        const auto bits = signatureOf({"first", escaped(text, round % 4).toStdString(), "last"});
        QVERIFY2(runsOf(needle).mayOccurIn(bits), qPrintable(text));
    }
}

void TextSignatureTest::isAsSmallAsTheTextsAllow()
{
    QCOMPARE(signatureOf({}).size(), TextSignature::MinSize);
    QCOMPARE(signatureOf({"a short text"}).size(), TextSignature::MinSize);
    QCOMPARE(signatureOf({"full: to\u212Aen"}).size(), TextSignature::MinSize);
    std::mt19937 random(6);
    std::string text;
    for (int count = 0; count < 20'000; ++count)
        text += static_cast<char>('a' + random() % 26);
    QCOMPARE(signatureOf({text}).size(), TextSignature::MaxSize);
    QVERIFY(!runsOf(u"0123456789"_s).mayOccurIn(signatureOf({text})));
}

void TextSignatureTest::holdsEachOfTheTextsItWasMadeOf()
{
    const auto bits = signatureOf({"a short text", "another one", "to\\u006ben"});
    TextSignature part;
    part.add("another one");
    QVERIFY(part.isWithin(bits));
    part.add("and one more");
    QVERIFY(!part.isWithin(bits));
}

void TextSignatureTest::holdsARunWhereASearchForItMayFindIt()
{
    std::mt19937 random(7);
    const auto lettersOf = [&random](std::size_t count) {
        std::string letters(count, ' ');
        std::ranges::generate(letters, [&random] { return static_cast<char>('a' + random() % 26); });
        return letters;
    };
    std::size_t sizes = 0; // as bits
    for (const std::size_t length : {60U, 300U, 900U, 3000U, 20'000U}) {
        const auto bits = signatureOf({lettersOf(length)});
        sizes |= bits.size();
        for (int round = 0; round < 500; ++round) {
            const std::string run = lettersOf(TextSignature::RunLength);
            TextSignature part;
            part.add(run);
            QCOMPARE(part.isWithin(bits), runsOf(QString::fromStdString(run)).mayOccurIn(bits));
        }
    }
    QVERIFY((sizes & TextSignature::MinSize) != 0 && (sizes & TextSignature::MaxSize) != 0);
}

void TextSignatureTest::forgetsWhenCleared()
{
    TextSignature signature;
    signature.add("password");
    signature.clear();
    QVERIFY(signature.bits() == signatureOf({}));
}

TRAILGLASS_TEST(TextSignatureTest)
#include "tst_textsignature.moc"
