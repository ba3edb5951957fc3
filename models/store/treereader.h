// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/merkle/digest.h"
#include "models/store/checkpointtable.h"
#include "models/store/signingkeytable.h"
#include "models/store/treeedge.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// A leaf of the tree.
struct TreeLeaf
{
    enum class Kind
    {
        Event,
        Record,
        Gone, ///< its content was deleted or superseded; its hash is kept
    };
    qint64 number = 0; ///< from 0
    Kind kind = Kind::Event;
    RowId row = {}; ///< of an event, also of one that is gone; 0 for others
    QByteArray text = {}; ///< of a record: JSON, exactly as it is hashed
    Digest hash = {};
    std::optional<qint64> replaces = {}; ///< of an event: the leaf of the one that it replaced
};

/// A record of the tree.
struct TreeRecord
{
    qint64 leaf = 0;
    std::string kind;
    QByteArray text; ///< JSON, exactly as it is hashed
};

/// Reads the hash tree of a workspace: leaves, hashes for proofs, what was signed.
///
/// Hashes of subtrees of up to 128 leaves are computed from what is stored now, but for those at the right edge of the tree;
/// others are read. So a proof of something that was altered proves nothing: checkTree() says what it is. A later call may see
/// more leaves, after those that were there, and content that is gone since; leaves keep number and hash.
/// \thread the one that opened it; several readers may be open
/// \error Storage for numbers that cannot be right; Cancelled when the token ends or after interrupt()
class TreeReader
{
public:
    /// Opens for reading. A workspace on read-only media opens too.
    /// \error NotFound when there is no database yet, NewerVersion, Storage
    static Result<std::unique_ptr<TreeReader>> open(const QString &workspace, const CancelToken &cancel = {});
    ~TreeReader();
    TreeReader(const TreeReader &) = delete;
    TreeReader &operator=(const TreeReader &) = delete;

    /// Stops the running call from another thread.
    /// \thread any
    void interrupt();

    /// Whether there is a tree over all that is stored: not in a workspace of an earlier version, and not while it is being
    /// hashed.
    Result<bool> isBuilt() const;

    /// Leaves; 0 without a tree.
    Result<qint64> size() const;
    /// The root of all leaves, as the writers know it.
    Result<Digest> root() const;
    /// Size, root and time of the last commit that appended leaves; nothing without a tree.
    Result<std::optional<TreeHead>> lastHead() const;
    /// The head of a commit that ended with so many leaves; nothing where none did.
    Result<std::optional<TreeHead>> head(qint64 size) const;

    /// The hash of a complete subtree: what rootOf(), inclusionProof() and consistencyProof() need as a NodeReader.
    /// \param level   the subtree has 2^level leaves
    /// \param number  its first leaf is number · 2^level
    /// \error Usage when the tree does not have it
    /// \error Storage when one of its leaves is lost, naming it
    Result<Digest> node(int level, qint64 number) const;

    /// Prepares for calls of node() that go through the tree from left to right: on several threads, the leaves of chunks are
    /// hashed ahead of them.
    /// \param chunks  numbers of those with subtrees of up to 128 leaves that will be requested, ascending: its first leaf is
    /// number · TreeShape::ChunkLeaves
    void readAhead(std::vector<qint64> chunks) const;

    /// \returns nothing for a row without a leaf
    Result<std::optional<qint64>> leafOf(RowId row) const;
    /// \returns nothing for a leaf that is no event
    Result<std::optional<RowId>> rowOf(qint64 leaf) const;
    /// The leaf of the event that the event of a leaf replaced; nothing where it replaced none.
    Result<std::optional<qint64>> replacedBy(qint64 leaf) const;

    /// \error Usage when the tree does not have it; Storage when its content is lost
    Result<TreeLeaf> leaf(qint64 number) const;

    /// Records by leaf, those whose content is gone left out.
    /// \param kind   as in TreeRecords; empty for all
    /// \param first  leaf to begin with
    /// \param limit  maximum number; 0 for all
    Result<std::vector<TreeRecord>> records(const QString &kind, qint64 first, int limit) const;

    /// The signed tree heads, the oldest first.
    Result<std::vector<StoredCheckpoint>> checkpoints() const;
    /// The one that was signed last; nothing where there is none.
    Result<std::optional<StoredCheckpoint>> lastCheckpoint() const;
    /// The signing keys that were ever used, the oldest first.
    Result<std::vector<SigningKeyRecord>> signingKeys() const;

private:
    class Private;
    explicit TreeReader(std::unique_ptr<Private> content);
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
