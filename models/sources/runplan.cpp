// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/runplan.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// Of a first run, or of a full one.
std::optional<UtcMicros> startFromScratch(const SourceSettings &settings, const RunOptions &options,
                                          const std::optional<UtcMicros> &watermark, const TimeWindow &scope)
{
    if (scope.from || settings.initialDays() == 0)
        return scope.from;
    UtcMicros start = options.now - settings.initialDays() * UtcMicros::PerDay;
    if (options.full && options.earliest)
        start = std::min(start, std::max(*options.earliest, Beginning));
    if (options.latest)
        start = std::min(start, *options.latest - Overlap);
    if (watermark)
        start = std::min(start, *watermark - Overlap);
    return start;
}

/// A start inside the scope.
std::optional<UtcMicros> startWithin(const TimeWindow &scope, const std::optional<UtcMicros> &start)
{
    const bool isBeyond = start && scope.to && *start >= *scope.to;
    return std::max(isBeyond ? std::optional(*scope.to - Overlap) : start, scope.from);
}

/// Of a run without `--since`.
std::optional<UtcMicros> ordinaryStart(const SourceSettings &settings, const RunOptions &options,
                                       const std::optional<UtcMicros> &watermark, const TimeWindow &scope)
{
    if (!watermark || options.full)
        return startWithin(scope, startFromScratch(settings, options, watermark, scope));
    return startWithin(scope, *watermark - Overlap);
}

} // namespace

RunPlan planRun(const SourceSettings &settings, const RunOptions &options,
                const std::optional<UtcMicros> &watermark, const TimeWindow &scope)
{
    const auto ordinary = ordinaryStart(settings, options, watermark, scope);
    if (!options.since)
        return {ordinary, false};
    const auto since = startWithin(scope, options.since);
    return {since, since > ordinary}; // nothing is the earliest of all
}

RunPlan planUndatedRun(const RunOptions &options, const std::optional<UtcMicros> &watermark)
{
    const auto ordinary = watermark && !options.full ? std::optional(*watermark - Overlap) : std::nullopt;
    if (!options.since)
        return {ordinary, false};
    return {options.since, options.since > ordinary};
}

QList<TimeWindow> coveredInterval(const std::optional<UtcMicros> &from, UtcMicros to)
{
    if (from && *from >= to)
        return {};
    return {TimeWindow{from, to}};
}

} // namespace Trailglass
