// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/indexsort.h"
#include "models/query/index/newestfirstsearch.h"
#include "models/query/queryengine.h"

#include <optional>

namespace Trailglass {

/// Tells a listener how far a select() is: the screenful first, then more rows as they become certain, but
/// throttled, because each report costs the listener a new table.
///
/// \thread one at a time
class PartialResultReporter
{
public:
    /// Rows that fill any screen.
    static constexpr std::size_t Screenful = 256;
    /// Each telling after the first screenful has so many times the rows of the one before, up to MaxRows.
    static constexpr std::size_t Growth = 16;
    static constexpr std::size_t MaxRows = Screenful * Growth * Growth;

    /// All arguments outlive this object.
    PartialResultReporter(const SelectListener &listener, const ColumnSortOrder &order, const TimeOrder &time,
                          const ColumnIndex &index);

    /// As TextScan::learnt.
    void tell(const Selection &known, double looked);

private:
    const SelectListener &m_listener;
    RowId m_lastRow;
    std::optional<NewestFirstSearch> m_beginning; ///< none for other orders than newest first
    std::size_t m_told = 0; ///< rows
    std::size_t m_next = Screenful; ///< rows that are worth a telling
    double m_nextLook = 0; ///< when a few rows are worth one
};

} // namespace Trailglass
