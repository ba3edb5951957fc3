// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "models/filter/printer.h"
#include "models/filter/rangechoice.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

namespace {

NodePointer parsed(const QString &expression)
{
    return std::get<NodePointer>(parse(expression));
}

FieldReference field(const QString &name)
{
    return std::get<FieldReference>(parseFieldReference(name));
}

QStringList texts(const std::vector<Value> &ranges)
{
    QStringList texts;
    for (const Value &range : ranges)
        texts += valueText(range);
    return texts;
}

/// "0..9 20..29" are two ranges.
std::vector<Value> ranges(const QString &list)
{
    std::vector<Value> ranges;
    for (const QString &range : list.split(u' ', Qt::SkipEmptyParts))
        ranges.push_back(std::get<Term>(parsed("@n:"_L1 + range)->content).values.front());
    return ranges;
}

} // namespace

class RangeChoiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRanges_data();
    void readsRanges();
    void writesRanges_data();
    void writesRanges();
};

void RangeChoiceTest::readsRanges_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("included");
    QTest::addColumn<QString>("excluded");

    QTest::newRow("none") << u"x @n:5"_s << u""_s << u""_s;
    QTest::newRow("one") << u"@n:0..9 x"_s << u"0..9"_s << u""_s;
    QTest::newRow("several") << u"@n:0..9,20..29"_s << u"0..9 20..29"_s << u""_s;
    QTest::newRow("times") << u"@n:2026-11..2026-12-05"_s << u"2026-11..2026-12-05"_s << u""_s;
    QTest::newRow("excluded") << u"-@n:0..9 -@n:20..29"_s << u""_s << u"0..9 20..29"_s;
    QTest::newRow("in parentheses") << u"(x @n:0..9) y"_s << u"0..9"_s << u""_s;
    QTest::newRow("the first of two") << u"@n:0..9 @n:5..20"_s << u"0..9"_s << u""_s;
    QTest::newRow("an open end") << u"@n:5.."_s << u"5.."_s << u""_s;
    QTest::newRow("beside a value") << u"@n:0..9,text"_s << u""_s << u""_s;
    QTest::newRow("of another path") << u"@m:0..9"_s << u""_s << u""_s;
    QTest::newRow("in an alternative") << u"@n:0..9 OR x"_s << u""_s << u""_s;
    QTest::newRow("a comparison") << u"@n:>9"_s << u""_s << u""_s;
}

void RangeChoiceTest::readsRanges()
{
    QFETCH(const QString, expression);
    const RangeChoice choice = rangeChoiceOf(parsed(expression), field(u"@n"_s));
    QTEST(texts(choice.included).join(u' '), "included");
    QTEST(texts(choice.excluded).join(u' '), "excluded");
}

void RangeChoiceTest::writesRanges_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("included");
    QTest::addColumn<QString>("excluded");
    QTest::addColumn<QString>("after");

    QTest::newRow("into nothing") << u""_s << u"0..9"_s << u""_s << u"@n:0..9"_s;
    QTest::newRow("beside others") << u"x @n:5"_s << u"0..9 20..29"_s << u""_s << u"x @n:5 @n:0..9,20..29"_s;
    QTest::newRow("in place") << u"@n:0..9 x"_s << u"20..29"_s << u"5..6"_s << u"@n:20..29 x -@n:5..6"_s;
    QTest::newRow("in place of two") << u"-@n:1..2 x -@n:3..4"_s << u""_s << u"5..6"_s << u"-@n:5..6 x"_s;
    QTest::newRow("away") << u"@n:0..9 x -@n:3..4"_s << u""_s << u""_s << u"x"_s;
    QTest::newRow("nothing left") << u"@n:0..9"_s << u""_s << u""_s << u""_s;
    QTest::newRow("the same") << u"(x @n:0..9) y"_s << u"0..9"_s << u""_s << u"(x @n:0..9) y"_s;
}

void RangeChoiceTest::writesRanges()
{
    QFETCH(const QString, before);
    QFETCH(const QString, included);
    QFETCH(const QString, excluded);
    const RangeChoice choice{ranges(included), ranges(excluded)};
    const NodePointer tree = withRangeChoice(parsed(before), field(u"@n"_s), choice);
    QTEST(print(tree), "after");
    QVERIFY(sameTree(parsed(print(tree)), tree));
    QCOMPARE(rangeChoiceOf(tree, field(u"@n"_s)), choice);
}

TRAILGLASS_PURE_TEST(RangeChoiceTest)
#include "tst_rangechoice.moc"
