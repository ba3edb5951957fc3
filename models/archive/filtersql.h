// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/clientregex.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/querycontext.h"

#include <vector>

namespace Trailglass {

class LocalTimeSql;

/// What a filter is turned into SQL for.
struct FilterSqlContext
{
    QueryContext query;
    /// From the first to after the last event that there is; both ends set. What hours and weekdays are computed for.
    TimeWindow events;
    std::vector<EvaluatedRegex> evaluated = {};
};

/// A filter as a condition on rows of table `event`.
struct FilterSql
{
    /// Never NULL. While some are open it is weaker than the filter: good only for reading the values that these are
    /// evaluated on.
    ArchiveSql condition;
    /// To be evaluated on the distinct values under the condition, and given back in FilterSqlContext::evaluated. Each
    /// once.
    std::vector<ClientRegex> open;
};

/// Writes a filter as SQL that means what RowEvaluator does, in every version of the server: nothing is left to a server's
/// own ideas of case, zones, JSON, addresses or patterns. What reads little of an event comes first.
///
/// A regular expression that takes too long on a value is an error elsewhere, but not here.
/// \param tree  with presets expanded
/// \error Usage as RowEvaluator::compile(), for a regular expression that neither the server nor the client can
/// evaluate, and for reviews, marks and notes
/// \thread any
[[nodiscard]] Result<FilterSql> filterSql(const Filter::NodePointer &tree, const FilterSqlContext &context);

/// Hours and weekdays of the events that a filter can find, in the zone of the context.
/// \param tree  as above; its times on `created` bound the events
/// \error as LocalTimeSql::make()
[[nodiscard]] Result<LocalTimeSql> localTimeSql(const Filter::NodePointer &tree,
                                                const FilterSqlContext &context);

} // namespace Trailglass
