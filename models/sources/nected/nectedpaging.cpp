// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/nected/nectedpaging.h"

#include "models/core/translation.h"
#include "models/sources/apirequest.h"
#include "models/sources/cursorjson.h"
#include "models/sources/pagewarnings.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// The page that was requested is \a asked.
ListResponse nectedResponse(const QJsonObject &envelope, qint64 asked, qint64 rows)
{
    const auto pages = readCount(envelope, u"totalPages");
    const auto page = readCount(envelope, u"pageNo");
    const bool isLast = rows == 0 || (pages && asked >= *pages);
    return {.count = readCount(envelope, u"totalCount"),
            .next = isLast ? std::nullopt : std::optional(asked + 1),
            .isSamePage = page && *page < asked};
}

/// Replaces the front range by its halves, the newer one first.
/// \returns false when it is too short
bool splitFront(NewestFirstCursor &cursor, UtcMicros asOf)
{
    const ListRange whole = cursor.front();
    const UtcMicros from = whole.from.value_or(Beginning);
    const UtcMicros to = whole.newest ? std::min(whole.to.value_or(asOf), asOf) : whole.to.value_or(asOf);
    if (to - from <= NectedSearch::SmallestWindow)
        return false;
    const UtcMicros middle = from + (to - from) / 2;
    cursor.ranges.first() = {.from = from, .to = middle};
    cursor.ranges.prepend(
        {.newest = whole.newest, .from = middle - NectedSearch::WindowOverlap, .to = whole.to});
    return true;
}

} // namespace

ListRules NectedSearch::rules()
{
    return {.vendor = u"Nected"_s,
            .askedByDate = true,
            .lastPage = LastPage,
            .lastPageWarning =
                Trailglass::tr("Nected returns at most 10,000 events per request, and this request matches "
                               "more. Restrict the source, for example by type or environment.")};
}

TimeWindow NectedSearch::dates(const ListRange &range)
{
    if (!range.from && !range.to)
        return {};
    return {floorToMillis(range.from.value_or(Earliest)), ceilToMillis(range.to.value_or(Ending))};
}

bool NectedSearch::announcesRows(const QJsonObject &envelope, qint64 asked)
{
    const auto count = readCount(envelope, u"totalCount");
    const auto pages = readCount(envelope, u"totalPages");
    if (!count)
        return pages && asked < *pages; // an empty list may have one page
    return *count > 0 && (pages ? asked <= *pages : (asked - 1) * PageSize < *count);
}

PageOutcome NectedSearch::follow(NewestFirstCursor cursor, const QJsonObject &envelope,
                                 const PageSummary &page)
{
    const ListRange front = cursor.front();
    const ListResponse response = nectedResponse(envelope, front.page, page.rows);
    const UtcMicros asOf = cursor.asOf.value_or(page.asOf.value_or(UtcMicros{}));
    // Where the server ignores the dates, halves would be as large as the whole.
    const bool isTooLarge =
        front.page == 1 && response.count.value_or(0) > SplitAbove && page.outsideWindow == 0;
    PageOutcome outcome;
    if (isTooLarge && !cursor.ranges.isEmpty() && splitFront(cursor, asOf)) {
        cursor.asOf = asOf;
        if (!cursor.top)
            cursor.top = page.latestPresent;
        outcome.totalHint = response.count;
        outcome.checkpoint = cursor.toJson();
    } else {
        outcome = followListPage(std::move(cursor), response, page, rules());
    }
    if (page.outsideWindow > 0)
        outcome.warnings.append(outsideWindowWarning(rules().vendor));
    return outcome;
}

} // namespace Trailglass
