// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/zonecalendar.h"
#include "models/table/histogramresult.h"
#include "views/common/icons.h"

#include <QPalette>
#include <QString>

namespace Trailglass {

class HistogramGeometry;

/// The sources that were not synced for some moment of \a time, by name.
[[nodiscard]] QStringList unsyncedSources(const std::vector<SourceGaps> &sources, const TimeWindow &time);

/// What a bin, or several, holds: its interval in the display zone, the events, of which value how many, and
/// which sources were not synced.
/// \pre \a result has the bins
/// \returns lines, not safe to show: names are untrusted
[[nodiscard]] QStringList binsText(const HistogramResult &result, int first, int last);
/// The interval and the number of events alone, in a line.
[[nodiscard]] QString binsSummary(const HistogramResult &result, int first, int last);

/// The values with an event in one of the bins, in the order of the histogram, without OtherValues.
/// \pre the histogram has the bins
[[nodiscard]] std::vector<std::string> valuesIn(const Histogram &histogram, int first, int last);

/// How long a bar is: "1 bar = 6 hours". Empty without bars.
[[nodiscard]] QString barWidthText(const HistogramResult &result);

/// `created:2026-11`, or `created:a..b`: the filter that says [from, to).
/// \param window  bounded, not empty
[[nodiscard]] QString createdFilter(const TimeWindow &window, const Filter::ZoneCalendar &calendar);

/// A value of a split field, as the window says it.
[[nodiscard]] QString splitValueText(const std::string &value);
/// The shape that stands for it beside its colour; none for values without one.
[[nodiscard]] std::optional<Glyph> splitGlyph(Field splitBy, const std::string &value);
/// Of its bars.
/// \param place  of the value among those of the histogram: decides where the values of the field are not known beforehand
[[nodiscard]] QColor splitColour(Field splitBy, const std::string &value, std::size_t place,
                                 const QPalette &palette);

} // namespace Trailglass
