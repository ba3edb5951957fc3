// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/query/sortorder.h"
#include "models/table/relatedqueries.h"
#include "models/table/tablecolumns.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/eventsview.h"
#include "views/events/eventtable.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

#include <algorithm>
#include <utility>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// The menus of the table of events, and what its keys do to columns.
class EventMenusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensTheMenuOfACellByMouse();
    void opensTheMenuOfACellByKey();
    void opensTheMenuOfAColumnByMouse();
    void hasAMnemonicOfItsOwnForEveryEntry_data();
    void hasAMnemonicOfItsOwnForEveryEntry();
    void leadsToOtherEvents();
    void offersOnlyWhatTheEventHas();
    void keepsEverythingSelectedUnderAMenu();
    void readsNothingWhenALetterIsTyped();
    void changesWidthsByKey();
    void addsSortKeysByMenu();

private:
    /// A press that goes the way of a real one: the platform asks for the menu.
    void rightClick(QWidget *widget, const QPoint &place);
    [[nodiscard]] QPoint placeOf(int row, int column) const
    {
        return m_table->visualRect(m_view->model().index(row, column)).center();
    }
    [[nodiscard]] QMenu *menu(const QString &name) const { return m_view->findChild<QMenu *>(name); }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
};

void EventMenusTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->resize(1100, 500);
    m_view->setColumns(*parseColumns(u"id,action,actor,outcome"_s));
    m_view->setResult(newestFirst(5000), false);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
    m_table->setFocus();
    QTRY_VERIFY(m_view->model().record(0));
    QGuiApplication::clipboard()->setText(u"before"_s);
}

void EventMenusTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

void EventMenusTest::rightClick(QWidget *widget, const QPoint &place)
{
    QTest::mouseClick(m_view->windowHandle(), Qt::RightButton, {}, widget->mapTo(m_view.get(), place));
}

void EventMenusTest::opensTheMenuOfACellByMouse()
{
    const QSignalSpy chosen(m_view.get(), &EventsView::eventChosen);
    rightClick(m_table->viewport(), placeOf(1, 2));

    QTRY_VERIFY(menu(u"cellMenu"_s));
    QVERIFY(chosen.isEmpty()); // no pane opens under it
    QVERIFY(menu(u"cellMenu"_s)->isVisible());
    QCOMPARE(m_table->currentIndex(), m_view->model().index(1, 2));
    QCOMPARE(m_view->selectedRowCount(), 1);
    QSignalSpy asked(m_view.get(), &EventsView::filterRequested);
    QTest::keyClick(menu(u"cellMenu"_s), Qt::Key_O);
    QCOMPARE(asked.size(), 1);
    QTRY_VERIFY(!menu(u"cellMenu"_s));
    QVERIFY(chosen.isEmpty());
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, placeOf(1, 2)); // it is the current row
    QVERIFY(!chosen.isEmpty());
}

void EventMenusTest::opensTheMenuOfACellByKey()
{
    m_table->setCurrentIndex(m_view->model().index(3, 1));

    const QPoint elsewhere(m_table->viewport()->width() - 5, m_table->viewport()->height() - 5);
    QContextMenuEvent key(QContextMenuEvent::Keyboard, elsewhere,
                          m_table->viewport()->mapToGlobal(elsewhere));
    QCoreApplication::sendEvent(m_table->viewport(), &key);

    QVERIFY(menu(u"cellMenu"_s) && menu(u"cellMenu"_s)->isVisible());
    const QRect cell = m_table->visualRect(m_table->currentIndex());
    const QPoint corner = m_table->viewport()->mapFromGlobal(menu(u"cellMenu"_s)->pos());
    QVERIFY2(cell.contains(corner), "the menu is at the current cell");
    QTest::keyClick(menu(u"cellMenu"_s), Qt::Key_N);
    QVERIFY(menu(u"columnMenu"_s)->isVisible());
    QTest::keyClick(menu(u"columnMenu"_s), Qt::Key_H);
    QCOMPARE(m_view->columns().size(), 3U);
    QCOMPARE(m_view->columns().at(1).title, "actor");
}

