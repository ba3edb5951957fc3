// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treeedge.h"

#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treeshape.h"

namespace Trailglass {

namespace {

/// The first schema with the tables of the tree.
constexpr qint64 FirstVersionWithTree = 6;

QByteArray copyOf(std::span<const char> bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

std::span<const char> spanOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Result<TreeEdge> edgeAt(StoredRow &row)
{
    const qint64 size = row.number(0, StoredRanges::TreeSize);
    const std::span<const char> hashes = row.blob(1);
    const std::span<const char> prints = row.blob(2);
    const bool isBuilt = row.number(3, StoredRanges::Flag) == 1;
    const RowId next{row.number(4, {1, StoredRanges::Row.greatest + 1})};
    TRY(row.check());
    const auto range =
        CompactRange::fromBytes(size, QByteArrayView(hashes.data(), static_cast<qsizetype>(hashes.size())));
    if (!range)
        return impossibleValue("tree_edge", "hashes");
    if (static_cast<qint64>(prints.size()) != size % TreeShape::ChunkLeaves)
        return impossibleValue("tree_edge", "prints");
    return TreeEdge{.range = *range, .prints = copyOf(prints), .isBuilt = isBuilt, .nextRow = next};
}

} // namespace

Result<bool> hasTree(SqlConnection &connection)
{
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    return version >= FirstVersionWithTree;
}

Result<TreeEdge> readTreeEdge(SqlConnection &connection)
{
    TRY(Statement select,
        connection.prepare("SELECT size, hashes, prints, built, next_row FROM tree_edge WHERE id = 0"));
    std::optional<TreeEdge> edge;
    TRY(firstStoredRow(select, "tree_edge", [&edge](StoredRow &row) -> Result<void> {
        TRY(edge, edgeAt(row));
        return {};
    }));
    if (!edge)
        return damagedDatabase(QStringLiteral("no row in tree_edge"));
    if (edge->isBuilt)
        return *std::move(edge);
    // There is no head before it is built. Else a stranger could have all events hashed once more, into the same tree.
    TRY(const qint64 hasHead, connection.integer("SELECT EXISTS (SELECT 1 FROM tree_head)"));
    if (hasHead != 0)
        return impossibleValue("tree_edge", "built");
    return *std::move(edge);
}

Result<void> writeTreeEdge(SqlConnection &connection, const TreeEdge &edge)
{
    TRY(Statement update,
        connection.prepare("UPDATE tree_edge SET size = ?, hashes = ?, prints = ?, built = ?, next_row = ? "
                           "WHERE id = 0"));
    update.bind(1, edge.range.size()).bindBlob(2, spanOf(edge.range.toBytes()));
    update.bindBlob(3, spanOf(edge.prints)).bind(4, edge.isBuilt ? 1 : 0).bind(5, edge.nextRow.value);
    return update.run();
}

Result<std::optional<TreeHead>> readTreeHead(SqlConnection &connection, qint64 size)
{
    TRY(Statement select, connection.prepare("SELECT at, root FROM tree_head WHERE size = ?"));
    std::optional<TreeHead> head;
    TRY(firstStoredRow(select.bind(1, size), "tree_head", [&](StoredRow &row) -> Result<void> {
        const UtcMicros at = row.time(0);
        const std::optional<Digest> root = digestFromBytes(row.blob(1));
        TRY(row.check());
        if (!root)
            return impossibleValue("tree_head", "root");
        head = TreeHead{.size = size, .at = at, .root = *root};
        return {};
    }));
    return head;
}

} // namespace Trailglass
