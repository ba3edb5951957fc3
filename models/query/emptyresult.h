// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/filter/alternatives.h"

#include <QMetaType>
#include <QStringList>

#include <optional>
#include <vector>

namespace Trailglass {

/// A filter that finds something in place of one that does not.
struct FoundAlternative
{
    Filter::FilterAlternative alternative;
    qint64 count = 0; ///< events that the whole filter finds, > 0
    bool isTermUnknown = false; ///< no event at all matches the term by itself; of looser terms alone
};

/// Why a filter finds nothing, and what finds something.
struct EmptyResultReport
{
    Filter::NodePointer filter; ///< that finds nothing
    std::vector<FoundAlternative> alternatives = {}; ///< in the order of alternativesTo()
    /// From the first event to the last, if all are outside of the time of the filter.
    std::optional<TimeWindow> otherTime = {};
    QStringList unsynced = {}; ///< sources that were not synced for all of that time
    bool isComplete = false; ///< all alternatives were tried
    bool hasMoreTerms = false; ///< than are tried: without another one there may be events too
};

} // namespace Trailglass

Q_DECLARE_METATYPE(Trailglass::EmptyResultReport)
