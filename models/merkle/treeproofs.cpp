// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/treeproofs.h"

#include "models/core/translation.h"
#include "models/merkle/treehash.h"

#include <QString>

#include <algorithm>
#include <bit>
#include <optional>

namespace Trailglass {

namespace {

// The leaves first … first + count - 1. Where first is not 0, they are a subtree: first is a multiple of every power of two
// up to count.
struct LeafRange
{
    qint64 first = 0;
    qint64 count = 0;

    [[nodiscard]] LeafRange leftPart(qint64 split) const { return {first, split}; }
    [[nodiscard]] LeafRange rightPart(qint64 split) const { return {first + split, count - split}; }
};

// Of a subtree of at least two leaves: how many its left part has.
qint64 splitOf(LeafRange range)
{
    return static_cast<qint64>(std::bit_floor(static_cast<quint64>(range.count - 1)));
}

Result<Digest> hashOf(LeafRange range, const NodeReader &node)
{
    // From the right: the smallest of the complete subtrees that the range consists of is its last one.
    std::optional<Digest> hash;
    auto before = static_cast<quint64>(range.count); // leaves of the range that are not yet in the hash
    while (before != 0) {
        const int level = std::countr_zero(before);
        before &= before - 1;
        TRY(const Digest subtree, node(level, (range.first + static_cast<qint64>(before)) >> level));
        hash = hash ? nodeHash(subtree, *hash) : subtree;
    }
    return hash ? *hash : emptyRoot();
}

Error noSuchSize()
{
    return {.kind = ErrorKind::Usage, .message = tr("A tree cannot have fewer than 0 leaves.")};
}

bool isOdd(qint64 number)
{
    return number % 2 != 0;
}

// Where a proof has come to: a subtree on the way, and the last one, both counted on the level of the next hash beside the way.
struct ProofWay
{
    qint64 number = 0;
    qint64 last = 0;

    void up()
    {
        number /= 2;
        last /= 2;
    }
    void upWhileOdd()
    {
        while (isOdd(number))
            up();
    }
    // A subtree that is the last one and has no right neighbour stands on higher levels too.
    void upWhileAlone()
    {
        while (number != 0 && !isOdd(number))
            up();
    }
    [[nodiscard]] bool isAtRoot() const { return last == 0; }
    [[nodiscard]] bool isBesideLeft() const { return isOdd(number) || number == last; }
};

} // namespace

Result<Digest> rootOf(qint64 size, const NodeReader &node)
{
    if (size < 0)
        return noSuchSize();
    return hashOf({.first = 0, .count = size}, node);
}

Result<std::vector<Digest>> inclusionProof(qint64 leaf, qint64 size, const NodeReader &node)
{
    if (size < 0)
        return noSuchSize();
    if (leaf < 0 || leaf >= size) {
        return Error{.kind = ErrorKind::Usage,
                     .message = tr("There is no leaf %1 in a tree of size %2. Leaves are counted from 0.")
                                    .arg(QString::number(leaf), QString::number(size))};
    }
    std::vector<Digest> proof;
    LeafRange range{.first = 0, .count = size};
    while (range.count > 1) {
        const qint64 split = splitOf(range);
        const bool isLeft = leaf - range.first < split;
        TRY(const Digest beside, hashOf(isLeft ? range.rightPart(split) : range.leftPart(split), node));
        proof.push_back(beside);
        range = isLeft ? range.leftPart(split) : range.rightPart(split);
    }
    std::reverse(proof.begin(), proof.end());
    return proof;
}

Result<std::vector<Digest>> consistencyProof(qint64 older, qint64 size, const NodeReader &node)
{
    if (older < 0 || size < 0)
        return noSuchSize();
    if (older > size) {
        return Error{.kind = ErrorKind::Usage,
                     .message = tr("A tree of size %1 cannot continue one of size %2, which is larger.")
                                    .arg(QString::number(size), QString::number(older))};
    }
    std::vector<Digest> proof;
    if (older == 0 || older == size)
        return proof;
    LeafRange range{.first = 0, .count = size};
    qint64 kept = older; // leaves of the range that the older tree has
    while (kept != range.count) {
        const qint64 split = splitOf(range);
        const bool isLeft = kept <= split;
        TRY(const Digest beside, hashOf(isLeft ? range.rightPart(split) : range.leftPart(split), node));
        proof.push_back(beside);
        range = isLeft ? range.leftPart(split) : range.rightPart(split);
        kept -= isLeft ? 0 : split;
    }
    // Otherwise the range is the older tree, whose root a verifier has.
    if (range.first != 0) {
        TRY(const Digest end, hashOf(range, node));
        proof.push_back(end);
    }
    std::reverse(proof.begin(), proof.end());
    return proof;
}

bool provesInclusion(qint64 leaf, qint64 size, const Digest &leafHash, std::span<const Digest> proof,
                     const Digest &root)
{
    if (leaf < 0 || leaf >= size)
        return false;
    ProofWay way{.number = leaf, .last = size - 1};
    Digest hash = leafHash;
    for (const Digest &beside : proof) {
        if (way.isAtRoot())
            return false;
        if (way.isBesideLeft()) {
            hash = nodeHash(beside, hash);
            way.upWhileAlone();
        } else {
            hash = nodeHash(hash, beside);
        }
        way.up();
    }
    return way.isAtRoot() && hash == root;
}

bool provesConsistency(qint64 older, qint64 size, const Digest &olderRoot, const Digest &root,
                       std::span<const Digest> proof)
{
    if (older < 0 || older > size)
        return false;
    if (older == size)
        return proof.empty() && olderRoot == root;
    if (older == 0)
        return proof.empty() && olderRoot == emptyRoot();
    if (proof.empty())
        return false;
    const bool isComplete = std::has_single_bit(static_cast<quint64>(older));
    ProofWay way{.number = older - 1, .last = size - 1};
    way.upWhileOdd();
    Digest olderHash = isComplete ? olderRoot : proof.front();
    Digest hash = olderHash;
    for (const Digest &beside : isComplete ? proof : proof.subspan(1)) {
        if (way.isAtRoot())
            return false;
        if (way.isBesideLeft()) {
            olderHash = nodeHash(beside, olderHash);
            hash = nodeHash(beside, hash);
            way.upWhileAlone();
        } else {
            hash = nodeHash(hash, beside);
        }
        way.up();
    }
    return way.isAtRoot() && olderHash == olderRoot && hash == root;
}

} // namespace Trailglass
