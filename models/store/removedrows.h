// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/records.h"

#include <functional>
#include <string_view>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// Visits the entries of table `superseded` after \a sequence, in order.
/// \thread the connection's
/// \error Storage, Cancelled
[[nodiscard]] Result<void>
visitRemovals(SqlConnection &connection, qint64 sequence,
              const std::function<void(qint64 sequence, const RemovedRange &range)> &visit);

/// The sequence of the last entry of table `superseded`; 0 when there is none.
/// \thread the connection's
/// \error Storage, Cancelled
[[nodiscard]] Result<qint64> readLastRemoval(SqlConnection &connection);

/// Visits the entries of table `superseded` that purges have made, in order.
/// \thread the connection's
/// \error Storage, Cancelled
[[nodiscard]] Result<void> visitPurged(SqlConnection &connection,
                                       const std::function<void(const RemovedRange &range)> &visit);

/// SQL: the listed events whose row is in an entry of table `superseded`, with their source. Each event comes once, and is
/// looked at once, however the entries of a stranger overlap: each counts from where those before it have ended.
inline constexpr std::string_view FromListedAmongRemoved =
    " FROM (SELECT max(first_row, ifnull(max(last_row) OVER (ORDER BY first_row ROWS BETWEEN UNBOUNDED "
    "PRECEDING AND 1 PRECEDING) + 1, first_row)) AS first_left, last_row FROM superseded) AS entry "
    "CROSS JOIN event ON event.row BETWEEN entry.first_left AND entry.last_row "
    "CROSS JOIN source ON source.id = event.source WHERE source.name IS NOT NULL ";

/// Superseded and removed rows, in memory.
class RemovedRows
{
public:
    /// \param ranges  in any order; they may overlap
    static RemovedRows of(std::vector<RemovedRange> ranges);
    /// Those of a range.
    /// \param last  inclusive
    /// \error Storage, Cancelled
    static Result<RemovedRows> load(SqlConnection &connection, RowId first, RowId last);

    [[nodiscard]] bool contains(RowId row) const;
    /// Ascending, disjoint.
    [[nodiscard]] const std::vector<RemovedRange> &ranges() const { return m_ranges; }

private:
    void append(const RemovedRange &range);

    std::vector<RemovedRange> m_ranges;
};

} // namespace Trailglass
