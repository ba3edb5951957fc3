// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/resultcontroller.h"
#include "models/config/settings.h"
#include "models/filter/filterhistory.h"
#include "models/filter/filterstate.h"
#include "models/query/sortorder.h"
#include "models/workspace/resultrunner.h"
#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "tests/workspace/workspacetesting.h"
#include "views/common/messagestrip.h"
#include "views/events/eventdelegate.h"
#include "views/events/eventsview.h"
#include "views/filters/querybar.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSemaphore>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// What the window says while a query takes its time.
class WaitingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writesOldRowsFaintlyUntilTheNewOnesAreHere();
    void writesRowsFaintlyWhileTheTextCannotBeRead();
    void showsTheAcceptedFilterWhileTheTextCannotBeRead();
    void givesUpTheQueryOfATextThatAKeyBreaks();
    void runsNothingAgainForATextThatNoneOfItWasRunOf();
    void countsWhatWasFoundSoFar();
    void saysThatASortOrderMakesItSlow();
    void saysAtTheStartThatTheRememberedOrderIsSlow();
    void saysNothingOfTheOrderWhenRowsComeInParts();
    void ordersEqualEventsNewestFirst_data();
    void ordersEqualEventsNewestFirst();
    void keepsTheInspectedEventUntilAPauseAfterTyping();
    void goesByHowLongTheLastResultTook();
    void runsAtOnceWhereQueriesAreQuick();
    void waitsForTheNextKeyWhereAQueryTakesItsTime();

private:
    /// A filter whose preset is read only when go() says so: a query as slow as a test wants it.
    static inline const QString Slow = u"preset:slow"_s;
    static constexpr int LessThanAPause = 100; ///< ms; the controller's is 150
    void go() { m_presetReads.release(100); }
    void finishAfter(std::chrono::milliseconds duration);
    [[nodiscard]] QString count() const { return m_window->findChild<QLabel *>(u"countText"_s)->text(); }
    [[nodiscard]] bool isOutdated() const { return m_table->eventDelegate()->isOutdated(); }
    [[nodiscard]] bool saysSlowSort() const
    {
        return !m_events->findChild<MessageStrip *>(u"slowSort"_s)->isHidden();
    }

    NoonClock m_clock;
    QSemaphore m_presetReads;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FilterState> m_filter;
    std::unique_ptr<FilterHistory> m_history;
    std::unique_ptr<ResultRunner> m_runner;
    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<MainWindow> m_window;
    TypingPause m_pauses;
    std::unique_ptr<ResultController> m_controller;
    EventsView *m_events = nullptr; ///< of the window
    EventTable *m_table = nullptr;
};

void WaitingTest::init()
{
    m_presetReads.acquire(m_presetReads.available()); // what the test before left
    m_workspace = std::make_unique<Workspace>();
    m_workspace->fill(20);
    m_settings = std::make_unique<Settings>(m_workspace->folder() + "/settings.ini"_L1);
    m_filter = std::make_unique<FilterState>();
    m_history = std::make_unique<FilterHistory>(m_filter.get());
    m_runner = std::make_unique<ResultRunner>(m_workspace->folder(), m_clock);
    m_runner->setPresets([this](const QString &) {
        m_presetReads.acquire();
        return std::optional(u"action:read"_s);
    });
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_events = new EventsView(*m_fetcher);
    auto *queryBar = new QueryBar(m_filter.get(), m_history.get());
    m_window = std::make_unique<MainWindow>(WindowPanes{.queryBar = queryBar,
                                                        .histogram = new QWidget,
                                                        .events = m_events,
                                                        .firstRun = new QWidget,
                                                        .unsynced = new QWidget,
                                                        .filters = new QWidget,
                                                        .inspector = new QWidget,
                                                        .sources = new QWidget,
                                                        .sourceStrip = new QWidget});
    m_table = m_events->findChild<EventTable *>(u"eventTable"_s);
    m_pauses = TypingPause();
    m_controller = std::make_unique<ResultController>(ResultController::Parts{
        *m_filter, *m_history, *m_runner, *m_settings, *m_events, *queryBar, *m_window, m_pauses});
    m_window->show();
    m_controller->begin();
    QTRY_COMPARE(count(), u"20 of 20 event(s)"_s);
}

