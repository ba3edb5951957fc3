// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/resultcontroller.h"

#include "models/config/settings.h"
#include "models/core/countargument.h"
#include "models/filter/createdinterval.h"
#include "models/filter/filterhistory.h"
#include "models/filter/filterstate.h"
#include "models/query/sortorder.h"
#include "models/workspace/resultrunner.h"
#include "models/workspace/reviewchoice.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/filters/intervaltext.h"
#include "views/filters/querybar.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QLocale>
#include <QTimeZone>

#include <chrono>
#include <utility>

namespace Trailglass {

namespace {

// ms
constexpr int ShortWait = 200; // what is done sooner needs no sign
constexpr int LongWait = 1'000;
constexpr int FinishedPause = 1'500; // whoever has typed nothing for that long looks at the result

void start(QTimer &timer, int milliseconds)
{
    timer.setSingleShot(true);
    timer.start(milliseconds);
}

} // namespace

ResultController::ResultController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &ResultController::runNow);
    connect(&m_waiting, &QTimer::timeout, this, &ResultController::showWaiting);
    connect(&m_slow, &QTimer::timeout, this, &ResultController::showSlowSort);
    connect(&m_pause, &QTimer::timeout, &parts.events, &EventsView::settle);
    connect(&parts.filter, &FilterState::remembered, &parts.events, &EventsView::settle); // Enter
    connect(&parts.filter, &FilterState::remembered, this, [this] {
        if (m_typing.isActive())
            runNow(); // no other key is waited for
    });
    connect(&parts.filter, &FilterState::treeChanged, this, [this] {
        m_isOutdated = true;
        // What a key breaks is looked at after a pause: many a text cannot be read until the next key.
        if (!m_parts.filter.error() || !m_parts.filter.isTyped())
            runSoon();
    });
    m_breaking.setSingleShot(true);
    m_breaking.setInterval(FilterState::BrokenPause);
    connect(&m_breaking, &QTimer::timeout, this, &ResultController::showAccepted);
    connect(&parts.filter, &FilterState::textChanged, this, &ResultController::followText);
    connect(&parts.settings, &Settings::displayZoneChanged, this, [this] {
        applyZone();
        runNow();
    });
    connectRunner();
    connect(&parts.events, &EventsView::sortRequested, this, [this](const SortOrder &order) {
        m_parts.events.setSortOrder(order);
        runNow();
    });
    connect(&parts.events, &EventsView::clearFilterRequested, this,
            [this] { m_parts.filter.replaceText({}); });
    parts.window.actions().exportEvents->setEnabled(false);
    applyZone();
}

void ResultController::followText()
{
    if (m_parts.filter.error()) {
        // A filter that was valid until this key is not run any more, and its result is not shown.
        stopTyping();
        if (m_parts.runner.isPending() && !isOfFilter(m_request)) {
            m_parts.runner.cancel();
            m_request = {};
            m_isOutdated = true;
        }
        m_breaking.start();
        return;
    }
    m_breaking.stop();
    setBroken(false);
    if (m_isOutdated)
        runSoon();
}

bool ResultController::isOfFilter(const ResultRequest &request) const
{
    return request.filter && Filter::sameTree(request.filter, m_parts.filter.tree());
}

/// The text stays broken: the table follows the filter in force, as every pane does, and says that the text is not read.
void ResultController::showAccepted()
{
    // Where the beginning of the text was never run, the rows are there already.
    if (m_isOutdated && (m_hasFailed || !isOfFilter(m_request)))
        runNow();
    m_isOutdated = false;
    setBroken(true);
}

/// Without a pause to wait for, the query is on its way before anything is painted; a timer would come after that.
void ResultController::runSoon()
{
    stopTyping();
    const std::chrono::milliseconds pause =
        m_parts.pauses.before(m_parts.filter.tree(), m_parts.runner.isBusy() ? m_request.filter : nullptr);
    if (pause.count() > 0)
        return m_typing.start(pause);
    m_isDue = true;
    QMetaObject::invokeMethod(this, &ResultController::runIfDue, Qt::QueuedConnection);
}

/// Several changes in one go are one query.
void ResultController::runIfDue()
{
    if (m_isDue)
        runNow();
}

void ResultController::stopTyping()
{
    m_typing.stop();
    m_isDue = false;
}

void ResultController::setBroken(bool isBroken)
{
    if (std::exchange(m_isBroken, isBroken) == isBroken)
        return;
    m_parts.queryBar.setAcceptedShown(isBroken);
    setOutdated(m_showsEarlier);
    if (m_result && !m_parts.runner.isPending())
        showCount();
}

void ResultController::setOutdated(bool isOutdated)
{
    m_showsEarlier = isOutdated;
    m_parts.events.setOutdated(m_showsEarlier || m_isBroken);
}

void ResultController::connectRunner()
{
    const ResultRunner *runner = &m_parts.runner;
    connect(runner, &ResultRunner::partialResult, this, &ResultController::showPartial);
    connect(runner, &ResultRunner::searchProgress, this, &ResultController::showProgress);
    connect(runner, &ResultRunner::finished, this, &ResultController::show);
    connect(runner, &ResultRunner::busyChanged, &m_parts.queryBar, &QueryBar::setBusy);
    connect(runner, &ResultRunner::failed, this, &ResultController::showFailure);
    m_parts.runner.setRowsToFind([&events = m_parts.events] { return events.rowsToFind(); });
}

