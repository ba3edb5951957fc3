// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/sparsebins.h"

#include "models/core/result.h"
#include "models/query/evaluation/cancellablesort.h"
#include "models/query/evaluation/histogrambins.h"

#include <algorithm>

namespace Trailglass {

namespace {

bool startsEarlier(const BinCount &left, const BinCount &right)
{
    return left.start < right.start;
}

void add(std::vector<BinCount> &counts, const BinCount &more)
{
    if (!counts.empty() && counts.back().start == more.start)
        counts.back().count += more.count;
    else
        counts.push_back(more);
}

} // namespace

std::vector<BinCount> countsOf(std::vector<qint64> times, qint64 interval)
{
    std::ranges::sort(times);
    std::vector<BinCount> counts;
    for (const qint64 time : times)
        add(counts, {alignedStart(time, interval), 1});
    return counts;
}

Result<std::vector<HistogramBin>> joinedBins(std::vector<BinCount> counts, qint64 interval,
                                             const CancelToken &cancel)
{
    TRY(sortUnlessCancelled(counts, startsEarlier, cancel));
    std::vector<BinCount> joined;
    for (const BinCount &count : counts)
        add(joined, count);
    std::vector<HistogramBin> bins;
    bins.reserve(joined.size());
    for (const BinCount &bin : joined) {
        // The first of all bins may be cut off by the end of the numbers.
        if (!bins.empty() && bins.back().end.value > bin.start)
            bins.back().end = {bin.start};
        bins.push_back({{bin.start}, {alignedEnd(bin.start, interval)}, bin.count});
    }
    return bins;
}

} // namespace Trailglass
