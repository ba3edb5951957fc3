// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <QMetaType>

#include <optional>
#include <vector>

namespace Trailglass {

/// What the JSON of some of the events that a filter finds has.
struct JsonSample
{
    std::optional<Filter::JsonPath> path; ///< whose values were counted; nothing: paths were
    /// Values at the path, or paths as a filter has them, `@details.new_value`; those in the most events of the sample
    /// first. Each is there.
    std::vector<FacetValue> values;
    qint64 events = 0; ///< that were read
    bool isWhole = false; ///< these are all that the filter finds
};

} // namespace Trailglass

Q_DECLARE_METATYPE(Trailglass::JsonSample)
