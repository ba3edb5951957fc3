// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportsections.h"

#include "models/core/translation.h"

#include <algorithm>

namespace Trailglass {
namespace {

ReportCell reportShare(qint64 part, qint64 whole)
{
    ReportCell cell;
    if (whole > 0)
        cell.share = std::clamp(static_cast<double>(part) / static_cast<double>(whole), 0.0, 1.0);
    return cell;
}

std::vector<ReportCell> reportCountRow(const QString &value, qint64 count, qint64 all)
{
    return {reportCell(value), reportCell(QString::number(count)), reportShare(count, all)};
}

void addReportValues(ReportBlocks &blocks, const QString &title, const QString &column,
                     const ReportCounts &counts, qint64 all)
{
    blocks.push_back(ReportHeading{title, 2});
    if (counts.values.empty()) {
        blocks.push_back(ReportParagraph{Trailglass::tr("No events."), ReportParagraph::Tone::Quiet});
        return;
    }
    ReportTable table;
    table.columns = {{column, 5},
                     {Trailglass::tr("Events"), 2, ReportColumn::Kind::Number},
                     {Trailglass::tr("Share"), 3, ReportColumn::Kind::Share}};
    for (const ReportCount &count : counts.values) {
        const QString value =
            count.value.isEmpty() ? Trailglass::tr("(no value)", "of a field") : count.value;
        table.rows.push_back(reportCountRow(value, count.count, all));
    }
    if (counts.otherValues > 0) {
        table.rows.push_back(reportCountRow(Trailglass::tr("other values: %1").arg(counts.otherValues),
                                            counts.otherEvents, all));
    }
    blocks.push_back(std::move(table));
}

void addReportSources(ReportBlocks &blocks, const Report &report)
{
    blocks.push_back(ReportHeading{Trailglass::tr("Sources"), 2});
    if (report.sources.empty()) {
        blocks.push_back(
            ReportParagraph{Trailglass::tr("The filter matches no source."), ReportParagraph::Tone::Quiet});
        return;
    }
    using Kind = ReportColumn::Kind;
    ReportTable table;
    table.columns = {{Trailglass::tr("Source"), 5},
                     {Trailglass::tr("Vendor"), 3},
                     {Trailglass::tr("Events"), 2, Kind::Number},
                     {Trailglass::tr("Share"), 3, Kind::Share},
                     {Trailglass::tr("Unreadable"), 3, Kind::Number},
                     {Trailglass::tr("Conflicts"), 2, Kind::Number}};
    for (const ReportSource &source : report.sources) {
        table.rows.push_back(
            {reportCell(source.name), reportCell(source.vendor), reportCell(QString::number(source.events)),
             reportShare(source.events, report.events), reportCell(QString::number(source.unreadable)),
             reportCell(QString::number(source.conflicting))});
    }
    blocks.push_back(std::move(table));
    blocks.push_back(ReportParagraph{
        Trailglass::tr(
            "Unreadable rows and conflicts are those of the whole source, whatever the filter: they are "
            "quarantined and are not events. A conflict is another version of a stored event."),
        ReportParagraph::Tone::Quiet});
}

} // namespace

void addReportCounts(ReportBlocks &blocks, const Report &report)
{
    addReportSources(blocks, report);
    addReportValues(blocks, Trailglass::tr("Events by operation"), Trailglass::tr("Operation"),
                    report.operations, report.events);
    addReportValues(blocks, Trailglass::tr("Events by outcome"), Trailglass::tr("Outcome"), report.outcomes,
                    report.events);
    addReportValues(blocks, Trailglass::tr("Events by actor"), Trailglass::tr("Actor"), report.actors,
                    report.events);
}

} // namespace Trailglass
