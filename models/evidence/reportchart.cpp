// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportchart.h"

#include "models/core/text.h"
#include "models/evidence/reporttimes.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace Trailglass {
namespace {

constexpr std::array ReportStackOrder{Outcome::Failure, Outcome::Success, Outcome::Unknown};

/// The row of counts of an outcome; nothing where no event has it.
const std::vector<qint64> *reportCountsOf(const Histogram &histogram, Outcome outcome)
{
    const auto found = std::ranges::find(histogram.values, name(outcome));
    if (found == histogram.values.end())
        return nullptr;
    return &histogram.counts[static_cast<std::size_t>(found - histogram.values.begin())];
}

std::vector<ReportTick> reportTicksOf(const ReportChart &chart, const Histogram &histogram,
                                      const ReportTimes &times)
{
    const std::size_t step = (histogram.bins.size() + MaxReportTicks - 1) / MaxReportTicks;
    bool areDays = true;
    for (std::size_t bin = 0; bin < histogram.bins.size(); bin += step)
        areDays = areDays && times.isMidnight(histogram.bins[bin].start);
    std::vector<ReportTick> ticks;
    for (std::size_t bin = 0; bin < histogram.bins.size(); bin += step) {
        const UtcMicros start = histogram.bins[bin].start;
        ticks.push_back({chart.bars[bin].left, areDays ? times.day(start) : times.minute(start)});
    }
    return ticks;
}

} // namespace

ReportChart reportChart(const Histogram &histogram, const ReportTimes &times)
{
    ReportChart chart;
    if (histogram.bins.empty())
        return chart;
    std::vector<const std::vector<qint64> *> shown;
    for (const Outcome outcome : ReportStackOrder) {
        if (const auto *counts = reportCountsOf(histogram, outcome)) {
            shown.push_back(counts);
            chart.series.push_back({outcome, toQString(name(outcome)),
                                    std::accumulate(counts->begin(), counts->end(), qint64(0))});
        }
    }
    const UtcMicros from = histogram.bins.front().start;
    const UtcMicros to = histogram.bins.back().end;
    const auto span = static_cast<double>(to - from);
    for (std::size_t bin = 0; bin < histogram.bins.size(); ++bin) {
        const HistogramBin &time = histogram.bins[bin];
        ReportBar bar{static_cast<double>(time.start - from) / span,
                      static_cast<double>(time.end - time.start) / span,
                      {}};
        qint64 events = 0;
        for (const auto *counts : shown) {
            bar.counts.push_back((*counts)[bin]);
            events += bar.counts.back();
        }
        chart.highest = std::max(chart.highest, events);
        chart.bars.push_back(std::move(bar));
    }
    chart.ticks = reportTicksOf(chart, histogram, times);
    chart.from = times.moment(from);
    chart.to = times.moment(to);
    return chart;
}

std::vector<double> reportPartHeights(const ReportBar &bar, qint64 highest, double height, double least)
{
    std::vector<double> heights;
    for (const qint64 count : bar.counts) {
        const double share = static_cast<double>(count) / static_cast<double>(highest);
        heights.push_back(count > 0 ? std::max(least, share * height) : 0);
    }
    if (heights.empty())
        return heights;
    // What the smallest parts take too much is taken from the largest.
    const double excess = std::accumulate(heights.begin(), heights.end(), 0.0) - height;
    if (excess > 0) {
        const auto largest = std::ranges::max_element(heights);
        *largest = std::max(0.0, *largest - excess);
    }
    return heights;
}

} // namespace Trailglass
