// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/timegroups.h"
#include "models/archive/timesql.h"

namespace Trailglass {

/// The events in each group of times, for histograms and for the index of places.
///
/// Groups without events are left out, or have 0.
/// \param from  fromEvents(), only of times within the bins of \a groups
/// \returns columns: group Int64, count Int64; ascending
/// \thread any
[[nodiscard]] ArchiveSql groupCountsSql(const ArchiveSql &from, const TimeGroups &groups);

/// The same apart for each value of a field: one with few values, or a derived one.
/// \param field  a stored text or a DerivedField
/// \param localTime  for a DerivedField, else null
/// \returns columns: group Int64, value String, count Int64; ascending
[[nodiscard]] ArchiveSql splitGroupCountsSql(const ArchiveSql &from, const TimeGroups &groups,
                                             const Filter::FieldReference &field,
                                             const LocalTimeSql *localTime);

} // namespace Trailglass
