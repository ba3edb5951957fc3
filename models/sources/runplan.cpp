// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/runplan.h"

#include <algorithm>

namespace Trailglass {

namespace {

std::optional<UtcMicros> freshStart(const SourceSettings &settings, const RunOptions &options,
                                    const std::optional<UtcMicros> &watermark,
                                    const std::optional<UtcMicros> &scopeStart)
{
    if (options.since)
        return options.since;
    if (watermark && !options.full)
        return *watermark - Overlap;
    if (scopeStart)
        return scopeStart;
    if (settings.initialDays() == 0)
        return {};
    UtcMicros start = options.now - settings.initialDays() * UtcMicros::PerDay;
    if (options.full && options.earliest)
        start = std::min(start, std::max(*options.earliest, Beginning));
    if (options.latest)
        start = std::min(start, *options.latest - Overlap);
    return start;
}

} // namespace

RunPlan planRun(const SourceSettings &settings, const RunOptions &options,
                const std::optional<UtcMicros> &watermark, bool unfinished, const TimeWindow &scope)
{
    RunPlan plan;
    plan.leavesGap = leavesGap(options, watermark, unfinished);
    plan.to = watermark ? std::max(options.now, *watermark + Overlap) : options.now;
    if (scope.to)
        plan.to = std::min(plan.to, *scope.to);
    plan.from = std::max(freshStart(settings, options, watermark, scope.from), scope.from);
    if (plan.from && *plan.from >= plan.to)
        plan.from = std::max(std::optional(plan.to - Overlap), scope.from);
    if (plan.from && *plan.from >= plan.to)
        plan.to = *plan.from + Overlap;
    return plan;
}

bool leavesGap(const RunOptions &options, const std::optional<UtcMicros> &watermark, bool unfinished)
{
    if (!options.since)
        return false;
    return watermark ? *options.since > *watermark : unfinished;
}

QList<TimeWindow> coveredInterval(const std::optional<UtcMicros> &from, UtcMicros to)
{
    if (from && *from >= to)
        return {};
    return {TimeWindow{from, to}};
}

std::optional<UtcMicros> plausibleLatest(const PageSummary &page, UtcMicros now)
{
    const UtcMicros limit = now + UtcMicros::PerDay;
    const bool believeAll = now.value == 0;
    if (believeAll || !page.latest || *page.latest <= limit)
        return page.latest;
    return *page.earliest <= limit ? page.earliest : std::nullopt;
}

} // namespace Trailglass
