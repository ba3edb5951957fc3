// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/clientregex.h"
#include "models/core/result.h"
#include "models/filter/querycontext.h"

#include <vector>

namespace Trailglass {

/// A term on a JSON path as a condition, as Filter::PathMatcher evaluates it on the raw JSON.
struct PathSql
{
    ArchiveSql condition; ///< without those that are open
    std::vector<ClientRegex> open;
};

/// \param term  on a JsonPath
/// \param evaluated  as termTests() takes it
/// \error as termTests(); Usage for a range that ends before it starts, or an unknown display zone
[[nodiscard]] Result<PathSql> pathSql(const Filter::Term &term, const QueryContext &context,
                                      const std::vector<EvaluatedRegex> &evaluated);

} // namespace Trailglass
