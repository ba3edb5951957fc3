// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/codedstrings.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;

class CodedStringsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsTheStringOfEachCode();
    void returnsAnEmptyStringForCodesWithoutOne();
    void leavesCopiesUnchanged();
    void needsLittleMemoryForGapsOfManyCodes();
    void neverMovesTheStringsOfACopy_data();
    void neverMovesTheStringsOfACopy();
};

void CodedStringsTest::returnsTheStringOfEachCode()
{
    const std::size_t count = 3 * CodedStrings::RangeSize + 5;
    CodedStrings strings;
    for (std::size_t code = 0; code < count; ++code)
        strings.append(code, code % 7 == 0 ? std::string() : "text " + std::to_string(code));
    QCOMPARE(strings.size(), count);
    for (std::size_t code = 0; code < count; ++code)
        QVERIFY(strings[code] == (code % 7 == 0 ? std::string() : "text " + std::to_string(code)));
}

void CodedStringsTest::returnsAnEmptyStringForCodesWithoutOne()
{
    CodedStrings strings;
    strings.append(0, "zero");
    strings.append(2 * CodedStrings::RangeSize, "far");
    QCOMPARE(strings.size(), 2 * CodedStrings::RangeSize + 1);
    QVERIFY(strings[0] == "zero");
    QVERIFY(strings[1].empty());
    QVERIFY(strings[CodedStrings::RangeSize].empty());
    QVERIFY(strings[2 * CodedStrings::RangeSize] == "far");
    QVERIFY(strings[2 * CodedStrings::RangeSize + 1].empty());
    QVERIFY(codedText(strings, -1).empty());
    QVERIFY(codedText(strings, 0) == "zero");
}

void CodedStringsTest::leavesCopiesUnchanged()
{
    CodedStrings strings;
    strings.append(0, "a");
    strings.append(1, "b");
    const CodedStrings before = strings;
    strings.append(2, "c");
    CodedStrings other = before;
    other.append(2, "d");
    QCOMPARE(before.size(), 2U);
    QVERIFY(before[2].empty());
    QVERIFY(strings[2] == "c");
    QVERIFY(other[2] == "d");
}

void CodedStringsTest::neverMovesTheStringsOfACopy_data()
{
    QTest::addColumn<int>("count");

    QTest::newRow("one") << 1;
    QTest::newRow("before the end of a range") << static_cast<int>(CodedStrings::RangeSize) - 1;
    QTest::newRow("a whole range") << static_cast<int>(CodedStrings::RangeSize);
    QTest::newRow("after the end of a range") << static_cast<int>(CodedStrings::RangeSize) + 1;
}

/// Another thread may be reading the copy.
void CodedStringsTest::neverMovesTheStringsOfACopy()
{
    QFETCH(const int, count);
    CodedStrings strings;
    for (int code = 0; code < count; ++code)
        strings.append(static_cast<std::size_t>(code), "text " + std::to_string(code));
    const CodedStrings copy = strings;
    const auto last = static_cast<std::size_t>(count) - 1;
    const std::string_view first = copy[0];
    const std::string_view view = copy[last];
    for (std::size_t code = strings.size(); code < 3 * CodedStrings::RangeSize; ++code)
        strings.append(code, "more");
    strings = {};
    QVERIFY(copy[0].data() == first.data());
    QVERIFY(copy[last].data() == view.data());
    QVERIFY(first == "text 0");
    QVERIFY(view == "text " + std::to_string(last));
    QCOMPARE(copy.size(), last + 1);
}

void CodedStringsTest::needsLittleMemoryForGapsOfManyCodes()
{
    CodedStrings strings;
    strings.append(0, "zero");
    const std::size_t far = 60'000'000; // at a length each they would take half a gigabyte
    strings.append(far, "far");
    strings.append(far + 1, "next");
    QCOMPARE(strings.size(), far + 2);
    QVERIFY(strings[0] == "zero");
    QVERIFY(strings[far / 2].empty());
    QVERIFY(strings[far - 1].empty());
    QVERIFY(strings[far] == "far");
    QVERIFY(strings[far + 1] == "next");
}

TRAILGLASS_TEST(CodedStringsTest)
#include "tst_codedstrings.moc"
