// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tablecolumns.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/columnwidths.h"
#include "views/events/eventsview.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Trailglass;
using namespace Qt::StringLiterals;

using Widths = std::vector<int>;

/// How wide the columns of the table are, and when that changes.
class ColumnWidthsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sharesTheWidth_data();
    void sharesTheWidth();
    void keepsRoomForActionsAndAddresses();
    void aTitleGivesWayToCells();
    void showsTheDefaultColumnsBesideThePanes();
    void fillsAWideTable();
    void cutsNothingWhileThereIsRoom();
    void fitsColumnsToTheFirstRows();
    void changesNothingForRowsThatComeLater();
    void fitsTheTableAfterAResultWithoutEvents();
    void keepsWhatTheUserChose();
    void letsOnlyColumnsToTheRightGiveWay();
    void fitsAColumnOnADoubleClick();
    void makesRoomForLongerTimes();

private:
    [[nodiscard]] Widths widths() const
    {
        Widths widths;
        for (int section = 0; section < m_view->model().columnCount(); ++section)
            widths.push_back(m_table->columnWidth(section));
        return widths;
    }
    [[nodiscard]] int sum() const
    {
        const Widths all = widths();
        return std::accumulate(all.begin(), all.end(), 0);
    }
    void show(int width)
    {
        m_view->resize(width, 500);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(m_view->model().record(0));
    }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
};

void ColumnWidthsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->setColumns(defaultTableColumns());
    m_view->setResult(newestFirst(500), false);
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
}

void ColumnWidthsTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

void ColumnWidthsTest::sharesTheWidth_data()
{
    QTest::addColumn<std::vector<ColumnDemand>>("demands");
    QTest::addColumn<int>("available");
    QTest::addColumn<Widths>("shared");
    using Demands = std::vector<ColumnDemand>;
    const Demands three{{100, 100, false}, {100, 50, true}, {200, 50, true}};

    QTest::newRow("no column") << Demands{} << 300 << Widths{};
    QTest::newRow("as much as they want") << three << 400 << Widths{100, 100, 200};
    QTest::newRow("more goes to the stretched ones") << three << 700 << Widths{100, 200, 400};
    QTest::newRow("no pixel is lost") << three << 701 << Widths{100, 200, 401};
    QTest::newRow("less is taken from what can give") << three << 300 << Widths{100, 75, 125};
    QTest::newRow("not below the minima") << three << 10 << Widths{100, 50, 50};
    QTest::newRow("nothing is stretched") << Demands{{100, 50, false}} << 300 << Widths{100};
    QTest::newRow("one that is fixed")
        << Demands{{333, 333, false}, {90, 30, true}} << 400 << Widths{333, 67};
    const Demands cut{{100, 100, false, 130}, {100, 50, true, 90}, {200, 50, true, 260}};
    QTest::newRow("no room for what is cut") << cut << 400 << Widths{100, 100, 200};
    QTest::newRow("some room for what is cut") << cut << 445 << Widths{115, 100, 230};
    QTest::newRow("nothing is cut") << cut << 490 << Widths{130, 100, 260};
    QTest::newRow("more than what is cut needs") << cut << 790 << Widths{130, 200, 460};
    QTest::newRow("less than that is taken from all") << cut << 300 << Widths{100, 75, 125};
}

void ColumnWidthsTest::sharesTheWidth()
{
    QFETCH(const std::vector<ColumnDemand>, demands);
    QFETCH(const int, available);
    QFETCH(const Widths, shared);
    QCOMPARE(sharedWidths(demands, available), shared);
}

/// Of what is short where a table is narrow: what was done stays readable, and an address whole.
void ColumnWidthsTest::keepsRoomForActionsAndAddresses()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    const auto demandOf = [&metrics](Field field, const MeasuredCells &cells) {
        return columnDemand({field, std::string(name(field))}, u"title"_s, cells, metrics);
    };
    const int shortCell = metrics.horizontalAdvance(u"login"_s);
    const ColumnDemand action = demandOf(Field::Action, {shortCell, shortCell});
    const ColumnDemand target = demandOf(Field::Target, {shortCell, shortCell});
    QVERIFY(action.natural > metrics.horizontalAdvance(u'0') * 20); // later ones are longer
    QVERIFY(action.minimum > target.minimum);

    const int address = metrics.horizontalAdvance(u"203.0.113.200"_s) + 16;
    const ColumnDemand ip = demandOf(Field::Ip, {address, address});
    QVERIFY(ip.minimum >= address);
}

/// Of times in a zone with a long name, and of outcomes, which are short.
void ColumnWidthsTest::aTitleGivesWayToCells()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    const QString title = u"created (America/Argentina/ComodRivadavia)"_s;
    const int time = metrics.horizontalAdvance(u"2026-11-07 23:30:00.000"_s) + 16;
    const ColumnDemand created = columnDemand({Field::Created, "created"}, title, {time, time}, metrics);
    const int assumed = metrics.horizontalAdvance(u'0') * 23 + 16; // where no time was measured
    QVERIFY(created.natural > metrics.horizontalAdvance(title)); // where there is room
    QVERIFY(created.minimum >= time);
    QVERIFY(created.minimum <= std::max(time, assumed));

    const int dash = metrics.horizontalAdvance(u"–"_s) + 16;
    const int failure = metrics.horizontalAdvance(u"failure"_s) + 31; // with its sign
    const ColumnDemand outcome =
        columnDemand({Field::Outcome, "outcome"}, u"outcome"_s, {dash, failure}, metrics);
    QVERIFY(outcome.minimum < outcome.natural); // the place of the arrow
    QVERIFY(outcome.minimum >= failure); // also where most events have none
}

