// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filtersteps.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

QStringList texts(const FilterSteps &steps)
{
    QStringList list;
    for (const FilterStep &step : steps.all())
        list += step.input.text;
    return list;
}

void type(FilterSteps &steps, const QString &from, const QString &added)
{
    for (qsizetype length = 1; length <= added.size(); ++length)
        steps.change({from + added.first(length)}, true);
}

} // namespace

class FilterStepsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAtTheFirstFilterWithNothingToUndo()
    {
        const FilterSteps steps({u"op:auth"_s});
        QCOMPARE(texts(steps), QStringList(u"op:auth"_s));
        QVERIFY(!steps.canUndo() && !steps.canRedo());
    }

    void goesBackAndForward()
    {
        FilterSteps steps;
        steps.change({u"a"_s}, false);
        steps.change({u"b"_s}, false);
        steps.undo();
        steps.undo();
        QCOMPARE(steps.current().input.text, QString());
        QVERIFY(!steps.canUndo());
        steps.redo();
        QCOMPARE(steps.current().input.text, u"a"_s);
        QVERIFY(steps.canUndo() && steps.canRedo());
    }

    void aChangeAfterAnUndoForgetsWhatWasUndone()
    {
        FilterSteps steps;
        steps.change({u"a"_s}, false);
        steps.change({u"b"_s}, false);
        steps.undo();
        steps.change({u"c"_s}, false);
        QCOMPARE(texts(steps), QStringList({u""_s, u"a"_s, u"c"_s}));
        QVERIFY(!steps.canRedo());
    }

    void theSameFilterIsNoStep()
    {
        FilterSteps steps;
        steps.change({u"a"_s}, false);
        steps.undo();
        steps.change({u""_s}, false);
        QVERIFY(steps.canRedo());
    }

    void whatIsTypedIsOneStepAWord()
    {
        FilterSteps steps;
        type(steps, {}, u"op:auth ann"_s);
        QCOMPARE(texts(steps), QStringList({u""_s, u"op:auth "_s, u"op:auth ann"_s}));
        type(steps, u"op:auth ann"_s, u"a"_s);
        QCOMPARE(steps.all().size(), 3U);
    }

    void aPauseEndsTheStepOfWhatIsTyped()
    {
        FilterSteps steps;
        type(steps, {}, u"ann"_s);
        steps.endTyping();
        type(steps, u"ann"_s, u"ab"_s);
        QCOMPARE(texts(steps), QStringList({u""_s, u"ann"_s, u"annab"_s}));
    }

    void aChangeByOthersIsAStepBesideWhatIsTyped()
    {
        FilterSteps steps;
        type(steps, {}, u"ann"_s);
        steps.change({u"ann op:auth"_s}, false);
        type(steps, u"ann op:auth"_s, u"x"_s);
        QCOMPARE(texts(steps), QStringList({u""_s, u"ann"_s, u"ann op:auth"_s, u"ann op:authx"_s}));
    }

    void typingAndDeletingLeavesNoStep()
    {
        FilterSteps steps;
        steps.change({u"a"_s}, false);
        type(steps, u"a"_s, u"bc"_s);
        steps.change({u"ab"_s}, true);
        steps.change({u"a"_s}, true);
        QCOMPARE(texts(steps), QStringList({u""_s, u"a"_s}));
        QVERIFY(steps.canUndo() && !steps.canRedo());
    }

    void keepsTheCountOfEachStep()
    {
        FilterSteps steps;
        steps.setCount(100);
        steps.change({u"a"_s}, true);
        steps.setCount(7);
        QCOMPARE(steps.all()[0].count, std::optional<qint64>(100));
        QCOMPARE(steps.all()[1].count, std::optional<qint64>(7));
        steps.change({u"ab"_s}, true); // another filter, though the same step
        QCOMPARE(steps.current().count, std::optional<qint64>());
    }

    void whatChangesWithTheFilterBelongsToItsStep()
    {
        FilterSteps steps;
        steps.change({u"a"_s}, false);
        steps.attach([] {}, false);
        QCOMPARE(texts(steps), QStringList({u""_s, u"a"_s}));
        QVERIFY(steps.current().exchange);
        type(steps, u"a"_s, u"b"_s);
        QCOMPARE(texts(steps), QStringList({u""_s, u"a"_s, u"ab"_s}));
        QVERIFY(!steps.current().exchange && steps.all()[1].exchange);
    }

    void somethingElseIsAStepOfTheSameFilter()
    {
        FilterSteps steps;
        steps.change({u"a"_s}, false);
        steps.setCount(7);
        steps.change({u"b"_s}, false);
        steps.undo();
        steps.attach([] {}, true);
        QCOMPARE(texts(steps), QStringList({u""_s, u"a"_s, u"a"_s}));
        QCOMPARE(steps.place(), 2U);
        QCOMPARE(steps.current().count, std::optional<qint64>(7));
        QVERIFY(steps.current().exchange && !steps.all()[1].exchange && !steps.canRedo());
        for (std::size_t step = 0; step < 3 * FilterSteps::MaxSteps; ++step)
            steps.attach([] {}, true);
        QCOMPARE(steps.all().size(), FilterSteps::MaxSteps);
        QVERIFY(!steps.canRedo());
    }

    void forgetsTheOldest()
    {
        FilterSteps steps;
        for (std::size_t step = 0; step < 3 * FilterSteps::MaxSteps; ++step)
            steps.change({QString::number(step)}, false);
        QCOMPARE(steps.all().size(), FilterSteps::MaxSteps);
        QCOMPARE(steps.current().input.text, QString::number(3 * FilterSteps::MaxSteps - 1));
    }
};

TRAILGLASS_PURE_TEST(FilterStepsTest)
#include "tst_filtersteps.moc"
