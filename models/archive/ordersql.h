// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/timesql.h"
#include "models/query/queryengine.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// A sort order for the rows of table `event`: rows without a value last in either direction, ties by origin and row.
struct OrderSql
{
    /// What the rows are sorted by besides `created`, `origin` and `row`, as expressions on the table, each with its
    /// sortColumnName(): `target AS sort0`.
    std::vector<ArchiveSql> columns;
    /// The list after ORDER BY, of `created`, `origin`, `row` and the names of the columns.
    ArchiveSql order;
    /// Whether it goes by `created` alone, and how.
    std::optional<bool> createdDescending;
};

[[nodiscard]] std::string sortColumnName(std::size_t index);

/// \param localTime  for hours and weekdays; null: none is among the keys, see needsLocalTime()
/// \thread any
[[nodiscard]] OrderSql orderSql(const SortOrder &order, const LocalTimeSql *localTime);

[[nodiscard]] bool needsLocalTime(const SortOrder &order);

} // namespace Trailglass
