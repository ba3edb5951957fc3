// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/listahead.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// The next page is the one after this, of the same range.
bool goesOn(const ListRange &before, const ListRange &after)
{
    return !before.after && !after.after && !after.left && after.page == before.page + 1
        && after.newest == before.newest && after.from == before.from && after.to == before.to;
}

bool isFullAndReadable(const ListRange &before, const PageSummary &page)
{
    return page.rows > 0 && page.rows == before.pageRows && page.unreadable == 0 && page.outsideWindow == 0
        && page.descending;
}

} // namespace

bool isSteadyList(const ListRange &before, const NewestFirstCursor &cursor, const ListResponse &response,
                  const PageSummary &page)
{
    if (cursor.ranges.isEmpty() || cursor.unordered || cursor.sawDisorder || before.page < FirstSteadyPage)
        return false;
    if (!goesOn(before, cursor.front()) || !isFullAndReadable(before, page))
        return false;
    if (!response.count || response.count != before.count)
        return false;
    const bool isBelow = page.latest && before.low && *page.latest < *before.low;
    return isBelow && cursor.asOf && *page.latest < *cursor.asOf - Overlap;
}

QList<Checkpoint> pagesAhead(const NewestFirstCursor &cursor, const ListResponse &response,
                             const ListRules &rules)
{
    const ListRange front = cursor.front();
    if (front.from && !rules.askedByDate)
        return {};
    const qint64 pages = (response.count.value_or(0) + front.pageRows - 1) / front.pageRows;
    const qint64 last = std::min({pages, rules.lastPage, front.page + MaxPagesAhead});
    QList<Checkpoint> ahead;
    NewestFirstCursor there = cursor;
    for (qint64 page = front.page + 1; page <= last; ++page) {
        there.ranges.first().page = page;
        ahead.append(there.toJson());
    }
    return ahead;
}

} // namespace Trailglass
