// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tablecolumns.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/eventsview.h"
#include "views/events/eventtable.h"
#include "views/events/sortheader.h"

#include <QScrollBar>
#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// Counts the events of one kind that a widget gets.
class EventCounter : public QObject
{
public:
    EventCounter(QWidget *watched, QEvent::Type type)
        : m_type(type)
    {
        watched->installEventFilter(this);
    }
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == m_type ? 1 : 0;
        return false;
    }

private:
    QEvent::Type m_type;
};

} // namespace

/// What the table does while the edge of the window is dragged: for each step once, and nothing that is undone
/// at once.
class TableResizingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void laysItselfOutOnceAStep_data();
    void laysItselfOutOnceAStep();
    void sharesNoWidthWhenOnlyTheHeightChanges();

private:
    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
};

void TableResizingTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->setColumns(defaultTableColumns());
    m_view->setResult(newestFirst(500), false);
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
    m_view->resize(1200, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QTRY_VERIFY(m_view->model().record(0));
    QTRY_COMPARE(m_table->horizontalScrollBar()->maximum(), 0);
}

void TableResizingTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

void TableResizingTest::laysItselfOutOnceAStep_data()
{
    QTest::addColumn<int>("step");
    QTest::newRow("narrower") << -10;
    QTest::newRow("wider") << 10;
}

void TableResizingTest::laysItselfOutOnceAStep()
{
    QFETCH(const int, step);
    constexpr int Steps = 12;
    EventCounter resized(m_table->viewport(), QEvent::Resize);
    EventCounter scrollBarShown(m_table->horizontalScrollBar(), QEvent::Show);
    QSignalSpy widths(m_table->sortHeader(), &QHeaderView::sectionResized);

    for (int steps = 1; steps <= Steps; ++steps) {
        m_view->resize(m_view->width() + step, m_view->height());
        QCOMPARE(resized.count, steps);
        QVERIFY(widths.isEmpty()); // for each the table would be laid out and painted once more
    }

    QCOMPARE(scrollBarShown.count, 0); // none that goes again
    QCOMPARE(m_table->sortHeader()->length(), m_table->viewport()->width());
}

void TableResizingTest::sharesNoWidthWhenOnlyTheHeightChanges()
{
    QSignalSpy shared(m_table, &EventTable::resized);
    for (int step = 0; step < 5; ++step)
        m_view->resize(m_view->width(), m_view->height() - 10);
    QCOMPARE(shared.size(), 0);
    m_view->resize(m_view->width() - 10, m_view->height());
    QCOMPARE(shared.size(), 1);
}

TRAILGLASS_GUI_TEST(TableResizingTest)
#include "tst_tableresizing.moc"
