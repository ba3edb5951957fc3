// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// What Unicode itself calls ignorable, and what moves a cursor or breaks a line.
bool isHiddenAlone(const QString &character)
{
    static const QRegularExpression Ignorable(
        u"^(?:\\p{DI}|[\\x{2028}\\x{2029}\\x{FFF9}-\\x{FFFB}]|\\p{Cc})$"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DotMatchesEverythingOption);
    return Ignorable.match(character).hasMatch();
}

} // namespace

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatCouldDeceive_data();
    void showsWhatCouldDeceive();
    void leavesOtherTextAlone_data();
    void leavesOtherTextAlone();
    void replacesEveryCharacterThatIsHiddenAlone();
    void keepsWhatChangesItsNeighbours_data();
    void keepsWhatChangesItsNeighbours();
    void showsAPartAsItIsInTheWhole();
    void showsTheSameForBothEncodings();
    void showsBytesOfNoCharacterAsReplacement_data();
    void showsBytesOfNoCharacterAsReplacement();
    void keepsEveryCharacterOfAValue();
    void suggestsTheNearestName_data();
    void suggestsTheNearestName();
    void suggestsNothingFarAway_data();
    void suggestsNothingFarAway();
    void suggestsANameOrAllOfThem();
};

void TextTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TextTest::showsWhatCouldDeceive_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("shown");

    QTest::newRow("line feed") << QByteArray("a\nb") << u"a<LF>b"_s;
    QTest::newRow("carriage return") << QByteArray("a\r\nb") << u"a<CR><LF>b"_s;
    QTest::newRow("tab") << QByteArray("a\tb") << u"a<TAB>b"_s;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"a<U+0000>b"_s;
    QTest::newRow("terminal escape") << QByteArray("\x1B]0;title\x07") << u"<U+001B>]0;title<U+0007>"_s;
    QTest::newRow("backspace") << QByteArray("root\b\b\b\buser")
                               << u"root<U+0008><U+0008><U+0008><U+0008>user"_s;
    QTest::newRow("DEL") << QByteArray("\x7F") << u"<U+007F>"_s;
    QTest::newRow("eight-bit CSI") << QByteArray("\u009B31m") << u"<U+009B>31m"_s;
    QTest::newRow("right-to-left override") << QByteArray("exe.\u202Egnp") << u"exe.<U+202E>gnp"_s;
    QTest::newRow("isolate") << QByteArray("\u2066x\u2069") << u"<U+2066>x<U+2069>"_s;
    QTest::newRow("marks") << QByteArray("\u200E\u200F\u061C") << u"<U+200E><U+200F><U+061C>"_s;
    QTest::newRow("zero-width space") << QByteArray("ad\u200Bmin") << u"ad<U+200B>min"_s;
    QTest::newRow("joiners") << QByteArray("\u200C\u200D\u2060") << u"<U+200C><U+200D><U+2060>"_s;
    QTest::newRow("joiners of nothing")
        << QByteArray("\u200Da\u200Db\u200C1\u200C") << u"<U+200D>a<U+200D>b<U+200C>1<U+200C>"_s;
    QTest::newRow("fillers") << QByteArray("\u3164\u115F\u1160\uFFA0")
                             << u"<U+3164><U+115F><U+1160><U+FFA0>"_s;
    QTest::newRow("grapheme joiner") << QByteArray("a\u034Fb") << u"a<U+034F>b"_s;
    QTest::newRow("invisible operators") << QByteArray("f\u2061x\u2064") << u"f<U+2061>x<U+2064>"_s;
    QTest::newRow("deprecated format characters") << QByteArray("\u206A\u206F") << u"<U+206A><U+206F>"_s;
    QTest::newRow("annotations") << QByteArray("\uFFF9a\uFFFAb\uFFFB") << u"<U+FFF9>a<U+FFFA>b<U+FFFB>"_s;
    QTest::newRow("musical beam") << QByteArray("\U0001D173") << u"<U+1D173>"_s;
    QTest::newRow("selectors of nothing")
        << QByteArray("a\uFE0F\u00E9\uFE00\U000E0100") << u"a<U+FE0F>\u00E9<U+FE00><U+E0100>"_s;
    QTest::newRow("bytes hidden behind an emoji")
        << QByteArray("\U0001F600\uFE0F\uFE01\U000E01EF") << u"\U0001F600\uFE0F<U+FE01><U+E01EF>"_s;
    QTest::newRow("leading byte order mark") << QByteArray("\uFEFFx") << u"<U+FEFF>x"_s;
    QTest::newRow("two byte order marks") << QByteArray("\uFEFF\uFEFF") << u"<U+FEFF><U+FEFF>"_s;
    QTest::newRow("soft hyphen") << QByteArray("ad\u00ADmin") << u"ad<U+00AD>min"_s;
    QTest::newRow("separators") << QByteArray("\u2028\u2029") << u"<U+2028><U+2029>"_s;
    QTest::newRow("tag characters") << QByteArray("\U000E0001\U000E0041\U000E007F")
                                    << u"<U+E0001><U+E0041><U+E007F>"_s;
}

