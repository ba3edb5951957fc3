// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcerow.h"
#include "models/workspace/sourceservice.h"
#include "models/workspace/syncrunner.h"

#include <QTimeZone>

#include <optional>

namespace Trailglass {

/// What became of a source in the run that is on, or the last one.
struct SourceActivity
{
    bool waiting = false; ///< part of the run, not begun
    std::optional<SyncProgress> progress; ///< of the run that is on
    std::optional<SyncReport> report; ///< of the last run of this session
};

/// A source as the list shows it.
[[nodiscard]] SourceRow sourceRow(const SourceEntry &entry, const SourceActivity &run);

/// "Reading: 1,200 of 6,300 events, 12 pages".
[[nodiscard]] QString progressText(const SyncProgress &progress);

/// What a test found: that it works, with the newest event, or why it does not, in the vendor's own words.
[[nodiscard]] QString connectionText(const ConnectionReport &report, const QTimeZone &zone);

/// Everything there is to say on a source, for reading and copying: lines of safe plain text, the error
/// first.
[[nodiscard]] QString detailText(const SourceRow &row, const SourceActivity &run, const QTimeZone &zone);

} // namespace Trailglass
