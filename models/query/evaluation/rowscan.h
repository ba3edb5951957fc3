// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/filter/zonecalendar.h"
#include "models/query/evaluation/batchpipeline.h"
#include "models/query/evaluation/condition.h"

namespace Trailglass {

class SqlConnection;

/// What to look for, and what to bring of each row found.
struct RowScan
{
    ConditionPointer condition;
    const RowLayout &layout; ///< complete; must outlive the scan
    const Filter::ZoneCalendar &calendar; ///< for derived slots
    const CancelToken &cancel;
};

/// Visits all listed events that meet a condition.
///
/// What SQL can decide it decides; the rest is decided from integers while reading, and what needs texts or
/// raw JSON on several threads.
/// \thread the connection's, within its transaction and cancel scope; \a visit is called on it
/// \error Cancelled, Storage, Usage (a regex over its match limit)
[[nodiscard]] Result<void> scanRows(SqlConnection &connection, const RowScan &scan,
                                    const BatchVisitor &visit);

/// How many rows scanRows() would find. Reads nothing where SQL decides alone.
[[nodiscard]] Result<qint64> countRows(SqlConnection &connection, const RowScan &scan);

} // namespace Trailglass
