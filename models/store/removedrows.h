// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/records.h"

#include <vector>

namespace Trailglass {

class SqlConnection;

/// Which rows of an interval were superseded or removed, in memory.
class RemovedRows
{
public:
    /// \error Storage, Cancelled
    static Result<RemovedRows> load(SqlConnection &connection, RowId first, RowId last);

    [[nodiscard]] bool contains(RowId row) const;

private:
    std::vector<RemovedRange> m_ranges; ///< ascending, disjoint
};

} // namespace Trailglass
