// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/orderedworkers.h"
#include "models/core/result.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace Trailglass {

/// How much a workspace holds, in events and bytes.
struct WorkspaceStatistics
{
    qint64 events = 0; ///< listed
    qint64 removed = 0; ///< rows superseded or purged
    qint64 quarantined = 0; ///< unreadable rows kept
    qint64 conflicting = 0; ///< other versions of stored events kept
    qint64 rawBytes = 0; ///< of the raw JSON, superseded events included
    qint64 packedBytes = 0; ///< the same, compressed
    qint64 fileBytes = 0; ///< of the database and its write-ahead log
    std::vector<std::pair<QString, qint64>> dictionaries; ///< number of texts by name of the (first) field
};

/// \param workspace  as for WorkspacePaths::of
/// \error NotFound, NewerVersion, Storage, Cancelled
Result<WorkspaceStatistics> readStatistics(const QString &workspace, const CancelToken &cancel);

/// Checks the whole database: SQLite's own structure, foreign keys, every stored number against its range,
/// every block of raw JSON with its rows and signature, every event's entry in the id index, dictionary codes
/// and the hashes of their texts, and the counts kept with the sources.
///
/// Takes about a minute for ten million events on two cores. Each part of it sees the workspace as it is when the part begins.
/// \param threads  that check, the caller's among them; at least 1. The problems are the same for any number
/// \returns one sentence per problem; none for an intact database
/// \error NotFound, NewerVersion, Storage when reading itself fails, Cancelled
Result<QStringList> checkIntegrity(const QString &workspace, const CancelToken &cancel,
                                   unsigned threads = workerThreads());

} // namespace Trailglass
