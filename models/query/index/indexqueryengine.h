// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <memory>

namespace Trailglass {

/// Evaluates queries on the column index; texts and raw JSON are read only where the columns do not decide.
///
/// The index is shared by all engines of the process and caught up at each request. Works on the caller's
/// thread and on its own helper threads.
/// \thread lives on the thread that opened it
class IndexQueryEngine final : public QueryEngine
{
public:
    /// Opens its own read-only connection; the index is built at the first request.
    /// \error NotFound when there is no database yet, NewerVersion, Storage
    static Result<std::unique_ptr<IndexQueryEngine>> open(const QString &workspace);
    ~IndexQueryEngine() override;

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
    [[nodiscard]] QString missingEvents() const override;
    [[nodiscard]] QString notice() const override;

private:
    class Private;
    explicit IndexQueryEngine(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