void EventMenusTest::opensTheMenuOfAColumnByMouse()
{
    // Columns fill the table unless their widths were chosen.
    m_view->setColumnWidths({{u"id"_s, 150}, {u"action"_s, 150}, {u"actor"_s, 150}, {u"outcome"_s, 150}});
    QHeaderView *header = m_table->horizontalHeader();
    const int left = header->sectionViewportPosition(2);

    rightClick(header->viewport(), QPoint(left + 20, header->height() / 2));

    QTRY_VERIFY(menu(u"headerMenu"_s));
    QVERIFY(menu(u"headerMenu"_s)->isVisible());
    QTest::keyClick(menu(u"headerMenu"_s), Qt::Key_D);
    QCOMPARE(sortOrderText(m_view->sortOrder()), u"-actor"_s);
    QTRY_VERIFY(!menu(u"headerMenu"_s));

    rightClick(header->viewport(), QPoint(header->viewport()->width() - 3, header->height() / 2));
    QTRY_VERIFY(menu(u"headerMenu"_s)); // after the last column: what is about all of them
    QVERIFY(!menu(u"headerMenu"_s)->findChild<QAction *>(u"headerHide"_s));
    QTest::keyClick(menu(u"headerMenu"_s), Qt::Key_L);
    QCOMPARE(m_view->columns(), defaultTableColumns());
}

void EventMenusTest::hasAMnemonicOfItsOwnForEveryEntry_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"cellMenu", "columnMenu", "headerMenu"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void EventMenusTest::hasAMnemonicOfItsOwnForEveryEntry()
{
    QFETCH(const QString, name);
    if (name == u"headerMenu")
        rightClick(m_table->horizontalHeader()->viewport(), QPoint(20, 5));
    else
        rightClick(m_table->viewport(), placeOf(0, 1));
    QTRY_VERIFY(menu(name));
    QStringList used;
    for (const QAction *action : menu(name)->actions()) {
        if (action->isSeparator())
            continue;
        const QString key = QKeySequence::mnemonic(action->text()).toString();
        QVERIFY2(!key.isEmpty() && !used.contains(key), qPrintable(action->text()));
        used += key;
    }
    QVERIFY(used.size() > 5);
    QApplication::activePopupWidget()->close();
}

void EventMenusTest::leadsToOtherEvents()
{
    m_fetcher->revision = "c-1";
    m_fetcher->targetId = "t-1";
    m_view->setResult(newestFirst(100), false);
    QTRY_VERIFY(m_view->model().record(1));
    QStringList shown;
    connect(m_view.get(), &EventsView::replaceRequested, this,
            [&shown](const Filter::NodePointer &filter) { shown += Filter::print(filter); });
    UtcMicros around;
    connect(m_view.get(), &EventsView::aroundRequested, this, [&around](UtcMicros time) { around = time; });
    QSignalSpy inspected(m_view.get(), &EventsView::inspectRequested);

    for (const int key : {Qt::Key_M, Qt::Key_H, Qt::Key_G, Qt::Key_L, Qt::Key_R, Qt::Key_T, Qt::Key_S}) {
        rightClick(m_table->viewport(), placeOf(1, 0)); // event 99
        QTRY_VERIFY(menu(u"cellMenu"_s));
        QTest::keyClick(menu(u"cellMenu"_s), static_cast<Qt::Key>(key));
        QTRY_VERIFY(!menu(u"cellMenu"_s));
    }

    QCOMPARE(shown,
             QStringList({u"actor:=zoë@example.org"_s, u"actor.email:=zoë@example.org"_s,
                          u"target.id:=t-1 source:=team"_s, uR"(target.name:="target 1" source:=team)"_s,
                          u"correlation:=c-1"_s}));
    // The same as the inspector counts.
    QVERIFY(m_view->model().record(1));
    const std::vector<RelatedQuery> counted = relatedQueries(*m_view->model().record(1));
    for (const QString &filter : std::as_const(shown)) {
        QVERIFY2(std::ranges::any_of(
                     counted,
                     [&filter](const RelatedQuery &query) { return Filter::print(query.filter) == filter; }),
                 qPrintable(filter));
    }
    QCOMPARE(around, m_view->model().record(1)->event.created);
    QCOMPARE(inspected.size(), 1);
}