void WaitingTest::cleanup()
{
    go();
    m_controller.reset();
    m_window.reset();
    m_runner.reset();
    m_history.reset();
    m_filter.reset();
}

void WaitingTest::writesOldRowsFaintlyUntilTheNewOnesAreHere()
{
    const QAction *exporting = m_window->actions().exportEvents;
    QVERIFY(exporting->isEnabled());

    m_filter->setText(Slow);
    QTRY_VERIFY(isOutdated());
    QCOMPARE(count(), u"Searching…"_s);
    const auto *status = m_window->findChild<QLabel *>(u"queryStatus"_s);
    QCOMPARE(status->text(), u"Searching…"_s);
    QVERIFY(!exporting->isEnabled());
    QCOMPARE(m_events->model().rowCount(), 20); // they stay to be read
    go();

    QTRY_COMPARE(count(), u"10 of 20 event(s)"_s);
    QCOMPARE(status->text(), u"10 of 20 event(s)"_s);
    QVERIFY(!isOutdated());
    QVERIFY(exporting->isEnabled());
    QCOMPARE(m_events->model().rowCount(), 10);
}

void WaitingTest::writesRowsFaintlyWhileTheTextCannotBeRead()
{
    m_filter->setText(u"action:read"_s);
    QTRY_COMPARE(count(), u"10 of 20 event(s)"_s);
    m_filter->setText(u"action:read ip:"_s);
    QVERIFY(!isOutdated()); // the next key may follow at once
    QTRY_VERIFY(isOutdated());
    QCOMPARE(count(), u"10 of 20 event(s) · previous result"_s);
    QCOMPARE(m_events->model().rowCount(), 10);

    m_filter->setText(u"action:read"_s);
    QVERIFY(!isOutdated());
    QCOMPARE(count(), u"10 of 20 event(s)"_s);
}

/// Nothing stays of the text's beginning, which could be read.
void WaitingTest::showsTheAcceptedFilterWhileTheTextCannotBeRead()
{
    const auto *empty = m_events->findChild<QWidget *>(u"eventsEmpty"_s);
    const auto *shown = m_window->findChild<QLabel *>(u"queryShown"_s);
    m_filter->setText(u"action:read"_s);
    QTRY_COMPARE(count(), u"10 of 20 event(s)"_s);
    m_filter->setText(u"action:read zzyzx"_s); // a text, which no event has
    QTRY_COMPARE(count(), u"0 of 20 event(s)"_s);
    QTRY_VERIFY(!empty->isHidden());

    m_filter->setText(u"action:read zzyzx:"_s);
    QVERIFY(shown->text().isEmpty()); // the next key may follow at once
    QTRY_COMPARE(count(), u"10 of 20 event(s) · previous result"_s);
    QCOMPARE(m_events->model().rowCount(), 10);
    QVERIFY(isOutdated());
    QVERIFY(empty->isHidden());
    QCOMPARE(shown->text(), u"Still shown: action:read"_s);
    QCOMPARE(Filter::print(m_controller->request().filter), u"action:read"_s); // what an export would have

    m_filter->setText(u"action:read actor:nobody"_s);
    QVERIFY(shown->text().isEmpty());
    QTRY_COMPARE(count(), u"0 of 20 event(s)"_s);
    m_filter->replaceText({});
    m_filter->setText(u"zzyzx:"_s);
    QTRY_COMPARE(count(), u"20 of 20 event(s) · previous result"_s);
    QCOMPARE(shown->text(), u"Still shown: all events"_s);
}

void WaitingTest::givesUpTheQueryOfATextThatAKeyBreaks()
{
    m_filter->replaceText(u"action:read"_s);
    QTRY_COMPARE(count(), u"10 of 20 event(s)"_s);
    m_filter->setText(Slow);
    QTRY_VERIFY(m_runner->isPending());
    QSignalSpy finished(m_runner.get(), &ResultRunner::finished);

    m_filter->setText(Slow + u",x"_s);
    QVERIFY(m_filter->error());
    QVERIFY(!m_runner->isPending());
    go();
    QTRY_COMPARE(count(), u"10 of 20 event(s) · previous result"_s);
    QCOMPARE(finished.size(), 1); // of the filter in force
    QCOMPARE(m_events->model().rowCount(), 10);
}

