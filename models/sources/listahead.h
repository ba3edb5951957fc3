// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/newestfirstpaging.h"

namespace Trailglass {

/// The greatest number of pages of a list that are requested before the page in front of them has arrived.
inline constexpr qint64 MaxPagesAhead = 3;

/// The first page of a range after which that may begin: a server that does not number its pages as promised has
/// shown it by then.
inline constexpr qint64 FirstSteadyPage = 3;

/// The list has not moved between the page that led to \a before and this one: PageOutcome::isSteady.
///
/// Responses that were requested ahead may have been given in any order, so a row that arrives can push another
/// one from a page that is read late to one that was read early. That cannot stay unseen: the page is full and
/// readable, its list sorted; its count is that of the page before; all its rows are older than those of
/// the page before, so that none comes again; and they are older than what may still arrive late, so that a row can only
/// arrive above them. Then the next page lacks nothing, or its count is smaller.
/// \param before  the range as it was when the page was requested
/// \param cursor  after the page
[[nodiscard]] bool isSteadyList(const ListRange &before, const NewestFirstCursor &cursor,
                                const ListResponse &response, const PageSummary &page);

/// The pages after the next one, as far as the list goes: PageOutcome::ahead. None where the range may end
/// before the list does.
/// \pre isSteadyList()
[[nodiscard]] QList<Checkpoint> pagesAhead(const NewestFirstCursor &cursor, const ListResponse &response,
                                           const ListRules &rules);

} // namespace Trailglass
