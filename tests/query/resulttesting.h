// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/memoryresult.h"

namespace Trailglass::Testing {

inline ResultPointer resultOf(RowList rows, RowId lastRow = {})
{
    return std::make_shared<const MemoryResult>(lastRow, std::move(rows));
}

/// All rows of a result. A page that cannot be read ends the test.
inline RowList rowsOf(const ResultRows &result)
{
    const auto rows = result.page(0, result.size());
    if (!rows)
        qFatal("%s", qPrintable(rows.error().message));
    return {rows->begin(), rows->end()};
}

} // namespace Trailglass::Testing
