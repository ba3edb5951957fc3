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

/// The superseded and removed rows of a range, in memory.
class RemovedRows
{
public:
    /// \param last  inclusive
    /// \error Storage, Cancelled
    static Result<RemovedRows> load(SqlConnection &connection, RowId first, RowId last);

    [[nodiscard]] bool contains(RowId row) const;

private:
    std::vector<RemovedRange> m_ranges; ///< ascending, disjoint
};

} // namespace Trailglass
