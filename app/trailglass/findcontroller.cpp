// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/findcontroller.h"

#include "app/trailglass/filteredit.h"
#include "models/core/text.h"
#include "models/filter/filterstate.h"
#include "models/filter/surroundings.h"
#include "models/filter/typedtime.h"
#include "models/table/recordfetcher.h"
#include "models/workspace/placefinder.h"
#include "models/workspace/resultrunner.h"
#include "views/events/eventsview.h"
#include "views/events/gototimedialog.h"
#include "views/events/tablefinder.h"

#include <memory>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

/// \pre not empty
bool isByCreated(const SortOrder &order)
{
    return order.front().field == Filter::FieldReference(Field::Created);
}

} // namespace

FindController::FindController(ResultRunner &results, PlaceFinder &places, EventsView &events,
                               FilterState &filter, RecordFetcher &fetcher, QObject *parent)
    : QObject(parent)
    , m_places(places)
    , m_events(events)
    , m_fetcher(fetcher)
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

void FindController::openGoToTime(RowId current)
{
    auto *dialog = new GoToTimeDialog(m_events.window());
    if (const SortOrder order = m_events.sortOrder(); !order.empty() && !isByCreated(order))
        dialog->announceSorting();
    connect(dialog, &GoToTimeDialog::requested, this, [this, dialog, current](const QString &text) {
        if (Filter::isTimeOfDay(text)) { // whether there is such a time is known with the day
            dialog->accept();
            return goToTimeOfDay(text.trimmed(), current);
        }
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
    if (!isByCreated(result.request.order)) // the user chose another order meanwhile
        giveUp();
    else if (!m_timeOfDay.isEmpty())
        goToTimeOfDay(std::exchange(m_timeOfDay, {}), {});
    else if (m_target)
        goTo(TimeWindow(*m_target));
}

void FindController::giveUp()
{
    m_target.reset();
    m_timeOfDay.clear();
    m_isSorting = false;
}

void FindController::sortFirst()
{
    m_isSorting = true;
    m_asked.reset();
    Q_EMIT message(tr("Sorted by time to go there."));
    m_events.sortByTime();
}

/// \param current  as for openGoToTime()
void FindController::goToTimeOfDay(const QString &time, RowId current)
{
    const ResultPointer rows = m_result.snapshot; // the table may not have it yet
    const SortOrder &order = m_result.request.order;
    if (!rows || rows->isEmpty() || order.empty())
        return giveUp();
    m_target.reset();
    if (!current && !isByCreated(order)) { // the newest event is the first one then
        m_timeOfDay = time;
        return sortFirst();
    }
    RecordFetcher::Page page{rows,
                             PlaceRange{order.front().descending ? std::size_t{0} : rows->size() - 1, 1}};
    if (current)
        page.which = std::vector<RowId>{current};
    const auto day = std::make_shared<std::optional<UtcMicros>>();
    const auto take = [day](std::size_t, EventRecord &&record) {
        *day = record.event.created;
    };
    const auto go = [this, time, current, day](const Result<void> &ended) {
        if (!ended) {
            if (ended.error().kind != ErrorKind::Cancelled) // newer rows were requested: no failure
                Q_EMIT message(ended.error().message);
            return;
        }
        if (!*day) {
            Q_EMIT message(current ? tr("The current event is not there any more.")
                                   : tr("The newest event is not there any more."));
            return;
        }
        if (const auto when = Filter::typedTime(time, m_result.context, *day))
            goTo(*when);
        else
            Q_EMIT message(tr("There is no %1 on that day: the clocks go forward.").arg(time));
    };
    m_fetcher.read(std::move(page), RecordFetcher::WithRaw::No, take, this, go);
}

void FindController::goTo(const TimeWindow &time)
{
    const SortOrder &order = m_result.request.order;
    if (order.empty() || !m_events.model().snapshot())
        return giveUp();
    m_target = time;
    m_timeOfDay.clear();
    if (!isByCreated(order))
        return sortFirst();
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
