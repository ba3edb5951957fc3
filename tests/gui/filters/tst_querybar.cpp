// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/edits.h"
#include "models/filter/filterhistory.h"
#include "models/filter/filterstate.h"
#include "tests/runner/testclass.h"
#include "views/filters/intervaltext.h"
#include "views/filters/querybar.h"
#include "views/filters/termbar.h"
#include "views/filters/termchip.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolBar>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// A bar with its filter, shown.
struct Bar
{
    FilterState filter;
    FilterHistory history{&filter};
    QueryBar bar{&filter, &history};
    QLineEdit *edit = bar.findChild<QLineEdit *>(u"queryEdit"_s);
    QLabel *status = bar.findChild<QLabel *>(u"queryStatus"_s);
    QPushButton *suggestion = bar.findChild<QPushButton *>(u"querySuggestion"_s);
    QProgressBar *busy = bar.findChild<QProgressBar *>(u"queryBusy"_s);

    Bar()
    {
        bar.resize(700, bar.sizeHint().height());
        bar.show();
        bar.activateWindow();
        bar.focusText();
    }
};

int reds(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            count += colour.red() > colour.green() + 60 && colour.red() > colour.blue() + 60 ? 1 : 0;
        }
    }
    return count;
}

/// What an input method sends: \a preedit is being composed, \a commit is done.
void compose(QLineEdit *edit, const QString &preedit, const QString &commit = {})
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(edit, &event);
}

class QueryBarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void changesTheFilterAsOneTypes();
    void showsEditsOfOthersAsText();
    void keepsTheFilterAndSaysWhatIsWrongWithBrokenText();
    void paintsTheWrongPlaceInAnotherColour();
    void replacesTheWrongWordByTheSuggestion();
    void suggestsRightAfterTheMessage();
    void saysWhichFilterIsShownInPlaceOfABrokenText();
    void aSuggestionThatIsTakenIsMeant();
    void noMessageMakesTheBarWide();
    void undoesWhatIsTypedAWordAtATime();
    void editsATermOfAChip();
    void listsStepsWithTheirCounts();
    void showsCountAndInterval();
    void saysWhatAFilterThatCannotRunLacks();
    void showsHostileWordsAsTheyAre();
    void remembersOnEnterAndOffersWhatWasUsedBefore();
    void clearsByItsButton();
    void beginsAnotherFilterWhereAllIsTypedOver();
    void goesOnWithAFilterOfOneTerm();
    void paintsWhatIsWrongInColourAndShape();
    void leavesACompositionAlone();
    void marksAgainAfterAComposition();
    void leavesOnEscape();
    void showsALongWaitOnly();
    void spellsIntervals_data();
    void spellsIntervals();
};

void QueryBarTest::changesTheFilterAsOneTypes()
{
    Bar window;
    QSignalSpy trees(&window.filter, &FilterState::treeChanged);
    QTest::keyClicks(window.edit, u"op=create"_s);
    QCOMPARE(Filter::print(window.filter.tree()), u"op:create"_s);
    QVERIFY(!window.filter.error());
    QCOMPARE(window.edit->text(), u"op=create"_s);
    QVERIFY(!trees.isEmpty());
}

void QueryBarTest::showsEditsOfOthersAsText()
{
    Bar window;
    window.filter.setTree(Filter::including(window.filter.tree(), Field::Actor, "a b"));
    QCOMPARE(window.edit->text(), u"actor:=\"a b\""_s);
}

void QueryBarTest::keepsTheFilterAndSaysWhatIsWrongWithBrokenText()
{
    Bar window;
    window.filter.setText(u"op:create"_s);
    window.edit->end(false);
    QTest::keyClicks(window.edit, u" (x"_s);
    QVERIFY(window.filter.error());
    QCOMPARE(window.status->text(), window.filter.error()->message);
    QVERIFY(!window.suggestion->isVisible());
    QTest::keyClick(window.edit, Qt::Key_ParenRight);
    QVERIFY(!window.filter.error());
    QVERIFY(window.status->text().isEmpty());
}

void QueryBarTest::paintsTheWrongPlaceInAnotherColour()
{
    Bar window;
    window.filter.setText(u"vendor:asan"_s);
    const QImage wrong = window.edit->grab().toImage();
    // The same text without an error looks different.
    QLineEdit bare;
    bare.setText(u"vendor:asan"_s);
    bare.resize(window.edit->size());
    QCOMPARE(reds(bare.grab().toImage()), 0);
    QVERIFY(reds(wrong) > 20);
}

