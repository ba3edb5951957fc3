// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/query/histogram.h"

#include <QString>

#include <vector>

namespace Trailglass {

class ReportTimes;

/// A part of every bar of a chart, with all its events.
struct ReportSeries
{
    Outcome outcome = Outcome::Unknown;
    QString name; ///< of the outcome
    qint64 events = 0;
};

/// A bar of a chart; time runs from 0 at the left to 1 at the right.
struct ReportBar
{
    double left = 0;
    double width = 0;
    std::vector<qint64> counts; ///< of each series, from the axis up
};

/// A time below a chart.
struct ReportTick
{
    double place = 0; ///< 0 at the left to 1 at the right
    QString text;
};

/// Events over time as bars, before anything is drawn.
struct ReportChart
{
    std::vector<ReportSeries> series; ///< from the axis up: failures first, as in the window
    std::vector<ReportBar> bars;
    std::vector<ReportTick> ticks;
    qint64 highest = 0; ///< events of the highest bar
    QString from; ///< the time where the first bar begins
    QString to; ///< and where the last one ends
};

/// Times below a chart, at most.
inline constexpr std::size_t MaxReportTicks = 5;

/// Pure.
/// \param histogram  split by outcome, each bin beginning where the one before ends
/// \returns no bars where the histogram has no bins
/// \thread that of \a times
[[nodiscard]] ReportChart reportChart(const Histogram &histogram, const ReportTimes &times);

/// How high each part of a bar is. What is not 0 gets at least \a least, as far as there is room, so that a rare failure is
/// seen. Pure.
/// \param highest  ReportChart::highest, > 0
/// \param height  of the highest bar
/// \returns in the order of ReportBar::counts; together no more than \a height
/// \thread any
[[nodiscard]] std::vector<double> reportPartHeights(const ReportBar &bar, qint64 highest, double height,
                                                    double least);

} // namespace Trailglass
