// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/indexsort.h"
#include "models/query/index/newestrowscursor.h"
#include "models/query/queryengine.h"

#include <optional>

namespace Trailglass {

/// Reports partial results: first a screenful, then geometrically growing prefixes, because every report
/// resets the table.
///
/// \thread one at a time
class PartialResultReporter
{
public:
    /// Rows that fill any screen.
    static constexpr std::size_t Screenful = 256;
    /// Each report after the first screenful has so many times the rows of the one before, up to MaxRows.
    static constexpr std::size_t Growth = 16;
    static constexpr std::size_t MaxRows = Screenful * Growth * Growth;

    /// All arguments outlive this object.
    PartialResultReporter(const SelectListener &listener, const ColumnSortOrder &order, const TimeOrder &time,
                          const ColumnIndex &index);

    /// As TextScan::progress.
    void report(const Selection &known, double searched);

private:
    const SelectListener &m_listener;
    RowId m_lastRow;
    std::optional<NewestRowsCursor> m_cursor; ///< none for other orders than newest first
    std::size_t m_reported = 0; ///< rows
    std::size_t m_next = Screenful; ///< rows that are worth a report
    double m_nextShare = 0; ///< searched, when a few rows are worth one
};

} // namespace Trailglass