void TextTest::showsWhatCouldDeceive()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, shown);

    QCOMPARE(visibleText(text.toStdString()), shown);
}

void TextTest::leavesOtherTextAlone_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString();
    QTest::newRow("ASCII") << u" !~ <U+202E> <LF>"_s;
    QTest::newRow("scripts") << u"日本語 العربية עברית ñ"_s;
    QTest::newRow("emoji beyond the first plane") << u"\U0001F600"_s;
    QTest::newRow("no-break space") << u"a\u00A0b"_s;
    QTest::newRow("combining accent") << u"e\u0301"_s;
    QTest::newRow("variant of an ideograph") << u"\u8FBB\U000E0100"_s;
    QTest::newRow("a surrogate alone") << QString(QChar(0xDB40));
}

void TextTest::leavesOtherTextAlone()
{
    QFETCH(QString, text);

    QCOMPARE(visibleText(text), text);
}

void TextTest::replacesEveryCharacterThatIsHiddenAlone()
{
    for (char32_t point = 0; point <= 0x10FFFF; ++point) {
        if (point >= 0xD800 && point <= 0xDFFF)
            continue;
        const QString text = QStringView(QChar::fromUcs4(point)).toString();
        const bool replaced = visibleText(text) != text;
        if (replaced != isHiddenAlone(text))
            QFAIL(qPrintable(QString::number(point, 16)));
    }
}

void TextTest::keepsWhatChangesItsNeighbours_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("Persian plural") << u"خانه\u200Cها"_s;
    QTest::newRow("Persian verb") << u"می\u200Cخواهم"_s;
    QTest::newRow("after a vowel sign") << u"هِ\u200Cها"_s;
    QTest::newRow("Arabic ligature broken up") << u"ل\u200Dا"_s;
    QTest::newRow("Hindi half form") << u"क्\u200Dष"_s;
    QTest::newRow("Hindi without the conjunct") << u"क्\u200Cष"_s;
    QTest::newRow("Sinhala") << u"ශ්\u200Dරී"_s;
    QTest::newRow("Malayalam, at the end of a word") << u"അവന്\u200D"_s;
    QTest::newRow("Bengali, before the virama") << u"র\u200D্যাব"_s;
    QTest::newRow("Tamil") << u"க்\u200Cஷ"_s;
    QTest::newRow("Mongolian selector") << u"ᠭ\u180Bᠠ"_s;
    QTest::newRow("person at a computer") << u"\U0001F469\u200D\U0001F4BB dev"_s;
    QTest::newRow("with a skin tone") << u"\U0001F469\U0001F3FD\u200D\U0001F4BB"_s;
    QTest::newRow("family") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"_s;
    QTest::newRow("after a selector, and before one")
        << u"\U0001F3F3\uFE0F\u200D\U0001F308 \U0001F575\U0001F3FB\u200D\u2642\uFE0F"_s;
    QTest::newRow("heart") << u"\u2764\uFE0F\u200D\U0001F525"_s;
    QTest::newRow("keycap") << u"1\uFE0F\u20E3"_s;
    QTest::newRow("standard variant of a sign") << u"\u2229\uFE00"_s;
}

void TextTest::keepsWhatChangesItsNeighbours()
{
    QFETCH(QString, text);

    QCOMPARE(visibleText(text), text);
    QCOMPARE(visibleText(toUtf8(text)), text);
}

void TextTest::showsAPartAsItIsInTheWhole()
{
    const QString text = u"خانه\u200Cها \U0001F469\u200D\U0001F4BB a\u200Db क्\u200Dष\u200D\uFEFFz"_s;
    const QString whole = visibleText(text);
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        if (cut < text.size() && text[cut].isLowSurrogate())
            continue;
        QCOMPARE(QString(visiblePart(text, 0, cut) + visiblePart(text, cut, text.size() - cut)), whole);
    }
}

