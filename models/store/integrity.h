// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
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
    qint64 rawBytes = 0; ///< of all JSON kept, superseded events included
    qint64 packedBytes = 0; ///< the same as stored
    qint64 fileBytes = 0; ///< database with its log
    std::vector<std::pair<QString, qint64>> dictionaries; ///< number of texts by name of the (first) field
};

/// \param workspace  as for WorkspacePaths::of
/// \error NotFound, NewerVersion, Storage, Cancelled
Result<WorkspaceStatistics> readStatistics(const QString &workspace, const CancelToken &cancel);

/// Checks everything that one part of the database promises another: SQLite's own structure, foreign keys,
/// every stored number against its range, every packed block, its rows and its signature, every event's place
/// in the id index, dictionary codes and the hashes of their texts, and the counts kept with the sources.
///
/// Reads the whole file: about a minute for ten million events.
/// \returns one sentence a problem; none when all is well
/// \error NotFound, NewerVersion, Storage when reading itself fails, Cancelled
Result<QStringList> checkIntegrity(const QString &workspace, const CancelToken &cancel);

} // namespace Trailglass
