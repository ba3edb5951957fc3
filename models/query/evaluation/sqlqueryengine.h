// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <memory>

namespace Trailglass {

/// Answers from the database itself, without an index in memory: every question is one pass over table
/// `event`.
///
/// Each answer is one read transaction. Works on the caller's thread and, where raw JSON must be looked at,
/// on helper threads of its own.
/// \thread lives on the thread that opened it
class SqlQueryEngine final : public QueryEngine
{
public:
    /// Opens its own read-only connection.
    /// \error NotFound when there is no database yet, NewerVersion, Storage
    static Result<std::unique_ptr<SqlQueryEngine>> open(const QString &workspace);
    ~SqlQueryEngine() override;

    using QueryEngine::select;
    Result<ResultSnapshot> select(const Filter::NodePointer &filter, const SortOrder &order,
                                  const QueryContext &context, const CancelToken &cancel,
                                  const SelectListener &listener) override;
    Result<qint64> count(const Filter::NodePointer &filter, const QueryContext &context,
                         const CancelToken &cancel) override;
    Result<std::vector<Facet>> facets(const Filter::NodePointer &filter,
                                      std::span<const Filter::FieldReference> fields, int top,
                                      const QueryContext &context, const CancelToken &cancel) override;
    Result<std::vector<HistogramBin>> histogram(const Filter::NodePointer &filter,
                                                const HistogramDivision &division,
                                                const QueryContext &context,
                                                const CancelToken &cancel) override;
    Result<Timeline> timeline(const Filter::NodePointer &filter, const TimelineDivision &division,
                              const QueryContext &context, const CancelToken &cancel) override;

private:
    class Private;
    explicit SqlQueryEngine(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