void TextTest::showsTheSameForBothEncodings()
{
    const QString text = u"a\u202E\n\U0001F600\u00ADz"_s;
    QCOMPARE(visibleText(toUtf8(text)), visibleText(text));
}

void TextTest::showsBytesOfNoCharacterAsReplacement_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("shown");

    QTest::newRow("stray byte") << QByteArray("a\xFFz") << u"a\uFFFDz"_s;
    QTest::newRow("cut at the end") << QByteArray("a\xC3") << u"a\uFFFD"_s;
    QTest::newRow("cut after a byte order mark") << QByteArray("\xEF\xBB\xBF\xC3") << u"<U+FEFF>\uFFFD"_s;
    QTest::newRow("bare C1 byte") << QByteArray("a\x9Bz") << u"a\uFFFDz"_s;
}

void TextTest::showsBytesOfNoCharacterAsReplacement()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, shown);

    QCOMPARE(visibleText(text.toStdString()), shown);
}

void TextTest::keepsEveryCharacterOfAValue()
{
    for (const char32_t point : {U'\0', U'a', U'\u00E9', U'\uFEFF', U'\uFFFD', U'\U0001F600'}) {
        const QString text = QStringView(QChar::fromUcs4(point)) + u'x';
        QCOMPARE(toQString(toUtf8(text)), text);
    }
    QCOMPARE(toQString(std::string_view()), QString());
    QCOMPARE(toQString(std::string_view("a\0b", 3)).size(), 3);
}

void TextTest::suggestsTheNearestName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("known");
    QTest::addColumn<QString>("nearest");

    const QStringList fields{u"action"_s, u"actor"_s, u"actor.email"_s, u"category"_s, u"ip"_s, u"outcome"_s};
    QTest::newRow("one missing") << u"acton"_s << fields << u"action"_s;
    QTest::newRow("one too many") << u"actorr"_s << fields << u"actor"_s;
    QTest::newRow("one wrong") << u"outcume"_s << fields << u"outcome"_s;
    QTest::newRow("neighbours swapped") << u"catgeory"_s << fields << u"category"_s;
    QTest::newRow("swap counts one") << u"pi"_s << fields << u"ip"_s;
    QTest::newRow("case is ignored") << u"OUTCOMES"_s << fields << u"outcome"_s;
    QTest::newRow("same but for the case") << u"IP"_s << fields << u"ip"_s;
    QTest::newRow("three of eleven") << u"aktr.emial"_s << fields << u"actor.email"_s;
    QTest::newRow("nearest wins over first")
        << u"actor.mail"_s << QStringList{u"actor"_s, u"actor.email"_s} << u"actor.email"_s;
    QTest::newRow("first of equals") << u"cat"_s << QStringList{u"bat"_s, u"rat"_s} << u"bat"_s;
    QTest::newRow("not only ASCII") << u"straße"_s << QStringList{u"STRASSE"_s} << u"STRASSE"_s;
}

void TextTest::suggestsTheNearestName()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, known);
    QFETCH(QString, nearest);

    QCOMPARE(nearestName(typed, known), nearest);
}

void TextTest::suggestsNothingFarAway_data()
{
    QTest::addColumn<QString>("typed");

    QTest::newRow("nothing typed") << QString();
    QTest::newRow("nothing alike") << u"hostname"_s;
    QTest::newRow("two of five") << u"acxxr"_s;
    QTest::newRow("much longer") << QString(100'000, u'a');
}

void TextTest::suggestsNothingFarAway()
{
    QFETCH(QString, typed);

    QCOMPARE(nearestName(typed, {u"action"_s, u"actor"_s, u"outcome"_s}), QString());
    QCOMPARE(nearestName(u"action"_s, {}), QString());
}

void TextTest::suggestsANameOrAllOfThem()
{
    const QStringList known{u"action"_s, u"actor"_s, u"outcome"_s};
    QCOMPARE(nameSuggestion(u"acter"_s, known), u"Did you mean “actor”?"_s);
    QCOMPARE(nameSuggestion(u"hostname"_s, known), u"Use one of: action, actor, outcome."_s);
    QCOMPARE(nameSuggestion(u"a"_s, {u"\u202Eb"_s}), u"Use one of: <U+202E>b."_s);
}

TRAILGLASS_TEST(TextTest)
#include "tst_text.moc"
