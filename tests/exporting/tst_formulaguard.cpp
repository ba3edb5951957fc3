// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/formulaguard.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;

class FormulaGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatASpreadsheetWouldRun_data();
    void namesWhatASpreadsheetWouldRun();
    void looksOnlyAtTheStart();
};

void FormulaGuardTest::namesWhatASpreadsheetWouldRun_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<bool>("formula");
    const auto row = [](const char *name, const QByteArray &cell, bool formula) {
        QTest::newRow(name) << cell << formula;
    };

    row("equals", "=1+1", true);
    row("plus", "+1", true);
    row("minus", "-cmd", true);
    row("at", "@SUM(A1)", true);
    row("tab", "\t=1", true);
    row("tab alone", "\t", true);
    row("carriage return", "\rx", true);
    row("line feed", "\nx", true);
    row("full-width equals", "＝1", true);
    row("full-width plus", "＋1", true);
    row("full-width minus", "－1", true);
    row("full-width at", "＠x", true);
    row("after spaces", "   =1", true);
    row("after a no-break space", "\u00A0=1", true);
    row("after an ideographic space", "\u3000=1", true);
    row("after a zero-width space", "\u200B=1", true);
    row("after a byte order mark", "\uFEFF=1", true);
    row("after a bidi override", "\u202E=1", true);
    row("after a word joiner and a space", "\u2060 =1", true);
    row("after a NUL", QByteArray("\0=1", 3), true);
    row("a tab after a space", " \tx", true);
    row("formula that begins like a number", "-1+cmd|' /C calc'!A0", true);
    row("a lone minus", "-", true);
    row("a number with a space in front", " -5", true);
    row("a number with a plus", "+5", true);
    row("a number without digits after the point", "-5.", true);
    row("a number without digits in front", "-.5", true);
    row("a number with an empty exponent", "-5e", true);
    row("a full-width number", "－5", true);

    row("empty", "", false);
    row("spaces only", "  \u200B", false);
    row("word", "login", false);
    row("negative number", "-5", false);
    row("negative decimal", "-5.25", false);
    row("negative with exponent", "-5.25e-10", false);
    row("exponent with plus", "-1E+6", false);
    row("positive number", "42", false);
    row("equals inside", "a=1", false);
    row("after a letter", "x\u200B=1", false);
    row("after an emoji", "\U0001F600=1", false);
    row("JSON", "{\"a\":1}", false);
    row("apostrophe", "'=1", false);
    row("cut UTF-8", "\xEF\xBC", false);
    row("stray continuation byte", "\x9D=1", false);
}

void FormulaGuardTest::namesWhatASpreadsheetWouldRun()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const bool, formula);

    QCOMPARE(isSpreadsheetFormula({cell.constData(), static_cast<std::size_t>(cell.size())}), formula);
}

void FormulaGuardTest::looksOnlyAtTheStart()
{
    std::string cell(1'000'000, ' ');
    cell += 'x';

    QVERIFY(!isSpreadsheetFormula(cell));
}

TRAILGLASS_TEST(FormulaGuardTest)
#include "tst_formulaguard.moc"
