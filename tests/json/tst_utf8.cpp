// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/utf8.h"

#include "tests/runner/testclass.h"

#include <QtTest>

#include <random>

using namespace Trailglass;

class Utf8Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFirstInvalidByte_data();
    void findsTheFirstInvalidByte();
    void writesAndReadsEveryCodePoint();
    void allChecksAgreeOnAnyBytes();
};

namespace {

std::string_view bytesOf(const QByteArray &text)
{
    return {text.data(), static_cast<std::size_t>(text.size())};
}

/// Qt's decoder shares no code with ours: U+FFFD for each byte that starts no valid sequence.
std::u32string decodedByQt(std::string_view text)
{
    std::u32string decoded;
    for (const char32_t codePoint :
         QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUcs4())
        decoded += codePoint;
    return decoded;
}

} // namespace

void Utf8Test::findsTheFirstInvalidByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("invalidAt"); // −1: none
    QTest::addColumn<bool>("complete");
    QTest::newRow("empty") << QByteArray() << -1 << true;
    QTest::newRow("first and last of two bytes") << QByteArray("\xC2\x80\xDF\xBF") << -1 << true;
    QTest::newRow("first and last of three bytes") << QByteArray("\xE0\xA0\x80\xEF\xBF\xBF") << -1 << true;
    QTest::newRow("around the surrogates") << QByteArray("\xED\x9F\xBF\xEE\x80\x80") << -1 << true;
    QTest::newRow("first and last of four bytes")
        << QByteArray("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF") << -1 << true;
    QTest::newRow("a continuation alone") << QByteArray("a\x80") << 1 << false;
    QTest::newRow("overlong, two bytes") << QByteArray("\xC0\xAF") << 0 << false;
    QTest::newRow("overlong, three bytes") << QByteArray("\xE0\x9F\xBF") << 1 << false;
    QTest::newRow("overlong, four bytes") << QByteArray("\xF0\x8F\xBF\xBF") << 1 << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 1 << false;
    QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << 1 << false;
    QTest::newRow("F5") << QByteArray("\xF5\x80\x80\x80") << 0 << false;
    QTest::newRow("cut off by the end") << QByteArray("a\xE2\x82") << -1 << false;
    QTest::newRow("cut off by a letter") << QByteArray("a\xE2\x82z") << 3 << false;
}

void Utf8Test::findsTheFirstInvalidByte()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, invalidAt);
    QFETCH(const bool, complete);
    const std::size_t expected = invalidAt < 0 ? std::string_view::npos : static_cast<std::size_t>(invalidAt);
    QCOMPARE(findInvalidUtf8(bytesOf(text)), expected);
    QCOMPARE(isValidUtf8(bytesOf(text)), complete);
}

void Utf8Test::writesAndReadsEveryCodePoint()
{
    for (char32_t codePoint = 0; codePoint <= 0x10FFFF; ++codePoint) {
        if (codePoint >= 0xD800 && codePoint <= 0xDFFF)
            continue;
        std::string bytes;
        appendUtf8(bytes, codePoint);
        std::size_t position = 0;
        if (!isValidUtf8(bytes) || nextCodePoint(bytes, position) != codePoint || position != bytes.size())
            QFAIL(qPrintable(QString::number(codePoint, 16)));
    }
}

void Utf8Test::allChecksAgreeOnAnyBytes()
{
    std::mt19937 random(3);
    constexpr std::string_view bytes =
        "az\x80\x8F\x90\x9F\xA0\xBF\xC0\xC2\xDF\xE0\xE2\xED\xEF\xF0\xF3\xF4\xF5\xFF";
    for (int round = 0; round < 50'000; ++round) {
        std::string text(random() % 9, '\0');
        for (char &byte : text)
            byte = bytes[random() % bytes.size()];

        std::u32string codePoints;
        for (std::size_t position = 0; position < text.size();)
            codePoints += nextCodePoint(text, position);
        const bool isValid = codePoints.find(U'\uFFFD') == std::u32string::npos;

        const QByteArray hex = QByteArray::fromStdString(text).toHex();
        QVERIFY2(codePoints == decodedByQt(text), hex.constData());
        QVERIFY2(isValidUtf8(text) == isValid, hex.constData());
        QVERIFY2(!isValid || findInvalidUtf8(text) == std::string_view::npos, hex.constData());
    }
}

TRAILGLASS_TEST(Utf8Test)
#include "tst_utf8.moc"
