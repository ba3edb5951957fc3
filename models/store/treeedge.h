// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/merkle/compactrange.h"

#include <QByteArray>

#include <optional>

namespace Trailglass {

class SqlConnection;

/// What is needed of the tree to append leaves to it: the one row of table `tree_edge`.
struct TreeEdge
{
    CompactRange range;
    QByteArray prints = {}; ///< the first byte of the hash of each leaf after the last complete chunk
    bool isBuilt = false; ///< false while what an earlier version has stored is still being hashed
    RowId nextRow = {1}; ///< where that goes on
};

/// A tree head: what the tree was at the end of a commit.
struct TreeHead
{
    qint64 size = 0; ///< leaves
    UtcMicros at;
    Digest root;

    friend bool operator==(const TreeHead &, const TreeHead &) = default;
};

/// Whether the database is of a version with a tree. A reader may open one that no writer has migrated yet.
/// \thread the connection's
Result<bool> hasTree(SqlConnection &connection);

/// \pre hasTree()
/// \error Storage for one that cannot be right
/// \thread the connection's
Result<TreeEdge> readTreeEdge(SqlConnection &connection);

/// \pre inside a transaction
/// \thread the connection's
Result<void> writeTreeEdge(SqlConnection &connection, const TreeEdge &edge);

/// \returns nothing where no commit ended with so many leaves
/// \error Storage for one that cannot be right
/// \thread the connection's
Result<std::optional<TreeHead>> readTreeHead(SqlConnection &connection, qint64 size);

} // namespace Trailglass
