// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportsections.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"
#include "models/evidence/reporttimes.h"

#include <QLocale>

namespace Trailglass {
namespace {

void addReportCheckpoint(ReportBlocks &blocks, const ReportCheckpoint &checkpoint, const ReportTimes &times)
{
    ReportFacts facts;
    facts.facts.push_back({Trailglass::tr("Tree"), {checkpoint.origin}, true});
    facts.facts.push_back({Trailglass::tr("Leaves of the tree"), {QString::number(checkpoint.size)}});
    facts.facts.push_back({Trailglass::tr("Root hash"), {checkpoint.root}, true});
    if (checkpoint.at)
        facts.facts.push_back({Trailglass::tr("Signed"), {times.moment(*checkpoint.at)}});
    facts.facts.push_back({Trailglass::tr("Public key"), {checkpoint.key}, true});
    blocks.push_back(std::move(facts));
    blocks.push_back(ReportHeading{Trailglass::tr("Signed note"), 3});
    blocks.push_back(ReportLines{reportLines(checkpoint.note)});
    if (checkpoint.treeSize > checkpoint.size) {
        blocks.push_back(
            ReportParagraph{Trailglass::tr("The tree had %1 leaves when this report was made: the checkpoint "
                                           "says nothing of the last %Ln.",
                                           nullptr, countArgument(checkpoint.treeSize - checkpoint.size))
                                .arg(QLocale().toString(checkpoint.treeSize)), // as %Ln is written
                            ReportParagraph::Tone::Warning});
    }
    blocks.push_back(ReportParagraph{Trailglass::tr(
        "The checkpoint signs every event that was stored before it, and every record of coverage, reviews, "
        "marks and the like: each is a leaf of the tree. The workspace (“Verify workspace…” in the "
        "window, or “trailglass-cli verify workspace”) and evidence bundles (“Open evidence bundle…”, or "
        "“trailglass-cli evidence verify”) can be checked against it: an event that was changed since is "
        "found. The report itself is not signed.")});
}

} // namespace

void addReportEvidence(ReportBlocks &blocks, const Report &report, const ReportTimes &times)
{
    blocks.push_back(ReportHeading{Trailglass::tr("Checkpoint"), 2});
    if (report.checkpoint) {
        addReportCheckpoint(blocks, *report.checkpoint, times);
    } else {
        blocks.push_back(ReportParagraph{
            Trailglass::tr(
                "The report has no checkpoint, so nothing in it shows whether events were changed after they "
                "were stored. “Make checkpoint now” in the window, or “trailglass-cli checkpoint”, signs "
                "one."),
            ReportParagraph::Tone::Warning});
    }
    if (report.bundle) {
        blocks.push_back(ReportHeading{Trailglass::tr("Evidence bundle"), 2});
        ReportFacts facts;
        facts.facts.push_back({Trailglass::tr("File"), {report.bundle->name}});
        facts.facts.push_back({Trailglass::tr("SHA-256"), {report.bundle->sha256}, true});
        blocks.push_back(std::move(facts));
        blocks.push_back(ReportParagraph{
            Trailglass::tr(
                "This report belongs to the evidence bundle with this hash. “sha256sum” prints the hash of "
                "a file."),
            ReportParagraph::Tone::Quiet});
    }
    blocks.push_back(ReportHeading{Trailglass::tr("How to read this report"), 2});
    blocks.push_back(ReportParagraph{Trailglass::tr(
        "The counts are exact: each stored event that matches the filter is counted once. What a vendor did "
        "not send is in no report.")});
    blocks.push_back(ReportParagraph{Trailglass::tr(
        "Texts from logs are shown as plain text: characters that would hide, move or reorder text are "
        "written as tokens such as <U+202E>.")});
}

} // namespace Trailglass
