// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/goneleaves.h"

#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treeshape.h"

#include <QByteArray>

#include <utility>

namespace Trailglass {

namespace {

/// Whether a row of the table can hold so many bytes: whole hashes, of leaves of one chunk.
bool isSizeOfHashes(qint64 firstLeaf, std::size_t bytes)
{
    const auto count = static_cast<qint64>(bytes / Digest::Size);
    return bytes > 0 && bytes % Digest::Size == 0
        && count <= TreeShape::ChunkLeaves - firstLeaf % TreeShape::ChunkLeaves;
}

} // namespace

GoneLeaves::GoneLeaves(Statement select, Statement insert)
    : m_select(std::move(select))
    , m_insert(std::move(insert))
{
}

Result<GoneLeaves> GoneLeaves::open(SqlConnection &connection)
{
    TRY(Statement select,
        connection.prepare(
            "SELECT first_leaf, hashes FROM tree_gone WHERE first_leaf >= ? AND first_leaf < ? "
            "ORDER BY first_leaf"));
    // A row that a stranger has put there must not keep a purge from going on.
    TRY(Statement insert,
        connection.prepare("INSERT OR REPLACE INTO tree_gone (first_leaf, hashes) VALUES (?, ?)"));
    return GoneLeaves(std::move(select), std::move(insert));
}

Result<void> GoneLeaves::add(qint64 leaf, const Digest &hash)
{
    const bool follows = !m_hashes.empty() && leaf == m_first + static_cast<qint64>(m_hashes.size())
        && leaf % TreeShape::ChunkLeaves != 0;
    if (!follows) {
        TRY(flush());
        m_first = leaf;
    }
    m_hashes.push_back(hash);
    return {};
}

Result<void> GoneLeaves::flush()
{
    if (m_hashes.empty())
        return {};
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(m_hashes.size()) * static_cast<qsizetype>(Digest::Size));
    for (const Digest &hash : m_hashes)
        bytes += toBytes(hash);
    m_hashes.clear();
    const std::span<const char> blob(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return m_insert.bind(1, m_first).bindBlob(2, blob).run();
}

Result<void> GoneLeaves::visit(qint64 first, qint64 end, const Visitor &take)
{
    m_select.bind(1, TreeShape::chunkStart(first)).bind(2, end);
    qint64 next = first;
    return forEachStoredRow(m_select, "tree_gone", [&](StoredRow &row) -> Result<void> {
        const qint64 firstLeaf = row.number(0, StoredRanges::Leaf);
        std::span<const char> bytes = row.blob(1);
        TRY(row.check());
        if (!isSizeOfHashes(firstLeaf, bytes.size()))
            return impossibleValue("tree_gone", "hashes");
        for (qint64 leaf = firstLeaf; !bytes.empty(); ++leaf, bytes = bytes.subspan(Digest::Size)) {
            // Rows that overlap: the first one counts.
            if (leaf < next || leaf >= end)
                continue;
            take(leaf, *digestFromBytes(bytes.first(Digest::Size)));
            next = leaf + 1;
        }
        return {};
    });
}

} // namespace Trailglass
