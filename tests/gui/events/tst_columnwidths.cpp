// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tablecolumns.h"
#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/columnwidths.h"
#include "views/events/eventsview.h"
#include "views/events/frozencolumns.h"
#include "views/events/sortheader.h"

#include <QEnterEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Trailglass;
using namespace Qt::StringLiterals;

using Widths = std::vector<int>;

namespace {

const std::string ShortCell = "short";
const std::string LongCell = "an identifier that is longer than all before";

} // namespace

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
    void shortCellsLeaveTheirRoomToOthers();
    void columnsBesideTheDefaultOnesStayReadable();
    void aTitleGivesWayToCells();
    void showsTheDefaultColumnsBesideThePanes();
    void fillsAWideTable();
    void cutsNothingWhileThereIsRoom();
    void fitsColumnsToTheFirstRows();
    void noColumnIsNarrowerThanTheTableMakesIt();
    void scrollsSidewaysRatherThanCutEverything();
    void fitsColumnsToAnotherResult();
    void aResultWithShortCellsLeavesTheirRoomToOthers();
    void fitsColumnsToAResultThatComesInParts();
    void changesNothingForAResultWhoseCellsAreWhole();
    void changesNothingForRowsThatComeLater();
    void changesNothingForOtherTextsOfTheSameRows();
    void changesNothingUnderTheHand_data();
    void changesNothingUnderTheHand();
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
    /// Columns of which the third holds ScriptedFetcher::revision, in a table with room for all cells.
    void showCorrelations(const std::string &text)
    {
        m_view->setColumns(*parseColumns(u"created,actor,correlation,message"_s));
        m_fetcher->revision = text;
        show(1200);
        QTRY_COMPARE(correlation(0), text);
    }
    /// Of a row; "?" while it is not here.
    [[nodiscard]] std::string correlation(int row) const
    {
        const EventRecord *record = m_view->model().record(row);
        return record ? record->event.correlation : "?";
    }
    [[nodiscard]] bool isWhole(int section) const
    {
        return m_table->columnWidth(section) >= m_table->cellWidths(section).back();
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
    // What is common, all cells, the title with its arrow.
    const Demands three{{100, 100, 100, 100, false}, {50, 70, 100, 120, true}, {50, 100, 200, 200, true}};

    QTest::newRow("no column") << Demands{} << 300 << Widths{};
    QTest::newRow("not below the minima") << three << 10 << Widths{100, 50, 50};
    QTest::newRow("the minima") << three << 200 << Widths{100, 50, 50};
    QTest::newRow("some of what is common") << three << 235 << Widths{100, 60, 75};
    QTest::newRow("what is common") << three << 270 << Widths{100, 70, 100};
    QTest::newRow("some of all cells") << three << 335 << Widths{100, 85, 150};
    QTest::newRow("all cells") << three << 400 << Widths{100, 100, 200};
    QTest::newRow("some of the titles") << three << 410 << Widths{100, 110, 200};
    QTest::newRow("as much as they want") << three << 420 << Widths{100, 120, 200};
    QTest::newRow("more goes to the stretched ones") << three << 740 << Widths{100, 240, 400};
    QTest::newRow("no pixel is lost") << three << 741 << Widths{100, 240, 401};
    QTest::newRow("nothing is stretched") << Demands{{50, 80, 90, 100, false}} << 300 << Widths{100};
    QTest::newRow("one that is fixed")
        << Demands{{333, 333, 333, 333, false}, {30, 90, 90, 90, true}} << 400 << Widths{333, 67};
    // A long title, and room for longer values, while a cell of another column is cut.
    const Demands cut{{50, 60, 60, 160, true}, {50, 60, 200, 200, true}};
    QTest::newRow("cells come before titles") << cut << 260 << Widths{60, 200};
    QTest::newRow("titles come after cells") << cut << 300 << Widths{100, 200};
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
        return columnDemand({field, std::string(name(field))}, u"title"_s, cells, metrics,
                            MinimumWidths::Tight);
    };
    const int shortCell = metrics.horizontalAdvance(u"login"_s);
    const int longCell = 30 * metrics.horizontalAdvance(u'0');
    QVERIFY(demandOf(Field::Action, {shortCell, shortCell}).natural
            > metrics.horizontalAdvance(u'0') * 20); // later ones are longer
    QVERIFY(demandOf(Field::Action, {longCell, longCell}).minimum
            > demandOf(Field::Target, {longCell, longCell}).minimum);

    const int address = metrics.horizontalAdvance(u"203.0.113.200"_s) + 16;
    const ColumnDemand ip = demandOf(Field::Ip, {address, address});
    QVERIFY(ip.minimum >= address);
    QCOMPARE(ip.minimum, ip.whole);
}

