// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/merkle/digest.h"

#include <QString>

#include <span>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// A record of the tree, without its text.
struct SourceRecordLeaf
{
    qint64 leaf = 0;
    Digest hash;
};

/// The records of the tree that name a source, but for those of purges: what a purge deletes. Reads all records.
/// \thread the connection's
/// \error Storage, Cancelled
namespace SourceRecords {

/// \param source  its name
Result<qint64> count(SqlConnection &connection, const QString &source);

/// The records before the last purge of a source of this name: later ones are of another source. In order.
Result<std::vector<SourceRecordLeaf>> beforePurge(SqlConnection &connection, const QString &source);

/// \pre inside a transaction
Result<void> remove(SqlConnection &connection, std::span<const SourceRecordLeaf> records);

} // namespace SourceRecords

} // namespace Trailglass
