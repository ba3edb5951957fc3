// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/utcmicros.h"

#include <QString>

#include <vector>

namespace Trailglass {

class EventReader;

/// A time within an export for which a source's vendor was not asked: events may be missing.
struct ExportGap
{
    QString source;
    TimeWindow window; ///< both ends are set

    friend bool operator==(const ExportGap &, const ExportGap &) = default;
};

/// The gaps in the record of every source that is not removed, within the time that an export is about.
///
/// Blocking.
/// \param time  both ends are set; nothing to tell where it is empty
/// \returns by source, then by time
/// \error Storage
[[nodiscard]] Result<std::vector<ExportGap>> exportGaps(const EventReader &reader, const TimeWindow &time);

} // namespace Trailglass
