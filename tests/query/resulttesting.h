// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/memoryresult.h"

namespace Trailglass::Testing {

inline ResultPointer resultOf(RowList rows, RowId lastRow = {})
{
    return std::make_shared<const MemoryResult>(lastRow, std::move(rows));
}

/// All rows of a result that is in memory.
inline RowList rowsOf(const ResultRows &result)
{
    const auto rows = listedRows(result, {0, result.size()});
    return {rows.begin(), rows.end()};
}

} // namespace Trailglass::Testing
