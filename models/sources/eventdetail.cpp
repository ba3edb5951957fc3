// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/eventdetail.h"

#include "models/core/result.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace Trailglass {

namespace {

/// The first part is the group, the second the order in it.
std::pair<int, qint64> orderOf(const DetailItem &item)
{
    using Relation = DetailEntry::Relation;
    constexpr int History = 3;
    const auto newestFirst = [](const std::optional<UtcMicros> &time) {
        return time ? -time->value : std::numeric_limits<qint64>::max();
    };
    if (item.version)
        return {History, newestFirst(item.version->logged)};
    switch (item.entry->relation) {
    case Relation::Itself:
        return {0, 0};
    case Relation::Parent:
        return {1, 0};
    case Relation::Child:
        return {2, 0};
    case Relation::History:
        break;
    }
    const auto &event = item.entry->event;
    return {History, newestFirst(event ? std::optional(event->created) : std::nullopt)};
}

} // namespace

std::vector<DetailItem> itemsInOrder(const EventDetail &detail)
{
    std::vector<DetailItem> items;
    for (const DetailVersion &version : detail.versions)
        items.push_back({&version, nullptr});
    for (const DetailEntry &entry : detail.entries)
        items.push_back({nullptr, &entry});
    std::ranges::stable_sort(items, {}, orderOf);
    return items;
}

Result<EventDetail> readDetail(const DetailRequests &requests, const QList<QByteArray> &pages)
{
    EventDetail detail;
    qint64 number = 0;
    for (const QByteArray &body : pages) {
        TRY(DetailPage page, requests.read(body, ++number));
        detail.isCut = page.nextPage.value_or(0) > number; // a link to this very page is not a next page
        appendPage(detail, std::move(page));
    }
    return detail;
}

void appendPage(EventDetail &detail, DetailPage page)
{
    const auto append = [](auto &to, auto &from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    // Each page of an entry's children repeats the entry and its parents.
    if (!detail.entries.empty() || !detail.versions.empty()) {
        std::erase_if(page.detail.entries, [](const DetailEntry &entry) {
            return entry.relation == DetailEntry::Relation::Itself
                || entry.relation == DetailEntry::Relation::Parent;
        });
    }
    append(detail.versions, page.detail.versions);
    append(detail.entries, page.detail.entries);
    if (page.detail.total)
        detail.total = page.detail.total;
}

} // namespace Trailglass
