// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/ordersql.h"
#include "models/core/utcmicros.h"

#include <string>
#include <vector>

namespace Trailglass {

// Queries for the rows of a result. `from` is fromEvents() of the snapshot and the filter. Pure; any thread.

/// Also only events of a range of time.
[[nodiscard]] ArchiveSql inTime(const ArchiveSql &from, const TimeWindow &created);

/// \returns one row: count Int64, 0 for none
[[nodiscard]] ArchiveSql countSql(const ArchiveSql &from);

/// The times of the first and last rows. They may belong to events that were taken back: good only if events of these times
/// count, or else between them.
/// \returns one row: first Int64, last Int64; both 0 if there are no rows
[[nodiscard]] ArchiveSql extentSql(const ArchiveSql &from);

/// The first events in an order.
///
/// Reads in the order of the table where the order is by `created`, so that a server stops after a few rows. An event that
/// was taken back comes in two neighbouring rows, the sum of whose signs is 0; the second may be cut off by the limit.
/// \returns columns: created Int64, origin UInt32, row Int64, sign Int8
[[nodiscard]] ArchiveSql firstRowsSql(const ArchiveSql &from, const OrderSql &order, quint64 limit);

/// Some neighbouring events in an order: those of one bin of time, or of a whole result.
/// \param from  only of the events among which the places are; all of them are sorted
/// \returns columns: created Int64, origin UInt32, row Int64
[[nodiscard]] ArchiveSql pageSql(const ArchiveSql &from, const OrderSql &order, quint64 first, quint64 count);

/// All rows that `from` is of, in an order, with the columns of their records. An event that was taken back comes in two
/// neighbouring rows, the sum of whose signs is 0.
/// \param columns  the names, in the order in which they are read
/// \returns columns: those, and sign Int8
[[nodiscard]] ArchiveSql recordsSql(const ArchiveSql &from, const OrderSql &order,
                                    const std::vector<std::string> &columns);

} // namespace Trailglass
