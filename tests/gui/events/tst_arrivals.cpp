// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/common/announcer.h"
#include "views/common/emptystate.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/events/eventtable.h"

#include <QApplication>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// What the reader sees while results come in.
class ArrivalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatThereIsToSee();
    void followsNewEventsAtTheTop();
    void staysAndOffersNewEventsElsewhere();
    void writesManyNewEventsInGroupsOfDigits();
    void leavesTheKeyboardInAnotherPane();
    void countsNewEventsAlsoWhenOthersGo_data();
    void countsNewEventsAlsoWhenOthersGo();
    void offersNewEventsToTheKeyboard();
    void offersAChangeThatIsNotMore();
    void staysWhileSomethingIsSelected();
    void findsTheCurrentRowAndItsPlaceInAnotherResult();
    void keepsTheInspectedEventUntilTypingHasEnded();
    void findsTheInspectedEventAgain_data();
    void findsTheInspectedEventAgain();
    void findsTheInspectedEventInALaterPart();
    void findsTheInspectedEventAmongRowsAddedOnTop();
    void looksNoMoreForAnEventAfterAnotherWasChosen();
    void staysAtTheTopRowWhenRowsAreAddedAboveIt();
    void leavesAReaderAloneWhoHasScrolledOn();
    void keepsSelectAllWhenNothingChanged();
    void offersToReadAgainWhatCouldNotBeRead();
    void keepsItsPlaceWhileAResultComesInParts();

private:
    void select(int row)
    {
        m_table->selectionModel()->setCurrentIndex(
            m_view->model().index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    [[nodiscard]] int top() const { return m_table->verticalScrollBar()->value(); }
    [[nodiscard]] QPushButton *pill() const { return m_view->findChild<QPushButton *>(u"newEventsPill"_s); }
    void refresh(qint64 newest) { m_view->setResult(newestFirst(newest), true); }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
};

void ArrivalsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->resize(900, 400);
    m_view->setResult(newestFirst(500), false);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
    m_table->setFocus();
}

void ArrivalsTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

void ArrivalsTest::saysWhatThereIsToSee()
{
    const auto *empty = m_view->findChild<EmptyState *>(u"eventsEmpty"_s);
    QSignalSpy cleared(m_view.get(), &EventsView::clearFilterRequested);
    QVERIFY(!empty->isVisible());

    m_view->setResult(nullptr, false);
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->title(), u"Reading the events…"_s);
    m_view->setResult(newestFirst(0), false);
    QCOMPARE(empty->title(), u"No event matches"_s);
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);

    QCOMPARE(cleared.size(), 1);
    refresh(2);
    QVERIFY(m_table->isVisible());
}

void ArrivalsTest::followsNewEventsAtTheTop()
{
    select(0);
    QSignalSpy current(m_view.get(), &EventsView::currentEventChanged);

    refresh(503);

    QVERIFY(!pill()->isVisible());
    QCOMPARE(m_view->model().rowCount(), 503);
    QCOMPARE(top(), 0);
    QCOMPARE(m_table->currentIndex().row(), 3);
    QCOMPARE(m_view->currentEvent(), RowId{500});
    QCOMPARE(current.size(), 0); // still the same event
}

void ArrivalsTest::writesManyNewEventsInGroupsOfDigits()
{
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_table->verticalScrollBar()->setValue(40);

    refresh(500 + 1'573);

    QVERIFY2(pill()->text().startsWith(u"1,573 new event"_s), qPrintable(pill()->text()));
}

/// The keyboard went from the table to the state “No event matches”, and on to another pane; then the rows come.
void ArrivalsTest::leavesTheKeyboardInAnotherPane()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *other = new QLineEdit;
    column->addWidget(other);
    column->addWidget(m_view.get());
    const auto release = qScopeGuard([this] { m_view->setParent(nullptr); });
    m_view->show();
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    m_table->setFocus();
    m_view->setResult(newestFirst(0), false);
    const auto *empty = m_view->findChild<EmptyState *>(u"eventsEmpty"_s);
    QTRY_VERIFY(empty->isAncestorOf(QApplication::focusWidget()));

    other->setFocus();
    m_view->setResult(newestFirst(3), false);
    QVERIFY(m_table->isVisible());
    QVERIFY(other->hasFocus());

    m_view->setResult(newestFirst(0), false); // whoever stands in the table gets it back
    m_view->findChild<QPushButton *>(u"emptyAction"_s)->setFocus();
    m_view->setResult(newestFirst(3), false);
    QVERIFY(m_table->hasFocus());
}

