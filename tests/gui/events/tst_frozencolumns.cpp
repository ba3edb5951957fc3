// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/eventsview.h"
#include "views/events/frozencolumns.h"
#include "views/events/sortheader.h"

#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// The first columns stay while the others are scrolled.
class FrozenColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void coversNothingBeforeAnythingIsScrolled();
    void keepsTheFirstColumnsInSight();
    void areAtTheRightOfAMirroredWindow();
    void takesClicksOnThem();
    void bringsOtherColumnsOutFromUnderThem();
    void hasTheHeaderOfTheTable();
    void leavesRoomForTheOthers();
    void isChosenInTheMenuOfTheHeader();

private:
    [[nodiscard]] QImage strip(int left, int width) const
    {
        return m_table->viewport()->grab(QRect(left, 0, width, 200)).toImage();
    }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
    FrozenColumns *m_frozen = nullptr;
};

void FrozenColumnsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->resize(600, 400);
    m_view->setColumns(*parseColumns(u"id,action,actor,target,ip"_s));
    m_view->setColumnWidths(
        {{u"id"_s, 100}, {u"action"_s, 150}, {u"actor"_s, 200}, {u"target"_s, 300}, {u"ip"_s, 300}});
    m_view->setResult(newestFirst(500), false);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
    m_frozen = m_table->frozenColumns();
    m_table->setFocus();
    QTRY_VERIFY(m_view->model().record(0));
}

void FrozenColumnsTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

void FrozenColumnsTest::coversNothingBeforeAnythingIsScrolled()
{
    const QImage before = strip(0, 250);

    m_view->setFrozenColumns(2);

    QCOMPARE(m_view->frozenColumns(), 2);
    QCOMPARE(m_frozen->width(), 0);
    QVERIFY(!m_frozen->header()->isVisible());
    QCOMPARE(strip(0, 250), before);
}

void FrozenColumnsTest::keepsTheFirstColumnsInSight()
{
    const QImage before = strip(0, 249); // without the line after them
    m_view->setFrozenColumns(2);

    m_table->horizontalScrollBar()->setValue(330);

    QCOMPARE(m_frozen->width(), 250);
    QCOMPARE(strip(0, 249), before);
    m_table->verticalScrollBar()->setValue(7);
    QTRY_VERIFY(m_view->model().record(7));
    QVERIFY(strip(0, 249) != before);
    m_view->setFrozenColumns(0);
    m_table->verticalScrollBar()->setValue(0);
    QVERIFY(strip(0, 249) != before);
}

void FrozenColumnsTest::areAtTheRightOfAMirroredWindow()
{
    m_view->setLayoutDirection(Qt::RightToLeft);
    QCoreApplication::sendPostedEvents();
    const int width = m_table->viewport()->width();
    const QImage before = strip(width - 249, 249); // without the line after them
    m_view->setFrozenColumns(2);

    m_table->horizontalScrollBar()->setValue(330);

    QCOMPARE(m_frozen->width(), 250);
    QCOMPARE(strip(width - 249, 249), before);
    QCOMPARE(m_frozen->header()->geometry().right(), m_table->horizontalHeader()->geometry().right());
    const int y = m_table->rowViewportPosition(3) + 5;
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(width - 1 - 120, y));
    QCOMPARE(m_table->currentIndex(), m_view->model().index(3, 1));
    QCOMPARE(m_table->visualRect(m_table->currentIndex()).right(), width - 1 - 100);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(width - 1 - 260, y));
    QCOMPARE(m_table->currentIndex(), m_view->model().index(3, 3));
    QTest::keyClick(m_table, Qt::Key_Home);
    QTest::keyClick(m_table, Qt::Key_End);
    QVERIFY(m_table->horizontalScrollBar()->value() > 0);
    while (m_table->currentIndex().column() > 2)
        QTest::keyClick(m_table, Qt::Key_Right);
    QCOMPARE(m_table->currentIndex().column(), 2);
    QVERIFY(m_table->columnViewportPosition(2) + m_table->columnWidth(2) <= width - m_frozen->width());
}

void FrozenColumnsTest::takesClicksOnThem()
{
    m_view->setFrozenColumns(2);
    m_table->horizontalScrollBar()->setValue(330);
    const int y = m_table->rowViewportPosition(3) + 5;

    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(120, y));
    QCOMPARE(m_table->currentIndex(), m_view->model().index(3, 1));
    QCOMPARE(m_table->visualRect(m_table->currentIndex()).left(), 100);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(260, y));
    QCOMPARE(m_table->currentIndex(), m_view->model().index(3, 3));
}

void FrozenColumnsTest::bringsOtherColumnsOutFromUnderThem()
{
    m_view->setFrozenColumns(2);
    m_table->setCurrentIndex(m_view->model().index(0, 4));
    QTest::keyClick(m_table, Qt::Key_Home);
    QTest::keyClick(m_table, Qt::Key_End);
    QVERIFY(m_table->horizontalScrollBar()->value() > 0);

    QTest::keyClick(m_table, Qt::Key_Left);
    QTest::keyClick(m_table, Qt::Key_Left);

    QCOMPARE(m_table->currentIndex().column(), 2);
    QVERIFY(m_table->columnViewportPosition(2) >= m_frozen->width());
}

void FrozenColumnsTest::hasTheHeaderOfTheTable()
{
    m_view->setFrozenColumns(2);
    m_table->horizontalScrollBar()->setValue(330);
    SortHeader *header = m_frozen->header();
    QVERIFY(header->isVisible());
    QCOMPARE(header->geometry().width(), 250);
    QSignalSpy sorted(m_view.get(), &EventsView::sortRequested);

    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(120, header->height() / 2));
    QCOMPARE(sorted.size(), 1);
    QCOMPARE(m_view->sortOrder().front().field, Filter::FieldReference(Field::Action));
    header->resizeSection(1, 180);
    QCOMPARE(m_table->columnWidth(1), 180);
    QCOMPARE(m_frozen->width(), 280);
    m_table->horizontalHeader()->moveSection(2, 0);
    QCOMPARE(m_frozen->width(), 300); // actor, id
    QCOMPARE(header->logicalIndexAt(20), 2);
}

void FrozenColumnsTest::leavesRoomForTheOthers()
{
    m_view->setFrozenColumns(5);
    m_table->horizontalScrollBar()->setValue(200);

    QVERIFY(m_frozen->width() <= m_table->viewport()->width() * 2 / 3);
    QCOMPARE(m_frozen->width(), 250);
}

void FrozenColumnsTest::isChosenInTheMenuOfTheHeader()
{
    const auto press = [this](int x, Qt::Key key) {
        const QPoint place(x, m_table->horizontalHeader()->height() / 2);
        QWidget *viewport = m_table->horizontalHeader()->viewport();
        QTest::mouseClick(m_view->windowHandle(), Qt::RightButton, {}, viewport->mapTo(m_view.get(), place));
        QTRY_VERIFY(m_view->findChild<QMenu *>(u"headerMenu"_s));
        QTest::keyClick(m_view->findChild<QMenu *>(u"headerMenu"_s), key);
        QTRY_VERIFY(!m_view->findChild<QMenu *>(u"headerMenu"_s));
    };
    press(120, Qt::Key_U);
    QCOMPARE(m_view->frozenColumns(), 2);
    press(20, Qt::Key_U);
    QCOMPARE(m_view->frozenColumns(), 1);
    press(20, Qt::Key_U);
    QCOMPARE(m_view->frozenColumns(), 0);
}

TRAILGLASS_GUI_TEST(FrozenColumnsTest)
#include "tst_frozencolumns.moc"
