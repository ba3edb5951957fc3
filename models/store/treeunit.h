// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/merkle/digest.h"
#include "models/store/leafreader.h"
#include "models/store/nodestore.h"
#include "models/store/statement.h"
#include "models/store/treeverdict.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Trailglass {

class CancelScope;
class ReadTransaction;
class SqlConnection;

/// A tree head of a commit that ended within a chunk, or at its end.
struct CheckedHead
{
    qint64 size = 0;
    std::optional<Digest> stored = {}; ///< nothing for a root that cannot be right
    std::optional<Digest> inner = {}; ///< root of the chunk's leaves up to it; nothing where one is not known
};

/// What is stored of 256 consecutive leaves, or of the last ones, and what it should be.
struct CheckedChunk
{
    qint64 firstLeaf = 0;
    qint64 count = 0;
    std::optional<Digest> computed = {}; ///< root of its leaves; nothing where one of them is not known
    std::optional<Digest> stored = {}; ///< of a complete chunk; nothing where it is missing
    std::vector<TreeProblem> suspects = {}; ///< leaves whose hash does not begin as the stored print says
    std::vector<CheckedHead> heads = {};

    [[nodiscard]] qint64 endLeaf() const { return firstLeaf + count; } ///< exclusive
    [[nodiscard]] bool isComplete() const;
};

/// What is stored of 65,536 consecutive leaves, or of the last ones.
struct CheckedUnit
{
    qint64 number = 0;
    std::vector<CheckedChunk> chunks = {};
    std::optional<Digest> stored = {}; ///< of a complete unit; nothing where it is missing
    qint64 events = 0;
    qint64 records = 0;
    qint64 gone = 0;
    std::vector<TreeProblem> problems = {}; ///< that are certain, whatever the hashes say

    [[nodiscard]] bool isComplete() const;
};

/// Up to where a tree is checked.
struct TreeBounds
{
    qint64 size = 0; ///< leaves
    QByteArray prints = {}; ///< of those after the last complete chunk
};

/// Computes the hashes of leaves from what is stored, a unit at a time, with a connection of its own.
/// \thread the one that opened it
class TreeUnitChecker
{
public:
    /// \error as SqlConnection::openForReading()
    static Result<std::unique_ptr<TreeUnitChecker>> open(const QString &workspace, const TreeBounds &bounds,
                                                         const CancelToken &cancel);
    ~TreeUnitChecker();
    TreeUnitChecker(const TreeUnitChecker &) = delete;
    TreeUnitChecker &operator=(const TreeUnitChecker &) = delete;

    /// \param number  its first leaf is number · 65,536
    /// \error Cancelled within milliseconds; Storage when reading itself fails
    Result<CheckedUnit> check(qint64 number);

private:
    TreeUnitChecker(std::unique_ptr<SqlConnection> connection, TreeBounds bounds, CancelToken cancel);
    Result<void> prepare();
    Result<void> checkRows(qint64 first, qint64 end, CheckedUnit &unit);
    Result<RowId> rowBefore(qint64 leaf);
    Result<void> checkGap(RowId first, RowId last, CheckedUnit &unit);
    Result<void> checkChunk(qint64 first, qint64 end, CheckedUnit &unit);
    Result<QByteArray> readStored(CheckedChunk &chunk);
    void judgeLeaves(const std::vector<StoredLeaf> &leaves, const QByteArray &prints, CheckedChunk &chunk,
                     CheckedUnit &unit);
    Result<void> readHeads(CheckedChunk &chunk);
    void hashLeaves(CheckedChunk &chunk, std::span<CheckedHead> heads) const;

    std::unique_ptr<SqlConnection> m_connection;
    const TreeBounds m_bounds;
    const CancelToken m_cancel;
    std::unique_ptr<CancelScope> m_scope;
    std::unique_ptr<ReadTransaction> m_transaction;
    std::optional<LeafReader> m_leaves;
    std::optional<NodeStore> m_nodes;
    Statement m_heads;
    Statement m_unknownRows;
    std::vector<Digest> m_hashes; ///< of the chunk, as far as they are known from its beginning on
};

} // namespace Trailglass
