// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/wrappedtext.h"
#include "tests/runner/testclass.h"

#include <algorithm>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// A tool tip has a width and an end, whatever is in it.
class WrappedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksLines_data();
    void breaksLines();
    void keepsEveryLineWithinItsColumns();
    void cutsWhatHasTooManyLines();
    void keepsCharactersWhole();
};

void WrappedTextTest::breaksLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("short") << u"one line"_s << u"one line"_s;
    QTest::newRow("as long as a line") << u"ten chars."_s << u"ten chars."_s;
    QTest::newRow("at a space") << u"ten chars. and more"_s << u"ten chars.\nand more"_s;
    QTest::newRow("at the last space that fits") << u"a b c d e f g"_s << u"a b c d e\nf g"_s;
    QTest::newRow("within a long word") << u"0123456789abc"_s << u"0123456789\nabc"_s;
    QTest::newRow("own line breaks") << u"a\n\nb"_s << u"a\n\nb"_s;
    QTest::newRow("only breaks") << u"\n\n"_s << u"\n"_s;
}

void WrappedTextTest::breaksLines()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(wrapped(text, 10, 5), shown);
}

void WrappedTextTest::keepsEveryLineWithinItsColumns()
{
    QString text;
    for (int word = 1; word < 60; ++word)
        text += QString(word, u'x') + u' ';

    const QStringList lines = wrapped(text, 40, 1'000).split(u'\n');

    QVERIFY(lines.size() > 40);
    QVERIFY(std::ranges::all_of(lines, [](const QString &line) { return line.size() <= 40; }));
    QCOMPARE(lines.join(QString()).count(u'x'), text.count(u'x'));
}

void WrappedTextTest::cutsWhatHasTooManyLines()
{
    const QString shown = wrapped(QString(1'000'000, u'x'));

    QCOMPARE(shown.count(u'\n'), 19);
    QVERIFY(shown.endsWith(u"x…"));
}

void WrappedTextTest::keepsCharactersWhole()
{
    const QString grin = u"\U0001F600"_s;
    QCOMPARE(wrapped(u"a"_s + grin + grin, 2), u"a\n"_s + grin + u'\n' + grin);
    const QString accented = u"e\u0301"_s;
    QCOMPARE(wrapped(accented + accented, 3), accented + u'\n' + accented);
    const QString family = u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
    QCOMPARE(wrapped(family + family, 3), family + u'\n' + family);
}

TRAILGLASS_PURE_TEST(WrappedTextTest)
#include "tst_wrappedtext.moc"
