// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"
#include "views/inspector/displayedtext.h"

#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

QString inOnePiece(const QString &text)
{
    DisplayedText displayed;
    const QString shown = displayed.append(text);
    return shown + displayed.finish();
}

QString withoutBreaks(QString shown)
{
    return shown.remove(u'\n').remove(u'\t').remove(DisplayedText::LineBreak);
}

} // namespace

/// What is displayed leads back to what it stands for, character by character.
class DisplayedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsBackFromEveryPart_data();
    void leadsBackFromEveryPart();
    void breaksNoTokenAndNoPair();
    void putsManyLinesIntoFewBlocks();
};

void DisplayedTextTest::leadsBackFromEveryPart_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("words") << u"one <two>\n\tthree"_s;
    QTest::newRow("bidi") << u"a\u202Egnp.exe\u202C"_s;
    QTest::newRow("what looks like a token") << u"<U+202E>\u202E<<LF>\r\n"_s;
    QTest::newRow("beyond 16 bits") << u"\U0001F600\U000E0041\U0001F601"_s;
    QTest::newRow("controls alone") << QString(500, QChar(u'\u0001'));
    QTest::newRow("long lines") << QString(7'000, u'x') + u'\u202E' + QString(7'000, u'<');
    QTest::newRow("joiners of letters, of emoji and of nothing")
        << u"خانه\u200Cها \U0001F469\u200D\U0001F4BB a\u200Db\u200D क्\u200Dष \u2764\uFE0F\uFE0F\u200D"_s;
    QTest::newRow("very many short lines") << u"a\u202Eb\u2028\n"_s.repeated(3 * DisplayedText::SingleLines);
    QTest::newRow("nothing but joiners") << QString(100, QChar(0x200D));
    QTest::newRow("many long lines of both") << QString(QString(1'999, u'y') + u'\u200B' + u'\n').repeated(3);
}

void DisplayedTextTest::leadsBackFromEveryPart()
{
    QFETCH(const QString, text);
    for (const qsizetype portion : {qsizetype{2}, qsizetype{333}, qsizetype{1'000'000}}) {
        DisplayedText displayed;
        QString shown;
        for (qsizetype start = 0; start < text.size();) {
            qsizetype size = std::min(portion, text.size() - start);
            if (text[start + size - 1].isHighSurrogate()) // the decoder gives whole characters
                ++size;
            shown += displayed.append(QStringView(text).sliced(start, size));
            start += size;
        }
        shown += displayed.finish();
        QCOMPARE(displayed.source(shown, 0), text);
        QCOMPARE(withoutBreaks(shown), withoutBreaks(inOnePiece(text))); // whatever the pieces
        const QString laidOut = withoutBreaks(shown);
        QCOMPARE(visibleText(laidOut), laidOut); // nothing hides
        for (qsizetype cut = 0; cut < shown.size(); cut += 1 + shown.size() / 97) {
            const QString before = displayed.source(shown.first(cut), 0);
            const QString after = displayed.source(shown.sliced(cut), cut);
            QVERIFY(text.startsWith(before));
            QVERIFY(text.endsWith(after));
            QVERIFY(before.size() + after.size() >= text.size());
        }
    }
}

void DisplayedTextTest::breaksNoTokenAndNoPair()
{
    DisplayedText displayed;
    const QString text = QString(DisplayedText::LongestLine - 3, u'x') + u'\u202E'
        + QString(DisplayedText::LongestLine - 9, u'y') + u"\U0001F600"_s;

    const QString shown = displayed.append(text);
    const QStringList lines = QString(shown + displayed.finish()).split(u'\n');

    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(1).startsWith(u"<U+202E>y"_s));
    QCOMPARE(lines.at(2), u"\U0001F600"_s);
    QCOMPARE(displayed.source(lines.join(u'\n'), 0), text);
}

void DisplayedTextTest::putsManyLinesIntoFewBlocks()
{
    const QStringList blocks =
        inOnePiece(u"  12345,\n"_s.repeated(generatedCases(1'000'000, 200'000))).split(u'\n');

    QCOMPARE_LT(blocks.size(), DisplayedText::SingleLines + 5'000);
    for (const QString &block : blocks)
        QCOMPARE_LT(block.size(), DisplayedText::FullBlock + DisplayedText::LongestLine);
    QVERIFY(std::all_of(blocks.begin(), blocks.begin() + DisplayedText::SingleLines,
                        [](const QString &block) { return block == u"  12345,"_s; }));
}

TRAILGLASS_PURE_TEST(DisplayedTextTest)

#include "tst_displayedtext.moc"
