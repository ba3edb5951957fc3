// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/codedtexts.h"

#include <QTest>

using namespace Trailglass;

class CodedTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheTextOfEachCode();
    void givesNoTextForCodesThatHaveNone();
    void leavesCopiesAsTheyWere();
    void keepsAViewOfATextAsLongAsACopyLives();
};

void CodedTextsTest::givesTheTextOfEachCode()
{
    const std::size_t count = 3 * CodedTexts::StretchSize + 5;
    CodedTexts texts;
    for (std::size_t code = 0; code < count; ++code)
        texts.append(code, code % 7 == 0 ? std::string() : "text " + std::to_string(code));
    QCOMPARE(texts.size(), count);
    for (std::size_t code = 0; code < count; ++code)
        QVERIFY(texts[code] == (code % 7 == 0 ? std::string() : "text " + std::to_string(code)));
}

void CodedTextsTest::givesNoTextForCodesThatHaveNone()
{
    CodedTexts texts{"zero"};
    texts.append(2 * CodedTexts::StretchSize, "far");
    QCOMPARE(texts.size(), 2 * CodedTexts::StretchSize + 1);
    QVERIFY(texts[0] == "zero");
    QVERIFY(texts[1].empty());
    QVERIFY(texts[CodedTexts::StretchSize].empty());
    QVERIFY(texts[2 * CodedTexts::StretchSize] == "far");
    QVERIFY(texts[2 * CodedTexts::StretchSize + 1].empty());
    QVERIFY(codedText(texts, -1).empty());
    QVERIFY(codedText(texts, 0) == "zero");
}

void CodedTextsTest::leavesCopiesAsTheyWere()
{
    CodedTexts texts{"a", "b"};
    const CodedTexts before = texts;
    texts.append(2, "c");
    CodedTexts other = before;
    other.append(2, "d");
    QCOMPARE(before.size(), 2U);
    QVERIFY(before[2].empty());
    QVERIFY(texts[2] == "c");
    QVERIFY(other[2] == "d");
}

void CodedTextsTest::keepsAViewOfATextAsLongAsACopyLives()
{
    CodedTexts texts{"kept"};
    const CodedTexts copy = texts;
    const std::string_view view = copy[0];
    for (std::size_t code = 1; code < 10'000; ++code)
        texts.append(code, "more");
    texts = {};
    QVERIFY(view == "kept");
}

QTEST_GUILESS_MAIN(CodedTextsTest)
#include "tst_codedtexts.moc"
