// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/store/records.h"

#include <QString>

#include <vector>

namespace Trailglass {

class EventHasher;
class SqlConnection;
class TreeWriter;
struct BlockPlace;

/// Deletes a source and everything that was fetched from it, and overwrites the deleted bytes.
///
/// The first transaction hides the source and its events, frees the name, and appends a record of the purge to the tree, which
/// names the rows.
/// Those after it delete in small steps, so that the write-ahead log stays small and other writers wait only briefly; each
/// keeps the leaf hashes of what it deletes. After a crash finish() continues.
/// \thread the connection's
class Purger
{
public:
    /// Blocks of events deleted per transaction.
    static constexpr int BlocksPerStep = 64;

    /// \param connection  must outlive the purger, as \a tree; outside a transaction
    Purger(SqlConnection &connection, TreeWriter &tree);

    /// Hides the source: its name becomes NULL.
    /// \param by  PurgeNotice::by
    /// \error NotFound
    Result<void> begin(SourceId source, UtcMicros at, const QString &by);

    /// Sources that are hidden and not yet deleted.
    Result<std::vector<SourceId>> unfinished();

    /// Deletes a hidden source and the dictionary texts that no event uses any more.
    /// \error Cancelled within a second of the token's end; what is deleted by then stays deleted
    Result<void> finish(SourceId source, const CancelToken &cancel = {});

private:
    Result<void> record(SourceId source, std::vector<RemovedRange> rows, UtcMicros at, const QString &by);
    Result<qint64> countLeaves(SourceId source);
    Result<std::vector<RemovedRange>> supersedeRows(SourceId source);
    Result<void> deleteAll(SourceId source, const CancelToken &cancel);
    Result<bool> deleteStep(SourceId source, EventHasher &hasher, const CancelToken &cancel);
    Result<void> keepHashes(SourceId source, const BlockPlace &block, EventHasher &hasher,
                            const CancelToken &cancel);
    Result<void> deleteRest(SourceId source);
    Result<void> deleteRecords(SourceId source);

    SqlConnection &m_connection;
    TreeWriter &m_tree;
};

} // namespace Trailglass
