// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treereader.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/chunkreadahead.h"
#include "models/store/leafreader.h"
#include "models/store/nodestore.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/transaction.h"
#include "models/store/treeshape.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace Trailglass {

namespace {

/// Chunks whose leaf hashes are kept: two megabytes.
constexpr std::size_t MaxKeptChunks = 256;

/// The subtrees that a tree consists of, by level and number.
using TreeEdgeNodes = std::map<std::pair<int, qint64>, Digest>;

TreeEdgeNodes edgeNodes(const CompactRange &range)
{
    TreeEdgeNodes nodes;
    const QByteArray bytes = range.toBytes();
    std::span<const char> rest(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    qint64 start = 0;
    for (int level = 62; level >= 0 && !rest.empty(); --level) { // a size has no more bits
        const qint64 leaves = qint64(1) << level;
        if ((range.size() & leaves) == 0)
            continue;
        nodes.emplace(std::pair(level, start >> level), *digestFromBytes(rest.first(Digest::Size)));
        rest = rest.subspan(Digest::Size);
        start += leaves;
    }
    return nodes;
}

Error noSuchNode()
{
    return {.kind = ErrorKind::Usage,
            .message = Trailglass::tr("The tree of this workspace has no such leaf or subtree.")};
}

Error lostLeaf(qint64 leaf)
{
    return {.kind = ErrorKind::Storage,
            .message = Trailglass::tr(
                           "The content of leaf %1 of the workspace's tree is lost, and so is what it would "
                           "prove. “Verify workspace…” in the window, or “trailglass-cli verify "
                           "workspace”, says what differs.")
                           .arg(leaf)};
}

} // namespace

class TreeReader::Private
{
public:
    QString workspace;
    std::unique_ptr<SqlConnection> connection;
    std::optional<CancelScope> scope;
    CancelToken cancel;
    bool isThere = false; ///< a tree, or a part of one
    std::optional<LeafReader> leaves; ///< where it is there, as all below
    std::optional<NodeStore> nodes;
    Statement versionOfData;
    Statement recordAt;
    Statement replaced;
    std::optional<qint64> dataVersion; ///< of what is kept in memory
    TreeEdge edge;
    TreeEdgeNodes edgeHashes;
    std::unordered_map<qint64, ChunkHashes> chunks; ///< by number
    std::unique_ptr<ChunkReadAhead> ahead; ///< null unless it was requested
    /// Leaves, the last one exclusive, of which none replaced another: with few that did, one look-up does for many leaves.
    std::pair<qint64, qint64> withoutReplaced{0, 0};