void QueryBarTest::replacesTheWrongWordByTheSuggestion()
{
    Bar window;
    window.filter.setText(u"x actr:bob y"_s);
    QVERIFY(window.suggestion->isVisible());
    QVERIFY(window.suggestion->text().contains(u"actor"_s));
    QTest::mouseClick(window.suggestion, Qt::LeftButton);
    QCOMPARE(window.edit->text(), u"x actor:bob y"_s);
    QVERIFY(!window.filter.error());
    QVERIFY(!window.suggestion->isVisible());
    QCOMPARE(window.edit->cursorPosition(), 7);
}

void QueryBarTest::suggestsRightAfterTheMessage()
{
    Bar window;
    window.filter.setText(u"actr:bob"_s);
    QVERIFY(window.suggestion->isVisible());
    QTRY_COMPARE(window.status->width(), window.status->sizeHint().width());
    const int gap = window.suggestion->geometry().left() - window.status->geometry().right();
    QVERIFY2(gap >= 0 && gap < 20, qPrintable(QString::number(gap)));
    QVERIFY(window.bar.findChild<QLabel *>(u"querySign"_s)->geometry().left() < 10);
}

void QueryBarTest::saysWhichFilterIsShownInPlaceOfABrokenText()
{
    Bar window;
    const auto *shown = window.bar.findChild<QLabel *>(u"queryShown"_s);
    window.filter.replaceText(u"op:auth"_s);
    window.filter.setText(u"op:auth ip:"_s);
    QVERIFY(shown->text().isEmpty());
    window.bar.setAcceptedShown(true);
    QVERIFY(shown->isVisible());
    QCOMPARE(shown->text(), u"Still shown: op:auth"_s);
    QVERIFY(window.edit->accessibleDescription().endsWith(shown->text()));
    QTRY_VERIFY(shown->geometry().left() > window.status->geometry().right());
    window.filter.setText(u"op:auth ip:*"_s);
    QVERIFY(!shown->isVisible() && shown->text().isEmpty());
    QVERIFY(!window.edit->accessibleDescription().contains(u"Still"_s));
    window.filter.replaceText({});
    window.filter.setText(u"ip:"_s);
    QCOMPARE(shown->text(), u"Still shown: all events"_s);
}

void QueryBarTest::aSuggestionThatIsTakenIsMeant()
{
    Bar window;
    window.filter.setText(u"vendor:asan"_s);
    QTest::mouseClick(window.suggestion, Qt::LeftButton);
    QCOMPARE(window.edit->text(), u"vendor:asana"_s);
    QTest::keyClicks(window.edit, u","_s);
    QVERIFY(window.filter.error());
    QCOMPARE(Filter::print(window.filter.tree()), u"vendor:asana"_s);
}

