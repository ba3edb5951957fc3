// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonstring.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <array>
#include <cstdio>
#include <utility>

using namespace Trailglass;

class JsonStringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesEscapes_data();
    void decodesEscapes();
    void knowsLoneSurrogates_data();
    void knowsLoneSurrogates();
    void appendsToWhatIsThere();
    void readsEveryCodePointBack();
};

void JsonStringTest::decodesEscapes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("plain") << QByteArray("plain") << QByteArray("plain");
    QTest::newRow("UTF-8 stays") << QByteArray("\u65e5\U0001F600") << QByteArray("\u65e5\U0001F600");
    QTest::newRow("short escapes") << QByteArray(R"(\"\\\/\b\f\n\r\t)") << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("upper and lower hex") << QByteArray(R"(\u00e9\u00E9)") << QByteArray("\u00e9\u00e9");
    QTest::newRow("NUL") << QByteArray(R"(a\u0000b)") << QByteArray("a\0b", 3);
    QTest::newRow("three bytes") << QByteArray(R"(\u20ac)") << QByteArray("\u20ac");
    QTest::newRow("surrogate pair") << QByteArray(R"(x\ud83d\ude00y)") << QByteArray("x\U0001F600y");
    QTest::newRow("lone high") << QByteArray(R"(\ud83dx)") << QByteArray("\ufffdx");
    QTest::newRow("lone high at the end") << QByteArray(R"(\ud83d)") << QByteArray("\ufffd");
    QTest::newRow("lone low") << QByteArray(R"(\ude00)") << QByteArray("\ufffd");
    QTest::newRow("low before high") << QByteArray(R"(\ude00\ud83d)") << QByteArray("\ufffd\ufffd");
    QTest::newRow("high, then a pair")
        << QByteArray(R"(\ud83d\ud83d\ude00)") << QByteArray("\ufffd\U0001F600");
    QTest::newRow("high, then a letter escape") << QByteArray(R"(\ud83d\n)") << QByteArray("\ufffd\n");
    QTest::newRow("escaped backslash before u") << QByteArray(R"(\\u0041)") << QByteArray(R"(\u0041)");
    QTest::newRow("unknown escape is kept") << QByteArray(R"(a\qb)") << QByteArray(R"(a\qb)");
    QTest::newRow("short hex is kept") << QByteArray(R"(\u12)") << QByteArray(R"(\u12)");
    QTest::newRow("not hex is kept") << QByteArray(R"(\u12g4)") << QByteArray(R"(\u12g4)");
    QTest::newRow("text before, between and after")
        << QByteArray(R"({\"name\":\"nightly build\",\"n\":1} end)")
        << QByteArray(R"({"name":"nightly build","n":1} end)");
    QTest::newRow("backslash at the end is kept") << QByteArray("a\\") << QByteArray("a\\");
}

void JsonStringTest::decodesEscapes()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, text);

    QCOMPARE(QByteArray::fromStdString(decodeJsonString(json.toStdString())), text);
}

void JsonStringTest::knowsLoneSurrogates_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("hasOne");

    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("a pair") << QByteArray(R"(x\ud83d\ude00y)") << false;
    QTest::newRow("high") << QByteArray(R"(x\ud83dy)") << true;
    QTest::newRow("low after other escapes") << QByteArray(R"(\n\\\u0041\ude00)") << true;
    QTest::newRow("high, then a pair") << QByteArray(R"(\ud83d\ud83d\ude00)") << true;
    QTest::newRow("a pair, then high") << QByteArray(R"(\ud83d\ude00\ud83d)") << true;
    QTest::newRow("U+FFFD itself") << QByteArray(R"(\ufffd)") << false;
    QTest::newRow("an escaped backslash before u") << QByteArray(R"(\\ud83d)") << false;
    QTest::newRow("no escape") << QByteArray(R"(\q\ud83)") << false;
}

void JsonStringTest::knowsLoneSurrogates()
{
    QFETCH(const QByteArray, json);
    QFETCH(const bool, hasOne);

    QCOMPARE(hasLoneSurrogate(json.toStdString()), hasOne);
}

void JsonStringTest::appendsToWhatIsThere()
{
    std::string out = "before ";
    appendDecodedJsonString(out, R"(\u0061fter)");
    QCOMPARE(out, std::string("before after"));
}

void JsonStringTest::readsEveryCodePointBack()
{
    constexpr char32_t InOneString = 0x100;
    for (char32_t first = 0; first <= 0x10FFFF; first += InOneString) {
        QString text;
        for (char32_t character = first; character < first + InOneString; ++character) {
            if (character != 0 && (character < 0xD800 || character > 0xDFFF))
                text += QStringView(QChar::fromUcs4(character));
        }
        std::string json;
        for (const QChar unit : std::as_const(text)) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(unit.unicode()));
            json += escape.data();
        }
        if (decodeJsonString(json) != text.toStdString())
            QFAIL(json.c_str());
    }
}

TRAILGLASS_TEST(JsonStringTest)
#include "tst_jsonstring.moc"
