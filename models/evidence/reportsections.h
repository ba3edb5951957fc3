// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/evidence/reportdocument.h"

#include <vector>

namespace Trailglass {

class ReportTimes;

// The sections of a report, each appended to the blocks. For reportDocument() alone. Pure.
// \thread that of the times

using ReportBlocks = std::vector<ReportBlock>;

/// What the report is about: title, case, filter, interval, number of events, note, warnings.
void addReportHead(ReportBlocks &blocks, const Report &report, const ReportTimes &times);

/// Counts by source, operation, outcome and actor.
void addReportCounts(ReportBlocks &blocks, const Report &report);

/// The histogram, and the times that were not synced.
void addReportCoverage(ReportBlocks &blocks, const Report &report, const ReportTimes &times);

/// The events in the order of time, as far as they are listed, and where the others are.
void addReportRows(ReportBlocks &blocks, const Report &report, const ReportTimes &times);

/// Marked events with their fields, notes and changes.
void addMarkedEvents(ReportBlocks &blocks, const Report &report, const ReportTimes &times);

/// Checkpoint, key, bundle, and what a reader may conclude.
void addReportEvidence(ReportBlocks &blocks, const Report &report, const ReportTimes &times);

/// What `…` stands for, below events that are cut.
[[nodiscard]] ReportParagraph reportCutNote();

/// A text with its line breaks as the lines that it has.
[[nodiscard]] QStringList reportLines(const QString &text);

} // namespace Trailglass
