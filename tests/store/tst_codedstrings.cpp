// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/codedstrings.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;

class CodedTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheTextOfEachCode();
    void givesNoTextForCodesThatHaveNone();
    void leavesCopiesAsTheyWere();
    void keepsGapsOfManyCodesForNothing();
    void keepsTheTextsOfACopyWhereTheyStand_data();
    void keepsTheTextsOfACopyWhereTheyStand();
};

void CodedTextsTest::givesTheTextOfEachCode()
{
    const std::size_t count = 3 * CodedStrings::RangeSize + 5;
    CodedStrings texts;
    for (std::size_t code = 0; code < count; ++code)
        texts.append(code, code % 7 == 0 ? std::string() : "text " + std::to_string(code));
    QCOMPARE(texts.size(), count);
    for (std::size_t code = 0; code < count; ++code)
        QVERIFY(texts[code] == (code % 7 == 0 ? std::string() : "text " + std::to_string(code)));
}

void CodedTextsTest::givesNoTextForCodesThatHaveNone()
{
    CodedStrings texts{"zero"};
    texts.append(2 * CodedStrings::RangeSize, "far");
    QCOMPARE(texts.size(), 2 * CodedStrings::RangeSize + 1);
    QVERIFY(texts[0] == "zero");
    QVERIFY(texts[1].empty());
    QVERIFY(texts[CodedStrings::RangeSize].empty());
    QVERIFY(texts[2 * CodedStrings::RangeSize] == "far");
    QVERIFY(texts[2 * CodedStrings::RangeSize + 1].empty());
    QVERIFY(codedText(texts, -1).empty());
    QVERIFY(codedText(texts, 0) == "zero");
}

void CodedTextsTest::leavesCopiesAsTheyWere()
{
    CodedStrings texts{"a", "b"};
    const CodedStrings before = texts;
    texts.append(2, "c");
    CodedStrings other = before;
    other.append(2, "d");
    QCOMPARE(before.size(), 2U);
    QVERIFY(before[2].empty());
    QVERIFY(texts[2] == "c");
    QVERIFY(other[2] == "d");
}

void CodedTextsTest::keepsTheTextsOfACopyWhereTheyStand_data()
{
    QTest::addColumn<int>("count");

    QTest::newRow("one") << 1;
    QTest::newRow("before the end of a stretch") << static_cast<int>(CodedStrings::RangeSize) - 1;
    QTest::newRow("a whole stretch") << static_cast<int>(CodedStrings::RangeSize);
    QTest::newRow("behind the end of a stretch") << static_cast<int>(CodedStrings::RangeSize) + 1;
}

/// Another thread may read the copy meanwhile.
void CodedTextsTest::keepsTheTextsOfACopyWhereTheyStand()
{
    QFETCH(const int, count);
    CodedStrings texts;
    for (int code = 0; code < count; ++code)
        texts.append(static_cast<std::size_t>(code), "text " + std::to_string(code));
    const CodedStrings copy = texts;
    const auto last = static_cast<std::size_t>(count) - 1;
    const std::string_view first = copy[0];
    const std::string_view view = copy[last];
    for (std::size_t code = texts.size(); code < 3 * CodedStrings::RangeSize; ++code)
        texts.append(code, "more");
    texts = {};
    QVERIFY(copy[0].data() == first.data());
    QVERIFY(copy[last].data() == view.data());
    QVERIFY(first == "text 0");
    QVERIFY(view == "text " + std::to_string(last));
    QCOMPARE(copy.size(), last + 1);
}

void CodedTextsTest::keepsGapsOfManyCodesForNothing()
{
    CodedStrings texts{"zero"};
    const std::size_t far = 60'000'000; // at a length each they would take half a gigabyte
    texts.append(far, "far");
    texts.append(far + 1, "next");
    QCOMPARE(texts.size(), far + 2);
    QVERIFY(texts[0] == "zero");
    QVERIFY(texts[far / 2].empty());
    QVERIFY(texts[far - 1].empty());
    QVERIFY(texts[far] == "far");
    QVERIFY(texts[far + 1] == "next");
}

TRAILGLASS_TEST(CodedTextsTest)
#include "tst_codedstrings.moc"
