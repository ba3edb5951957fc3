// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/exportgaps.h"

#include "models/core/result.h"
#include "models/store/coveragegaps.h"
#include "models/store/eventreader.h"

namespace Trailglass {

Result<std::vector<ExportGap>> exportGaps(const EventReader &reader, const TimeWindow &time)
{
    std::vector<ExportGap> gaps;
    if (*time.from >= *time.to)
        return gaps;
    TRY(const auto sources, reader.sources());
    for (const SourceRecord &source : sources) {
        if (source.removed)
            continue;
        TRY(const auto entries, reader.coverage(source.id));
        for (const TimeWindow &gap : coverageGaps(entries, time))
            gaps.push_back({source.name, gap});
    }
    return gaps;
}

} // namespace Trailglass
