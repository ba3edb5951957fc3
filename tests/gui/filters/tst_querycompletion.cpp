// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/edits.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filterhistory.h"
#include "models/filter/filterstate.h"
#include "tests/runner/testclass.h"
#include "views/filters/completionmodel.h"
#include "views/filters/completionpopup.h"
#include "views/filters/querybar.h"
#include "views/filters/querycompleter.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// A bar at the top of a window, with what it completes from.
struct Bar
{
    QWidget window;
    FilterState filter;
    FilterHistory history{&filter};
    QueryBar *bar = new QueryBar(&filter, &history, &window);
    QueryCompleter &completer = bar->completer();
    QLineEdit *edit = bar->findChild<QLineEdit *>(u"queryEdit"_s);
    QSignalSpy wanted{&completer, &QueryCompleter::valuesRequested};
    QSignalSpy sampleRequested{&completer, &QueryCompleter::sampleRequested};

    Bar()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(bar);
        layout->addStretch(1);
        layout->addWidget(new QLineEdit(&window));
        window.resize(900, 500);
        window.show();
        window.activateWindow();
        bar->focusText();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("The window got no keyboard.");
    }
    ~Bar() { delete bar; }

    [[nodiscard]] CompletionPopup *popup() { return window.findChild<CompletionPopup *>(u"completions"_s); }
    [[nodiscard]] bool isShown() { return popup() && popup()->isVisible(); }
    /// What the list shows, in order; empty while it is hidden.
    [[nodiscard]] QStringList shown(int column = CompletionModel::Text)
    {
        QStringList texts;
        for (int row = 0; isShown() && row < popup()->model()->rowCount(); ++row)
            texts << popup()->model()->index(row, column).data().toString();
        return texts;
    }
    void type(const QString &text) const { QTest::keyClicks(edit, text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(edit, key, modifiers);
    }
    void giveActors()
    {
        const std::vector<FacetValue> actors{
            {"bob@x.org", 9'000}, {"ann@x.org", 70}, {"Ann Smith", 7}, {"Joanna", 5}, {std::nullopt, 3}};
        completer.setValues({Field::Actor, actors});
    }
    void givePaths(bool areAll = false)
    {
        completer.setSample(
            {{}, {{"@details.new_value", 90}, {"@details.\"a.b\"", 40}, {"@new", 3}}, 500, areAll});
    }
    /// What the list says of all of it; empty where that is not in sight.
    [[nodiscard]] QString caption()
    {
        const bool isSaid = isShown() && !popup()->isHeaderHidden();
        return isSaid ? popup()->model()->headerData(CompletionModel::Text, Qt::Horizontal).toString()
                      : QString();
    }
    /// What sampleRequested() said last: the path, and the rest of the filter.
    [[nodiscard]] QString lastSample() const
    {
        const auto path = sampleRequested.constLast().at(0).value<std::optional<Filter::JsonPath>>();
        const auto rest = sampleRequested.constLast().at(1).value<Filter::NodePointer>();
        return (path ? Filter::fieldReferenceName(*path) : u"paths"_s) + u'|'
            + (rest ? Filter::print(rest) : u"nothing"_s);
    }
};

} // namespace

class QueryCompletionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void offersFieldsAsOneTypes()
    {
        Bar window;
        window.type(u"wor"_s);
        QCOMPARE(window.shown(), QStringList(u"workspace:"_s));
        window.type(u"x"_s);
        QVERIFY(!window.isShown());
        window.edit->clear();
        window.type(u"(-em"_s);
        QCOMPARE(window.shown(), QStringList({u"email:"_s, u"actor.email:"_s}));
    }

    void offersAliasesAfterFields()
    {
        Bar window;
        window.type(u"us"_s);
        QCOMPARE(window.shown(), QStringList({u"user_agent:"_s, u"user:"_s}));
        QCOMPARE(window.shown(CompletionModel::Note), QStringList({u""_s, u"same as actor"_s}));
    }

    void offersOperatorsAfterAWholeName()
    {
        Bar window;
        window.type(u"hour"_s);
        QCOMPARE(window.shown(),
                 QStringList({u"hour:"_s, u"hour:>="_s, u"hour:<="_s, u"hour:>"_s, u"hour:<"_s}));
        window.edit->clear();
        window.type(u"ACTOR"_s);
        QCOMPARE(window.shown().first(3), QStringList({u"actor:"_s, u"actor:="_s, u"actor:~"_s}));
        QVERIFY(window.shown().contains(u"actor.email:"_s));
        window.press(Qt::Key_Down);
        window.press(Qt::Key_Down);
        window.press(Qt::Key_Return);
        QCOMPARE(window.edit->text(), u"actor:="_s);
    }

    void offersValuesMostFrequentFirst()
    {
        Bar window;
        window.type(u"actor:"_s);
        window.giveActors();
        QCOMPARE(window.shown(), QStringList({u"bob@x.org"_s, u"ann@x.org"_s, u"Ann Smith"_s, u"Joanna"_s}));
        QCOMPARE(window.shown(CompletionModel::Note), QStringList({u"9,000"_s, u"70"_s, u"7"_s, u"5"_s}));
        window.type(u"ANN"_s);
        // What begins with it before what holds it.
        QCOMPARE(window.shown(), QStringList({u"ann@x.org"_s, u"Ann Smith"_s, u"Joanna"_s}));
    }

    void showsValuesThatComeLater()
    {
        Bar window;
        window.type(u"actor:an"_s);
        QVERIFY(!window.isShown());
        window.completer.setValues({Field::Action, {{"andere", 1}}});
        QVERIFY(!window.isShown());
        window.giveActors();
        QCOMPARE(window.shown().size(), 3);
        window.press(Qt::Key_Escape);
        window.giveActors();
        QVERIFY(!window.isShown());
    }

    void asksForCountsUnderTheRestOfTheFilter()
    {
        Bar window;
        const auto rest = [&window] {
            const auto tree = window.wanted.constLast().at(1).value<Filter::NodePointer>();
            return tree ? Filter::print(tree) : u"nothing"_s;
        };
        window.type(u"op:auth actor:a"_s);
        QCOMPARE(rest(), u"op:auth"_s);
        window.giveActors();
        QCOMPARE(window.shown(CompletionModel::Note).constFirst(), u"70"_s);
        window.edit->clear();
        window.type(u"(op:auth actor:a"_s); // the parenthesis is still open
        QCOMPARE(rest(), u"nothing"_s);
        window.giveActors();
        QCOMPARE(window.shown(CompletionModel::Note).constFirst(), QString());
    }

    void standsBelowWhatIsSaidOfTheText()
    {
        Bar window;
        window.type(u"actr:x op"_s);
        QVERIFY(window.filter.error() && window.isShown());
        const auto *status = window.bar->findChild<QWidget *>(u"queryStatus"_s);
        const QRect said(status->mapTo(&window.window, QPoint()), status->size());
        QVERIFY(!window.popup()->geometry().intersects(said));
    }

    void asksOnceForAFieldUntilTheDataChange()
    {
        Bar window;
        window.type(u"actor:an"_s);
        QCOMPARE(window.wanted.size(), 1);
        QCOMPARE(window.wanted.first().first().value<Filter::FieldReference>(),
                 Filter::FieldReference(Field::Actor));
        window.completer.setOutdated();
        window.giveActors();
        window.type(u"n"_s);
        QCOMPARE(window.wanted.size(), 2);
        QCOMPARE(window.shown().size(), 3); // the old ones, meanwhile
        window.type(u" action:x"_s);
        QCOMPARE(window.wanted.size(), 3);
    }

    void offersWhatTheLanguageKnows()
    {
        Bar window;
        window.type(u"weekday:t"_s);
        QCOMPARE(window.shown(), QStringList({u"tue"_s, u"thu"_s, u"sat"_s}));
        window.edit->clear();
        window.type(u"created:-"_s);
        QCOMPARE(window.shown(), QStringList({u"-1h"_s, u"-24h"_s, u"-7d"_s, u"-30d"_s, u"-90d"_s}));
        QCOMPARE(window.shown(CompletionModel::Note).at(2), u"7 days ago"_s);
        window.edit->clear();
        window.type(u"outcome:"_s);
        QCOMPARE(window.shown(), QStringList({u"success"_s, u"failure"_s, u"unknown"_s}));
        window.completer.setValues({Field::Outcome, {{"failure", 12}}});
        QCOMPARE(window.shown(), QStringList({u"failure"_s, u"success"_s, u"unknown"_s}));
    }

    void offersPresets()
    {
        Bar window;
        window.completer.setPresetNames({u"failed logins"_s, u"logins \"x\""_s, u"exports"_s});
        window.type(u"preset:log"_s);
        QCOMPARE(window.shown(), QStringList({u"logins \"x\""_s, u"failed logins"_s}));
        window.press(Qt::Key_Tab);
        QCOMPARE(window.edit->text(), u"preset:\"logins \"\"x\"\"\""_s);
        QVERIFY(!window.filter.error());
    }

    void offersPathsOfASample()
    {
        Bar window;
        window.type(u"op:auth @"_s);
        QVERIFY(!window.isShown());
        QCOMPARE(window.lastSample(), u"paths|op:auth"_s);
        window.givePaths();
        QCOMPARE(window.shown(), QStringList({u"@details.new_value:"_s, u"@details.\"a.b\":"_s, u"@new:"_s}));
        QCOMPARE(window.shown(CompletionModel::Note), QStringList({u"90"_s, u"40"_s, u"3"_s}));
        QCOMPARE(window.caption(), u"From a sample of 500 event(s); there may be more."_s);
        window.type(u"NEW"_s); // what begins with it before what holds it
        QCOMPARE(window.shown(), QStringList({u"@new:"_s, u"@details.new_value:"_s}));
        QCOMPARE(window.sampleRequested.size(), 1);
        window.givePaths(true);
        QCOMPARE(window.caption(), QString());
        window.givePaths();
        window.edit->clear();
        window.type(u"act"_s);
        QVERIFY(window.isShown());
        QCOMPARE(window.caption(), QString());
    }

    void writesPathsAsTheFilterNeedsThem()
    {
        Bar window;
        window.type(u"@a.b"_s); // not how it is written
        window.givePaths();
        QCOMPARE(window.shown(), QStringList(u"@details.\"a.b\":"_s));
        window.press(Qt::Key_Tab);
        QCOMPARE(window.edit->text(), u"@details.\"a.b\":"_s);
        QCOMPARE(window.lastSample(), u"@details.\"a.b\"|"_s);
        const JsonSample values{Filter::JsonPath{{{Filter::PathStep::Kind::Member, "details"},
                                                  {Filter::PathStep::Kind::Member, "a.b"}}},
                                {{"x y", 7}, {"12", 5}},
                                500,
                                false};
        window.completer.setSample(values);
        QCOMPARE(window.shown(), QStringList({u"x y"_s, u"12"_s}));
        QCOMPARE(window.caption(), u"From a sample of 500 event(s); there may be more."_s);
        window.press(Qt::Key_Tab);
        QCOMPARE(window.edit->text(), u"@details.\"a.b\":=\"x y\""_s);
        QVERIFY(!window.filter.error());
    }

    void offersOperatorsAfterAWholePath()
    {
        Bar window;
        window.type(u"@details.new_value"_s);
        window.givePaths();
        QCOMPARE(window.shown().size(), 7);
        QCOMPARE(window.shown().at(1), u"@details.new_value:="_s);
        window.edit->clear();
        window.type(u"@nothing"_s);
        window.givePaths();
        QVERIFY(!window.isShown());
    }

    void takesNoSampleOfSomethingElse()
    {
        Bar window;
        window.type(u"@new:"_s);
        window.givePaths(); // came too late
        QVERIFY(!window.isShown());
        window.completer.setSample(
            {Filter::JsonPath{{{Filter::PathStep::Kind::Member, "old"}}}, {{"x", 1}}, 5, true});
        QVERIFY(!window.isShown());
        window.press(Qt::Key_Backspace);
        QCOMPARE(window.lastSample(), u"paths|"_s); // requested again
    }

    void choosesByKeysAndTakesByEnter()
    {
        Bar window;
        window.type(u"x -actor:bob@x.org,a op:auth"_s);
        window.edit->setCursorPosition(20);
        window.press(Qt::Key_Space, Qt::ControlModifier);
        window.giveActors();
        QCOMPARE(window.popup()->chosenRow(), -1);
        window.press(Qt::Key_Up); // the last
        QCOMPARE(window.popup()->chosenRow(), 2);
        window.press(Qt::Key_Down); // none
        QCOMPARE(window.popup()->chosenRow(), -1);
        window.press(Qt::Key_PageDown);
        window.press(Qt::Key_Down);
        QCOMPARE(window.popup()->chosenRow(), 1);
        window.press(Qt::Key_Return);
        QCOMPARE(window.edit->text(), u"x -actor:bob@x.org,\"Ann Smith\" op:auth"_s);
        QVERIFY(!window.filter.error() && window.filter.history().isEmpty());
        QVERIFY(!window.isShown());
        QCOMPARE(window.edit->cursorPosition(), 30);
    }

    void takesTheFirstByTab()
    {
        Bar window;
        window.type(u"act"_s);
        window.press(Qt::Key_Tab);
        QCOMPARE(window.edit->text(), u"action:"_s);
        QVERIFY(window.edit->hasFocus());
        window.completer.setValues({Field::Action, {{"login", 5}, {"logout", 4}}});
        QCOMPARE(window.shown(), QStringList({u"login"_s, u"logout"_s}));
        window.press(Qt::Key_Tab);
        QCOMPARE(window.edit->text(), u"action:=login"_s);
        QVERIFY(!window.isShown());
        window.press(Qt::Key_Tab); // the key is free again
        QVERIFY(!window.edit->hasFocus());
    }

    void aValueThatIsTakenIsNoBeginning()
    {
        Bar window;
        window.type(u"action:"_s);
        window.completer.setValues({Field::Action, {{"login", 5}, {"logout", 4}}});
        window.press(Qt::Key_Tab);
        QCOMPARE(window.edit->text(), u"action:=login"_s);
        window.type(u","_s);
        QVERIFY(window.filter.error());
        QCOMPARE(Filter::print(window.filter.tree()), u"action:=login"_s);
    }

    void takesByMouse()
    {
        Bar window;
        window.type(u"actor:"_s);
        window.giveActors();
        const QPoint place = window.popup()->visualRect(window.popup()->model()->index(2, 0)).center();
        QTest::mouseClick(window.popup()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(window.edit->text(), u"actor:=\"Ann Smith\""_s);
        QVERIFY(window.edit->hasFocus() && !window.isShown());
    }

    void enterWithoutAChoiceIsEnter()
    {
        Bar window;
        window.type(u"act"_s);
        QVERIFY(window.isShown());
        window.press(Qt::Key_Return);
        QCOMPARE(window.edit->text(), u"act"_s);
        QCOMPARE(window.filter.history(), QStringList(u"act"_s));
        QVERIFY(!window.isShown());
    }

    void escapeClosesTheListFirst()
    {
        Bar window;
        window.type(u"act"_s);
        QSignalSpy left(window.bar, &QueryBar::left);
        window.press(Qt::Key_Escape);
        QVERIFY(!window.isShown() && left.isEmpty());
        window.press(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void opensOnRequest()
    {
        Bar window;
        window.press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(window.shown().contains(u"actor:"_s));
        QVERIFY(window.edit->text().isEmpty());
        window.type(u"x "_s);
        QVERIFY(!window.isShown());
    }

    void downIsTheHistoryWithoutAList()
    {
        Bar window;
        window.type(u"act"_s);
        window.press(Qt::Key_Return);
        window.press(Qt::Key_Down);
        auto *menu = window.bar->findChild<QMenu *>(u"queryHistoryMenu"_s);
        QVERIFY(menu->isVisible());
        menu->close();
        window.type(u"i"_s);
        QVERIFY(window.isShown());
        window.press(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(menu->isVisible() && !window.isShown());
        menu->close();
    }

    void hidesWhenNothingIsLeftToComplete()
    {
        Bar window;
        window.type(u"actor:joann"_s);
        window.giveActors();
        QCOMPARE(window.shown(), QStringList(u"Joanna"_s));
        window.type(u"a"_s);
        QVERIFY(window.isShown()); // another case
        window.edit->clear();
        window.type(u"actor:Joanna"_s);
        QVERIFY(!window.isShown());
        window.edit->clear();
        window.type(u"\"act"_s);
        QVERIFY(!window.isShown());
    }

    void closesWhenOneGoesElsewhere()
    {
        Bar window;
        window.type(u"act"_s);
        QVERIFY(window.isShown());
        window.press(Qt::Key_Left);
        QVERIFY(!window.isShown());
        window.press(Qt::Key_End);
        window.type(u"i"_s);
        QVERIFY(window.isShown());
        window.filter.setText(u"op:auth"_s); // by a click elsewhere
        QVERIFY(!window.isShown());
        window.type(u" act"_s);
        QVERIFY(window.isShown());
        window.edit->clearFocus();
        QVERIFY(!window.isShown());
    }

    void undoTakesAChoiceBack()
    {
        Bar window;
        window.type(u"actor:an"_s);
        window.giveActors();
        window.press(Qt::Key_Tab);
        QCOMPARE(window.edit->text(), u"actor:=ann@x.org"_s);
        window.edit->undo();
        QCOMPARE(window.edit->text(), u"actor:an"_s);
    }

    void staysOutOfTheWayOfAComposition()
    {
        Bar window;
        window.type(u"act"_s);
        QVERIFY(window.isShown());
        QInputMethodEvent begins(u"に"_s, {});
        QCoreApplication::sendEvent(window.edit, &begins);
        QVERIFY(!window.isShown());
        QInputMethodEvent ends;
        ends.setCommitString(u"i"_s);
        QCoreApplication::sendEvent(window.edit, &ends);
        QCOMPARE(window.edit->text(), u"acti"_s);
        QCOMPARE(window.shown(), QStringList(u"action:"_s));
    }

    void keepsTheChoiceWhenCountsCome()
    {
        Bar window;
        window.type(u"op:"_s);
        window.press(Qt::Key_Down);
        QCOMPARE(window.popup()->chosenRow(), 0);
        window.completer.setValues({Field::Op, {{"auth", 5}, {"create", 4}}});
        QCOMPARE(window.shown().at(1), u"create"_s);
        QCOMPARE(window.popup()->chosenRow(), 1);
        window.press(Qt::Key_Return);
        QCOMPARE(window.edit->text(), u"op:create"_s);
        window.type(u" ac"_s);
        window.press(Qt::Key_Down);
        window.type(u"t"_s);
        QCOMPARE(window.popup()->chosenRow(), -1);
    }

    void showsHostileValuesAsText()
    {
        Bar window;
        window.type(u"actor:"_s);
        const std::string hostile = "<b>x</b>\u202E\n" + std::string(1, '\0') + "\"“,)";
        window.completer.setValues({Field::Actor, {{hostile, 5}, {std::string(5'000'000, 'y'), 4}}});
        QCOMPARE(window.shown(), QStringList(u"<b>x</b><U+202E><LF><U+0000>\"“,)"_s));
        const QString tip = window.popup()->model()->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(u"<b>"_s));
        window.press(Qt::Key_Tab);
        const Filter::NodePointer said =
            Filter::including(Filter::makeNode(Filter::All{}), Field::Actor, hostile);
        QVERIFY(!window.filter.error());
        QVERIFY(Filter::sameTree(window.filter.tree(), said));
    }

    void goesWithItsWindow()
    {
        auto window = std::make_unique<Bar>();
        window->type(u"act"_s);
        QPointer<CompletionPopup> popup = window->popup();
        QVERIFY(popup && window->window.rect().contains(popup->geometry()));
        window.reset();
        QVERIFY(!popup);
    }

    void itsModelIsSound()
    {
        CompletionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setCandidates({{{u"a"_s, 1}, {}}, {{u"b"_s, {}, u"note"_s}, {}}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"a, events: 1"_s);
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"b, note"_s);
        model.setCandidates({});
        QCOMPARE(model.rowCount(), 0);
    }
};

TRAILGLASS_GUI_TEST(QueryCompletionTest)
#include "tst_querycompletion.moc"