void ColumnWidthsTest::showsTheDefaultColumnsBesideThePanes()
{
    show(1440 - 260 - 360); // the pane of filters and the inspector

    QCOMPARE(m_view->model().columnCount(), 7);
    QCOMPARE(m_table->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(sum(), m_table->viewport()->width());
    for (const int whole : {0, 1, 3, 6}) // time, source, outcome, address
        QVERIFY2(m_table->columnWidth(whole) >= m_table->cellWidths(whole).back(),
                 qPrintable(QString::number(whole)));
    for (int section = 0; section < 7; ++section)
        QVERIFY(m_table->columnWidth(section) >= 60);
}

void ColumnWidthsTest::fillsAWideTable()
{
    show(1900);

    QCOMPARE(sum(), m_table->viewport()->width());
    QVERIFY(m_table->columnWidth(2) > 2 * m_table->columnWidth(3)); // the action, the outcome
}

/// One long value among many short ones: it is not common, and is whole all the same.
void ColumnWidthsTest::cutsNothingWhileThereIsRoom()
{
    m_view->setColumns(*parseColumns(u"created,correlation,action,actor"_s));
    m_fetcher->revision = std::string(30, 'm');
    m_fetcher->only = RowId{495};
    show(1000);

    for (int section = 0; section < m_view->model().columnCount(); ++section)
        QVERIFY2(m_table->columnWidth(section) >= m_table->cellWidths(section).back(),
                 qPrintable(QString::number(section)));
    QCOMPARE(sum(), m_table->viewport()->width());
}

void ColumnWidthsTest::fitsColumnsToTheFirstRows()
{
    m_view->setColumns(*parseColumns(u"ip,correlation"_s));
    m_fetcher->revision = std::string(30, 'm');
    show(2000);
    const int longTexts = m_table->cellWidths(1).back();

    QVERIFY(m_table->columnWidth(1) >= longTexts);
    QVERIFY(m_table->columnWidth(0) < longTexts);
}

void ColumnWidthsTest::changesNothingForRowsThatComeLater()
{
    show(900);
    const Widths before = widths();

    m_fetcher->revision = std::string(200, 'm');
    m_view->setResult(snapshotOf({3, 2, 1}), false);
    QTRY_VERIFY(m_view->model().record(0));
    m_view->setResult(newestFirst(400), false);
    QTRY_VERIFY(m_view->model().record(0));

    QCOMPARE(widths(), before);
}

/// The scroll bar goes with the rows and comes with them, while the table is out of sight.
void ColumnWidthsTest::fitsTheTableAfterAResultWithoutEvents()
{
    show(900);
    m_view->setResult(snapshotOf({}), false);
    QTRY_COMPARE(m_table->verticalScrollBar()->maximum(), 0);
    QVERIFY(!m_table->isVisible());

    m_view->setResult(newestFirst(400), false);
    QTRY_VERIFY(m_view->model().record(0));
    QTRY_VERIFY(m_table->verticalScrollBar()->maximum() > 0);

    QTRY_COMPARE(sum(), m_table->viewport()->width());
    QTRY_COMPARE(m_table->horizontalScrollBar()->maximum(), 0);
}

void ColumnWidthsTest::keepsWhatTheUserChose()
{
    show(900);
    m_table->horizontalHeader()->resizeSection(4, 321);

    m_view->resize(1300, 500);
    QCOMPARE(m_table->columnWidth(4), 321);
    QCOMPARE(sum(), m_table->viewport()->width());
    m_view->resize(700, 500);
    QCOMPARE(m_table->columnWidth(4), 321);
    QCOMPARE(m_view->columnWidths(), (QMap<QString, int>{{u"actor"_s, 321}}));
}

void ColumnWidthsTest::letsOnlyColumnsToTheRightGiveWay()
{
    show(1100);
    const Widths before = widths();

    m_table->horizontalHeader()->resizeSection(4, before[4] + 50);

    const Widths after = widths();
    for (std::size_t left = 0; left < 4; ++left)
        QCOMPARE(after[left], before[left]);
    QCOMPARE(after[4], before[4] + 50);
    QVERIFY(after[5] < before[5]);
    QCOMPARE(sum(), m_table->viewport()->width());
}

void ColumnWidthsTest::fitsAColumnOnADoubleClick()
{
    show(700);
    const int whole = m_table->cellWidths(4).back();
    QVERIFY(m_table->columnWidth(4) < whole);
    const QHeaderView *header = m_table->horizontalHeader();
    const QPoint handle(header->sectionViewportPosition(5) - 1, header->height() / 2);

    QTest::mouseDClick(header->viewport(), Qt::LeftButton, {}, handle);
    QVERIFY(m_table->columnWidth(4) >= whole);
    QVERIFY(m_view->columnWidths().contains(u"actor"_s));

    m_view->actions().defaultWidths->trigger();
    QVERIFY(m_view->columnWidths().isEmpty());
    m_table->setCurrentIndex(m_view->model().index(0, 4));
    m_view->actions().fitColumn->trigger();
    QVERIFY(m_table->columnWidth(4) >= whole);
}

void ColumnWidthsTest::makesRoomForLongerTimes()
{
    show(900);
    const int before = m_table->columnWidth(0);

    m_view->setTimeDisplay({.precision = TimeDisplay::Precision::Microseconds}, {});
    QVERIFY(m_table->columnWidth(0) > before);
    QVERIFY(m_table->columnWidth(0) >= m_table->cellWidths(0).back());
    m_view->setTimeDisplay({.precision = TimeDisplay::Precision::Seconds}, {});
    QVERIFY(m_table->columnWidth(0) < before);
}

TRAILGLASS_GUI_TEST(ColumnWidthsTest)
#include "tst_columnwidths.moc"
