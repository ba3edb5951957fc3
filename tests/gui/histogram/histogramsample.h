// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/histogramresult.h"

namespace Trailglass::Testing {

inline UtcMicros at(std::string_view text)
{
    return parseTime(text).value();
}

inline UtcMicros midnight()
{
    return at("2026-11-20T00:00:00Z");
}

/// Hours of a day in UTC: ten successes in each, a failure in the sixth; nobody asked \a unsynced for the
/// last four hours.
inline HistogramResult sampleResult(const QString &unsynced = QStringLiteral("work"))
{
    HistogramResult result;
    for (int hour = 0; hour < 24; ++hour)
        result.histogram.bins.push_back(
            {midnight() + hour * UtcMicros::PerHour, midnight() + (hour + 1) * UtcMicros::PerHour});
    result.histogram.values = {"success", "failure"};
    result.histogram.counts = {std::vector<qint64>(24, 10), std::vector<qint64>(24, 0)};
    result.histogram.counts[1][5] = 1;
    result.context = {midnight() + 3 * UtcMicros::PerDay, "UTC"};
    result.covered = {midnight(), midnight() + UtcMicros::PerDay};
    result.sources.push_back({unsynced, {{midnight() + 20 * UtcMicros::PerHour, result.covered.to}}});
    return result;
}

} // namespace Trailglass::Testing