void QueryBarTest::noMessageMakesTheBarWide()
{
    Bar window;
    const int width = window.bar.minimumSizeHint().width();
    const int height = window.bar.sizeHint().height();
    const QString name = QString(5'000, u'w');
    window.filter.setText(u"op:"_s + name);
    QCOMPARE(window.bar.minimumSizeHint().width(), width);
    QVERIFY(window.status->toolTip().contains(u"www"_s));
    window.filter.setText(u"actor:="_s + name + u" x"_s);
    window.bar.setResult(1, 2, name);
    QCOMPARE(window.bar.minimumSizeHint().width(), width);
    QCOMPARE(window.bar.sizeHint().height(), height);
}

void QueryBarTest::undoesWhatIsTypedAWordAtATime()
{
    Bar window;
    QTest::keyClicks(window.edit, u"op:auth x"_s);
    window.history.undo();
    QCOMPARE(window.edit->text(), u"op:auth "_s);
    window.history.undo();
    QCOMPARE(window.edit->text(), QString());
    QTest::keyClicks(window.edit, u"a"_s);
    QTest::keyClick(window.edit, Qt::Key_Return);
    QTest::keyClicks(window.edit, u"b"_s);
    QTest::keyClick(window.edit, Qt::Key_Z, Qt::ControlModifier); // the window's: nothing here
    QCOMPARE(window.edit->text(), u"ab"_s);
    window.history.undo();
    QCOMPARE(window.edit->text(), u"a"_s);
}

void QueryBarTest::editsATermOfAChip()
{
    Bar window;
    window.filter.setText(u"x  actor=ann"_s);
    const auto chips = window.bar.findChildren<TermChip *>();
    QCOMPARE(chips.size(), 2);
    QTest::keyClick(chips[1], Qt::Key_F2);
    QCOMPARE(window.edit->selectedText(), u"actor=ann"_s);
    QTest::keyClicks(window.edit, u"op:auth"_s);
    QCOMPARE(window.filter.text(), u"x  op:auth"_s);
    QVERIFY(chips[1]->accessibleName().contains(u"op:auth"_s));
    window.filter.setText(u"x ("_s);
    QVERIFY(!chips[0]->isVisible()); // what is wrong has their place
}

void QueryBarTest::listsStepsWithTheirCounts()
{
    Bar window;
    window.filter.replaceText(u"op:auth"_s);
    window.history.setCount(window.filter.tree(), 1'284);
    window.filter.replaceText(u"a\tb"_s);
    window.filter.setHistory({u"op:auth"_s, u"older"_s});
    QTest::keyClick(window.edit, Qt::Key_Down);
    auto *menu = window.bar.findChild<QMenu *>(u"queryHistoryMenu"_s);
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts += action->text();
    menu->close();
    QCOMPARE(texts, QStringList({u"a<TAB>b"_s, u"op:auth\t1,284"_s, u"older"_s}));
}

void QueryBarTest::showsCountAndInterval()
{
    Bar window;
    window.bar.setResult(1'284, 10'000, u"2026-11-13 00:00 – now · UTC"_s);
    QCOMPARE(window.status->text(), u"2026-11-13 00:00 – now · UTC · 1,284 of 10,000 event(s)"_s);
    window.bar.setResult(1'284, 10'000, QString());
    QCOMPARE(window.status->text(), u"1,284 of 10,000 event(s)"_s);
    window.filter.setText(u"op:"_s);
    QVERIFY(!window.status->text().contains(u"1,284"_s));
    window.filter.setText(u""_s);
    QVERIFY(window.status->text().contains(u"1,284"_s));
}

void QueryBarTest::saysWhatAFilterThatCannotRunLacks()
{
    Bar window;
    window.bar.setProblem(u"The preset “x” is not known here."_s);
    QCOMPARE(window.status->text(), u"The preset “x” is not known here."_s);
    window.bar.setResult(1, 1, u"any time"_s);
    QVERIFY(window.status->text().startsWith(u"any time"_s));
    window.filter.setTree(Filter::including(window.filter.tree(), Field::Message, std::string(100'000, 'x')));
    QVERIFY(window.status->text().contains(u"65536"_s));
    QVERIFY(window.edit->text().isEmpty());
}

void QueryBarTest::showsHostileWordsAsTheyAre()
{
    Bar window;
    window.filter.setText(u"<img/src=\"x\">:\u202Ex <b>:1 op:<b>\u202E"_s);
    QVERIFY(window.filter.error());
    QCOMPARE(window.status->textFormat(), Qt::PlainText);
    window.filter.setText(u"op:\u202E<b>&x"_s);
    QVERIFY2(window.status->text().contains(u"<U+202E><b>"_s), qPrintable(window.status->text()));
}

void QueryBarTest::remembersOnEnterAndOffersWhatWasUsedBefore()
{
    Bar window;
    QTest::keyClicks(window.edit, u"a&b"_s);
    QTest::keyClick(window.edit, Qt::Key_Return);
    window.edit->clear();
    QTest::keyClicks(window.edit, u"second"_s);
    QTest::keyClick(window.edit, Qt::Key_Return);
    QCOMPARE(window.filter.history(), QStringList({u"second"_s, u"a&b"_s}));
    QTest::keyClick(window.edit, Qt::Key_Down, Qt::AltModifier);
    auto *menu = window.bar.findChild<QMenu *>(u"queryHistoryMenu"_s);
    QVERIFY(menu->isVisible());
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(menu->actions().at(1)->text(), u"a&&b"_s);
    menu->actions().at(1)->trigger();
    menu->close();
    QCOMPARE(window.edit->text(), u"a&b"_s);
    QCOMPARE(window.filter.text(), u"a&b"_s);
}

void QueryBarTest::clearsByItsButton()
{
    Bar window;
    window.filter.setText(u"op:create"_s);
    window.edit->clear();
    QVERIFY(std::holds_alternative<Filter::All>(window.filter.tree()->content));
    QCOMPARE(window.filter.history(), QStringList(u"op:create"_s));
}

void QueryBarTest::beginsAnotherFilterWhereAllIsTypedOver()
{
    Bar window;
    window.filter.replace({u"op:auth"_s, {{u"outcome:failure"_s, 0}}});
    QTest::keyClicks(window.edit, u" x"_s);
    QCOMPARE(window.filter.disabledTerms().size(), 1U);

    QTest::keyClick(window.edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(window.edit, u"op:export"_s);
    QCOMPARE(window.filter.text(), u"op:export"_s);
    QVERIFY(window.filter.disabledTerms().empty());
}

/// The chip that is edited is all that the text has; the one beside it is off, and stays.
void QueryBarTest::goesOnWithAFilterOfOneTerm()
{
    Bar window;
    window.filter.replace({u"op:auth"_s, {{u"outcome:failure"_s, 0}}});
    Q_EMIT window.bar.findChild<TermBar *>(u"termBar"_s)->editRequested({0, 7});
    QCOMPARE(window.edit->selectedText(), u"op:auth"_s);

    QTest::keyClicks(window.edit, u"op:grant"_s);
    QCOMPARE(window.filter.text(), u"op:grant"_s);
    QCOMPARE(window.filter.disabledTerms().size(), 1U);
}

/// In a tool bar, whose labels have the colour of buttons.
void QueryBarTest::paintsWhatIsWrongInColourAndShape()
{
    FilterState filter;
    FilterHistory history{&filter};
    QMainWindow around;
    auto *bar = new QueryBar(&filter, &history);
    around.addToolBar(u"tools"_s)->addWidget(bar);
    around.resize(800, 200);
    around.show();
    const auto *status = bar->findChild<QLabel *>(u"queryStatus"_s);
    const auto *sign = bar->findChild<QLabel *>(u"querySign"_s);
    filter.setText(u"op:create"_s);
    bar->setResult(1, 2, {});
    QVERIFY(QTest::qWaitForWindowExposed(&around));
    QVERIFY(!sign->isVisible());

    filter.setText(u"op:create ip:"_s);
    QVERIFY(sign->isVisible());
    QTRY_VERIFY(status->width() > 100);
    QVERIFY(reds(bar->grab(status->geometry()).toImage()) > 20);
    QVERIFY(reds(bar->grab(sign->geometry()).toImage()) > 10);
}

void QueryBarTest::leavesACompositionAlone()
{
    Bar window;
    window.filter.setText(u"actr:x "_s);
    window.edit->end(false);
    compose(window.edit, u"にほ"_s);
    const auto cursor = [&window] {
        return window.edit->inputMethodQuery(Qt::ImCursorRectangle).toRectF().x();
    };
    const qreal composed = cursor();
    window.bar.setResult(1, 2, {});
    window.bar.setProblem(u"no"_s);
    QCOMPARE(cursor(), composed);
    compose(window.edit, {}, u"日本"_s);
    QCOMPARE(window.edit->text(), u"actr:x 日本"_s);
}

void QueryBarTest::marksAgainAfterAComposition()
{
    Bar window;
    window.filter.setText(u"actr:x "_s);
    window.edit->end(false);
    const int marked = reds(window.edit->grab().toImage());
    compose(window.edit, u"y"_s);
    compose(window.edit, {});
    QCOMPARE(window.edit->text(), u"actr:x "_s);
    QCOMPARE(reds(window.edit->grab().toImage()), marked);
}

void QueryBarTest::leavesOnEscape()
{
    Bar window;
    QSignalSpy left(&window.bar, &QueryBar::left);
    QTest::keyClick(window.edit, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void QueryBarTest::showsALongWaitOnly()
{
    Bar window;
    window.bar.setBusy(true);
    QVERIFY(!window.busy->isVisible());
    QTRY_VERIFY(window.busy->isVisible());
    window.bar.setBusy(false);
    QVERIFY(!window.busy->isVisible());
}

void QueryBarTest::spellsIntervals_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("text");
    QTest::newRow("any") << u""_s << u""_s << u"any time · America/St_Johns"_s;
    QTest::newRow("until now") << u"2026-11-13T00:00:00Z"_s << u"2026-11-20T12:00:00.000001Z"_s
                               << u"2026-11-12 20:30 – now · America/St_Johns"_s;
    QTest::newRow("since") << u"2026-07-13T02:30:30Z"_s << u""_s
                           << u"since 2026-07-13 00:00:30 · America/St_Johns"_s;
    QTest::newRow("until") << u""_s << u"2026-07-13T02:30:00Z"_s
                           << u"until 2026-07-13 00:00 · America/St_Johns"_s;
    QTest::newRow("nothing") << u"2026-07-13T02:30:00Z"_s << u"2026-07-13T02:30:00Z"_s
                             << u"no time · America/St_Johns"_s;
}

void QueryBarTest::spellsIntervals()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, text);
    const TimeWindow window{parseTime(from.toStdString()), parseTime(to.toStdString())};
    const QueryContext context{*parseTime("2026-11-20T12:00:00Z"), "America/St_Johns"};
    QCOMPARE(intervalText(window, context), text);
}

TRAILGLASS_GUI_TEST(QueryBarTest)
#include "tst_querybar.moc"