void EventMenusTest::offersOnlyWhatTheEventHas()
{
    rightClick(m_table->viewport(), placeOf(2, 1)); // event 4998 has no actor and no correlation

    QTRY_VERIFY(menu(u"cellMenu"_s));
    QVERIFY(!m_view->actions().sameActor->isEnabled());
    QVERIFY(!m_view->actions().sameIdentity->isEnabled());
    QVERIFY(!m_view->actions().sameTargetName->isEnabled()); // by which its target is the same
    QVERIFY(!m_view->actions().sameCorrelation->isEnabled());
    QVERIFY(m_view->actions().sameTarget->isEnabled());
    QApplication::activePopupWidget()->close();
    QVERIFY(m_view->actions().sameActor->isEnabled()); // for the next row
}

void EventMenusTest::keepsEverythingSelectedUnderAMenu()
{
    m_view->setResult(newestFirst(300), false);
    QTest::keyClick(m_table, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m_view->model().isAllSelected());

    rightClick(m_table->viewport(), placeOf(2, 1));

    QTRY_VERIFY(menu(u"cellMenu"_s));
    QCOMPARE(m_table->currentIndex(), m_view->model().index(2, 1));
    QVERIFY(m_view->model().isAllSelected());
    QVERIFY(m_table->selectionModel()->selection().isEmpty());
    QTest::keyClick(menu(u"cellMenu"_s), Qt::Key_P);
    QVERIFY(menu(u"copyMenu"_s)->isVisible());
    QTest::keyClick(menu(u"copyMenu"_s), Qt::Key_N);
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 300);
    QVERIFY(m_view->model().isAllSelected());
}

void EventMenusTest::readsNothingWhenALetterIsTyped()
{
    m_table->setCurrentIndex(m_view->model().index(0, 1));
    const std::size_t before = m_fetcher->requests().size();

    QTest::keyClicks(m_table, u"zq"_s);

    QCOMPARE(m_fetcher->requests().size(), before);
    QCOMPARE(m_table->currentIndex().row(), 0);
}

void EventMenusTest::changesWidthsByKey()
{
    m_table->setCurrentIndex(m_view->model().index(0, 1));
    const int before = m_table->columnWidth(1);

    QTest::keyClick(m_table, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(m_table->columnWidth(1) > before);
    QCOMPARE(m_view->columnWidths().value(u"action"_s), m_table->columnWidth(1));
    QTest::keyClick(m_table, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(m_table->columnWidth(1), before);
    for (int i = 0; i < 100; ++i)
        QTest::keyClick(m_table, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(m_table->columnWidth(1), m_table->horizontalHeader()->minimumSectionSize());
    QCOMPARE(m_table->currentIndex(), m_view->model().index(0, 1));

    m_view->actions().defaultWidths->trigger();
    QCOMPARE(m_table->columnWidth(1), before);
    QVERIFY(m_view->columnWidths().isEmpty());
}

void EventMenusTest::addsSortKeysByMenu()
{
    QSignalSpy asked(m_view.get(), &EventsView::sortRequested);
    m_table->setCurrentIndex(m_view->model().index(0, 2));
    m_view->actions().sortRising->trigger();
    m_table->setCurrentIndex(m_view->model().index(0, 1));

    m_view->actions().addToSorting->trigger();
    QCOMPARE(sortOrderText(m_view->sortOrder()), u"actor,action"_s);
    m_view->actions().addToSorting->trigger();
    QCOMPARE(sortOrderText(m_view->sortOrder()), u"actor,-action"_s);
    QCOMPARE(asked.size(), 3);
}

TRAILGLASS_GUI_TEST(EventMenusTest)
#include "tst_eventmenus.moc"
