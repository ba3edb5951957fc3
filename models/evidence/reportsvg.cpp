// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportsvg.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/evidence/reporthtml.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

// In units of the drawing, which is as wide as the page.
constexpr double SvgWidth = 720;
constexpr double SvgLeft = 52; // room for the number at the axis
constexpr double SvgTop = 8;
constexpr double SvgBarHeight = 140;
constexpr double SvgTickHeight = 5;
constexpr double SvgTextHeight = 14;
constexpr double SvgHeight = SvgTop + SvgBarHeight + SvgTickHeight + SvgTextHeight + 4;
constexpr double SvgLeastBar = 1;
constexpr double SvgGap = 1; // between bars

QString svgNumber(double number)
{
    return QString::number(number, 'f', 2);
}

QString svgRect(const QString &kind, double left, double top, double width, double height)
{
    return u"<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\" />\n"_s.arg(
        escapedHtml(kind), svgNumber(left), svgNumber(top), svgNumber(width), svgNumber(height));
}

QString svgText(double left, double base, const QString &anchor, const QString &text)
{
    return u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n"_s.arg(
        svgNumber(left), svgNumber(base), escapedHtml(anchor), escapedHtml(text));
}

QString svgBars(const ReportChart &chart)
{
    constexpr double room = SvgWidth - SvgLeft;
    QString svg;
    for (const ReportBar &bar : chart.bars) {
        const auto heights = reportPartHeights(bar, chart.highest, SvgBarHeight, SvgLeastBar);
        const double width = bar.width * room;
        double bottom = SvgTop + SvgBarHeight;
        for (std::size_t part = 0; part < heights.size(); ++part) {
            if (heights[part] <= 0)
                continue;
            bottom -= heights[part];
            svg += svgRect(toQString(name(chart.series[part].outcome)), SvgLeft + bar.left * room, bottom,
                           width > 2 * SvgGap ? width - SvgGap : width, heights[part]);
        }
    }
    return svg;
}

QString svgAxis(const ReportChart &chart)
{
    constexpr double room = SvgWidth - SvgLeft;
    constexpr double bottom = SvgTop + SvgBarHeight;
    QString svg = svgRect(u"axis"_s, SvgLeft, bottom, room, 1);
    svg += svgText(SvgLeft - 4, SvgTop + SvgTextHeight / 2, u"end"_s, QString::number(chart.highest));
    svg += svgText(SvgLeft - 4, bottom, u"end"_s, u"0"_s);
    for (const ReportTick &tick : chart.ticks) {
        const double left = SvgLeft + tick.place * room;
        svg += svgRect(u"axis"_s, left, bottom, 1, SvgTickHeight);
        svg += svgText(left, bottom + SvgTickHeight + SvgTextHeight, u"start"_s, tick.text);
    }
    return svg;
}

QString svgLegend(const ReportChart &chart)
{
    QString items;
    for (const ReportSeries &series : chart.series) {
        const QString text = Trailglass::tr("%1: %2", "outcome and number of events")
                                 .arg(series.name, QString::number(series.events));
        items += u"<li class=\"%1\">%2</li>\n"_s.arg(escapedHtml(toQString(name(series.outcome))),
                                                     escapedHtml(text));
    }
    return "<ul class=\"legend\">\n"_L1 + items + "</ul>\n"_L1;
}

} // namespace

QString reportSvg(const ReportChart &chart)
{
    const QString label = Trailglass::tr("Bars: events by outcome, from %1 to %2; %3 in the highest one")
                              .arg(chart.from, chart.to, QString::number(chart.highest));
    const QString open = u"<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">\n"_s.arg(
        svgNumber(SvgWidth), svgNumber(SvgHeight), escapedHtml(label));
    return "<figure>\n"_L1 + open + svgBars(chart) + svgAxis(chart) + "</svg>\n"_L1 + svgLegend(chart)
        + "</figure>\n"_L1;
}

} // namespace Trailglass
