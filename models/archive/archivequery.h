// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveresult.h"
#include "models/archive/filtersql.h"
#include "models/archive/timesql.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <cstddef>
#include <memory>

namespace Trailglass {

class ArchiveSession;

/// A filter as a server evaluates it, for one state of an archive.
struct ArchiveQuery
{
    /// Different values of a field or path that a regular expression is evaluated on here.
    static constexpr quint64 MaxValues = 200'000;
    /// Of a condition with the values that match: half of what a query may have.
    static constexpr std::size_t MaxEvaluatedBytes = std::size_t(8) * 1024 * 1024;

    std::shared_ptr<const ArchiveEvents> events;
    Filter::NodePointer filter;
    FilterSqlContext context;
    ArchiveSql condition; ///< of the filter alone
    ArchiveSql from; ///< fromEvents()

    /// Hours and weekdays of the events that the filter can find.
    /// \error as LocalTimeSql::make()
    [[nodiscard]] Result<LocalTimeSql> localTime() const { return localTimeSql(filter, context); }
};

/// Reads the newest state, unless the context names one of this archive, and writes the filter as SQL. Regular
/// expressions that only this program evaluates are evaluated: their values are read for that. Blocking.
///
/// \error Usage as filterSql(), for a regular expression on more than MaxValues values, and for those that match more than
/// MaxEvaluatedBytes; else as ArchiveSession::ask()
/// \thread any
[[nodiscard]] Result<ArchiveQuery> prepareArchiveQuery(ArchiveSession &session,
                                                       const Filter::NodePointer &filter,
                                                       const QueryContext &context,
                                                       const CancelToken &cancel);

} // namespace Trailglass
