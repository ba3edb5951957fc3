// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/sortclicks.h"

#include "models/filter/timereference.h"
#include "models/query/sortorder.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::size_t MaxKeys = 16; ///< as parseSortOrder() takes them

SortOrder orDefault(SortOrder order)
{
    return order.empty() ? defaultSortOrder() : order;
}

} // namespace

SortOrder sortAfterClick(const SortOrder &current, const Filter::FieldReference &field, bool adds)
{
    const bool first = Filter::isTime(field); // newest first
    SortOrder order = current;
    const auto key = std::ranges::find(order, field, &SortKey::field);
    const bool isKey = key != order.end();
    const bool isFresh = isKey && key->descending == first;
    if (adds && !isKey) {
        if (order.size() < MaxKeys)
            order.push_back({field, first});
        return order;
    }
    if (adds) {
        if (isFresh)
            key->descending = !first;
        else
            order.erase(key);
        return orDefault(std::move(order));
    }
    if (!isKey || current.size() > 1)
        return {{field, first}};
    return isFresh ? SortOrder{{field, !first}} : defaultSortOrder();
}

} // namespace Trailglass
