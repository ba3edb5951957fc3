// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/findcontroller.h"

#include "app/trailglass/filteredit.h"
#include "models/core/text.h"
#include "models/filter/filterstate.h"
#include "models/filter/surroundings.h"
#include "models/filter/typedtime.h"
#include "models/workspace/placefinder.h"
#include "models/workspace/resultrunner.h"
#include "views/events/eventsview.h"
#include "views/events/gototimedialog.h"
#include "views/events/tablefinder.h"

#include <utility>

namespace Trailglass {

namespace {

/// \pre not empty
bool isByCreated(const SortOrder &order)
{
    return order.front().field == Filter::FieldReference(Field::Created);
}

} // namespace

FindController::FindController(ResultRunner &results, PlaceFinder &places, EventsView &events,
                               FilterState &filter, QObject *parent)
    : QObject(parent)
    , m_places(places)
    , m_events(events)
{
    TableFinder *finder = &events.finder();
    connect(&results, &ResultRunner::finished, this, &FindController::follow);
    connect(&results, &ResultRunner::partialResult, this,
            [this](const QueryResult &result) { m_result = result; });
    connect(&results, &ResultRunner::failed, this, [this] {
        if (m_isSorting) // what was wrong is said where the result would be
            giveUp();
    });
    connect(finder, &TableFinder::requested, this, &FindController::look);
    connect(&places, &PlaceFinder::found, finder, &TableFinder::setFound);
    connect(&places, &PlaceFinder::failed, finder,
            [finder](const Error &error) { finder->setProblem(error.message); });
    connect(finder, &TableFinder::filterRequested, &filter, [&filter](const QString &text) {
        filter.setTree(bothOf(filter.tree(), Filter::makeNode(Filter::Text{toUtf8(text)})));
    });
    connect(&places, &PlaceFinder::endFound, this, &FindController::arrive);
    connect(&places, &PlaceFinder::endFailed, this, [this](const Error &error) {
        giveUp();
        Q_EMIT message(error.message);
    });
}

/// The table may not have followed the last result yet.
QueryResult FindController::shown() const
{
    QueryResult shown = m_result;
    shown.snapshot = m_events.model().snapshot();
    return shown;
}

void FindController::look()
{
    const QString text = m_events.finder().text();
    if (text.isEmpty() || !m_result.snapshot || !m_events.model().snapshot())
        return m_places.cancelFind();
    std::vector<Filter::FieldReference> fields;
    for (const Column &column : m_events.columns())
        std::visit([&fields](const auto &place) { fields.push_back(place); }, column.place);
    if (const auto what = Filter::containing(fields, toUtf8(text)))
        return m_places.find(shown(), what);
    m_places.cancelFind();
    m_events.finder().setFound({});
}

void FindController::openGoToTime()
{
    auto *dialog = new GoToTimeDialog(m_events.window());
    if (const SortOrder order = m_events.sortOrder(); !order.empty() && !isByCreated(order))
        dialog->announceSorting();
    connect(dialog, &GoToTimeDialog::requested, this, [this, dialog](const QString &text) {
        const auto time = Filter::typedTime(text, m_result.context);
        if (!time)
            return dialog->setProblem(time.error().message);
        dialog->accept();
        goTo(*time);
    });
    dialog->open();
}

void FindController::follow(const QueryResult &result)
{
    m_result = result;
    if (!std::exchange(m_isSorting, false))
        return;
    if (m_target && isByCreated(result.request.order))
        goTo(TimeWindow(*m_target));
    else // the user chose another order meanwhile
        giveUp();
}

void FindController::giveUp()
{
    m_target.reset();
    m_isSorting = false;
}

void FindController::goTo(const TimeWindow &time)
{
    const SortOrder &order = m_result.request.order;
    if (order.empty() || !m_events.model().snapshot())
        return giveUp();
    m_target = time;
    if (!isByCreated(order)) {
        m_isSorting = true;
        m_asked.reset();
        Q_EMIT message(tr("Sorted by time to go there."));
        return m_events.sortByTime();
    }
    m_asked = m_events.model().snapshot();
    m_places.findEnd(shown(),
                     order.front().descending ? Filter::sinceTime(*time.to) : Filter::beforeTime(*time.from));
}

void FindController::arrive(std::size_t place)
{
    const std::optional<TimeWindow> target = std::exchange(m_target, std::nullopt);
    const bool isShown = std::exchange(m_asked, nullptr) == m_events.model().snapshot();
    if (isShown)
        m_events.goToRow(place);
    else if (target) // in other rows by now
        goTo(*target);
}

} // namespace Trailglass

#include "moc_findcontroller.cpp"
