// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tablecolumns.h"
#include "tests/gui/window/cutcheck.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/events/eventtable.h"
#include "views/window/inspectordock.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// How the room of the window is shared, and that it is remembered.
class LayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(100);
        open();
    }
    void cleanup() { m_stage.reset(); }

    void theTableHasMostOfTheWindow()
    {
        resize(1440, 900);
        QVERIFY(!inspector()->isVisible());
        QVERIFY(filters()->isVisible());
        QTRY_VERIFY2(tableShare() >= 0.60, qPrintable(QString::number(tableShare())));
        selectAnEvent();
        QTRY_VERIFY(inspector()->isVisible());
        QTRY_VERIFY2(tableShare() >= 0.45, qPrintable(QString::number(tableShare())));
    }

    void theDefaultColumnsAreInSightBesideFiltersAndInspector()
    {
        resize(1440, 900);
        selectAnEvent(0);
        QTRY_VERIFY(inspector()->isVisible());
        QVERIFY(filters()->isVisible());
        const auto *events = m_stage->find<EventTable>(u"eventTable"_s);
        QCOMPARE(events->columnsInSight(), defaultTableColumns());
        const auto isAllInSight = [events] {
            const std::vector<int> times = events->cellWidths(0);
            return events->horizontalScrollBar()->maximum() == 0 && !times.empty()
                && events->columnWidth(0) >= times.back();
        };
        QTRY_VERIFY(isAllInSight());
    }

    void theFirstMarkMovesNoColumn()
    {
        resize(1440, 900);
        const auto *events = m_stage->find<EventTable>(u"eventTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(areRowsInSightHere(*events),
                                 WindowStage::Patience); // columns are fitted to them
        selectAnEvent(0);
        QTRY_VERIFY(inspector()->isVisible());
        QTRY_COMPARE(events->horizontalHeader()->length(), events->viewport()->width());
        const QModelIndex last = table()->model()->index(0, table()->model()->columnCount() - 1);
        const QRect before = table()->visualRect(last);
        const int left = events->viewport()->x();
        m_stage->find<QAction>(u"mark_red"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(last.data(EventTableModel::MarkRole).isValid(), WindowStage::Patience);
        QCOMPARE(table()->visualRect(last), before);
        QCOMPARE(events->viewport()->x(), left);
    }

    /// Which comes by itself, as after a scheduled sync.
    void aMessageMovesNoRow()
    {
        resize(1440, 900);
        const auto place = [this] {
            return table()->mapTo(&m_stage->window(), QPoint());
        };
        const QPoint before = place();
        const int height = table()->height();
        m_stage->window().strip().show(MessageStrip::Kind::Warning, u"The index was not saved."_s);
        QTRY_VERIFY(table()->height() < height); // its room
        QCOMPARE(place(), before);
    }

    void theFiltersKeepTheirWidthWhenTheInspectorOpens()
    {
        resize(1440, 900);
        int row = 1;
        for (const int width : {240, 300}) {
            m_stage->window().resizeDocks({filters()}, {width}, Qt::Horizontal);
            QTRY_COMPARE(filters()->width(), width);
            selectAnEvent(row++);
            QTRY_VERIFY(inspector()->isVisible());
            QCoreApplication::sendPostedEvents(&m_stage->window().inspector()); // it shares the room
            QTRY_COMPARE(filters()->width(), width);
            QVERIFY(inspector()->width() >= InspectorDock::DefaultWidth);
            inspector()->hide();
        }
    }

    void theInspectorOpensWhenAnEventIsChosenUnlessItWasClosed()
    {
        QVERIFY(!inspector()->isVisible());
        selectAnEvent();
        QTRY_VERIFY(inspector()->isVisible());
        inspector()->close(); // as its button does
        selectAnEvent(3);
        QVERIFY(!inspector()->isVisible());
        open(); // remembered
        selectAnEvent();
        QVERIFY(!inspector()->isVisible());
        m_stage->window().inspector().open();
        QVERIFY(inspector()->isVisible());
        inspector()->close();
        inspector()->toggleViewAction()->trigger();
        QVERIFY(inspector()->isVisible());
        open();
        QVERIFY(inspector()->isVisible());
    }

    /// The keyboard, a result and a restart choose no event.
    void theInspectorStaysClosedUntilAnEventIsChosen()
    {
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        m_stage->window().actions().showEvents->trigger();
        QTRY_VERIFY(table()->hasFocus());
        QTRY_VERIFY(table()->currentIndex().isValid()); // by Qt: the keyboard has to be somewhere
        QVERIFY(!inspector()->isVisible());
        // A click on the row where the keyboard is anyway is a choice.
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(table()->currentIndex()).center());
        QTRY_VERIFY(inspector()->isVisible());

        m_stage->window().actions().resetLayout->trigger();
        QTRY_VERIFY(!inspector()->isVisible());
        m_stage->filter(u"actor:nobody@nowhere.example"_s);
        QVERIFY(m_stage->shows(u"0 of %1 event(s)"_s.arg(QLocale().toString(6370))));
        m_stage->filter({});
        QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
        QTRY_VERIFY(table()->currentIndex().isValid()); // found again
        QVERIFY(!inspector()->isVisible());
        open();
        QVERIFY(!inspector()->isVisible());
    }

    /// It would lay the table out again under the menu.
    void nothingOpensUnderAMenu()
    {
        resize(1440, 900);
        QVERIFY(!inspector()->isVisible());
        const QPoint fourth = table()->visualRect(table()->model()->index(3, 0)).center();
        QTest::mouseClick(table()->viewport(), Qt::RightButton, {}, fourth);
        QCOMPARE(table()->currentIndex().row(), 3);
        QVERIFY(table()->selectionModel()->isSelected(table()->currentIndex()));
        QVERIFY(!inspector()->isVisible());
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, fourth);
        QTRY_VERIFY(inspector()->isVisible());
    }

    void spaceSelectsTheCurrentRowAndOpensTheInspector()
    {
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        m_stage->window().actions().showEvents->trigger();
        QTRY_VERIFY(table()->hasFocus());
        QTRY_VERIFY(table()->currentIndex().isValid());
        QVERIFY(!inspector()->isVisible());
        QTest::keyClick(table(), Qt::Key_Space);
        QVERIFY(table()->selectionModel()->isSelected(table()->currentIndex()));
        QTRY_VERIFY(inspector()->isVisible());
    }

    /// To the side that a window of that width would not have it on.
    void anInspectorThatWasMovedStaysThereAfterARestart()
    {
        resize(1440, 900);
        selectAnEvent();
        QTRY_VERIFY(inspector()->isVisible());
        m_stage->window().addDockWidget(Qt::BottomDockWidgetArea, inspector());
        open();
        resize(1440, 900);
        QCoreApplication::sendPostedEvents(&m_stage->window().inspector()); // it follows the width, if at all
        QCOMPARE(area(), Qt::BottomDockWidgetArea);
        m_stage->window().actions().resetLayout->trigger();
        QTRY_COMPARE(area(), Qt::RightDockWidgetArea);
        open();
        resize(1440, 900);
        QTRY_COMPARE(area(), Qt::RightDockWidgetArea);
    }

    void comingBackToTheEventsScrollsNothing()
    {
        resize(1440, 900);
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        QSignalSpy opened(&m_stage->window().inspector(), &InspectorDock::opened);
        selectAnEvent(0);
        QTRY_COMPARE(opened.size(), 1);
        opened.clear();
        table()->verticalScrollBar()->setValue(200);
        m_stage->showSources();
        m_stage->window().actions().showEvents->trigger();
        QTRY_VERIFY(inspector()->isVisible() && table()->hasFocus());
        QCOMPARE(table()->verticalScrollBar()->value(), 200);
        resize(1280, 720); // follows it, after all that the page led to
        QTRY_COMPARE(area(), Qt::BottomDockWidgetArea);
        QCOMPARE(opened.size(), 1);
    }

    void theInspectorIsBelowTheTableOfANarrowWindow()
    {
        resize(1440, 900);
        selectAnEvent();
        QTRY_COMPARE(area(), Qt::RightDockWidgetArea);
        QTRY_VERIFY(inspector()->width() < 400);
        resize(1280, 720);
        QTRY_COMPARE(area(), Qt::BottomDockWidgetArea);
        QVERIFY(inspector()->isVisible());
        QTRY_VERIFY2(inspector()->height() < 300, qPrintable(QString::number(inspector()->height())));
        // The filters reach to the bottom; the inspector is as wide as the table.
        QVERIFY(filters()->geometry().bottom() >= inspector()->geometry().bottom());
        QTRY_VERIFY(table()->viewport()->height() > 150);
        resize(1440, 900);
        QTRY_COMPARE(area(), Qt::RightDockWidgetArea);
        // Whoever has moved it knows better.
        m_stage->window().addDockWidget(Qt::LeftDockWidgetArea, inspector());
        resize(1280, 720);
        QTRY_COMPARE(m_stage->window().width(), 1280);
        QCOMPARE(area(), Qt::LeftDockWidgetArea);
    }

    /// Also where it stood beside the table before, with a headline of more lines.
    void aSmallScreenShowsRowsAndFieldsAtOnce()
    {
        resize(1440, 900);
        selectAnEvent();
        QTRY_VERIFY(inspector()->isVisible());
        QCOMPARE(area(), Qt::RightDockWidgetArea);
        resize(1280, 720);
        QTRY_COMPARE(area(), Qt::BottomDockWidgetArea);
        QTRY_VERIFY2(inspector()->height() <= 720 / 3, qPrintable(QString::number(inspector()->height())));
        const auto rows = [this] {
            return table()->viewport()->height() / table()->rowHeight(0);
        };
        QTRY_VERIFY2(rows() >= 10, qPrintable(QString::number(rows())));
        const auto *list = m_stage->find<QTreeView>(u"fieldList"_s);
        const auto fields = [list] {
            const int height = list->visualRect(list->model()->index(0, 0)).height();
            return height > 0 ? list->viewport()->height() / height : 0;
        };
        QTRY_VERIFY2(fields() >= 4, qPrintable(QString::number(fields())));
    }

    /// Whatever was measured of the result before.
    void theLongestActionsOfAFilterAreWhole()
    {
        resize(1440, 900);
        const QString before = m_stage->shownCount();
        m_stage->filter(u"quill"_s);
        const auto isFiltered = [this, before] {
            return m_stage->shownCount() != before && m_stage->shownCount().endsWith(u" event(s)"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isFiltered(), WindowStage::Patience);
        const auto *events = m_stage->find<EventTable>(u"eventTable"_s);
        const auto isWhole = [events](int section) {
            const std::vector<int> cells = events->cellWidths(section);
            return !cells.empty() && events->columnWidth(section) >= cells.back();
        };
        QTRY_VERIFY(isWhole(2)); // actions
        QTRY_VERIFY(isWhole(4)); // actors
    }

    /// A preset of the time with the button beside it is the widest that the filters have to show.
    void theFiltersBesideAnInspectorAreWhole()
    {
        resize(1440, 900);
        selectAnEvent();
        QTRY_VERIFY(inspector()->isVisible());
        m_stage->filter(u"created:2020-01-01..2040-12-31"_s);
        QTRY_COMPARE(m_stage->find<QComboBox>(u"timePresets"_s)->currentText(), u"From … to …"_s);
        QTRY_VERIFY2(cutPlaces(*filters()).isEmpty(), qPrintable(cutPlaces(*filters()).join(u'\n')));
        m_stage->find<QAbstractButton>(u"timeSpanButton"_s)->click();
        auto *span = m_stage->find<QWidget>(u"timeSpan"_s);
        QTRY_VERIFY(span->isVisible());
        QTRY_VERIFY2(cutPlaces(*span).isEmpty(), qPrintable(cutPlaces(*span).join(u'\n')));
        span->close();
    }

    void theChosenEventStaysInSightWhenTheInspectorOpensBelow()
    {
        resize(1280, 720);
        const int last = table()->rowAt(table()->viewport()->height() - 2);
        selectAnEvent(last);
        QTRY_VERIFY(inspector()->isVisible());
        QTRY_COMPARE(area(), Qt::BottomDockWidgetArea);
        const auto isInSight = [this, last] {
            const QRect row = table()->visualRect(table()->model()->index(last, 0));
            return table()->viewport()->rect().contains(row.center());
        };
        QTRY_VERIFY(isInSight());
    }

    void theHistogramIsAsHighAsTheUserMadeIt()
    {
        auto *splitter = m_stage->find<QSplitter>(u"eventsPage"_s);
        auto *histogram = m_stage->find<QWidget>(u"histogramView"_s);
        QTRY_VERIFY2(histogram->height() >= 90 && histogram->height() <= 120,
                     qPrintable(QString::number(histogram->height())));
        QSplitterHandle *handle = splitter->handle(1);
        const QPoint grip = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, grip);
        QTest::mouseMove(handle, grip + QPoint(0, 60));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, grip + QPoint(0, 60));
        QTRY_VERIFY(histogram->height() > 150);
        const int height = histogram->height();
        resize(m_stage->window().width(), m_stage->window().height() - 50); // the table gives way
        QTRY_COMPARE(histogram->height(), height);
        open();
        histogram = m_stage->find<QWidget>(u"histogramView"_s);
        QTRY_COMPARE(histogram->height(), height);
        m_stage->find<QAbstractButton>(u"histogramClose"_s)->click();
        QVERIFY(!histogram->isVisible());
        QVERIFY(!m_stage->window().actions().showHistogram->isChecked());
        m_stage->window().actions().showHistogram->trigger();
        QTRY_COMPARE(histogram->height(), height);
    }

    void resetBringsThePanesBack()
    {
        resize(1440, 900);
        filters()->close();
        selectAnEvent();
        QTRY_VERIFY(inspector()->isVisible());
        inspector()->setFloating(true);
        m_stage->window().actions().showHistogram->trigger();
        m_stage->window().actions().resetLayout->trigger();
        QTRY_VERIFY(filters()->isVisible());
        QVERIFY(!inspector()->isFloating() && !inspector()->isVisible());
        QTRY_VERIFY(m_stage->find<QWidget>(u"histogramView"_s)->isVisible());
        QTRY_VERIFY2(tableShare() >= 0.60, qPrintable(QString::number(tableShare())));
        selectAnEvent(4);
        QTRY_VERIFY(inspector()->isVisible());
    }

    void eachWorkspaceHasItsOwnLayout()
    {
        m_stage->open();
        QTRY_VERIFY(m_stage->window().showsFirstRun());
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->sync());
        QTRY_VERIFY(filters()->isVisible());
        filters()->close();
        openDemo(); // keeps the layout that was last used, and changes it
        QVERIFY(!filters()->isVisible());
        filters()->toggleViewAction()->trigger();
        QVERIFY(filters()->isVisible());
        m_stage->open();
        QTRY_COMPARE(m_stage->window().page(), MainWindow::Page::Events);
        QVERIFY(!filters()->isVisible());
    }

    void otherPagesHideThePanesAndBringThemBack()
    {
        selectAnEvent();
        QTRY_VERIFY(inspector()->isVisible());
        QWidget *pane = m_stage->showSources();
        QVERIFY(pane->isVisible());
        QVERIFY(!filters()->isVisible() && !inspector()->isVisible());
        QVERIFY(!m_stage->find<QWidget>(u"queryBar"_s)->isVisible());
        open(); // closed on that page: still how the events were left
        QVERIFY(filters()->isVisible() && inspector()->isVisible());
        pane = m_stage->showSources();
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        QTRY_VERIFY(pane->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(filters()->isVisible() && inspector()->isVisible());
        QTRY_VERIFY(table()->hasFocus());
        m_stage->showSources();
        m_stage->window().actions().focusFilter->trigger();
        QTRY_VERIFY(m_stage->find<QLineEdit>(u"queryEdit"_s)->hasFocus());
    }

    void aLayoutOfAnotherVersionIsLikeNone()
    {
        m_stage->close();
        {
            QSettings settings(m_stage->path(u"settings.ini"_s), QSettings::IniFormat);
            settings.setValue(u"window/state"_s, QByteArray("of another program"));
            settings.setValue(u"window/geometry"_s, QByteArray("likewise"));
            settings.setValue(u"timeline/height"_s, u"-7"_s);
        }
        openDemo();
        resize(1440, 900);
        QVERIFY(filters()->isVisible() && !inspector()->isVisible());
        QTRY_VERIFY2(tableShare() >= 0.60, qPrintable(QString::number(tableShare())));
    }

    void fewTabsLeadFromTheQueryToTheTable()
    {
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        m_stage->find<QLineEdit>(u"queryEdit"_s)->setFocus();
        int tabs = 0;
        for (; tabs < 40 && !table()->hasFocus(); ++tabs)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY2(tabs <= 8, qPrintable(QString::number(tabs)));
    }

private:
    void open()
    {
        m_stage->openFilled();
        QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
    }
    /// Which has no layout of its own, and takes the one that was used last.
    void openDemo()
    {
        Options options;
        options.demo = true;
        m_stage->open(options);
        QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
    }
    void resize(int width, int height)
    {
        m_stage->window().resize(width, height);
        QTRY_COMPARE(m_stage->window().size(), QSize(width, height));
    }
    void selectAnEvent(int row = 1) { table()->setCurrentIndex(table()->model()->index(row, 0)); }
    [[nodiscard]] static bool areRowsInSightHere(const EventTable &events)
    {
        const auto [first, end] = events.rowsWithin(events.viewport()->rect());
        for (int row = first; row < end; ++row) {
            if (events.model()->index(row, 0).data(EventTableModel::LoadingRole).toBool())
                return false;
        }
        return end > first;
    }
    [[nodiscard]] QTableView *table() { return m_stage->find<QTableView>(u"eventTable"_s); }
    [[nodiscard]] QDockWidget *inspector() { return m_stage->find<QDockWidget>(u"inspectorDock"_s); }
    [[nodiscard]] QDockWidget *filters() { return m_stage->find<QDockWidget>(u"filtersDock"_s); }
    [[nodiscard]] Qt::DockWidgetArea area() { return m_stage->window().dockWidgetArea(inspector()); }
    /// Of the window's area.
    [[nodiscard]] double tableShare()
    {
        const QSize events = m_stage->find<QWidget>(u"eventsView"_s)->size();
        const QSize window = m_stage->window().size();
        return static_cast<double>(events.width()) * events.height() / window.width() / window.height();
    }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(LayoutTest)
#include "tst_layout.moc"
