// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/eventsview.h"
#include "views/events/eventtable.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Which two events the menu of the table offers to compare.
class ComparisonChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offersWhatTheSelectionAllows_data();
    void offersWhatTheSelectionAllows();
    void comparesTheTwoThatAreSelected();
    void comparesTwoOfWhichEverythingIsSelected();
    void comparesWithTheOneThatIsRemembered();
    void neverComparesAnEventWithItself();
    void remembersThroughOtherResults();
    void worksByKeys();
    void isInTheMenuOfACell();

private:
    using Pair = std::pair<RowId, RowId>;
    void select(const QList<int> &rows);
    [[nodiscard]] const EventActions &actions() const { return m_view->actions(); }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
    QList<Pair> m_compared;
};

void ComparisonChoiceTest::init()
{
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->resize(1000, 500);
    m_view->setResult(newestFirst(100), false);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
    m_table->setFocus();
    m_compared.clear();
    connect(m_view.get(), &EventsView::compareRequested, this,
            [this](RowId one, RowId other) { m_compared += Pair(one, other); });
}

void ComparisonChoiceTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

void ComparisonChoiceTest::select(const QList<int> &rows)
{
    m_table->clearSelection();
    for (const int row : rows) {
        m_table->selectionModel()->setCurrentIndex(m_view->model().index(row, 0),
                                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void ComparisonChoiceTest::offersWhatTheSelectionAllows_data()
{
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<QString>("advice"); // part of what is said; empty: they are compared
    QTest::addColumn<bool>("remembers");
    QTest::newRow("none, but a current one") << QList<int>{} << u"Ctrl+Shift+D"_s << true;
    QTest::newRow("one") << QList<int>{4} << u"Ctrl+Shift+D"_s << true;
    QTest::newRow("two") << QList<int>{4, 5} << QString() << false;
    QTest::newRow("two apart") << QList<int>{4, 90} << QString() << false;
    QTest::newRow("three") << QList<int>{4, 5, 90} << u"Select two."_s << false;
}

void ComparisonChoiceTest::offersWhatTheSelectionAllows()
{
    QFETCH(const QList<int>, rows);
    QFETCH(const QString, advice);
    QFETCH(const bool, remembers);
    QSignalSpy told(m_view.get(), &EventsView::message);
    select(rows);
    QCOMPARE(actions().rememberEvent->isEnabled(), remembers);
    QCOMPARE(actions().compare->text() == u"Compare events si&de by side"_s, !advice.isEmpty());
    QTest::keyClick(m_table, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_compared.size(), advice.isEmpty() ? 1 : 0);
    QCOMPARE(told.size(), advice.isEmpty() ? 0 : 1); // the keys never do nothing
    if (!advice.isEmpty())
        QVERIFY2(told.at(0).at(0).toString().contains(advice), qPrintable(told.at(0).at(0).toString()));
}

void ComparisonChoiceTest::comparesTheTwoThatAreSelected()
{
    select({2, 7});
    QCOMPARE(actions().compare->text(), u"Compare the two selecte&d events"_s);
    actions().compare->trigger();
    QCOMPARE(m_compared, QList<Pair>{Pair(RowId{98}, RowId{93})});
}

void ComparisonChoiceTest::comparesTwoOfWhichEverythingIsSelected()
{
    m_view->setResult(newestFirst(2), false);
    m_view->selectAll();
    actions().compare->trigger();
    QCOMPARE(m_compared, QList<Pair>{Pair(RowId{2}, RowId{1})});
    m_view->setResult(newestFirst(10'000'000), false);
    m_view->selectAll(); // without looking at each of them
    actions().compare->trigger();
    QCOMPARE(m_compared.size(), 1);
}

void ComparisonChoiceTest::comparesWithTheOneThatIsRemembered()
{
    select({2});
    QSignalSpy told(m_view.get(), &EventsView::message);
    actions().rememberEvent->trigger();
    QCOMPARE(told.size(), 1);
    QVERIFY2(told.at(0).at(0).toString().contains(u"Ctrl+D"_s), qPrintable(told.at(0).at(0).toString()));
    QVERIFY(m_compared.isEmpty());

    select({7});
    QCOMPARE(actions().compare->text(), u"Compare with the remembere&d event"_s);
    actions().compare->trigger();
    QCOMPARE(m_compared, QList<Pair>{Pair(RowId{98}, RowId{93})});
    select({8}); // still remembered
    actions().compare->trigger();
    QCOMPARE(m_compared.constLast(), Pair(RowId{98}, RowId{92}));
    actions().rememberEvent->trigger(); // in its place
    select({2});
    actions().compare->trigger();
    QCOMPARE(m_compared.constLast(), Pair(RowId{92}, RowId{98}));
}

void ComparisonChoiceTest::neverComparesAnEventWithItself()
{
    select({2});
    actions().rememberEvent->trigger();
    QSignalSpy told(m_view.get(), &EventsView::message);
    actions().compare->trigger();
    QVERIFY(m_compared.isEmpty());
    QCOMPARE(told.size(), 1);
    QVERIFY2(told.at(0).at(0).toString().startsWith(u"This is the remembered event."_s),
             qPrintable(told.at(0).at(0).toString()));
    select({3});
    actions().compare->trigger();
    QCOMPARE(m_compared.size(), 1);
    select({2});
    actions().compare->trigger();
    QCOMPARE(m_compared.size(), 1);
}

void ComparisonChoiceTest::remembersThroughOtherResults()
{
    select({2});
    actions().rememberEvent->trigger();
    m_view->setResult(snapshotOf({40, 30}), false);
    select({1});
    actions().compare->trigger();
    QCOMPARE(m_compared, QList<Pair>{Pair(RowId{98}, RowId{30})});
}

void ComparisonChoiceTest::worksByKeys()
{
    m_table->setCurrentIndex(m_view->model().index(0, 0));
    QTest::keyClick(m_table, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(m_table, Qt::Key_Down);
    QTest::keyClick(m_table, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_compared, QList<Pair>{Pair(RowId{100}, RowId{99})});
    QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_table, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_compared.constLast(), Pair(RowId{99}, RowId{98}));
}

void ComparisonChoiceTest::isInTheMenuOfACell()
{
    select({2, 3});
    Q_EMIT m_table->customContextMenuRequested(m_table->visualRect(m_table->currentIndex()).center());
    auto *menu = m_view->findChild<QMenu *>(u"cellMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_D);
    QCOMPARE(m_compared.size(), 1);
}

TRAILGLASS_GUI_TEST(ComparisonChoiceTest)
#include "tst_comparisonchoice.moc"