void WaitingTest::runsNothingAgainForATextThatNoneOfItWasRunOf()
{
    finishAfter(std::chrono::seconds(1)); // from now on a pause is waited for
    QSignalSpy pending(m_runner.get(), &ResultRunner::pendingChanged);
    m_filter->setText(u"o"_s);
    m_filter->setText(u"o:"_s);
    QTRY_COMPARE(count(), u"20 of 20 event(s) · previous result"_s);
    QVERIFY(pending.isEmpty());
}

void WaitingTest::countsWhatWasFoundSoFar()
{
    m_filter->setText(u"action:read"_s);
    QTRY_COMPARE(count(), u"10 of 20 event(s)"_s);
    RowList first;
    for (int row = 0; row < 3; ++row)
        first.push_back(m_events->model().rowId(row));
    m_filter->setText(Slow);
    QTRY_VERIFY(isOutdated());

    QueryResult partial;
    partial.request = m_controller->request();
    partial.snapshot = resultOf(first);
    partial.total = 20;
    Q_EMIT m_runner->partialResult(partial); // as after the first rows
    Q_EMIT m_runner->searchProgress(0.42);

    QCOMPARE(count(), u"Searching… 3 event(s) so far · 42 %"_s);
    QCOMPARE(m_events->model().rowCount(), 3);
    QVERIFY(!isOutdated()); // these are of the new result
    QVERIFY(!m_window->actions().exportEvents->isEnabled());
    go();
    QTRY_COMPARE(count(), u"10 of 20 event(s)"_s);
    QCOMPARE(m_events->model().rowCount(), 10);
}

void WaitingTest::saysThatASortOrderMakesItSlow()
{
    m_events->setSortOrder({{Field::Message, false}});
    m_filter->setText(Slow);

    QTRY_VERIFY(saysSlowSort());
    QSignalSpy sorted(m_events, &EventsView::sortRequested);
    m_events->findChild<MessageStrip *>(u"slowSort"_s)->acted();
    QCOMPARE(sorted.size(), 1);
    go();
    QTRY_COMPARE(count(), u"10 of 20 event(s)"_s);
    QVERIFY(!saysSlowSort());
    QCOMPARE(sortOrderText(m_events->sortOrder()), u"-created"_s);
}

void WaitingTest::saysAtTheStartThatTheRememberedOrderIsSlow()
{
    const auto makeController = [this] {
        m_controller = std::make_unique<ResultController>(
            ResultController::Parts{*m_filter, *m_history, *m_runner, *m_settings, *m_events,
                                    *m_window->findChild<QueryBar *>(), *m_window, m_pauses});
    };
    m_controller.reset();
    m_events->setSortOrder({{Field::Message, false}}); // as it was left
    m_filter->setText(Slow);
    makeController();

    m_controller->begin();
    QTRY_VERIFY(saysSlowSort());
    go();
    QTRY_VERIFY(!saysSlowSort());
}

