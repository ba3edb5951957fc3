// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/combiningmarks.h"
#include "tests/runner/testclass.h"

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Marks stacked by the dozen are counted, those of a script stay.
class CombiningMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTextOfAnyScriptAlone_data();
    void leavesTextOfAnyScriptAlone();
    void countsWhatNoScriptNeeds_data();
    void countsWhatNoScriptNeeds();
};

void CombiningMarksTest::leavesTextOfAnyScriptAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("ASCII") << u"ann@example.com"_s;
    QTest::newRow("Vietnamese, decomposed") << u"Vie\u0323\u0302t"_s;
    QTest::newRow("Hebrew with vowels and cantillation") << u"\u05E9\u05C1\u05B8\u0591\u05AC"_s;
    QTest::newRow("Tibetan") << u"\u0F66\u0F92\u0FB2\u0F74\u0F56"_s;
    QTest::newRow("Thai") << u"\u0E17\u0E35\u0E48"_s;
    QTest::newRow("a family") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
    QTest::newRow("as many as are let through") << (u"x"_s + QString(MaxCombiningMarks, QChar(0x0301)));
}

void CombiningMarksTest::leavesTextOfAnyScriptAlone()
{
    QFETCH(const QString, text);
    QCOMPARE(withFewMarks(text), text);
}

void CombiningMarksTest::countsWhatNoScriptNeeds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const QString most(MaxCombiningMarks, QChar(0x0301));
    QTest::newRow("one too many") << u"x"_s + most + u"\u0302"_s << u"x"_s + most + u"<+1 marks>"_s;
    QTest::newRow("in the middle") << u"a"_s + most + QString(22, QChar(0x0330)) + u"b\u0301c"_s
                                   << u"a"_s + most + u"<+22 marks>b\u0301c"_s;
    QTest::newRow("beyond the first plane")
        << u"a"_s + most + u"\U0001D167\U0001D168"_s << u"a"_s + most + u"<+2 marks>"_s;
    QTest::newRow("without a character") << most + u"\u0488\u0489"_s << most + u"<+2 marks>"_s;
}

void CombiningMarksTest::countsWhatNoScriptNeeds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(withFewMarks(text), shown);
}

TRAILGLASS_PURE_TEST(CombiningMarksTest)
#include "tst_combiningmarks.moc"