    Result<void> prepare();
    /// Begins to read one state of the database.
    Result<ReadTransaction> begin();
    /// Whether there is a tree, for what needs no more.
    Result<bool> isReady();
    Result<void> refresh();
    [[nodiscard]] qint64 size() const { return edge.range.size(); }
    [[nodiscard]] bool hasNode(int level, qint64 number) const;
    Result<const ChunkHashes *> chunk(qint64 number, qint64 needed);
    const ChunkHashes *keep(qint64 number, ChunkHashes hashes);
    Result<Digest> smallNode(int level, qint64 number);
    Result<TreeLeaf> leaf(qint64 number);
    Result<std::optional<qint64>> replacedBy(qint64 leaf);
    Result<std::optional<TreeHead>> headOf(qint64 size);
};

Result<void> TreeReader::Private::prepare()
{
    TRY(const bool hasTables, hasTree(*connection));
    if (!hasTables)
        return {};
    TRY(leaves, LeafReader::open(*connection));
    TRY(nodes, NodeStore::open(*connection));
    TRY(versionOfData, connection->prepare("PRAGMA data_version"));
    TRY(recordAt, connection->prepare("SELECT text FROM tree_record WHERE leaf = ?"));
    TRY(replaced,
        connection->prepare(
            "SELECT leaf, replaces FROM tree_replaced WHERE leaf >= ? ORDER BY leaf LIMIT 1"));
    isThere = true;
    return {};
}

Result<ReadTransaction> TreeReader::Private::begin()
{
    TRY(ReadTransaction transaction, ReadTransaction::begin(*connection));
    if (!isThere) {
        TRY(prepare()); // a writer may have migrated it since
    }
    if (isThere) {
        qint64 version = 0;
        TRY(versionOfData.firstRow([&version](const Statement &row) { version = row.integer(0); }));
        if (version != dataVersion) {
            TRY(refresh());
            dataVersion = version;
        }
    }
    return transaction;
}

Result<bool> TreeReader::Private::isReady()
{
    if (!isThere) {
        TRY([[maybe_unused]] const ReadTransaction transaction, begin());
    }
    return isThere;
}

/// Leaf hashes that are kept in memory stay right: a leaf never gets another one.
Result<void> TreeReader::Private::refresh()
{
    TRY(edge, readTreeEdge(*connection));
    edgeHashes = edgeNodes(edge.range);
    leaves->spans().forget();
    return leaves->refresh();
}

/// \param needed  leaves of it
Result<const ChunkHashes *> TreeReader::Private::chunk(qint64 number, qint64 needed)
{
    const auto known = chunks.find(number);
    if (known != chunks.end() && std::ssize(known->second) >= needed)
        return &known->second;
    if (ahead) {
        TRY(std::optional<ChunkHashes> hashes, ahead->take(number));
        if (hashes && std::ssize(*hashes) >= needed)
            return keep(number, *std::move(hashes));
    }
    TRY([[maybe_unused]] const ReadTransaction transaction, begin());
    const qint64 first = number * TreeShape::ChunkLeaves;
    const qint64 end = std::min(first + TreeShape::ChunkLeaves, size());
    TRY(const std::vector<StoredLeaf> *const read, leaves->read(first, end, cancel));
    ChunkHashes hashes;
    for (const StoredLeaf &stored : *read)
        hashes.push_back(stored.hash);
    return keep(number, std::move(hashes));
}

const ChunkHashes *TreeReader::Private::keep(qint64 number, ChunkHashes hashes)
{
    if (chunks.size() >= MaxKeptChunks)
        chunks.clear();
    return &(chunks[number] = std::move(hashes));
}

bool TreeReader::Private::hasNode(int level, qint64 number) const
{
    constexpr int MaxLevel = 34; // of the largest tree, see StoredRanges::TreeSize
    return level >= 0 && level <= MaxLevel && number >= 0 && number < (size() >> level);
}

/// A subtree within a chunk.
Result<Digest> TreeReader::Private::smallNode(int level, qint64 number)
{
    const qint64 first = number << level;
    const qint64 within = first % TreeShape::ChunkLeaves;
    TRY(const ChunkHashes *const hashes,
        chunk(first / TreeShape::ChunkLeaves, within + (qint64(1) << level)));
    const auto offset = static_cast<std::size_t>(within);
    std::vector<Digest> parts;
    for (std::size_t index = 0; index < std::size_t(1) << level; ++index) {
        const std::optional<Digest> &hash = (*hashes)[offset + index];
        if (!hash)
            return lostLeaf(first + static_cast<qint64>(index));
        parts.push_back(*hash);
    }
    return completeRoot(parts);
}

Result<TreeLeaf> TreeReader::Private::leaf(qint64 number)
{
    TRY(const std::vector<StoredLeaf> *const read, leaves->read(number, number + 1, cancel));
    const StoredLeaf &stored = read->front();
    if (!stored.hash)
        return lostLeaf(number);
    TreeLeaf found{.number = number, .row = stored.row, .hash = *stored.hash};
    if (stored.kind == StoredLeaf::Kind::Event) {
        TRY(found.replaces, replacedBy(number));
    } else if (stored.kind == StoredLeaf::Kind::Gone) {
        found.kind = TreeLeaf::Kind::Gone;
    } else {
        found.kind = TreeLeaf::Kind::Record;
        TRY(firstStoredRow(recordAt.bind(1, number), "tree_record", [&found](StoredRow &row) {
            const std::string_view text = row.text(0);
            found.text = QByteArray(text.data(), static_cast<qsizetype>(text.size()));
        }));
    }
    return found;
}

Result<std::optional<qint64>> TreeReader::Private::replacedBy(qint64 leaf)
{
    std::optional<qint64> found;
    if (leaf >= withoutReplaced.first && leaf < withoutReplaced.second)
        return found;
    // Of leaves beyond those that are known, nothing is kept: what they replaced may not be stored yet.
    qint64 next = size();
    TRY(firstStoredRow(replaced.bind(1, leaf), "tree_replaced", [&](StoredRow &row) {
        const qint64 at = row.number(0, {.least = leaf});
        if (at == leaf)
            found = row.number(1, StoredRanges::Leaf);
        next = std::min(next, at);
    }));
    if (leaf < next)
        withoutReplaced = {leaf, next};
    return found;
}

Result<std::optional<TreeHead>> TreeReader::Private::headOf(qint64 size)
{
    if (!isThere)
        return std::optional<TreeHead>();
    return readTreeHead(*connection, size);
}

TreeReader::TreeReader(std::unique_ptr<Private> content)
    : d(std::move(content))
{
}

TreeReader::~TreeReader() = default;

Result<std::unique_ptr<TreeReader>> TreeReader::open(const QString &workspace, const CancelToken &cancel)
{
    auto content = std::make_unique<Private>();
    content->workspace = workspace;
    TRY(content->connection, SqlConnection::openForReading(workspace));
    content->cancel = cancel;
    content->scope.emplace(*content->connection, cancel);
    TRY(content->isReady());
    return std::unique_ptr<TreeReader>(new TreeReader(std::move(content)));
}

void TreeReader::interrupt()
{
    d->connection->interrupt();
}

Result<bool> TreeReader::isBuilt() const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, d->begin());
    return d->isThere && d->edge.isBuilt;
}