void WaitingTest::saysNothingOfTheOrderWhenRowsComeInParts()
{
    m_filter->setText(Slow);
    QTRY_VERIFY(isOutdated());
    QTimer later;
    later.setSingleShot(true);
    QSignalSpy over(&later, &QTimer::timeout);
    later.start(1'500); // longer than the wait after which an order would be to blame
    QVERIFY(over.wait());
    QVERIFY(!saysSlowSort());
    go();
    QTRY_VERIFY(!isOutdated());
}

void WaitingTest::ordersEqualEventsNewestFirst_data()
{
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<QString>("requested");
    QTest::newRow("newest first") << SortOrder{{Field::Created, true}} << u"-created"_s;
    QTest::newRow("oldest first") << SortOrder{{Field::Created, false}} << u"created"_s;
    QTest::newRow("by actor") << SortOrder{{Field::Actor, false}} << u"actor,-created"_s;
    QTest::newRow("by two") << SortOrder{{Field::Actor, true}, {Field::Action, false}}
                            << u"-actor,action,-created"_s;
    QTest::newRow("by arrival") << SortOrder{{Field::Actor, false}, {Field::Received, false}}
                                << u"actor,received"_s;
}

void WaitingTest::ordersEqualEventsNewestFirst()
{
    QFETCH(const SortOrder, order);
    QFETCH(const QString, requested);
    m_events->setSortOrder(order);

    QCOMPARE(sortOrderText(m_controller->request().order), requested);
    QCOMPARE(sortOrderText(m_events->sortOrder()), sortOrderText(order)); // nothing is added to the titles

    m_controller->runNow();
    QTRY_VERIFY(m_controller->isSettled());
    if (requested == u"actor,-created"_s) // ann's: all but each fifth
        QCOMPARE(m_events->model().rowId(0), RowId{19});
}

void WaitingTest::keepsTheInspectedEventUntilAPauseAfterTyping()
{
    m_table->setCurrentIndex(m_events->model().index(3, 0));
    const RowId inspected = m_events->currentEvent();
    QSignalSpy current(m_events, &EventsView::currentEventChanged);

    m_filter->setText(u"actor:nobody"_s);
    QTRY_COMPARE(m_events->model().rowCount(), 0);
    QCOMPARE(m_events->currentEvent(), inspected);
    m_filter->setText({});
    QTRY_COMPARE(m_events->model().rowCount(), 20);
    QCOMPARE(m_table->currentIndex().row(), 3);
    QCOMPARE(current.size(), 0);

    m_filter->setText(u"actor:nobody"_s);
    QTRY_COMPARE(m_events->currentEvent(), RowId{}); // after a pause
    QCOMPARE(current.size(), 1);

    m_filter->setText({});
    QTRY_COMPARE(m_events->currentEvent(), inspected);
    m_filter->setText(u"actor:none"_s);
    QTRY_COMPARE(m_events->model().rowCount(), 0);
    m_filter->remember(); // Enter
    QCOMPARE(m_events->currentEvent(), RowId{});
}

/// As if the query of what is shown had taken so long, whatever the machine does besides.
void WaitingTest::finishAfter(std::chrono::milliseconds duration)
{
    QTRY_VERIFY(m_controller->isSettled());
    QueryResult result;
    result.request = m_controller->request();
    result.expanded = result.request.filter;
    result.snapshot = m_events->model().snapshot();
    result.total = 20;
    result.duration = duration;
    Q_EMIT m_runner->finished(result);
}

void WaitingTest::goesByHowLongTheLastResultTook()
{
    const auto pause = [this] {
        return m_pauses.before(m_filter->tree(), nullptr);
    };
    finishAfter(TypingPause::Quick);
    QCOMPARE(pause(), std::chrono::milliseconds(0));
    finishAfter(TypingPause::Quick + std::chrono::milliseconds(1));
    QCOMPARE(pause(), TypingPause::Pause);
    finishAfter(std::chrono::milliseconds(1));
    QCOMPARE(pause(), std::chrono::milliseconds(0));

    m_filter->setText(u"act"_s); // read as a text
    QTRY_COMPARE(m_events->model().rowCount(), 0);
    finishAfter(std::chrono::seconds(1));
    QCOMPARE(pause(), TypingPause::Pause);
    m_filter->setText({});
    QCOMPARE(pause(), std::chrono::milliseconds(0));
}

void WaitingTest::runsAtOnceWhereQueriesAreQuick()
{
    finishAfter(std::chrono::milliseconds(1));
    QSignalSpy pending(m_runner.get(), &ResultRunner::pendingChanged);
    m_filter->setText(u"action:rea"_s);
    m_filter->setText(u"action:read"_s);
    QVERIFY(pending.isEmpty()); // what comes in one go is one query
    QCoreApplication::sendPostedEvents(m_controller.get()); // no timer, and nothing is painted
    QCOMPARE(pending.size(), 1);
    QTRY_COMPARE(count(), u"10 of 20 event(s)"_s);
}

void WaitingTest::waitsForTheNextKeyWhereAQueryTakesItsTime()
{
    finishAfter(std::chrono::seconds(1));
    QSignalSpy pending(m_runner.get(), &ResultRunner::pendingChanged);
    m_filter->setText(u"action:read"_s);
    QVERIFY(!pending.wait(LessThanAPause));
    QTRY_COMPARE(count(), u"10 of 20 event(s)"_s);
}

TRAILGLASS_GUI_TEST(WaitingTest)
#include "tst_waiting.moc"
