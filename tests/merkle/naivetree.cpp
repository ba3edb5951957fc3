// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/merkle/naivetree.h"

#include <QCryptographicHash>

namespace Trailglass {

namespace {

/// The largest power of two smaller than \a count.
qint64 splitBelow(qint64 count)
{
    qint64 split = 1;
    while (split * 2 < count)
        split *= 2;
    return split;
}

} // namespace

Digest naiveHash(const QByteArray &bytes)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return *digestFromBytes({hash.constData(), static_cast<std::size_t>(hash.size())});
}

NaiveTree::NaiveTree(std::vector<Digest> leaves)
    : m_leaves(std::move(leaves))
{
}

NaiveTree NaiveTree::ofSize(qint64 size)
{
    std::vector<Digest> leaves;
    for (qint64 number = 0; number < size; ++number)
        leaves.push_back(naiveHash('\0' + QByteArray::number(number)));
    return NaiveTree(std::move(leaves));
}

Digest NaiveTree::root(qint64 size) const
{
    return size == 0 ? naiveHash({}) : hash(0, size);
}

std::vector<Digest> NaiveTree::inclusion(qint64 leaf, qint64 size) const
{
    return path(leaf, 0, size);
}

std::vector<Digest> NaiveTree::consistency(qint64 older, qint64 size) const
{
    return older == 0 || older == size ? Hashes() : subproof(older, 0, size, true);
}

NodeReader NaiveTree::reader(qint64 size) const
{
    return [this, size](int level, qint64 number) -> Result<Digest> {
        if (level < 0 || level > 40 || number < 0 || ((number + 1) << level) > size)
            return Error{.kind = ErrorKind::NotFound, .message = QStringLiteral("There is no such subtree.")};
        return hash(number << level, (number + 1) << level);
    };
}

Digest NaiveTree::hash(qint64 first, qint64 end) const
{
    if (end - first == 1)
        return leaf(first);
    const auto known = m_hashes.find({first, end});
    if (known != m_hashes.end())
        return known->second;
    const qint64 split = first + splitBelow(end - first);
    const Digest left = hash(first, split);
    const Digest right = hash(split, end);
    const Digest made = naiveHash('\1' + toBytes(left) + toBytes(right));
    m_hashes.emplace(std::pair(first, end), made);
    return made;
}

NaiveTree::Hashes NaiveTree::path(qint64 leaf, qint64 first, qint64 end) const
{
    if (end - first == 1)
        return {};
    const qint64 split = first + splitBelow(end - first);
    Hashes hashes = leaf < split ? path(leaf, first, split) : path(leaf, split, end);
    hashes.push_back(leaf < split ? hash(split, end) : hash(first, split));
    return hashes;
}

NaiveTree::Hashes NaiveTree::subproof(qint64 older, qint64 first, qint64 end, bool isWhole) const
{
    if (older == end)
        return isWhole ? Hashes() : Hashes{hash(first, end)};
    const qint64 split = first + splitBelow(end - first);
    Hashes hashes =
        older <= split ? subproof(older, first, split, isWhole) : subproof(older, split, end, false);
    hashes.push_back(older <= split ? hash(split, end) : hash(first, split));
    return hashes;
}

} // namespace Trailglass