/// A column gives what its cells do not need before one with longer cells is cut.
void ColumnWidthsTest::shortCellsLeaveTheirRoomToOthers()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    const int shortCell = metrics.horizontalAdvance(u"login"_s) + 16;
    const int longCell = 30 * metrics.horizontalAdvance(u'0');
    const std::vector<ColumnDemand> demands{
        columnDemand({Field::Action, "action"}, u"action"_s, {shortCell, shortCell}, metrics,
                     MinimumWidths::Tight),
        columnDemand({Field::Actor, "actor"}, u"actor"_s, {shortCell, longCell}, metrics,
                     MinimumWidths::Tight)};
    const int title = metrics.horizontalAdvance(u"action"_s) + 16;
    const Widths widths = sharedWidths(demands, std::max(shortCell, title) + longCell);
    QCOMPARE(widths, (Widths{std::max(shortCell, title), longCell}));
}

void ColumnWidthsTest::columnsBesideTheDefaultOnesStayReadable()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    const int cell = 30 * metrics.horizontalAdvance(u'0');
    for (const Field field : {Field::Action, Field::Actor, Field::Target, Field::Message, Field::Id}) {
        const Column column{field, std::string(name(field))};
        const auto minimum = [&](MinimumWidths minima) {
            return columnDemand(column, u"title"_s, {cell, cell}, metrics, minima).minimum;
        };
        QVERIFY2(minimum(MinimumWidths::Readable) > minimum(MinimumWidths::Tight), column.title.c_str());
        QVERIFY2(minimum(MinimumWidths::Readable) >= 12 * metrics.horizontalAdvance(u'0'),
                 column.title.c_str());
    }
}

/// Of times in a zone with a long name, and of outcomes, which are short.
void ColumnWidthsTest::aTitleGivesWayToCells()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    const QString title = u"created (America/Argentina/ComodRivadavia)"_s;
    const int time = metrics.horizontalAdvance(u"2026-11-07 23:30:00.000"_s) + 16;
    const ColumnDemand created =
        columnDemand({Field::Created, "created"}, title, {time, time}, metrics, MinimumWidths::Tight);
    QVERIFY(created.natural > metrics.horizontalAdvance(title)); // where there is room
    QCOMPARE(created.minimum, time);
    QCOMPARE(created.whole, time);

    const int dash = metrics.horizontalAdvance(u"–"_s) + 16;
    const int failure = metrics.horizontalAdvance(u"failure"_s) + 31; // with its sign
    const ColumnDemand outcome = columnDemand({Field::Outcome, "outcome"}, u"outcome"_s, {dash, failure},
                                              metrics, MinimumWidths::Tight);
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

/// As of addresses that no event has: its title is all that it needs.
void ColumnWidthsTest::noColumnIsNarrowerThanTheTableMakesIt()
{
    const ColumnDemand ip =
        columnDemand({Field::Ip, "ip"}, u"ip"_s, {10, 10}, m_table->fontMetrics(), MinimumWidths::Tight);
    QVERIFY(ip.minimum >= m_table->horizontalHeader()->minimumSectionSize());
}

/// As with a JSON path and more beside the default columns: an actor of which two letters are left is none.
void ColumnWidthsTest::scrollsSidewaysRatherThanCutEverything()
{
    m_view->setColumns(*parseColumns(
        u"created,source,action,outcome,actor,target,ip,correlation,message,target.name,category"_s));
    m_fetcher->revision = LongCell;
    show(820);

    QTRY_VERIFY(m_table->horizontalScrollBar()->maximum() > 0);
    QVERIFY(isWhole(2)); // actions and actors are not long here
    QVERIFY(isWhole(4));
    QVERIFY(m_table->columnWidth(7) >= 12 * m_table->fontMetrics().horizontalAdvance(u'0'));
}

void ColumnWidthsTest::fitsColumnsToAnotherResult()
{
    showCorrelations(ShortCell);
    m_fetcher->revision = LongCell;

    m_view->setResult(newestFirst(450), false);
    QTRY_COMPARE(correlation(0), LongCell);

    QVERIFY(isWhole(2)); // with the same turn of the event loop
    QCOMPARE(sum(), m_table->viewport()->width());
}

/// Here of sentences, which no event of the second result has.
void ColumnWidthsTest::aResultWithShortCellsLeavesTheirRoomToOthers()
{
    m_view->setColumns(*parseColumns(u"created,actor,correlation,message"_s));
    m_fetcher->revision = LongCell;
    show(760);
    QVERIFY(!isWhole(2));
    std::vector<qint64> withoutSentence;
    for (qint64 row = 450; row > 0; --row) {
        if (row % 3 != 0)
            withoutSentence.push_back(row);
    }

    m_view->setResult(snapshotOf(withoutSentence), false);
    QTRY_COMPARE(correlation(0), LongCell);

    QVERIFY(isWhole(2));
}

