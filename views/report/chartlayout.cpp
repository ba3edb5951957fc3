// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/report/blocklayout.h"

#include "models/core/translation.h"

#include <algorithm>

namespace Trailglass {
namespace {

using ReportPaper::Ink;
using ReportPaper::Letters;

constexpr qreal ChartHeight = 1'250; // of the highest bar
constexpr qreal ScaleWidth = 420; // numbers at the axis
constexpr qreal ScaleGap = 40;
constexpr qreal PlotLeft = ReportPaper::Margin + ScaleWidth + ScaleGap;
constexpr qreal PlotWidth = ReportPaper::ContentWidth - ScaleWidth - ScaleGap;
constexpr qreal LeastBar = 12; // of what is not 0
constexpr qreal BarGap = 8;
constexpr qreal AxisHeight = 6;
constexpr qreal TickHeight = 40;
constexpr qreal LabelHeight = 140;
constexpr qreal LegendHeight = 150;
constexpr qreal LegendBox = 70;
constexpr qreal LegendGap = 40;
constexpr qreal LegendDistance = 220;

Ink inkOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Failure:
        return Ink::Failure;
    case Outcome::Success:
        return Ink::Success;
    case Outcome::Unknown:
        break;
    }
    return Ink::Unknown;
}

BrokenText labelOf(const QString &text)
{
    return breakText(text, Letters::Small, Ink::Quiet, PlotWidth);
}

void addBars(ReportFlow &flow, const ReportChart &chart)
{
    for (const ReportBar &bar : chart.bars) {
        const auto heights = reportPartHeights(bar, chart.highest, ChartHeight, LeastBar);
        const qreal width = bar.width * PlotWidth;
        qreal bottom = flow.y() + ChartHeight;
        for (std::size_t part = 0; part < heights.size(); ++part) {
            bottom -= heights[part];
            if (heights[part] > 0) {
                flow.place({PlotLeft + bar.left * PlotWidth, bottom,
                            width > 2 * BarGap ? width - BarGap : width, heights[part]},
                           inkOf(chart.series[part].outcome));
            }
        }
    }
}

void addScale(ReportFlow &flow, const ReportChart &chart)
{
    const BrokenText highest =
        breakText(QString::number(chart.highest), Letters::Small, Ink::Quiet, ScaleWidth, Qt::AlignRight);
    const BrokenText none =
        breakText(QString::number(0), Letters::Small, Ink::Quiet, ScaleWidth, Qt::AlignRight);
    flow.place(highest, 0, {ReportPaper::Margin, flow.y()});
    flow.place(none, 0, {ReportPaper::Margin, flow.y() + ChartHeight - none.height()});
}

/// Below the axis, as many as have room beside one another.
void addTicks(ReportFlow &flow, const ReportChart &chart)
{
    const qreal right = PlotLeft + PlotWidth;
    qreal reached = PlotLeft;
    for (const ReportTick &tick : chart.ticks) {
        const qreal x = PlotLeft + tick.place * PlotWidth;
        const BrokenText label = labelOf(tick.text);
        const qreal left = std::min(x, right - label.width());
        if (left < reached)
            continue;
        flow.place({x, flow.y(), AxisHeight, TickHeight}, Ink::Quiet);
        flow.place(label, 0, {left, flow.y() + TickHeight});
        reached = left + label.width() + BarGap;
    }
}

void addLegend(ReportFlow &flow, const ReportChart &chart)
{
    qreal left = PlotLeft;
    for (const ReportSeries &series : chart.series) {
        const BrokenText label = labelOf(Trailglass::tr("%1: %2", "outcome and number of events")
                                             .arg(series.name, QString::number(series.events)));
        flow.place({left, flow.y() + (label.height() - LegendBox) / 2, LegendBox, LegendBox},
                   inkOf(series.outcome));
        left += LegendBox + LegendGap;
        flow.place(label, 0, {left, flow.y()});
        left += label.width() + LegendDistance;
    }
}

} // namespace

void addChart(ReportFlow &flow, const ReportChart &chart)
{
    flow.require(ChartHeight + AxisHeight + TickHeight + LabelHeight + LegendHeight);
    addScale(flow, chart);
    addBars(flow, chart);
    flow.advance(ChartHeight);
    flow.place({PlotLeft, flow.y(), PlotWidth, AxisHeight}, Ink::Quiet);
    addTicks(flow, chart);
    flow.advance(TickHeight + LabelHeight);
    addLegend(flow, chart);
    flow.advance(LegendHeight);
}

} // namespace Trailglass