ResultRequest ResultController::request() const
{
    ResultRequest request{m_parts.filter.tree(), orderOfTable(m_parts.events.sortOrder()),
                          m_parts.settings.displayZone()};
    if (m_parts.reviews)
        request.review = m_parts.reviews->of(request.filter);
    return request;
}

void ResultController::begin()
{
    m_hasBegun = true;
    runNow();
}

void ResultController::runNow()
{
    if (!m_hasBegun)
        return;
    stopTyping();
    m_isOutdated = false;
    m_request = request();
    m_partialRows = 0;
    m_parts.events.showSlowSort(false);
    m_pause.stop();
    start(m_waiting, ShortWait);
    start(m_slow, LongWait);
    m_parts.runner.run(m_request);
}

/// What stands in the table is not the result of what was requested.
void ResultController::showWaiting()
{
    if (!m_parts.runner.isPending() || m_partialRows > 0)
        return;
    setOutdated(true);
    m_parts.queryBar.setSearching();
    m_parts.window.setCountText(tr("Searching…"));
    m_parts.window.actions().exportEvents->setEnabled(false);
}

void ResultController::showSlowSort()
{
    if (m_parts.runner.isPending() && m_partialRows == 0 && !isDefaultOrder(m_request.order))
        m_parts.events.showSlowSort(true);
}

void ResultController::endWaiting()
{
    m_waiting.stop();
    m_slow.stop();
    setOutdated(false);
    m_parts.events.showSlowSort(false);
    start(m_pause, FinishedPause);
}

bool ResultController::isSettled() const
{
    return (m_result || m_hasFailed) && !m_parts.runner.isBusy();
}

void ResultController::show(const QueryResult &result)
{
    m_result = result;
    m_parts.pauses.note(result);
    m_hasFailed = false;
    setOutdated(false);
    if (!result.refreshed)
        endWaiting();
    const auto count = static_cast<qint64>(result.snapshot->size());
    const auto interval = Filter::createdInterval(result.expanded, result.context);
    const QString words =
        interval && *interval != TimeWindow{} ? intervalText(*interval, result.context) : QString();
    m_parts.queryBar.setResult(count, result.total, words);
    m_parts.history.setCount(result.request.filter, count);
    if (std::exchange(m_partialRows, 0) > 0)
        m_parts.events.continueResult(result.snapshot);
    else
        m_parts.events.setResult(result.snapshot, result.refreshed && !m_showsPartial);
    m_showsPartial = false;
    showCount();
    if (!result.notice.isEmpty() && std::exchange(m_notice, result.notice) != result.notice)
        m_parts.window.strip().show(MessageStrip::Kind::Information, result.notice);
    Q_EMIT resultShown();
}

void ResultController::showPartial(const QueryResult &partial)
{
    if (m_partialRows > 0)
        m_parts.events.continueResult(partial.snapshot);
    else
        m_parts.events.setResult(partial.snapshot, false);
    m_partialRows = static_cast<qint64>(partial.snapshot->size());
    m_showsPartial = true;
    setOutdated(false);
    m_parts.window.actions().exportEvents->setEnabled(false);
}

void ResultController::showProgress(double part)
{
    // The table shows a partial or previous result, which must not be exported.
    m_parts.window.actions().exportEvents->setEnabled(false);
    const QLocale locale;
    const QString percent = locale.toString(static_cast<int>(part * 100));
    m_parts.window.setCountText(
        m_partialRows > 0
            ? tr("Searching… %Ln event(s) so far · %1 %", nullptr, countArgument(m_partialRows)).arg(percent)
            : tr("Searching… %1 %").arg(percent));
}

void ResultController::showFailure(const Error &error)
{
    m_hasFailed = true;
    m_partialRows = 0;
    endWaiting();
    if (std::exchange(m_showsPartial, false)) // a partial result of a request that failed
        m_result.reset();
    m_parts.queryBar.setProblem(error.message);
    if (m_result) {
        setOutdated(true);
        showCount();
    } else { // the table must not say it is reading for ever
        m_parts.events.setProblem(error);
        m_parts.window.setCountText({});
    }
}

/// The number of events in the last result, and whether it is the result of the current filter.
void ResultController::showCount()
{
    const auto count = static_cast<qint64>(m_result->snapshot->size());
    const QLocale locale;
    QString text = tr("%1 of %2 event(s)", nullptr, countArgument(m_result->total))
                       .arg(locale.toString(count), locale.toString(m_result->total));
    if (m_result->lacksEvents)
        text = tr("%1 · events are missing", "the number of events found").arg(text);
    m_parts.window.setCountText(m_hasFailed || m_isBroken ? tr("%1 · previous result").arg(text) : text);
    m_parts.window.actions().exportEvents->setEnabled(count > 0 && !m_hasFailed);
}

void ResultController::applyZone()
{
    const QByteArray zone = m_parts.settings.displayZone();
    m_parts.events.setDisplayZone(QTimeZone(zone));
    m_parts.window.setZoneName(QString::fromLatin1(zone));
}

} // namespace Trailglass

#include "moc_resultcontroller.cpp"
