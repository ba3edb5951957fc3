// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcerow.h"
#include "models/workspace/sourceservice.h"
#include "models/workspace/syncplan.h"
#include "models/workspace/syncrunner.h"
#include "views/sources/sourcevalues.h"

#include <QTimeZone>

#include <optional>

namespace Trailglass {

/// The state of a source in the running sync, or its result in the last one, and what is planned for it.
struct SourceActivity
{
    bool waiting = false; ///< part of the running sync, not begun
    std::optional<SyncProgress> progress; ///< of the running sync
    std::optional<SyncReport> report; ///< of the last run of this session
    PlannedSync plan = {};
};

/// A source as the list shows it, also while it is being synced.
/// \param zone  of the times in SourceRow::details
[[nodiscard]] SourceRow sourceRow(const SourceEntry &entry, const SourceActivity &run, const QTimeZone &zone);

/// When the next sync by schedule begins, or why it does not, in sentences.
/// \returns an empty text for a source that is synced by hand, and where it begins now
[[nodiscard]] QString plannedText(const PlannedSync &plan, const QTimeZone &zone);

/// What a test found: that it works, with the newest event, or why it does not, in the vendor's own words.
/// \param stored  events of the source that are there already
/// \returns Dismissed for a cancelled test, and for one that needs an approval first
[[nodiscard]] ConnectionResult connectionResult(const ConnectionReport &report, qint64 stored,
                                                const QTimeZone &zone);

} // namespace Trailglass
