// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportsections.h"

#include "models/core/translation.h"
#include "models/evidence/reporttimes.h"

namespace Trailglass {
namespace {

ReportParagraph reportGapsText(const Report &report)
{
    if (!report.unknownGaps.isEmpty())
        return {report.unknownGaps, ReportParagraph::Tone::Warning};
    if (!report.gaps.empty()) {
        return {Trailglass::tr("These times were not synced, so events may be missing."),
                ReportParagraph::Tone::Warning};
    }
    if (report.sources.empty())
        return {Trailglass::tr("The filter matches no source."), ReportParagraph::Tone::Quiet};
    return {Trailglass::tr("None: every source that the filter matches was read for the whole interval.")};
}

} // namespace

void addReportCoverage(ReportBlocks &blocks, const Report &report, const ReportTimes &times)
{
    blocks.push_back(ReportHeading{Trailglass::tr("Events over time"), 2});
    ReportChart chart = reportChart(report.histogram, times);
    if (chart.highest > 0)
        blocks.push_back(std::move(chart));
    else
        blocks.push_back(ReportParagraph{Trailglass::tr("No events."), ReportParagraph::Tone::Quiet});

    blocks.push_back(ReportHeading{Trailglass::tr("Coverage gaps"), 2});
    blocks.push_back(reportGapsText(report));
    if (report.gaps.empty())
        return;
    ReportTable table;
    table.columns = {{Trailglass::tr("Source"), 2},
                     {Trailglass::tr("From"), 3},
                     {Trailglass::tr("To before", "the end of a period, which is not a part of it"), 3}};
    for (const ReportGap &gap : report.gaps) {
        table.rows.push_back({reportCell(gap.source),
                              reportCell(gap.window.from ? times.moment(*gap.window.from) : QString()),
                              reportCell(gap.window.to ? times.moment(*gap.window.to) : QString())});
    }
    blocks.push_back(std::move(table));
    if (report.otherGaps > 0) {
        blocks.push_back(ReportParagraph{
            Trailglass::tr(
                "Gaps that are not listed here: %1. “Coverage…” in the window, or “trailglass-cli coverage”, "
                "lists all intervals.")
                .arg(report.otherGaps),
            ReportParagraph::Tone::Warning});
    }
}

} // namespace Trailglass