void ArrivalsTest::staysAndOffersNewEventsElsewhere()
{
    m_table->verticalScrollBar()->setValue(40);

    const QSignalSpy announced(pill()->findChild<Announcer *>(), &Announcer::announced);
    refresh(503);

    QVERIFY(m_view->hasWaitingResult());
    QVERIFY(pill()->isVisible());
    QCOMPARE(announced.size(), 1);
    m_view->resize(m_view->width() - 20, m_view->height()); // moves it
    QCOMPARE(announced.size(), 1);
    QVERIFY2(pill()->text().contains(u"3 new event"_s), qPrintable(pill()->text()));
    QCOMPARE(top(), 40);
    QCOMPARE(m_view->model().rowCount(), 500);
    refresh(510);
    QVERIFY2(pill()->text().contains(u"10 new event"_s), qPrintable(pill()->text()));
    QTest::mouseClick(pill(), Qt::LeftButton);

    QVERIFY(!pill()->isVisible());
    QCOMPARE(top(), 0);
    QCOMPARE(m_view->model().rowId(0), RowId{510});
}

void ArrivalsTest::countsNewEventsAlsoWhenOthersGo_data()
{
    QTest::addColumn<int>("gone");
    QTest::newRow("fewer") << 2;
    QTest::newRow("as many") << 5;
    QTest::newRow("more") << 9;
}

void ArrivalsTest::countsNewEventsAlsoWhenOthersGo()
{
    QFETCH(int, gone);
    m_table->verticalScrollBar()->setValue(40);
    std::vector<qint64> rows;
    for (qint64 row = 505; row > gone; --row)
        rows.push_back(row);

    m_view->setResult(snapshotOf(rows), true);

    QVERIFY2(pill()->text().contains(u"5 new event"_s), qPrintable(pill()->text()));
}

void ArrivalsTest::offersNewEventsToTheKeyboard()
{
    m_table->verticalScrollBar()->setValue(40);
    m_view->setSortOrder({{Field::Actor, false}});
    refresh(503);

    QTest::keyClick(m_table, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);

    QVERIFY(!pill()->isVisible());
    QCOMPARE(m_view->model().rowCount(), 503);
    QVERIFY(!m_view->actions().showNew->isEnabled());
}

void ArrivalsTest::offersAChangeThatIsNotMore()
{
    m_table->verticalScrollBar()->setValue(40);

    refresh(499);
    QVERIFY2(pill()->text().contains(u"changed"_s), qPrintable(pill()->text()));
    refresh(500); // as it was

    QVERIFY(!pill()->isVisible());
    QCOMPARE(top(), 40);
}

void ArrivalsTest::staysWhileSomethingIsSelected()
{
    select(5);
    refresh(503);
    QVERIFY(pill()->isVisible());

    m_view->setResult(newestFirst(500), false);
    QVERIFY(!pill()->isVisible());
    m_view->selectAll();
    refresh(503);

    QVERIFY(pill()->isVisible());
    QVERIFY(m_view->model().isAllSelected());
}

void ArrivalsTest::findsTheCurrentRowAndItsPlaceInAnotherResult()
{
    m_table->verticalScrollBar()->setValue(100);
    select(105); // the event 395
    QSignalSpy current(m_view.get(), &EventsView::currentEventChanged);
    std::vector<qint64> odd;
    for (qint64 row = 999; row > 0; row -= 2)
        odd.push_back(row);

    m_view->setResult(snapshotOf(odd), false);

    QCOMPARE(m_view->currentEvent(), RowId{395});
    QCOMPARE(m_table->currentIndex().row(), 302);
    QCOMPARE(top(), 297);
    QCOMPARE(Testing::rowsOf(*m_view->selectedRows()), RowList{RowId{395}});
    QCOMPARE(current.size(), 0);
}

void ArrivalsTest::keepsTheInspectedEventUntilTypingHasEnded()
{
    m_table->verticalScrollBar()->setValue(100);
    select(105);
    QSignalSpy current(m_view.get(), &EventsView::currentEventChanged);
    QSignalSpy held(m_view.get(), &EventsView::currentEventHeld);

    m_view->setResult(newestFirst(450), false);
    QVERIFY(held.isEmpty());
    m_view->setResult(newestFirst(200), false);
    m_view->setResult(newestFirst(0), false);
    QCOMPARE(m_view->currentEvent(), RowId{395});
    QCOMPARE(current.size(), 0);
    QVERIFY(m_view->selectedRows()->isEmpty());
    QCOMPARE(held.size(), 1);
    QVERIFY(held.constLast().at(0).toBool());

    m_view->settle();
    QCOMPARE(m_view->currentEvent(), RowId{});
    QCOMPARE(current.size(), 1);
    QCOMPARE(held.size(), 2);
    QVERIFY(!held.constLast().at(0).toBool());
}

