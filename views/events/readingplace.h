// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"

#include <vector>

namespace Trailglass {

class EventTable;
class EventTableModel;

/// Where the reader is in a table of events, by event: it can be found again in another result.
struct ReadingPlace
{
    /// More selected rows than these are not remembered.
    static constexpr int MaxSelected = 1'000;

    RowId current; ///< none: no current row
    int currentColumn = 0;
    int rowsAboveCurrent = 0; ///< in sight; negative when it is out of sight above
    RowId top; ///< the first event in sight
    std::vector<RowId> selected;
    int horizontal = 0; ///< px scrolled to the right
};

[[nodiscard]] ReadingPlace readingPlace(const EventTable &table, const EventTableModel &events);

/// What of the table's place must be found again, when its current row is gone.
enum class WithoutCurrent
{
    GoToTop,
    KeepTopRow
};

/// Selects and scrolls as it was, as far as the events are still there.
void restoreReadingPlace(const ReadingPlace &place, WithoutCurrent otherwise, EventTable &table,
                         const EventTableModel &events);

} // namespace Trailglass
