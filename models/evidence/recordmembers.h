// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/evidence/bundlerequest.h"
#include "models/evidence/markedevents.h"
#include "models/evidence/memberfile.h"
#include "models/evidence/shownleaf.h"

#include <vector>

namespace Trailglass {

/// The members with records of the tree.
struct RecordFiles
{
    MemberFile &quarantine;
    MemberFile &marks;
    MemberFile &review;
    MemberFile &history;
};

/// What was written of the tree's records.
struct WrittenRecords
{
    std::vector<ShownLeaf> leaves;
    qint64 unreadable = 0; ///< rows that could not be read
    qint64 conflicting = 0; ///< other versions of stored events
};

/// Writes the records that belong to a bundle, each member's by leaf: the quarantined rows of BundleContent::quarantineSources,
/// marks and notes of the bundle's events, the review log, and what became of the tree itself (begun, purged, keys).
/// Blocking.
///
/// \param marked  after all events of the bundle
/// \error as EvidenceTree; DiskFull; Cancelled
/// \thread that of the tree
[[nodiscard]] Result<WrittenRecords> writeRecordMembers(const BundleRequest &request,
                                                        const RecordFiles &files, const MarkedEvents &marked);

} // namespace Trailglass
