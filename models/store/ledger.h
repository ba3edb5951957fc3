// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/eventwriter.h"
#include "models/store/records.h"

#include <span>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// What is kept beside the events of a source: its coverage and its unreadable rows. Writing is inside the
/// caller's transaction.
/// \thread the connection's
namespace Ledger {

/// Appends; intervals that touch or overlap stay as they were answered.
/// \param fingerprint  of the settings that the vendor was asked with; may be empty
Result<void> addCoverage(SqlConnection &connection, SourceId source, std::span<const CoverageEntry> entries,
                         const QByteArray &fingerprint);

/// In the order in which they were answered. Once the source was synced with other settings (scope, account),
/// what was answered for the former ones is not listed.
Result<std::vector<CoverageEntry>> coverage(SqlConnection &connection, SourceId source);

/// Stores bytes once a source, however often they come.
Result<void> addQuarantine(SqlConnection &connection, SourceId source, UtcMicros received,
                           std::span<const Quarantined> rows);

/// Newest first.
/// \param limit  at most this many; 0 is all
Result<std::vector<QuarantineEntry>> quarantine(SqlConnection &connection, SourceId source, int limit);

} // namespace Ledger

} // namespace Trailglass
