// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/resultcontroller.h"

#include "models/config/settings.h"
#include "models/filter/createdinterval.h"
#include "models/filter/filterstate.h"
#include "models/query/sortorder.h"
#include "models/workspace/resultrunner.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/filters/intervaltext.h"
#include "views/filters/querybar.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QLocale>
#include <QTimeZone>

#include <utility>

namespace Trailglass {

namespace {

constexpr int TypingPause = 150; // ms; long enough for the next key, too short to be noticed

} // namespace

ResultController::ResultController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ResultController::runNow);
    connect(&parts.filter, &FilterState::treeChanged, this, [this] {
        m_isOutdated = true;
        m_typing.start();
    });
    // A filter that was valid for the length of a key press is not run when the next key breaks it.
    connect(&parts.filter, &FilterState::textChanged, this, [this] {
        if (m_parts.filter.error())
            m_typing.stop();
        else if (m_isOutdated)
            m_typing.start();
    });
    connect(&parts.settings, &Settings::displayZoneChanged, this, [this] {
        applyZone();
        runNow();
    });
    connect(&parts.runner, &ResultRunner::partialResult, this, &ResultController::showPartial);
    connect(&parts.runner, &ResultRunner::searchProgress, this, &ResultController::showProgress);
    connect(&parts.runner, &ResultRunner::finished, this, &ResultController::show);
    connect(&parts.runner, &ResultRunner::busyChanged, &parts.queryBar, &QueryBar::setBusy);
    connect(&parts.runner, &ResultRunner::failed, this, &ResultController::showFailure);
    connect(&parts.events, &EventsView::sortRequested, this, [this](const SortOrder &order) {
        m_parts.events.setSortOrder(order);
        runNow();
    });
    connect(&parts.events, &EventsView::clearFilterRequested, this,
            [this] { m_parts.filter.replaceText({}); });
    parts.window.actions().exportEvents->setEnabled(false);
    applyZone();
}

ResultRequest ResultController::request() const
{
    const SortOrder order = m_parts.events.sortOrder();
    return {m_parts.filter.tree(), order.empty() ? defaultSortOrder() : order,
            m_parts.settings.displayZone()};
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
    m_typing.stop();
    m_isOutdated = false;
    m_request = request();
    m_partialRows = 0;
    m_parts.runner.run(m_request);
}

bool ResultController::isSettled() const
{
    return (m_result || m_hasFailed) && !m_parts.runner.isBusy();
}

void ResultController::show(const QueryResult &result)
{
    m_result = result;
    m_hasFailed = false;
    const auto count = static_cast<qint64>(result.snapshot->size());
    const auto interval = Filter::createdInterval(result.expanded, result.context);
    const QString words =
        interval && *interval != TimeWindow{} ? intervalText(*interval, result.context) : QString();
    m_parts.queryBar.setResult(count, result.total, words);
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
            ? tr("%1 events so far · %2 % searched").arg(locale.toString(m_partialRows), percent)
            : tr("%1 % searched").arg(percent));
}

void ResultController::showFailure(const Error &error)
{
    m_hasFailed = true;
    m_partialRows = 0;
    if (std::exchange(m_showsPartial, false)) // a partial result of a request that failed
        m_result.reset();
    m_parts.queryBar.setProblem(error.message);
    if (m_result) {
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
    const QString text = tr("%1 of %2 events").arg(locale.toString(count), locale.toString(m_result->total));
    m_parts.window.setCountText(m_hasFailed ? tr("%1 · previous result").arg(text) : text);
    m_parts.window.actions().exportEvents->setEnabled(count > 0 && !m_hasFailed);
}

void ResultController::applyZone()
{
    const QByteArray zone = m_parts.settings.displayZone();
    m_parts.events.setDisplayZone(QTimeZone(zone));
    m_parts.window.setZoneName(QString::fromLatin1(zone));
}

} // namespace Trailglass
