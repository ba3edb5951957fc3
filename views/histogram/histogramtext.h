// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/zonecalendar.h"
#include "models/table/histogramresult.h"

#include <QPalette>
#include <QString>

namespace Trailglass {

class HistogramGeometry;

/// The ranges that touch [\a from, \a to), as one: every source once, in order of the names.
[[nodiscard]] QStringList unsyncedSources(const std::vector<UnsyncedInterval> &unsynced,
                                          const TimeWindow &time);

/// What a bin, or several, holds: its interval in the display zone, the events, of which value how many, and
/// whom nobody asked.
/// \pre \a result has the bins
/// \returns lines, not safe to show: names are untrusted
[[nodiscard]] QString binsText(const HistogramResult &result, int first, int last);
/// The interval and the number of events alone, in a line.
[[nodiscard]] QString binsSummary(const HistogramResult &result, int first, int last);

/// `created:2026-11`, or `created:a..b`: the filter that says [from, to).
/// \param window  bounded, not empty
[[nodiscard]] QString createdFilter(const TimeWindow &window, const Filter::ZoneCalendar &calendar);

/// A value of a split field, as the window says it.
[[nodiscard]] QString splitValueText(const std::string &value);
/// Of its bars.
[[nodiscard]] QColor splitColour(Field splitBy, const std::string &value, const QPalette &palette);

} // namespace Trailglass
