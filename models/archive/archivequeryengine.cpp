// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivequeryengine.h"

#include "models/archive/archivefacets.h"
#include "models/archive/archivehistogram.h"
#include "models/archive/archivemeter.h"
#include "models/archive/archivesession.h"
#include "models/archive/eventkeyreader.h"
#include "models/archive/pagesql.h"
#include "models/archive/rowbinary.h"
#include "models/archive/snapshotsql.h"
#include "models/archive/timebins.h"
#include "models/filter/createdinterval.h"
#include "models/filter/fieldnames.h"
#include "models/query/evaluation/histogrambins.h"
#include "models/query/querylog.h"

#include <algorithm>

namespace Trailglass {

namespace {

Result<OrderSql> orderOf(const ArchiveQuery &query, const SortOrder &order)
{
    for (const SortKey &key : order) {
        if (!Filter::canBeCounted(key.field))
            return Filter::notCountable(key.field);
    }
    if (!needsLocalTime(order))
        return orderSql(order, nullptr);
    TRY(const auto localTime, query.localTime());
    return orderSql(order, &localTime);
}

} // namespace

ArchiveQueryEngine::ArchiveQueryEngine(ArchiveSession &session, RowTimes &times)
    : m_session(session)
    , m_locator(session, times)
{
}

Result<ResultPointer> ArchiveQueryEngine::select(const Filter::NodePointer &filter, const SortOrder &order,
                                                 const QueryContext &context, const CancelToken &cancel,
                                                 const SelectListener &listener)
{
    const QueryLog log("select in the archive");
    const ArchiveMeter meter(m_cost.emplace());
    TRY(const auto query, prepareArchiveQuery(m_session, filter, context, cancel));
    TRY(const auto sorted, orderOf(query, order));
    TRY(const bool isUnchanged, hasRowsOfEarlier(query, sorted, cancel));
    PlaceIndex index;
    std::shared_ptr<const void> identity = std::make_shared<const int>();
    if (isUnchanged) {
        m_earlier.result->withIndex([&index](const PlaceIndex &known) { index = known; });
        identity = m_earlier.result->identity();
    } else {
        TRY(index, indexOf(query, sorted, cancel, listener.progressed));
    }
    auto result =
        std::make_shared<const ArchiveResult>(ResultQuery{query.events, query.condition, query.from, sorted},
                                              std::move(index), std::move(identity));
    if (isUnchanged) {
        m_earlier.result->withSorted([&result](const SortedPlaces &known) {
            result->withSorted([&known](SortedPlaces &mine) { mine = known; });
        });
    }
    m_earlier = {query.condition, sorted.order, result};
    return ResultPointer(std::move(result));
}

/// Whether the last result had the same rows: the same query, and no row was pushed since that it finds.
Result<bool> ArchiveQueryEngine::hasRowsOfEarlier(const ArchiveQuery &query, const OrderSql &order,
                                                  const CancelToken &cancel)
{
    if (!m_earlier.result || m_earlier.condition != query.condition || m_earlier.order != order.order
        || m_earlier.result->query().order.columns != order.columns)
        return false;
    const Watermark &before = m_earlier.result->query().events->state.watermark;
    const Watermark &now = query.events->state.watermark;
    if (before == now)
        return true;
    if (query.context.query.state) // an earlier one: rows were pushed since that it does not have
        return false;
    const ArchiveSql since = fromEvents(now, allOf({"NOT (" + snapshotSql(before) + ")", query.condition}));
    TRY(const QByteArray rows, m_session.ask("SELECT toUInt64(count())" + since, cancel));
    RowBinaryReader reader(rows);
    const quint64 pushed = reader.readUInt64();
    TRY(reader.check());
    return pushed == 0;
}

Result<PlaceIndex> ArchiveQueryEngine::indexOf(const ArchiveQuery &query, const OrderSql &order,
                                               const CancelToken &cancel,
                                               const std::function<void(double)> &progressed)
{
    TimeWindow time = query.context.events;
    if (!order.createdDescending) {
        TRY(const qint64 count, countOf(query.from, cancel, progressed));
        std::vector<TimeBin> all{
            {*time.from, *time.to, static_cast<std::size_t>(std::max<qint64>(0, count))}};
        return PlaceIndex(std::move(all));
    }
    // The bins are finer where the filter finds events of a short time alone.
    TRY(const auto interval, Filter::createdInterval(query.filter, query.context.query));
    time.from = std::max(*time.from, interval.from.value_or(*time.from));
    time.to = std::min(*time.to, interval.to.value_or(*time.to));
    if (*time.from >= *time.to)
        return PlaceIndex();
    const TimeDivision division{
        .from = *time.from, .to = *time.to, .maxBins = IndexBins, .newestFirst = *order.createdDescending};
    TRY(auto bins, countByTime(m_session, query.from, division, cancel, progressed));
    return PlaceIndex(std::move(bins));
}

Result<qint64> ArchiveQueryEngine::countOf(const ArchiveSql &from, const CancelToken &cancel,
                                           const std::function<void(double)> &progressed)
{
    TRY(const QByteArray rows, m_session.ask(countSql(from), cancel, progressed));
    RowBinaryReader reader(rows);
    const qint64 count = reader.readInt64();
    TRY(reader.check());
    return count;
}

Result<qint64> ArchiveQueryEngine::count(const Filter::NodePointer &filter, const QueryContext &context,
                                         const CancelToken &cancel)
{
    const QueryLog log("count in the archive");
    TRY(const auto query, prepareArchiveQuery(m_session, filter, context, cancel));
    return countOf(query.from, cancel, {});
}

Result<std::vector<Facet>> ArchiveQueryEngine::facets(const Filter::NodePointer &filter,
                                                      const FacetRequest &request,
                                                      const QueryContext &context, const CancelToken &cancel)
{
    const QueryLog log("facets in the archive");
    TRY(const auto query, prepareArchiveQuery(m_session, filter, context, cancel));
    return archiveFacets(m_session, query, request, cancel);
}

Result<Histogram> ArchiveQueryEngine::histogram(const Filter::NodePointer &filter,
                                                const HistogramRequest &request, const QueryContext &context,
                                                const CancelToken &cancel)
{
    const QueryLog log("histogram in the archive");
    TRY(checkRequest(request));
    TRY(const auto query, prepareArchiveQuery(m_session, filter, context, cancel));
    return archiveHistogram(m_session, query, request, cancel);
}

Result<std::optional<std::vector<std::size_t>>>
ArchiveQueryEngine::placesIn(const ResultSnapshot &shown, const Filter::NodePointer &filter,
                             const QueryContext &context, std::size_t max, const CancelToken &cancel)
{
    const auto &result = dynamic_cast<const ArchiveResult &>(shown);
    QueryContext ofShown = context;
    ofShown.state = shown.state();
    TRY(const auto query, prepareArchiveQuery(m_session, filter, ofShown, cancel));
    TRY(const auto rows,
        readEventKeys(m_session, pageSql(query.from, result.query().order, 0, max + 1), cancel));
    if (rows.size() > max)
        return std::optional<std::vector<std::size_t>>();
    return m_locator.placesOf(result, rows, cancel);
}

Result<qint64> ArchiveQueryEngine::total(const StatePointer &state, const CancelToken &cancel)
{
    const auto known = std::dynamic_pointer_cast<const ArchiveEvents>(state);
    if (known)
        return known->state.events;
    TRY(const auto newest, ArchiveLedger::state(m_session, cancel));
    return newest.events;
}

Result<bool> ArchiveQueryEngine::hasChangedSince(const StatePointer &state, const CancelToken &cancel)
{
    TRY(const auto newest, ArchiveLedger::state(m_session, cancel));
    const auto known = std::dynamic_pointer_cast<const ArchiveEvents>(state);
    return !known || known->place != m_session.place() || known->state.watermark != newest.watermark;
}

} // namespace Trailglass
