// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramorder.h"

#include "models/core/event.h"

#include <algorithm>
#include <numeric>

namespace Trailglass {

namespace {

constexpr int UnknownRank = 1000;

int rankOf(const std::string &value, Field splitBy)
{
    if (splitBy == Field::Outcome) {
        switch (outcomeFromName(value).value_or(Outcome::Unknown)) {
        case Outcome::Failure:
            return 0;
        case Outcome::Success:
            return 1;
        case Outcome::Unknown:
            return UnknownRank;
        }
    }
    if (const auto operation = operationFromName(value); operation && splitBy == Field::Op)
        return static_cast<int>(*operation);
    if (const auto vendor = vendorFromName(value); vendor && splitBy == Field::Vendor)
        return static_cast<int>(*vendor);
    return UnknownRank;
}

} // namespace

bool hasFixedOrder(Field splitBy)
{
    return splitBy == Field::Outcome || splitBy == Field::Vendor || splitBy == Field::Op;
}

Histogram stacked(Histogram histogram, Field splitBy)
{
    if (!hasFixedOrder(splitBy))
        return histogram;
    std::vector<std::size_t> order(histogram.values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [&](std::size_t place) {
        return std::pair(rankOf(histogram.values[place], splitBy), histogram.values[place]);
    });
    Histogram sorted{std::move(histogram.bins), {}, {}};
    for (const std::size_t place : order) {
        sorted.values.push_back(std::move(histogram.values[place]));
        sorted.counts.push_back(std::move(histogram.counts[place]));
    }
    return sorted;
}

} // namespace Trailglass
