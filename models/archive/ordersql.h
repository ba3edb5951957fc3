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

/// One of the values that rows are sorted by.
struct OrderTerm
{
    enum class Kind
    {
        Text, ///< an empty one is no value, and comes last in either direction
        Number, ///< as Int64
    };

    ArchiveSql value; ///< on the columns of the table
    Kind kind = Kind::Number;
    bool isDescending = false;
};

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
    /// The same as in `order`, one after the other; the last two are origin and row, so that no two rows are equal.
    std::vector<OrderTerm> terms;
};

[[nodiscard]] std::string sortColumnName(std::size_t index);

/// \param localTime  for hours and weekdays; null: none is among the keys, see needsLocalTime()
/// \thread any
[[nodiscard]] OrderSql orderSql(const SortOrder &order, const LocalTimeSql *localTime);

[[nodiscard]] bool needsLocalTime(const SortOrder &order);

} // namespace Trailglass
