// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivepusher.h"
#include "models/archive/eventtable.h"
#include "models/archive/outgoingbatch.h"
#include "models/archive/sourceclaims.h"

#include <memory>
#include <vector>

namespace Trailglass {

/// The events of successive rows of a workspace, as batches of one month each: they come to count together.
struct PushGroup
{
    /// Rows after \a after, up to \a last.
    struct Rows
    {
        RowId after;
        RowId last;
    };

    std::vector<std::unique_ptr<OutgoingBatch>> batches; ///< none if no row is a listed event
    SourceClaims::Sources sources; ///< of the events
    RowId lastRow; ///< up to which rows were read
    qint64 events = 0; ///< of the batches
    qint64 leftOut = 0; ///< too large for an archive

    /// Reads as many rows as the plan says, fewer at the end or where they are large.
    /// \error Storage, Cancelled
    [[nodiscard]] static Result<PushGroup> read(const EventReader &reader, const Rows &rows,
                                                const PushPlan &plan, ArchiveDialect dialect,
                                                const CancelToken &cancel);
};

} // namespace Trailglass
