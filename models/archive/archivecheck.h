// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/ids.h"
#include "models/core/result.h"

#include <QString>

#include <functional>
#include <vector>

namespace Trailglass {

class ArchiveSession;
class EventReader;

/// Something that is not as it has to be.
struct ArchiveFault
{
    enum class Kind
    {
        Batch, ///< its events are not those that were pushed
        Rows, ///< the archive does not have the events that the workspace has
    };

    Kind kind = Kind::Batch;
    quint64 batch = 0; ///< of Kind::Batch
    RowId firstRow = {}; ///< of Kind::Rows; inclusive
    RowId lastRow = {}; ///< likewise
    qint64 expected = 0; ///< events; a batch that takes events back has a negative number
    qint64 found = 0; ///< the same number where events differ

    /// One sentence.
    [[nodiscard]] QString text() const;

    friend bool operator==(const ArchiveFault &, const ArchiveFault &) = default;
};

/// What a check of an archive against a workspace found.
struct ArchiveCheckReport
{
    qint64 batches = 0; ///< that were checked
    qint64 events = 0; ///< that count, of this workspace
    qint64 notPushed = 0; ///< rows of the workspace that are not in the archive yet
    std::vector<ArchiveFault> faults; ///< none: all is well

    friend bool operator==(const ArchiveCheckReport &, const ArchiveCheckReport &) = default;
};

/// Compares each batch of a workspace with the ledger, and all that the archive has of the workspace with its events: numbers
/// and hashes over everything that the events say.
///
/// The server reads every event, and so does this program.
/// \param progressed  0 to 1; may be empty
/// \error Rejected when the workspace has removed events since the last push: push first; NotFound when it has not pushed; as
/// inspectArchive(); Storage; else as ArchiveSession::ask()
/// \thread the reader's; blocks
[[nodiscard]] Result<ArchiveCheckReport> checkArchive(const EventReader &reader, ArchiveSession &session,
                                                      const CancelToken &cancel,
                                                      const std::function<void(double)> &progressed = {});

} // namespace Trailglass