void ArrivalsTest::findsTheInspectedEventAgain_data()
{
    QTest::addColumn<bool>("hasSettled");
    QTest::newRow("while a filter is typed") << false;
    QTest::newRow("later") << true;
}

void ArrivalsTest::findsTheInspectedEventAgain()
{
    QFETCH(const bool, hasSettled);
    m_table->verticalScrollBar()->setValue(100);
    select(105);
    m_view->setResult(newestFirst(0), false);
    m_view->setResult(newestFirst(200), false);
    if (hasSettled)
        m_view->settle();
    QSignalSpy held(m_view.get(), &EventsView::currentEventHeld);

    m_view->setResult(newestFirst(490), false);

    QCOMPARE(held.size(), hasSettled ? 0 : 1); // it is in the result again
    QCOMPARE(m_view->currentEvent(), RowId{395});
    QCOMPARE(m_table->currentIndex().row(), 95);
    QCOMPARE(top(), 90);
    QCOMPARE(Testing::rowsOf(*m_view->selectedRows()), RowList{RowId{395}});
}

void ArrivalsTest::findsTheInspectedEventInALaterPart()
{
    select(105);
    const auto whole = newestFirst(500);
    const auto first = listedRows(*whole, {0, 50});

    m_view->setResult(Testing::resultOf({first.begin(), first.end()}, whole->lastRow()), false);
    m_view->settle();
    m_view->continueResult(whole);

    QCOMPARE(m_view->currentEvent(), RowId{395});
    QCOMPARE(m_table->currentIndex().row(), 105);
}

void ArrivalsTest::findsTheInspectedEventAmongRowsAddedOnTop()
{
    select(105); // event 395
    m_view->setResult(newestFirst(200), false);
    m_view->settle();

    m_view->continueResult(newestFirst(500));

    QCOMPARE(m_view->currentEvent(), RowId{395});
    QCOMPARE(m_table->currentIndex().row(), 105);
}

void ArrivalsTest::looksNoMoreForAnEventAfterAnotherWasChosen()
{
    select(105);
    m_view->setResult(newestFirst(200), false);
    select(7); // event 193

    m_view->setResult(newestFirst(500), false);

    QCOMPARE(m_view->currentEvent(), RowId{193});
    QCOMPARE(m_table->currentIndex().row(), 307);
}

void ArrivalsTest::leavesAReaderAloneWhoHasScrolledOn()
{
    select(105);
    m_view->setResult(newestFirst(200), false);
    m_table->verticalScrollBar()->setValue(60);

    m_view->continueResult(newestFirst(500));

    QCOMPARE(m_view->model().rowId(top()), RowId{140});
}

void ArrivalsTest::staysAtTheTopRowWhenRowsAreAddedAboveIt()
{
    m_view->setResult(newestFirst(200), false);
    m_table->verticalScrollBar()->setValue(60);

    m_view->continueResult(newestFirst(500));

    QCOMPARE(m_view->model().rowId(top()), RowId{140});
}

void ArrivalsTest::keepsSelectAllWhenNothingChanged()
{
    m_view->selectAll();

    refresh(500);

    QVERIFY(m_view->model().isAllSelected());
    QCOMPARE(m_view->selectedRowCount(), 500);
}

void ArrivalsTest::offersToReadAgainWhatCouldNotBeRead()
{
    auto *strip = m_view->findChild<MessageStrip *>();
    QTRY_VERIFY(m_fetcher->waiting() > 0);

    m_fetcher->failAll(ErrorKind::Storage);
    QCOMPARE(strip->text(), u"The disk cannot be read."_s);
    QTest::mouseClick(strip->findChild<QPushButton *>(), Qt::LeftButton);

    QTRY_VERIFY(m_fetcher->waiting() > 0);
    QVERIFY(!strip->isVisible());
}

void ArrivalsTest::keepsItsPlaceWhileAResultComesInParts()
{
    const auto whole = newestFirst(500);
    const auto first = listedRows(*whole, {0, 100});
    m_view->setResult(Testing::resultOf({first.begin(), first.end()}, whole->lastRow()), false);
    QCOMPARE(m_view->model().rowCount(), 100);
    select(60);
    m_table->verticalScrollBar()->setValue(50);

    m_view->continueResult(whole);

    QCOMPARE(m_view->model().rowCount(), 500);
    QCOMPARE(top(), 50);
    QCOMPARE(m_table->currentIndex().row(), 60);
    QVERIFY(!pill()->isVisible());
    m_view->setResult(nullptr, false);
    m_view->continueResult(whole);
    QVERIFY(m_table->isVisible());
}

TRAILGLASS_GUI_TEST(ArrivalsTest)
#include "tst_arrivals.moc"
