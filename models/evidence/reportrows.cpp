// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportsections.h"

#include "models/core/translation.h"
#include "models/evidence/reporttimes.h"

#include <iterator>

namespace Trailglass {
namespace {

/// How many events follow those that are listed, and where they are.
ReportParagraph reportOtherRows(const Report &report, qint64 others)
{
    const QString sentence = report.isInBundle
        ? Trailglass::tr("Further events that are not listed here: %1. The evidence bundle with this report "
                         "has all of them, in events.csv and events.ndjson.")
        : Trailglass::tr("Further events that are not listed here: %1. The workspace has all of them, and so "
                         "has an evidence bundle of this filter.");
    return {sentence.arg(others)};
}

ReportTable reportRowTable(const Report &report, const ReportTimes &times)
{
    using Kind = ReportColumn::Kind;
    ReportTable table;
    table.isDense = true;
    // In letters of the table a time with its offset needs two lines, the longest IPv4 address one.
    table.columns = {{Trailglass::tr("Time"), 13, Kind::Words},
                     {Trailglass::tr("Source"), 5},
                     {Trailglass::tr("Actor"), 11},
                     {Trailglass::tr("Action"), 10},
                     {Trailglass::tr("Target"), 9},
                     {Trailglass::tr("IP", "address of an event"), 9},
                     {Trailglass::tr("Outcome"), 5, Kind::Words}};
    for (const ReportRow &row : report.rows) {
        table.rows.push_back({reportCell(times.moment(row.created)), reportCell(row.source),
                              reportCell(row.actor), reportCell(row.action), reportCell(row.target),
                              reportCell(row.ip), reportCell(row.outcome)});
    }
    return table;
}

} // namespace

void addReportRows(ReportBlocks &blocks, const Report &report, const ReportTimes &times)
{
    blocks.push_back(ReportHeading{Trailglass::tr("Events, oldest first"), 2});
    if (report.events == 0) {
        blocks.push_back(ReportParagraph{Trailglass::tr("No events."), ReportParagraph::Tone::Quiet});
        return;
    }
    // First: whoever reads the list knows by then that it goes on elsewhere.
    if (const qint64 others = report.events - std::ssize(report.rows); others > 0)
        blocks.push_back(reportOtherRows(report, others));
    if (!report.rows.empty())
        blocks.push_back(reportRowTable(report, times));
    if (report.areRowsCut)
        blocks.push_back(reportCutNote());
}

} // namespace Trailglass