/// The first rows of a result come before it is whole.
void ColumnWidthsTest::fitsColumnsToAResultThatComesInParts()
{
    showCorrelations(ShortCell);
    const auto whole = newestFirst(450);
    const auto first = listedRows(*whole, {0, 2});
    m_view->setResult(Testing::resultOf({first.begin(), first.end()}, whole->lastRow()), false);
    QTRY_COMPARE(m_view->model().rowCount(), 2);
    QTRY_COMPARE(correlation(1), ShortCell);
    m_fetcher->revision = LongCell;

    m_view->continueResult(whole);
    QTRY_COMPARE(correlation(0), LongCell);

    QVERIFY(isWhole(2));
}

void ColumnWidthsTest::changesNothingForAResultWhoseCellsAreWhole()
{
    showCorrelations(LongCell);
    const Widths before = widths();
    m_fetcher->revision = ShortCell;

    m_view->setResult(newestFirst(450), false);
    QTRY_COMPARE(correlation(0), ShortCell);

    QCOMPARE(widths(), before);
}

/// Of the same result: further down, read again, or new since it was made.
void ColumnWidthsTest::changesNothingForRowsThatComeLater()
{
    showCorrelations(ShortCell);
    const Widths before = widths();
    m_fetcher->revision = LongCell;

    m_table->verticalScrollBar()->setValue(400);
    QTRY_COMPARE(correlation(410), LongCell);
    QCOMPARE(widths(), before);
    m_table->verticalScrollBar()->setValue(0);
    m_view->setResult(newestFirst(501), true);
    QTRY_COMPARE(correlation(0), LongCell);
    QCOMPARE(widths(), before);
}

/// As when times that are counted from now go on, or an event is marked elsewhere: of a result that does not fill the table,
/// of which more may come.
void ColumnWidthsTest::changesNothingForOtherTextsOfTheSameRows()
{
    showCorrelations(ShortCell);
    m_fetcher->revision = LongCell;
    m_view->setResult(newestFirst(3), false);
    QTRY_COMPARE(correlation(0), LongCell);
    QTRY_COMPARE(m_table->verticalScrollBar()->maximum(), 0);
    QTRY_COMPARE(sum(), m_table->viewport()->width());
    QVERIFY(isWhole(2));
    const Widths before = widths();
    m_fetcher->revision = ShortCell;

    m_view->model().readAgain();
    m_view->model().requestRows(0, 3);
    QTRY_COMPARE(correlation(0), ShortCell);

    QCOMPARE(widths(), before);
}

void ColumnWidthsTest::changesNothingUnderTheHand_data()
{
    QTest::addColumn<QString>("hand");
    QTest::newRow("a width that was chosen") << u"width"_s;
    QTest::newRow("a button that is held") << u"button"_s;
    QTest::newRow("the pointer on the titles") << u"title"_s;
    QTest::newRow("the pointer on titles that are frozen") << u"frozen title"_s;
    QTest::newRow("a key in the table") << u"key"_s;
    QTest::newRow("a press in the table") << u"press"_s;
    QTest::newRow("a press in front of a row") << u"gutter"_s;
    QTest::newRow("the table is scrolled") << u"scroll"_s;
}

void ColumnWidthsTest::changesNothingUnderTheHand()
{
    QFETCH(const QString, hand);
    showCorrelations(ShortCell);
    if (hand == u"width"_s)
        m_table->horizontalHeader()->resizeSection(1, 222);
    const QPoint row(200, 100);
    if (hand == u"button"_s)
        QTest::mousePress(m_view->windowHandle(), Qt::LeftButton, {}, row);
    QEnterEvent enter(QPointF(9, 9), QPointF(9, 9), QPointF(9, 9));
    if (hand == u"title"_s)
        QCoreApplication::sendEvent(m_table->horizontalHeader()->viewport(), &enter);
    else if (hand == u"frozen title"_s)
        QCoreApplication::sendEvent(m_table->frozenColumns()->header()->viewport(), &enter);
    const Widths before = widths();
    m_fetcher->revision = LongCell;

    m_view->setResult(newestFirst(450), false);
    if (hand == u"key"_s)
        QTest::keyClick(m_table, Qt::Key_Down);
    else if (hand == u"press"_s)
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(30, 30));
    else if (hand == u"gutter"_s)
        QTest::mouseClick(m_table->verticalHeader()->viewport(), Qt::LeftButton, {}, QPoint(3, 30));
    else if (hand == u"scroll"_s)
        m_table->verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    QVERIFY(correlation(0) == "?"); // what is done is done before the rows are here
    QTRY_COMPARE(correlation(0), LongCell);

    QCOMPARE(widths(), before);
    if (hand == u"button"_s)
        QTest::mouseRelease(m_view->windowHandle(), Qt::LeftButton, {}, row);
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
    show(640);
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
