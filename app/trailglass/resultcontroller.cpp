// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/resultcontroller.h"

#include "models/config/settings.h"
#include "models/filter/createdinterval.h"
#include "models/query/sortorder.h"
#include "models/workspace/filterstate.h"
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
    connect(&m_typing, &QTimer::timeout, this, &ResultController::askNow);
    connect(&parts.filter, &FilterState::treeChanged, this, [this] {
        m_isUnasked = true;
        m_typing.start();
    });
    // What stood there for the length of a key press is no question when the next key breaks it.
    connect(&parts.filter, &FilterState::textChanged, this, [this] {
        if (m_parts.filter.error())
            m_typing.stop();
        else if (m_isUnasked)
            m_typing.start();
    });
    connect(&parts.settings, &Settings::displayZoneChanged, this, [this] {
        applyZone();
        askNow();
    });
    connect(&parts.runner, &ResultRunner::began, this, &ResultController::showBeginning);
    connect(&parts.runner, &ResultRunner::searched, this, &ResultController::showSearched);
    connect(&parts.runner, &ResultRunner::answered, this, &ResultController::show);
    connect(&parts.runner, &ResultRunner::busyChanged, &parts.queryBar, &QueryBar::setBusy);
    connect(&parts.runner, &ResultRunner::failed, this, &ResultController::showFailure);
    connect(&parts.events, &EventsView::sortRequested, this, [this](const SortOrder &order) {
        m_parts.events.setSortOrder(order);
        askNow();
    });
    connect(&parts.events, &EventsView::clearFilterRequested, this,
            [this] { m_parts.filter.replaceText({}); });
    parts.window.actions().exportEvents->setEnabled(false);
    applyZone();
}

ResultRequest ResultController::question() const
{
    const SortOrder order = m_parts.events.sortOrder();
    return {m_parts.filter.tree(), order.empty() ? defaultSortOrder() : order,
            m_parts.settings.displayZone()};
}

void ResultController::begin()
{
    m_hasBegun = true;
    askNow();
}

void ResultController::askNow()
{
    if (!m_hasBegun)
        return;
    m_typing.stop();
    m_isUnasked = false;
    m_asked = question();
    m_begun = 0;
    m_parts.runner.ask(m_asked);
}

bool ResultController::isSettled() const
{
    return (m_answer || m_hasFailed) && !m_parts.runner.isBusy();
}

void ResultController::show(const QueryResult &answer)
{
    m_answer = answer;
    m_hasFailed = false;
    const auto count = static_cast<qint64>(answer.snapshot->size());
    const auto interval = Filter::createdInterval(answer.expanded, answer.context);
    const QString words =
        interval && *interval != TimeWindow{} ? intervalText(*interval, answer.context) : QString();
    m_parts.queryBar.setAnswer(count, answer.total, words);
    if (std::exchange(m_begun, 0) > 0)
        m_parts.events.continueAnswer(answer.snapshot);
    else
        m_parts.events.setAnswer(answer.snapshot, answer.refreshed && !m_showsBeginning);
    m_showsBeginning = false;
    showCount();
    if (!answer.notice.isEmpty() && std::exchange(m_notice, answer.notice) != answer.notice)
        m_parts.window.strip().show(MessageStrip::Kind::Information, answer.notice);
    Q_EMIT answered();
}

void ResultController::showBeginning(const QueryResult &beginning)
{
    if (m_begun > 0)
        m_parts.events.continueAnswer(beginning.snapshot);
    else
        m_parts.events.setAnswer(beginning.snapshot, false);
    m_begun = static_cast<qint64>(beginning.snapshot->size());
    m_showsBeginning = true;
    m_parts.window.actions().exportEvents->setEnabled(false);
}

void ResultController::showSearched(double part)
{
    // What stands there is a part of what was asked for, or the answer before: no evidence.
    m_parts.window.actions().exportEvents->setEnabled(false);
    const QLocale locale;
    const QString percent = locale.toString(static_cast<int>(part * 100));
    m_parts.window.setCountText(
        m_begun > 0 ? tr("%1 events so far · %2 % searched").arg(locale.toString(m_begun), percent)
                    : tr("%1 % searched").arg(percent));
}

void ResultController::showFailure(const Error &error)
{
    m_hasFailed = true;
    m_begun = 0;
    if (std::exchange(m_showsBeginning, false)) // what stands there answers nothing in full
        m_answer.reset();
    m_parts.queryBar.setProblem(error.message);
    if (m_answer) {
        showCount();
    } else { // the table must not say it is reading for ever
        m_parts.events.setProblem(error);
        m_parts.window.setCountText({});
    }
}

/// Of the last answer, and whether it still answers the filter in force.
void ResultController::showCount()
{
    const auto count = static_cast<qint64>(m_answer->snapshot->size());
    const QLocale locale;
    const QString text = tr("%1 of %2 events").arg(locale.toString(count), locale.toString(m_answer->total));
    m_parts.window.setCountText(m_hasFailed ? tr("%1 · of the search before").arg(text) : text);
    m_parts.window.actions().exportEvents->setEnabled(count > 0 && !m_hasFailed);
}

void ResultController::applyZone()
{
    const QByteArray zone = m_parts.settings.displayZone();
    m_parts.events.setDisplayZone(QTimeZone(zone));
    m_parts.window.setZoneName(QString::fromLatin1(zone));
}

} // namespace Trailglass
