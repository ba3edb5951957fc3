// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportsections.h"

#include "models/core/translation.h"
#include "models/evidence/reporttimes.h"

namespace Trailglass {
namespace {

/// Who said something and when, as far as it is known.
QString remarkOrigin(const ReportRemark &remark, const ReportTimes &times)
{
    if (remark.at && !remark.by.isEmpty())
        return Trailglass::tr("%1, %2", "who marked an event, and when")
            .arg(remark.by, times.moment(*remark.at));
    return remark.at ? times.moment(*remark.at) : remark.by;
}

void addRemark(ReportFacts &facts, const QString &label, const QString &originLabel,
               const std::optional<ReportRemark> &remark, const ReportTimes &times)
{
    if (!remark)
        return;
    facts.facts.push_back({label, reportLines(remark->text)});
    if (const QString origin = remarkOrigin(*remark, times); !origin.isEmpty())
        facts.facts.push_back({originLabel, {origin}});
}

ReportCell reportSide(const std::vector<ReportTextRun> &runs)
{
    ReportCell cell;
    cell.runs = runs;
    return cell;
}

ReportTable reportChanges(const std::vector<ReportChange> &changes)
{
    ReportTable table;
    table.columns = {{Trailglass::tr("Changed", "heading of a list of changed values"), 3},
                     {Trailglass::tr("Before"), 4},
                     {Trailglass::tr("After"), 4}};
    for (const ReportChange &change : changes) {
        ReportCell name = reportCell(change.name);
        name.level = change.level;
        table.rows.push_back({name, reportSide(change.before), reportSide(change.after)});
    }
    return table;
}

void addMarkedEvent(ReportBlocks &blocks, const ReportEvent &event, const ReportTimes &times)
{
    blocks.push_back(ReportHeading{Trailglass::tr("%1 · %2", "time and source of an event")
                                       .arg(times.moment(event.created), event.source),
                                   3});
    ReportFacts facts;
    addRemark(facts, Trailglass::tr("Mark"), Trailglass::tr("Marked by"), event.mark, times);
    addRemark(facts, Trailglass::tr("Note"), Trailglass::tr("Noted by"), event.note, times);
    facts.facts.push_back({Trailglass::tr("Event"), {event.id}, true});
    for (const ReportField &field : event.fields)
        facts.facts.push_back({field.name, {field.value}});
    facts.facts.push_back({Trailglass::tr("Stored"), {times.moment(event.received)}});
    if (event.leaf)
        facts.facts.push_back({Trailglass::tr("Leaf of the tree"), {QString::number(*event.leaf)}});
    blocks.push_back(std::move(facts));
    if (!event.changes.empty())
        blocks.push_back(reportChanges(event.changes));
    if (event.isCut)
        blocks.push_back(reportCutNote());
}

} // namespace

ReportParagraph reportCutNote()
{
    return {Trailglass::tr(
                "“…” stands for what is too long for a report. The whole event is in the workspace and in "
                "evidence bundles."),
            ReportParagraph::Tone::Quiet};
}

void addMarkedEvents(ReportBlocks &blocks, const Report &report, const ReportTimes &times)
{
    blocks.push_back(ReportHeading{Trailglass::tr("Marked events"), 2});
    if (report.marked.empty()) {
        blocks.push_back(ReportParagraph{Trailglass::tr("No event of the result has a mark or a note."),
                                         ReportParagraph::Tone::Quiet});
        return;
    }
    for (const ReportEvent &event : report.marked)
        addMarkedEvent(blocks, event, times);
    if (report.otherMarked > 0) {
        blocks.push_back(ReportParagraph{
            Trailglass::tr("Marked events that are not shown here: %1. A narrower filter shows them.")
                .arg(report.otherMarked),
            ReportParagraph::Tone::Warning});
    }
}

} // namespace Trailglass
