// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/workspace/sourceservice.h"

namespace Trailglass {

/// retentionSentence() of a source, with times in UTC; empty where nothing is at risk.
[[nodiscard]] QString retentionNotice(const SourceEntry &entry);

/// A notice for each of the sources that has something at risk.
void tellRetention(Session &session, const QList<SourceEntry> &entries);

/// Which risks are reported.
enum class ReportedRisks
{
    All,
    OfLaterSyncs, ///< those that a sync can still do something about; else each sync would report a loss again
};

/// The same, read from the workspace now; nothing where it cannot be read.
/// \param sources  names; none: all
void tellRetention(Session &session, const QStringList &sources, ReportedRisks reported);

} // namespace Trailglass
