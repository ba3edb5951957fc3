// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/timereference.h"
#include "models/query/sortorder.h"
#include "views/common/emptystate.h"
#include "views/common/messagestrip.h"
#include "views/events/columncontroller.h"
#include "views/events/columnfitter.h"
#include "views/events/eventsview.h"
#include "views/events/eventtable.h"
#include "views/events/neweventspill.h"
#include "views/events/positionrestorer.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QStackedLayout>

#include <utility>

// How results come into the view, and what it says of them.

namespace Trailglass {

namespace {

bool isNewestFirst(const SortOrder &order)
{
    return !order.empty() && order.front().descending && Filter::isTime(order.front().field);
}

bool hasAtMostFirstRowSelected(const EventTable &table)
{
    const auto ranges = table.selectedRanges();
    return ranges.empty() || (ranges.size() == 1 && ranges.front() == std::pair(0, 0));
}

} // namespace

void EventsView::setResult(ResultPointer snapshot, bool isRefresh)
{
    m_waiting.reset();
    const bool isSameQuestion = isRefresh && m_model.snapshot() && snapshot;
    if (isSameQuestion)
        m_columns->fitter().stopExpecting();
    const bool isFollowed = !isSameQuestion || m_model.rowCount() == 0
        || m_model.snapshot()->hasRowsOf(*snapshot)
        || (m_table->isAtTop() && hasAtMostFirstRowSelected(*m_table));
    if (isFollowed)
        showSnapshot(std::move(snapshot), isSameQuestion);
    else
        keepWaiting(std::move(snapshot));
    updatePill();
}

void EventsView::continueResult(ResultPointer snapshot)
{
    m_waiting.reset();
    showSnapshot(std::move(snapshot), m_model.snapshot() != nullptr);
    updatePill();
}

/// The difference in size may be less: rows that were replaced are new, too.
void EventsView::keepWaiting(ResultPointer snapshot)
{
    m_waiting = std::move(snapshot);
    m_waitingNew = static_cast<int>(m_waiting->countSince(*m_model.snapshot()));
}

void EventsView::setProblem(const Error &error)
{
    m_problem = error;
    setResult(nullptr, false);
}

void EventsView::showSnapshot(ResultPointer snapshot, bool isRefresh)
{
    const bool isSame = isRefresh && m_model.snapshot()->hasRowsOf(*snapshot);
    const bool isAllSelected = m_model.isAllSelected();
    if (snapshot)
        m_problem.reset();
    if (!isRefresh)
        m_columns->fitter().expectRows();
    m_place->replaceRows(std::move(snapshot), isRefresh);
    if (isSame && isAllSelected)
        m_model.setAllSelected(true); // the same rows: still everything the user selected
    m_strip->hide();
    updateState();
    m_table->requestRowsInSight();
    m_place->announce();
}

void EventsView::showSlowSort(bool isSlow)
{
    if (!isSlow)
        return m_slowSort->hide();
    const SortOrder order = sortOrder();
    m_slowSort->show(
        MessageStrip::Kind::Information,
        tr("Sorted by %1, rows appear only after the whole search. Newest first, they appear at once.")
            .arg(sortOrderText(order)),
        tr("Sort newest first"));
}

void EventsView::showNewEvents()
{
    if (!m_waiting)
        return;
    const bool hadFocus = m_pill->hasFocus();
    showSnapshot(std::move(m_waiting), true);
    m_waiting.reset();
    updatePill();
    if (isNewestFirst(sortOrder()))
        m_table->verticalScrollBar()->setValue(0);
    if (hadFocus)
        m_table->setFocus();
}

void EventsView::updateState()
{
    const auto &snapshot = m_model.snapshot();
    if (!snapshot && m_problem) {
        const bool isFilter = m_problem->kind == ErrorKind::Usage;
        m_empty->show(Glyph::Warning,
                      isFilter ? tr("The filter cannot run") : tr("The events cannot be read"),
                      m_problem->message, isFilter ? tr("Clear the filter") : QString());
    } else if (!snapshot) {
        m_empty->show(Glyph::Time, tr("Reading the events…"), {});
    } else if (snapshot->isEmpty()) {
        showNoMatch(tr("No event matches this filter. Broaden it, or clear it."));
    } else if (snapshot->size() > static_cast<std::size_t>(EventTableModel::MaxRows)) {
        m_strip->show(MessageStrip::Kind::Information,
                      tr("The first %1 of %2 events are shown. Narrow the filter to see the rest.")
                          .arg(locale().toString(EventTableModel::MaxRows),
                               locale().toString(static_cast<qulonglong>(snapshot->size()))));
    }
    const bool isEmpty = m_model.rowCount() == 0;
    // That of the window: focusWidget() of this view stays when the keyboard has gone to another pane.
    const QWidget *keyboard = window()->focusWidget();
    const bool hadFocus = keyboard == m_table || m_empty->isAncestorOf(keyboard);
    m_pages->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_tablePage);
    if (hadFocus && !isEmpty)
        m_table->setFocus();
    updateActions();
}

void EventsView::showNoMatch(const QString &text, const QString &sourcesAction)
{
    m_empty->show(Glyph::Filter, tr("No event matches"), text, tr("Clear the filter"), sourcesAction);
}

void EventsView::setEmptyResultHelp(const QString &text, const QStringList &suggestions,
                                    const QString &sourcesAction)
{
    if (!m_model.snapshot() || !m_model.snapshot()->isEmpty())
        return;
    showNoMatch(text, sourcesAction);
    m_empty->setSuggestions(suggestions);
}

void EventsView::updatePill()
{
    m_actions.showNew->setEnabled(m_waiting != nullptr);
    if (!m_waiting)
        return m_pill->hide();
    const QString text =
        m_waitingNew > 0 ? tr("%Ln new event(s)", nullptr, m_waitingNew) : tr("The events have changed");
    m_pill->offer(text, m_actions.showNew->shortcut());
    const QPoint under = m_table->mapTo(m_tablePage, QPoint(0, m_table->horizontalHeader()->height()));
    m_pill->move((m_tablePage->width() - m_pill->width()) / 2, under.y() + 8);
}

} // namespace Trailglass
