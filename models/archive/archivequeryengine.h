// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivequery.h"
#include "models/archive/rowlocator.h"
#include "models/query/queryengine.h"

#include <memory>
#include <optional>

namespace Trailglass {

/// Evaluates queries on the events of an archive, at its server.
///
/// A result knows how many rows there are and how they lie in time; its rows are read by ArchiveRecords. Each query reads
/// which pushes count by then, and what goes with an earlier result counts those of that result.
/// \thread any, one at a time
/// \error as QueryEngine; as ArchiveSession::ask()
class ArchiveQueryEngine final : public QueryEngine
{
public:
    /// Bins of the index of places.
    static constexpr int IndexBins = 1'000;

    /// \param session, times  outlive this
    ArchiveQueryEngine(ArchiveSession &session, RowTimes &times);

    using QueryEngine::select;
    Result<ResultPointer> select(const Filter::NodePointer &filter, const SortOrder &order,
                                 const QueryContext &context, const CancelToken &cancel,
                                 const SelectListener &listener) override;
    Result<qint64> count(const Filter::NodePointer &filter, const QueryContext &context,
                         const CancelToken &cancel) override;
    Result<std::vector<Facet>> facets(const Filter::NodePointer &filter, const FacetRequest &request,
                                      const QueryContext &context, const CancelToken &cancel) override;
    Result<Histogram> histogram(const Filter::NodePointer &filter, const HistogramRequest &request,
                                const QueryContext &context, const CancelToken &cancel) override;
    Result<std::optional<std::vector<std::size_t>>> placesIn(const ResultSnapshot &shown,
                                                             const Filter::NodePointer &filter,
                                                             const QueryContext &context, std::size_t max,
                                                             const CancelToken &cancel) override;
    Result<qint64> total(const StatePointer &state, const CancelToken &cancel) override;
    Result<bool> hasChangedSince(const StatePointer &state, const CancelToken &cancel) override;
    [[nodiscard]] std::optional<QueryCost> cost() const override { return m_cost; }

private:
    /// A result, and what tells whether another one has the same rows.
    struct Earlier
    {
        ArchiveSql condition;
        ArchiveSql order;
        std::shared_ptr<const ArchiveResult> result;
    };

    Result<qint64> countOf(const ArchiveSql &from, const CancelToken &cancel,
                           const std::function<void(double)> &progressed);
    Result<PlaceIndex> indexOf(const ArchiveQuery &query, const OrderSql &order, const CancelToken &cancel,
                               const std::function<void(double)> &progressed);
    Result<bool> hasRowsOfEarlier(const ArchiveQuery &query, const OrderSql &order,
                                  const CancelToken &cancel);

    ArchiveSession &m_session;
    RowLocator m_locator;
    Earlier m_earlier; ///< of the last select()
    std::optional<QueryCost> m_cost; ///< likewise
};

} // namespace Trailglass
