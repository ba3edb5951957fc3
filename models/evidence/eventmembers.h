// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/evidence/bundlerequest.h"
#include "models/evidence/markedevents.h"
#include "models/evidence/memberfile.h"
#include "models/evidence/shownleaf.h"

#include <map>
#include <string>
#include <vector>

namespace Trailglass {

/// The members that have a line an event.
struct EventFiles
{
    MemberFile &events;
    MemberFile &csv;
    MemberFile &proofs;
};

/// What was written of the events of a bundle.
struct WrittenEventMembers
{
    ExportSummary summary; ///< of events.csv
    std::vector<ShownLeaf> leaves; ///< of the events, in their order
    std::map<std::string, qint64> bySource; ///< events of each source that has any
};

/// Writes events.ndjson, events.csv and what proofs.ndjson says of each event. Blocking; memory grows by forty bytes an event.
///
/// \param marked  gets every event
/// \error Storage for an event that is not in the tree, or not among the leaves of the checkpoint; as exportTo()
/// \thread that of the tree and the records
[[nodiscard]] Result<WrittenEventMembers> writeEventMembers(const BundleRequest &request,
                                                            const EventFiles &files, MarkedEvents &marked);

} // namespace Trailglass
