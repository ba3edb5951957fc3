// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/querycoverage.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/filter/createdinterval.h"
#include "models/filter/sourcereach.h"
#include "models/store/coveragegaps.h"
#include "models/workspace/openplace.h"

#include <algorithm>

namespace Trailglass {
namespace {

bool mayMatch(const PreparedQuery &query, const SourceRecord &source)
{
    const auto vendor = vendorFromName(toUtf8(source.type));
    return !vendor || Filter::mayMatchSource(query.filter, toUtf8(source.name), *vendor, query.context);
}

} // namespace

Result<TimeWindow> coveredInterval(const PreparedQuery &query, const std::optional<TimeWindow> &events)
{
    TRY(const auto selected, Filter::createdInterval(query.filter, query.context));
    const UtcMicros now = query.context.now;
    const TimeWindow open = events.value_or(TimeWindow{now, now});
    return TimeWindow{selected.from ? selected.from : open.from,
                      std::min(selected.to ? *selected.to : *open.to, now)};
}

Result<std::vector<SourceRecord>> coveredSources(OpenPlace &place, const PreparedQuery &query)
{
    std::vector<SourceRecord> covered;
    TRY(const auto sources, place.sources());
    for (const SourceRecord &source : sources) {
        if (!source.removed && mayMatch(query, source))
            covered.push_back(source);
    }
    return covered;
}

Result<std::vector<CoverageGap>> coverageGaps(OpenPlace &place, const PreparedQuery &query,
                                              const std::optional<TimeWindow> &events)
{
    std::vector<CoverageGap> gaps;
    TRY(const auto interval, coveredInterval(query, events));
    if (*interval.from >= *interval.to)
        return gaps;
    TRY(const auto sources, coveredSources(place, query));
    for (const SourceRecord &source : sources) {
        TRY(const auto entries, place.coverage(source.id));
        for (const TimeWindow &gap : uncoveredTimes(entries, interval))
            gaps.push_back({source.name, gap});
    }
    return gaps;
}

} // namespace Trailglass
