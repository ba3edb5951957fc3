// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/newestfirstcursor.h"

#include <limits>

namespace Trailglass {

/// What a response says about the list it is a page of.
struct ListResponse
{
    std::optional<qint64> count = {}; ///< events in the list
    std::optional<qint64> next = {}; ///< page; nothing: this is the last one
    bool saysWhetherThereIsMore = true;
    bool isSamePage = false; ///< it is another page than the one requested
};

/// What is particular to a vendor's list.
struct ListRules
{
    /// Times a run goes back in a range because the list has shrunk, before it takes that for the oldest
    /// rows expiring.
    static constexpr qint64 CarefulSteps = 10;

    /// Times a run goes back in all: a range of a list that changes more often is left to the next run.
    static constexpr qint64 MaxStepsBack = 50;

    /// Times in a row that a look at the page before may show nothing, before the range is left to the next run.
    static constexpr qint64 MaxUnclearLooks = 20;

    QString vendor; ///< name for sentences
    bool askedByDate = false; ///< the server leaves out what a range is not about
    qint64 lastPage = std::numeric_limits<qint64>::max(); ///< the vendor gives no later one
    QString lastPageWarning = {}; ///< where more follows
};

/// Moves \a cursor over one page of its front range, and says what the page means: the next page, a look at
/// the page before, the next range, the end of the run.
///
/// A list is alive. New rows push it down: what has been read comes again, which does no harm. A row deleted
/// above pulls it up: what has not been read slips to a page already read. A smaller count shows that, and
/// the run goes back by as much: no place, which is a time, says that nothing has slipped, since in a list by
/// arrival a page may end with a late row and look sorted. A smaller count may only show that the oldest rows
/// have expired; when it happens often, and where the page before has reached below what is wanted, that page is
/// looked at, and when it ends where it ended and the count has fallen again, nothing has slipped to it. Else it is read
/// on from: under an equal count, rows may have arrived and others have gone further down. Order is checked within
/// pages and across them: a list that is not sorted is read to its end. Where a response does not
/// say whether there is a next page, the range is done if it reaches below its lower end, else left to the next
/// run.
[[nodiscard]] PageOutcome followListPage(NewestFirstCursor cursor, const ListResponse &response,
                                         const PageSummary &page, const ListRules &rules);

/// What follows the permanent refusal of a page (400, 404, 422): of one that is gone from a list without
/// dates, once a run, a new descent; else the range is left to the next run, and the others are read.
/// Nothing when another error, or the very first page, is refused.
[[nodiscard]] std::optional<PageOutcome> followListRefusal(NewestFirstCursor cursor, const Error &error,
                                                           const ListRules &rules);

/// What follows a page that could not be read after all retries: a range below the newest part is left to
/// the next run, and the others are read. Nothing in the newest part, where the run fails.
[[nodiscard]] std::optional<PageOutcome> followListFailure(NewestFirstCursor cursor, const Error &error,
                                                           const ListRules &rules);

} // namespace Trailglass
