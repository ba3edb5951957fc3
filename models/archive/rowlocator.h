// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveresult.h"
#include "models/archive/eventkey.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace Trailglass {

class ArchiveSession;
class RowTimes;

/// How many rows are handled at once; a test has fewer.
struct LocatorLimits
{
    /// Rows of a bin that are sorted for a page; more are divided first.
    std::size_t binRows = 20'000;
    /// Rows whose keys are read at once in an order that is not by time. The server sorts a result of as many as a whole.
    std::size_t blockRows = 100'000;
    /// Rows at the beginning of a result that a server finds without sorting all.
    std::size_t firstRows = 1'000;
    /// Rows of a result among which places are looked for.
    std::size_t searchedRows = 5'000'000;
};

/// Finds the rows at places of a result, and the places of rows. What it reads is at hand from then on.
///
/// It reads the bins alone that the places are in, and divides large ones: by time, or in other orders by what the rows are
/// sorted by. There the server looks at all rows for each page, so that the keys of many rows are read at once.
///
/// Blocking.
/// \thread any, one at a time
/// \error as readEventKeys(); Malformed where rows are missing in a response
class RowLocator
{
public:
    /// \param session, times  outlive this
    RowLocator(ArchiveSession &session, RowTimes &times, const LocatorLimits &limits = {});

    /// \param places  within the result
    /// \returns in order; fewer where an administrator has deleted rows since
    [[nodiscard]] Result<std::vector<EventKey>> keysAt(const ArchiveResult &result, PlaceRange places,
                                                       const CancelToken &cancel);

    /// Of those rows that are in the state of the result, whether its filter finds them or not.
    [[nodiscard]] Result<std::vector<EventKey>>
    keysOf(const ArchiveResult &result, const std::vector<RowId> &rows, const CancelToken &cancel);

    /// \returns nothing for a row that is not in the result, and where all of a large result would have to be read
    [[nodiscard]] Result<std::optional<std::size_t>> placeOf(const ArchiveResult &result, RowId row,
                                                             const CancelToken &cancel);

    /// The places of those of some rows that are in the result.
    /// \returns ascending; nothing where they are among more than LocatorLimits::searchedRows
    [[nodiscard]] Result<std::optional<std::vector<std::size_t>>>
    placesOf(const ArchiveResult &result, const std::vector<EventKey> &rows, const CancelToken &cancel);

private:
    [[nodiscard]] Result<PlaceIndex::Part> partOf(const ArchiveResult &result, PlaceRange places,
                                                  const CancelToken &cancel);
    [[nodiscard]] Result<void> divideAt(const ArchiveResult &result, UtcMicros time,
                                        const CancelToken &cancel);
    [[nodiscard]] Result<std::vector<EventKey>> readByTime(const ArchiveResult &result, PlaceRange places,
                                                           const CancelToken &cancel);
    [[nodiscard]] Result<std::vector<EventKey>> readPage(const ArchiveResult &result, const ArchiveSql &from,
                                                         PlaceRange places, const CancelToken &cancel);
    [[nodiscard]] Result<std::vector<EventKey>> readSorted(const ArchiveResult &result, PlaceRange places,
                                                           const CancelToken &cancel);
    [[nodiscard]] Result<std::vector<EventKey>> readBlock(const ArchiveResult &result, PlaceRange places,
                                                          const CancelToken &cancel);
    [[nodiscard]] Result<void> divideSortedAt(const ArchiveResult &result, PlaceRange places,
                                              const CancelToken &cancel);
    [[nodiscard]] bool isLarge(const TimeBin &bin) const;
    [[nodiscard]] bool isLarge(const SortedBin &bin) const;
    [[nodiscard]] Result<std::optional<EventKey>> keyOf(const ArchiveResult &result, RowId row,
                                                        const CancelToken &cancel);
    void note(const ArchiveResult &result, std::size_t first, const std::vector<EventKey> &keys);

    ArchiveSession &m_session;
    RowTimes &m_times;
    const LocatorLimits m_limits;
};

} // namespace Trailglass
