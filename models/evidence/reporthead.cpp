// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportsections.h"

#include "models/core/translation.h"
#include "models/evidence/reporttimes.h"

namespace Trailglass {
namespace {

/// A fact that is left out where there is nothing to say.
void addReportFact(ReportFacts &facts, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        facts.facts.push_back({label, {value}});
}

QString reportInterval(const TimeWindow &interval, const ReportTimes &times)
{
    if (!interval.from || !interval.to || *interval.from >= *interval.to)
        return Trailglass::tr("no time at all");
    return Trailglass::tr("from %1 to before %2")
        .arg(times.moment(*interval.from), times.moment(*interval.to));
}

ReportFact reportFilter(const QString &label, const QString &expression)
{
    return {label, {expression}, true};
}

} // namespace

void addReportHead(ReportBlocks &blocks, const Report &report, const ReportTimes &times)
{
    blocks.push_back(ReportHeading{report.title, 1});
    ReportFacts facts;
    addReportFact(facts, Trailglass::tr("Case"), report.caseText);
    addReportFact(facts, Trailglass::tr("Made", "time of a report"), times.moment(report.made));
    addReportFact(facts, Trailglass::tr("By", "author of a report"), report.author);
    addReportFact(facts, Trailglass::tr("With", "program that made a report"), report.program);
    addReportFact(facts, Trailglass::tr("Workspace"), report.workspace);
    if (report.typedFilter.isEmpty())
        addReportFact(facts, Trailglass::tr("Filter"), Trailglass::tr("none: every event"));
    else
        facts.facts.push_back(reportFilter(Trailglass::tr("Filter"), report.typedFilter));
    if (!report.canonicalFilter.isEmpty() && report.canonicalFilter != report.typedFilter)
        facts.facts.push_back(
            reportFilter(Trailglass::tr("Filter, with presets expanded"), report.canonicalFilter));
    if (report.resolvedFilter != report.canonicalFilter && !report.resolvedFilter.isEmpty())
        facts.facts.push_back(
            reportFilter(Trailglass::tr("Filter, with times resolved"), report.resolvedFilter));
    addReportFact(facts, Trailglass::tr("Interval"), reportInterval(report.interval, times));
    addReportFact(facts, Trailglass::tr("Time zone"), times.zone());
    addReportFact(facts, Trailglass::tr("Events"), QString::number(report.events));
    if (report.first && report.last) {
        addReportFact(facts, Trailglass::tr("First event"), times.moment(*report.first));
        addReportFact(facts, Trailglass::tr("Last event"), times.moment(*report.last));
    }
    blocks.push_back(std::move(facts));

    if (!report.note.isEmpty()) {
        blocks.push_back(ReportHeading{Trailglass::tr("Note"), 2});
        const QStringList lines = reportLines(report.note);
        for (const QString &line : lines)
            blocks.push_back(ReportParagraph{line});
    }
    for (const QString &warning : report.warnings)
        blocks.push_back(ReportParagraph{warning, ReportParagraph::Tone::Warning});
}

} // namespace Trailglass