Result<qint64> TreeReader::size() const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, d->begin());
    return d->size();
}

Result<Digest> TreeReader::root() const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, d->begin());
    return d->edge.range.root();
}

Result<std::optional<TreeHead>> TreeReader::lastHead() const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, d->begin());
    return d->headOf(d->size());
}

Result<std::optional<TreeHead>> TreeReader::head(qint64 size) const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, d->begin());
    return d->headOf(size);
}

Result<Digest> TreeReader::node(int level, qint64 number) const
{
    // What is known stays right, so that a proof of many leaves need not look each time what was stored since.
    if (!d->hasNode(level, number)) {
        TRY([[maybe_unused]] const ReadTransaction transaction, d->begin());
        if (!d->hasNode(level, number))
            return noSuchNode();
    }
    if (const auto atEdge = d->edgeHashes.find({level, number}); atEdge != d->edgeHashes.end())
        return atEdge->second;
    return level < TreeShape::ChunkLevel ? d->smallNode(level, number) : d->nodes->hash(level, number);
}

void TreeReader::readAhead(std::vector<qint64> chunks) const
{
    // A few are read as they are needed.
    d->ahead = chunks.size() <= ChunkReadAhead::AtOnce
        ? nullptr
        : std::make_unique<ChunkReadAhead>(d->workspace, d->size(), std::move(chunks), d->cancel);
}

Result<std::optional<qint64>> TreeReader::leafOf(RowId row) const
{
    TRY(const bool isReady, d->isReady());
    if (!isReady)
        return std::optional<qint64>();
    TRY(const std::optional<qint64> known, d->leaves->spans().leafOf(row, d->size()));
    if (known)
        return known;
    TRY([[maybe_unused]] const ReadTransaction transaction, d->begin());
    return d->leaves->spans().leafOf(row, d->size());
}

Result<std::optional<RowId>> TreeReader::rowOf(qint64 leaf) const
{
    TRY(const bool isReady, d->isReady());
    if (!isReady)
        return std::optional<RowId>();
    return d->leaves->spans().rowOf(leaf);
}

Result<std::optional<qint64>> TreeReader::replacedBy(qint64 leaf) const
{
    TRY(const bool isReady, d->isReady());
    if (!isReady)
        return std::optional<qint64>();
    return d->replacedBy(leaf);
}

Result<TreeLeaf> TreeReader::leaf(qint64 number) const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, d->begin());
    return number < 0 || number >= d->size() ? Result<TreeLeaf>(noSuchNode()) : d->leaf(number);
}

Result<std::vector<TreeRecord>> TreeReader::records(const QString &kind, qint64 first, int limit) const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, d->begin());
    std::vector<TreeRecord> records;
    if (!d->isThere)
        return records;
    TRY(Statement select,
        d->connection->prepare("SELECT leaf, kind, text FROM tree_record WHERE leaf >= ?1 AND "
                               "(?2 = '' OR kind = ?2) ORDER BY leaf LIMIT ?3"));
    select.bind(1, first).bind(2, toUtf8(kind)).bind(3, limit > 0 ? limit : -1);
    TRY(forEachStoredRow(select, "tree_record", [&records](StoredRow &row) {
        const std::string_view text = row.text(2);
        records.push_back({.leaf = row.number(0, StoredRanges::Leaf),
                           .kind = std::string(row.text(1)),
                           .text = QByteArray(text.data(), static_cast<qsizetype>(text.size()))});
    }));
    return records;
}

Result<std::vector<StoredCheckpoint>> TreeReader::checkpoints() const
{
    return CheckpointTable::all(*d->connection);
}

Result<std::optional<StoredCheckpoint>> TreeReader::lastCheckpoint() const
{
    return CheckpointTable::last(*d->connection);
}

Result<std::vector<SigningKeyRecord>> TreeReader::signingKeys() const
{
    return SigningKeyTable::all(*d->connection);
}

} // namespace Trailglass
