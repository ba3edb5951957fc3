// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/reviewcontroller.h"

#include "app/trailglass/filteredit.h"
#include "models/config/settings.h"
#include "models/core/countargument.h"
#include "models/filter/filterstate.h"
#include "models/filter/reviewstates.h"
#include "models/table/timeformatter.h"
#include "models/workspace/resultrunner.h"
#include "models/workspace/reviewchoice.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/evidence/reviewdialog.h"
#include "views/evidence/reviewlogdialog.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <string>

namespace Trailglass {

namespace {

/// Entries that the log shows; more are for the command line.
constexpr int MaxLogRows = 1'000;

ReviewLogRow logRowOf(const ReviewEntry &entry, const QTimeZone &zone)
{
    return {.time = exactTime(entry.at, zone),
            .reviewer = entry.reviewer,
            .review = entry.name,
            .count = QLocale().toString(entry.count),
            .filter = entry.filter,
            .note = entry.note};
}

} // namespace

ReviewController::ReviewController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.results, &ResultRunner::finished, this, &ReviewController::showResult);
    connect(&parts.counter, &NewEventCounter::counted, this, &ReviewController::showStatus);
    connect(&parts.counter, &NewEventCounter::failed, this, [this](const Error &error) {
        m_parts.window.setReviewText({});
        if (m_dialog)
            m_dialog->showCountFailure(error.message);
    });
    connect(&parts.service, &ReviewService::changed, this, &ReviewController::showChange);
    connect(&parts.settings, &Settings::displayZoneChanged, this, &ReviewController::countNew);
    connectActions();
}

void ReviewController::connectActions()
{
    const WindowActions &actions = m_parts.window.actions();
    connect(actions.markReviewed, &QAction::triggered, this, &ReviewController::openDialog);
    connect(actions.showOnlyNew, &QAction::triggered, this, &ReviewController::showOnlyNew);
    connect(actions.showReviewLog, &QAction::triggered, this, &ReviewController::openLog);
    actions.markReviewed->setEnabled(false); // until there is a result
}

void ReviewController::reload()
{
    readLog([] {});
}

void ReviewController::readLog(const std::function<void()> &known)
{
    m_parts.service.readLog(0, [this, known](const Result<std::vector<ReviewEntry>> &log) {
        if (!log)
            return; // whoever reads the events says what is wrong
        m_parts.choice.setLog(*log);
        Q_EMIT reviewsRead();
        showBoundary();
        countNew();
        known();
    });
}

/// The user has changed something: the result follows at once.
void ReviewController::showChange()
{
    readLog([this] {
        if (m_result.expanded && Filter::asksForNew(m_result.expanded))
            Q_EMIT newEventsChanged();
    });
}

void ReviewController::showResult(const QueryResult &result)
{
    m_result = result;
    m_parts.window.actions().markReviewed->setEnabled(result.total > 0);
    showBoundary();
    countNew();
}

/// Between what is new and what was reviewed, in a table that is sorted by arrival.
void ReviewController::showBoundary()
{
    if (m_result.request.filter)
        m_parts.events.model().setReviewedRow(m_parts.choice.lastOf(m_result.request.filter).row);
}

void ReviewController::countNew()
{
    if (!m_result.snapshot)
        return;
    const bool isReviewed = m_parts.choice.lastOf(m_result.request.filter).id != 0;
    if (!isReviewed && !m_dialog) {
        m_parts.counter.cancel();
        return m_parts.window.setReviewText({});
    }
    ResultRequest request = m_result.request;
    request.state = m_result.snapshot->state();
    request.review = m_parts.choice.of(request.filter);
    m_parts.counter.count(request);
}

void ReviewController::showStatus(qint64 count)
{
    if (m_dialog)
        m_dialog->showCount(count);
    const ReviewEntry last = m_parts.choice.lastOf(m_result.request.filter);
    if (last.id == 0)
        return;
    const QString time = exactTime(last.at, QTimeZone(m_parts.settings.displayZone()));
    m_parts.window.setReviewText(tr("%1 new since %2, %3", "number of events, time, reviewer")
                                     .arg(QLocale().toString(count), time, last.reviewer));
}

QString ReviewController::shownExpression() const
{
    const Filter::NodePointer &shown = m_result.request.filter;
    return Filter::sameTree(m_parts.filter.tree(), shown) && !m_parts.filter.error()
        ? m_parts.filter.text().trimmed()
        : Filter::print(shown);
}

void ReviewController::openDialog()
{
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        return m_dialog->activateWindow();
    }
    if (!m_result.snapshot)
        return;
    const ReviewEntry last = m_parts.choice.lastOf(m_result.request.filter);
    const QTimeZone zone(m_parts.settings.displayZone());
    m_dialog = new ReviewDialog({.filter = shownExpression(),
                                 .reviewer = m_parts.service.reviewer(),
                                 .last = last.id != 0 ? exactTime(last.at, zone) : QString(),
                                 .noteLimit = ReviewLimits::MaxNote},
                                &m_parts.window);
    connect(m_dialog, &ReviewDialog::reviewRequested, this, &ReviewController::review);
    m_dialog->open();
    countNew();
}

void ReviewController::review(const QString &note)
{
    // What the table shows may be older than the last result: what has arrived since was not looked at.
    const ResultPointer &shown = m_parts.events.model().snapshot();
    ReviewRequest request{.expression = shownExpression(), .note = note};
    if (shown)
        request.upTo = shown->lastRow();
    m_parts.service.review(request, [this](const Result<ReviewEntry> &entry) {
        if (!entry) {
            if (m_dialog)
                m_dialog->showFailure(entry.error().message);
            return;
        }
        m_parts.window.tell(entry->count == 0 ? tr("Marked as reviewed. No event was new.")
                                              : tr("%Ln new event(s) marked as reviewed.", nullptr,
                                                   countArgument(entry->count)));
        if (m_dialog)
            m_dialog->showReviewed();
    });
}

void ReviewController::openLog()
{
    auto *dialog = new ReviewLogDialog(&m_parts.window);
    m_parts.service.readLog(
        MaxLogRows + 1, [this, dialog = QPointer(dialog)](const Result<std::vector<ReviewEntry>> &log) {
            if (!dialog)
                return;
            if (!log && log.error().kind != ErrorKind::NotFound)
                return dialog->showFailure(log.error().message);
            QList<ReviewLogRow> rows;
            const QTimeZone zone(m_parts.settings.displayZone());
            if (log) {
                for (const ReviewEntry &entry : *log)
                    rows += logRowOf(entry, zone);
            }
            const bool hasMore = rows.size() > MaxLogRows;
            dialog->showRows(rows.first(std::min<qsizetype>(rows.size(), MaxLogRows)), hasMore);
        });
    dialog->open();
}

void ReviewController::showOnlyNew()
{
    m_parts.filter.setTree(
        edited(m_parts.filter.tree(), FilterEdit::Only, Filter::ReviewField::Is, std::string("new")));
    m_parts.filter.remember();
}

} // namespace Trailglass

#include "moc_reviewcontroller.cpp"
