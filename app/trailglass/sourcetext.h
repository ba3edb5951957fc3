// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcerow.h"
#include "models/workspace/sourceservice.h"
#include "models/workspace/syncrunner.h"
#include "views/sources/sourcevalues.h"

#include <QTimeZone>

#include <optional>

namespace Trailglass {

/// The state of a source in the running sync, or its result in the last one.
struct SourceActivity
{
    bool waiting = false; ///< part of the running sync, not begun
    std::optional<SyncProgress> progress; ///< of the running sync
    std::optional<SyncReport> report; ///< of the last run of this session
};

/// A source as the list shows it, also while it is being synced.
[[nodiscard]] SourceRow sourceRow(const SourceEntry &entry, const SourceActivity &run);

/// What a test found: that it works, with the newest event, or why it does not, in the vendor's own words.
/// \returns Dismissed for a cancelled test, and for one that needs an approval first
[[nodiscard]] ConnectionResult connectionResult(const ConnectionReport &report, const QTimeZone &zone);

/// Everything there is to say on a source, for reading and copying: lines of safe plain text, the error
/// first.
[[nodiscard]] QString detailText(const SourceRow &row, const SourceActivity &run, const QTimeZone &zone);

} // namespace Trailglass
