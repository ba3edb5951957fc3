// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tablecolumns.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/eventdelegate.h"
#include "views/events/eventsview.h"
#include "views/evidence/marksigns.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Marks have room of their own beside the columns.
class MarkGutterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
        m_fetcher = std::make_unique<ScriptedFetcher>();
        m_fetcher->serveAutomatically();
        m_view = std::make_unique<EventsView>(*m_fetcher);
        m_view->setColumns(defaultTableColumns());
        m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
        m_gutter = m_table->verticalHeader();
    }
    void cleanup()
    {
        m_view.reset();
        m_fetcher.reset();
    }

    void signsMoveNothing_data()
    {
        QTest::addColumn<bool>("isMarked");
        QTest::newRow("a mark") << true;
        QTest::newRow("a note") << false;
    }
    void signsMoveNothing()
    {
        QFETCH(const bool, isMarked);
        show();
        QVERIFY(m_gutter->isVisible()); // before the first one
        QTRY_COMPARE(m_table->horizontalHeader()->length(), m_table->viewport()->width());
        const std::vector<QRect> before = places();
        if (isMarked)
            m_fetcher->marks[RowId{290}] = MarkColour::Red;
        else
            m_fetcher->notes[RowId{290}] = "look at this";
        readAgain();
        QTRY_VERIFY(m_view->model().record(10)->mark || !m_view->model().record(10)->note.empty());
        QCOMPARE(places(), before);
        m_fetcher->marks.clear();
        m_fetcher->notes.clear();
        readAgain();
        QTRY_VERIFY(!m_view->model().record(10)->mark && m_view->model().record(10)->note.empty());
        QCOMPARE(places(), before);
    }

    void cutsNoTime()
    {
        show();
        const int before = cellWidth(0);
        m_view->setColumnWidths({{u"created"_s, before}}); // the narrowest that a user gives it
        mark(RowId{300}, MarkColour::Orange);
        QCOMPARE(cellWidth(0), before);
        QCOMPARE(m_table->columnWidth(0), before);
    }

    void leavesTheDefaultColumnsInSight()
    {
        show();
        QTRY_COMPARE(m_table->viewport()->width(), m_table->width() - scrollBarWidth() - m_gutter->width());
        QTRY_COMPARE(m_table->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(m_table->horizontalHeader()->length(), m_table->viewport()->width());
        QVERIFY(m_table->columnWidth(0) >= m_table->cellWidths(0).back());
    }

    void staysWhileColumnsAreScrolled()
    {
        m_view->setColumns(*parseColumns(u"created,action,message"_s));
        m_view->setColumnWidths({{u"message"_s, 1'500}});
        show();
        mark(RowId{299}, MarkColour::Red);
        QTRY_VERIFY(m_table->horizontalScrollBar()->maximum() > 0);
        m_table->horizontalScrollBar()->setValue(m_table->horizontalScrollBar()->maximum());
        QVERIFY(m_table->columnViewportPosition(0) < 0);
        QVERIFY(hasSign(1, MarkColour::Red));
        QVERIFY(!hasSign(0, MarkColour::Red));
    }

    void scrollsWithItsRows()
    {
        show();
        mark(RowId{298}, MarkColour::Red);
        m_table->verticalScrollBar()->setValue(2);
        QCOMPARE(m_table->rowAt(0), 2);
        QVERIFY(hasSign(2, MarkColour::Red));
        m_table->verticalScrollBar()->setValue(3);
        QVERIFY(!hasSign(3, MarkColour::Red));
    }

    void aPressSelectsTheRow()
    {
        show();
        mark(RowId{300}, MarkColour::Red);
        m_view->selectAll();
        QSignalSpy chosen(m_view.get(), &EventsView::eventChosen);
        const QPoint place(4, m_table->rowViewportPosition(2) + 1); // at its edge, too
        QTest::mouseClick(m_gutter->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(!m_view->model().isAllSelected());
        QCOMPARE(m_table->selectedRanges(), (std::vector{std::pair(2, 2)}));
        QCOMPARE(m_view->currentEvent(), RowId{298});
        QVERIFY(!chosen.isEmpty());
    }

    /// It is about the row; nothing opens under it.
    void theMenuOfARowChoosesNoEvent()
    {
        show();
        const QSignalSpy chosen(m_view.get(), &EventsView::eventChosen);
        Q_EMIT m_gutter->customContextMenuRequested({4, m_table->rowViewportPosition(2) + 1});
        auto *menu = m_view->findChild<QMenu *>(u"cellMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(m_table->selectedRanges(), (std::vector{std::pair(2, 2)}));
        QCOMPARE(m_view->currentEvent(), RowId{298});
        QVERIFY(chosen.isEmpty());
        menu->close();
    }

private:
    void show()
    {
        m_view->resize(1440 - 208 - 300, 500); // beside the panes of filters and inspector
        m_view->setResult(newestFirst(300), false);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(m_view->model().record(0));
    }
    void readAgain()
    {
        m_view->model().readAgain();
        m_table->viewport()->grab(); // requests what is in sight
    }
    void mark(RowId event, MarkColour colour)
    {
        m_fetcher->marks[event] = colour;
        readAgain();
        const int row = static_cast<int>(300 - event.value);
        QTRY_VERIFY(m_view->model().record(row)->mark);
    }
    /// Of the cells of a row, on the screen.
    [[nodiscard]] std::vector<QRect> places() const
    {
        std::vector<QRect> cells;
        for (int column = 0; column < m_view->model().columnCount(); ++column) {
            const QRect cell = m_table->visualRect(m_view->model().index(10, column));
            cells.push_back(cell.translated(m_table->viewport()->mapTo(m_view.get(), QPoint())));
        }
        return cells;
    }
    /// At which the cell of the first row is whole, px.
    [[nodiscard]] int cellWidth(int section) const
    {
        return m_table->eventDelegate()->wholeWidth(m_table->cellOption(), m_view->model().index(0, section));
    }
    [[nodiscard]] int scrollBarWidth() const { return m_table->verticalScrollBar()->width(); }
    [[nodiscard]] bool hasSign(int row, MarkColour mark) const
    {
        const QColor colour = MarkSigns::colour(mark, m_table->palette());
        const QRect place(0, m_table->rowViewportPosition(row), m_gutter->width(), m_table->rowHeight(row));
        const QImage image = m_gutter->viewport()->grab(place).toImage();
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y) == colour)
                    return true;
            }
        }
        return false;
    }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
    QHeaderView *m_gutter = nullptr;
};

TRAILGLASS_GUI_TEST(MarkGutterTest)
#include "tst_markgutter.moc"
