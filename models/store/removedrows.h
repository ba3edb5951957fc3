// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/records.h"

#include <functional>
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

/// The entries of table `superseded` that a purge has made: those from the one on that begins with a row, in order.
/// \param first  of the purge's entries
/// \param count  of these; there may be fewer
/// \thread the connection's
/// \error Storage, Cancelled
[[nodiscard]] Result<std::vector<RemovedRange>> purgeEntries(SqlConnection &connection, RowId first,
                                                             qint64 count);

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

private:
    void append(const RemovedRange &range);

    std::vector<RemovedRange> m_ranges; ///< ascending, disjoint
};

} // namespace Trailglass
