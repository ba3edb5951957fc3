// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/exportgaps.h"

#include "models/store/coveragegaps.h"
#include "models/store/eventreader.h"

namespace Trailglass {

Result<std::vector<ExportGap>> exportGaps(const EventReader &reader, const TimeWindow &time)
{
    std::vector<ExportGap> gaps;
    if (*time.from >= *time.to)
        return gaps;
    const auto sources = reader.sources();
    if (!sources)
        return sources.error();
    for (const SourceRecord &source : *sources) {
        if (source.removed)
            continue;
        const auto entries = reader.coverage(source.id);
        if (!entries)
            return entries.error();
        for (const TimeWindow &gap : coverageGaps(*entries, time))
            gaps.push_back({source.name, gap});
    }
    return gaps;
}

} // namespace Trailglass
