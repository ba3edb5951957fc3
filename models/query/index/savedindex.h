// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/index/columnindex.h"

#include <QString>
#include <QStringList>

namespace Trailglass {

class SqlConnection;

/// What is saved of an index in a database.
struct SavedIndex
{
    std::vector<ListedSegment> segments; ///< ascending, full
    qint64 removedSequence = 0; ///< entries of table `superseded` up to this are applied to all of them
    int unusable = 0; ///< how many segments were left out: damaged, of another database or another version
};

/// Reads the saved segments; those that are damaged are left out, as if they had never been saved.
///
/// \param columns  which to read; the others are null in the segments
/// \thread the connection's, within a transaction; works on several
/// \error Storage, Cancelled
[[nodiscard]] Result<SavedIndex> loadSavedIndex(SqlConnection &connection, const IndexColumnSet &columns,
                                                const CancelToken &cancel);

/// Saves the full segments of a workspace that are not saved yet, each in its own transaction: what was
/// done before a cancel stays.
///
/// \pre the caller holds the workspace's lock
/// \thread any
/// \pre the database is of this program's version
/// \returns how many were saved
/// \error Storage, DiskFull, Locked (busy for longer than 5 s), Cancelled
[[nodiscard]] Result<int> saveIndex(const QString &workspace, const CancelToken &cancel);

/// How much of the index of a workspace is saved.
struct SavedIndexSize
{
    qint64 fullSegments = 0; ///< that could be saved; those without events are not
    qint64 savedSegments = 0; ///< of these, with all their parts, right or not
};

/// \thread any
/// \error Storage, NewerVersion, NotFound
[[nodiscard]] Result<SavedIndexSize> savedIndexSize(const QString &workspace);

/// Compares what is saved with the events, segment by segment.
///
/// \returns one sentence a segment that is damaged or not what the events say; none when all is well
/// \thread any
/// \error Storage, Cancelled
[[nodiscard]] Result<QStringList> checkSavedIndex(const QString &workspace, const CancelToken &cancel);

/// Deletes what checkSavedIndex() reports and saves it again.
/// \returns how many segments were saved
/// \pre, \error as saveIndex()
[[nodiscard]] Result<int> repairSavedIndex(const QString &workspace, const CancelToken &cancel);

} // namespace Trailglass
