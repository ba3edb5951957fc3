// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveledger.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

namespace Trailglass {

class ArchiveSession;
class EventReader;

/// Whether a workspace is still the one whose events an archive has: a workspace that was restored from a backup, or of
/// whose folder there is a copy that pushes too, gives the same row numbers to other events.
///
/// Compares how far both are, and the last events that were pushed.
/// \error Rejected in one of these cases, with a sentence; Storage; else as ArchiveSession::ask()
/// \thread the reader's
[[nodiscard]] Result<void> requireSameWorkspace(const EventReader &reader, ArchiveSession &session,
                                                quint32 origin, const OriginLedger &ledger,
                                                const CancelToken &cancel);

} // namespace Trailglass
