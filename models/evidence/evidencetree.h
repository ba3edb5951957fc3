// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/evidence/shownleaf.h"
#include "models/evidence/subtrees.h"
#include "models/merkle/digest.h"
#include "models/store/treereader.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Trailglass {

/// Where the event of a row is in a tree.
struct LeafPlace
{
    qint64 leaf = 0; ///< number, from 0
    std::optional<qint64> replaces = {}; ///< leaf of the event that it replaced
};

/// What a bundle needs to know of the tree that its events are in.
///
/// Blocking.
/// \thread that of its first use
/// \error of all functions: Storage; Cancelled
class EvidenceTree
{
public:
    EvidenceTree() = default;
    virtual ~EvidenceTree() = default;
    EvidenceTree(const EvidenceTree &) = delete;
    EvidenceTree &operator=(const EvidenceTree &) = delete;

    /// \returns nothing for a row that has no leaf
    virtual Result<std::optional<LeafPlace>> placeOf(RowId row) = 0;

    /// Prepares for hashOf() to be called for all that lies between some leaves, from left to right. Need not be called.
    /// \param leaves  ascending
    virtual Result<void> expect([[maybe_unused]] std::span<const ShownLeaf> leaves) { return {}; }

    /// \param part  within the tree
    virtual Result<Digest> hashOf(const Subtree &part) = 0;

    /// Records of a kind, by leaf.
    /// \param first  leaf to begin with
    /// \param limit  maximum number
    virtual Result<std::vector<TreeRecord>> records(const QString &kind, qint64 first, int limit) = 0;
};

/// The tree of a workspace.
class StoredTree final : public EvidenceTree
{
public:
    /// \param reader  outlives this object, which is used on its thread
    explicit StoredTree(const TreeReader &reader)
        : m_reader(reader)
    {
    }

    /// Quick for ascending rows.
    Result<std::optional<LeafPlace>> placeOf(RowId row) override;
    Result<void> expect(std::span<const ShownLeaf> leaves) override;
    Result<Digest> hashOf(const Subtree &part) override;
    Result<std::vector<TreeRecord>> records(const QString &kind, qint64 first, int limit) override;

private:
    const TreeReader &m_reader;
};

} // namespace Trailglass
