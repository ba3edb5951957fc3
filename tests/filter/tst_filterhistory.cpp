// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filterhistory.h"

#include "models/filter/edits.h"
#include "models/filter/filterstate.h"
#include "tests/runner/testclass.h"

#include <QSignalSpy>
#include <QtTest>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class FilterHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesChangesWhereverTheyWereMade()
    {
        FilterState filter;
        FilterHistory history(&filter);
        filter.setText(u"a"_s); // the query bar
        filter.setText(u"ab"_s);
        filter.setTree(Filter::including(filter.tree(), Field::Actor, "ann")); // a facet
        filter.setTree(Filter::excluding(filter.tree(), Field::Op, "auth")); // a cell
        filter.replaceText(u"preset:x"_s);
        filter.replaceText({}); // cleared
        QStringList seen;
        while (history.steps().canUndo()) {
            history.undo();
            seen += filter.text();
        }
        QCOMPARE(
            seen,
            QStringList({u"preset:x"_s, u"ab actor:=ann -op:auth"_s, u"ab actor:=ann"_s, u"ab"_s, u""_s}));
        while (history.steps().canRedo())
            history.redo();
        QCOMPARE(filter.text(), QString());
        QCOMPARE(history.steps().all().size(), 6U);
    }

    void bringsBackATextThatWasBroken()
    {
        FilterState filter;
        FilterHistory history(&filter);
        filter.setText(u"op:auth (x"_s);
        filter.setTree(Filter::including(filter.tree(), Field::Actor, "ann"));
        QVERIFY(!filter.error());
        history.undo();
        QCOMPARE(filter.text(), u"op:auth (x"_s);
        QVERIFY(filter.error());
    }

    void bringsBackTheTreeThatWasInForceWithABrokenText()
    {
        FilterState filter;
        FilterHistory history(&filter);
        filter.setText(u"op:auth"_s);
        filter.setText(u"op:auth ("_s); // the events of op:auth are still shown
        filter.setTree(Filter::including(filter.tree(), Field::Actor, "ann"));
        filter.replaceText(u"op:create ("_s);
        history.undo();
        history.undo();
        QCOMPARE(filter.text(), u"op:auth ("_s);
        QVERIFY(filter.error());
        QCOMPARE(Filter::print(filter.tree()), u"op:auth"_s);
        history.redo();
        history.redo();
        QCOMPARE(filter.text(), u"op:create ("_s);
        QCOMPARE(Filter::print(filter.tree()), u"op:auth actor:=ann"_s);
    }

    void undoesATermTurnedOffBesideWhatIsTyped()
    {
        FilterState filter;
        FilterHistory history(&filter);
        filter.setText(u"op:auth"_s);
        const DisabledTerms disabled{{u"actor:=ann"_s, 1}};
        filter.replace({u"op:auth"_s, disabled}); // the text is the same
        QCOMPARE(history.steps().all().size(), 3U);
        history.undo();
        QCOMPARE(filter.input(), (FilterInput{u"op:auth"_s, {}}));
        history.redo();
        QCOMPARE(filter.input(), (FilterInput{u"op:auth"_s, disabled}));
        filter.setText(u"op:auth x"_s);
        filter.setTerms({FilterTerm{Filter::makeNode(Filter::Text{"x"})}}); // one taken away
        history.undo();
        QCOMPARE(filter.input(), (FilterInput{u"op:auth x"_s, disabled}));
        QCOMPARE(filter.history(), (QStringList{u"op:auth x"_s, u"op:auth"_s}));
    }

    void doesNothingAtEitherEnd()
    {
        FilterState filter;
        FilterHistory history(&filter);
        history.undo();
        history.redo();
        QVERIFY(filter.text().isEmpty());
    }

    void notesCountsOfTheFilterInForceAlone()
    {
        FilterState filter;
        FilterHistory history(&filter);
        filter.replaceText(u"op:auth"_s);
        const Filter::NodePointer tree = filter.tree();
        history.setCount(tree, 12);
        QCOMPARE(history.steps().current().count, std::optional<qint64>(12));
        filter.replaceText(u"op:create"_s);
        history.setCount(tree, 13); // late
        QCOMPARE(history.steps().current().count, std::optional<qint64>());
        filter.setText(u"op:create ("_s);
        history.setCount(filter.tree(), 14); // of the tree in force, not of the text
        QCOMPARE(history.steps().current().count, std::optional<qint64>());
    }

    void beginsAgainWithAnotherWorkspacesFilter()
    {
        FilterState filter;
        FilterHistory history(&filter);
        filter.setText(u"op:auth"_s);
        const QSignalSpy changed(&history, &FilterHistory::changed);
        history.restart();
        QVERIFY(!changed.isEmpty() && !history.steps().canUndo());
        QCOMPARE(history.steps().current().input.text, u"op:auth"_s);
    }

    /// A value beside the filter, exchanged in some of the steps: at each step both are what they were there.
    void undoesWhatChangedInTheSameStep()
    {
        FilterState filter;
        FilterHistory history(&filter);
        int beside = 0;
        const auto change = [&](const QString &text, int value) {
            const auto other = std::make_shared<int>(value);
            history.changeTogether({text, {}}, [&beside, other] { std::swap(beside, *other); });
        };
        using Moment = std::pair<QString, int>;
        QList<Moment> moments{{QString(), 0}};
        const auto note = [&] {
            moments.append({filter.text(), beside});
        };
        change(u"op:auth"_s, 1);
        note();
        filter.replaceText(u"op:create"_s);
        note();
        change(u"op:create"_s, 2); // the same filter
        note();
        filter.setText(u"op:create x"_s);
        note();
        change(u"(broken"_s, 3);
        note();
        for (int repetition = 0; repetition < 2; ++repetition) {
            for (qsizetype place = moments.size() - 1; place > 0; --place) {
                QCOMPARE(Moment(filter.text(), beside), moments[place]);
                history.undo();
            }
            QCOMPARE(Moment(filter.text(), beside), moments[0]);
            QVERIFY(!history.steps().canUndo());
            while (history.steps().canRedo())
                history.redo();
        }
        QCOMPARE(Moment(filter.text(), beside), moments.constLast());
    }

    void keepsWhatWasChangedSinceForRedo()
    {
        FilterState filter;
        FilterHistory history(&filter);
        int beside = 0;
        int other = 1;
        history.changeTogether({u"op:auth"_s, {}}, [&] { std::swap(beside, other); });
        beside = 5; // by hand
        history.undo();
        QCOMPARE(beside, 0);
        history.redo();
        QCOMPARE(beside, 5);
    }

    void aPauseEndsAStep()
    {
        FilterState filter;
        FilterHistory history(&filter);
        filter.setText(u"a"_s);
        history.endTyping();
        filter.setText(u"ab"_s);
        history.undo();
        QCOMPARE(filter.text(), u"a"_s);
    }
};

TRAILGLASS_TEST(FilterHistoryTest)
#include "tst_filterhistory.moc"
