// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treewriter.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treerecords.h"
#include "models/store/treeshape.h"

#include <utility>

namespace Trailglass {

TreeWriter::TreeWriter(SqlConnection &connection, TreeSpans spans, GoneLeaves gone)
    : m_connection(connection)
    , m_spans(std::move(spans))
    , m_gone(std::move(gone))
    , m_noteCompleted([this](int level, qint64 number, const Digest &hash) {
        if (TreeShape::isStored(level))
            m_completed.push_back({.level = level, .number = number, .hash = hash});
    })
{
}

Result<std::unique_ptr<TreeWriter>> TreeWriter::open(SqlConnection &connection)
{
    TRY(TreeSpans spans, TreeSpans::open(connection));
    TRY(GoneLeaves gone, GoneLeaves::open(connection));
    std::unique_ptr<TreeWriter> writer(new TreeWriter(connection, std::move(spans), std::move(gone)));
    TRY(writer->prepare());
    return writer;
}

Result<void> TreeWriter::prepare()
{
    const std::pair<Statement *, std::string_view> statements[] = {
        {&m_insertNode, "INSERT INTO tree_node (level, number, hash, prints) VALUES (?, ?, ?, ?)"},
        {&m_insertSpan,
         "INSERT INTO tree_span (first_leaf, first_row, count) VALUES (?1, ?2, ?3) "
         "ON CONFLICT (first_leaf) DO UPDATE SET count = ?3"},
        {&m_insertRecord, "INSERT INTO tree_record (leaf, kind, text) VALUES (?, ?, ?)"},
        {&m_insertReplaced,
         "INSERT INTO tree_replaced (leaf, replaces, created, received) VALUES (?, ?, ?, ?)"},
        {&m_insertHead, "INSERT INTO tree_head (size, at, root) VALUES (?, ?, ?)"},
        {&m_findReplaced, "SELECT replaces FROM tree_replaced WHERE leaf = ?"},
        {&m_findSource, "SELECT coalesce(name, purged_name), type FROM source WHERE id = ?"},
    };
    for (const auto &[statement, sql] : statements) {
        TRY(Statement prepared, m_connection.prepare(sql));
        *statement = std::move(prepared);
    }
    return {};
}

void TreeWriter::forget()
{
    m_edge.reset();
    m_span.reset();
    m_texts.reset();
    m_spans.forget();
    m_gone.forget();
    m_completed.clear();
    m_hasGrown = m_isEdgeChanged = m_isSpanChanged = false;
}

Result<void> TreeWriter::load()
{
    if (m_edge)
        return {};
    TRY(TreeEdge edge, readTreeEdge(m_connection));
    TRY(const std::optional<TreeSpan> last, m_spans.atOrBefore(edge.range.size()));
    if (last && last->endLeaf() > edge.range.size())
        return impossibleValue("tree_span", "count");
    if (last && last->endLeaf() == edge.range.size())
        m_span = last;
    m_edge = std::move(edge);
    return {};
}

Result<qint64> TreeWriter::size()
{
    TRY(load());
    return m_edge->range.size();
}

Result<const TreeEdge *> TreeWriter::edge()
{
    TRY(load());
    return &*m_edge;
}

Result<QString> TreeWriter::sourceName(SourceId source)
{
    TRY(const SourceTexts *const found, texts(source));
    return toQString(found->name);
}

Result<const TreeWriter::SourceTexts *> TreeWriter::texts(SourceId source)
{
    if (!m_texts || m_texts->id != source) {
        SourceTexts found{.id = source, .name = {}, .vendor = {}};
        TRY(firstStoredRow(m_findSource.bind(1, source.value), "source", [&found](StoredRow &row) {
            found.name = row.text(0);
            found.vendor = row.text(1);
        }));
        m_texts = std::move(found);
    }
    return &*m_texts;
}

Result<std::vector<Digest>> TreeWriter::append(const StoredEvents &stored)
{
    TRY(load());
    TRY(const SourceTexts *const source, texts(stored.source));
    std::vector<Digest> hashes;
    hashes.reserve(stored.events.size());
    EventLeaf leaf;
    leaf.source = source->name;
    leaf.vendor = source->vendor;
    leaf.received = stored.received.value;
    RowId row = stored.firstRow;
    for (std::size_t index = 0; index < stored.events.size(); ++index, ++row.value) {
        const Event &event = *stored.events[index];
        leaf.id = event.id;
        leaf.created = event.created.value;
        leaf.raw = event.raw;
        leaf.replaces.reset();
        if (!stored.replaced.empty() && stored.replaced[index]) {
            const ReplacedLeaf &replaced = *stored.replaced[index];
            leaf.replaces = replaced.number;
            m_insertReplaced.bind(1, m_edge->range.size()).bind(2, replaced.number);
            TRY(m_insertReplaced.bind(3, replaced.created.value).bind(4, replaced.received.value).run());
        }
        hashes.push_back(m_hasher.event(leaf));
        TRY(append(row, hashes.back()));
    }
    return hashes;
}

Result<void> TreeWriter::append(RowId row, const Digest &hash)
{
    TRY(load());
    TRY(extendSpan(row));
    return appendHash(hash);
}

Result<qint64> TreeWriter::appendRecord(std::string_view kind, const QByteArray &text)
{
    if (text.size() > TreeRecords::MaxText) {
        return Error{.kind = ErrorKind::TooLarge,
                     .message =
                         Trailglass::tr("A record of %1 bytes is too large to store.").arg(text.size())};
    }
    TRY(load());
    TRY(writeSpan());
    m_span.reset();
    const qint64 leaf = m_edge->range.size();
    const std::string_view json(text.constData(), static_cast<std::size_t>(text.size()));
    TRY(m_insertRecord.bind(1, leaf).bind(2, kind).bind(3, json).run());
    TRY(appendHash(m_hasher.record(json)));
    return leaf;
}

/// Prolongs the last span by the next leaf, or begins another one.
Result<void> TreeWriter::extendSpan(RowId row)
{
    if (m_span && m_span->endRow() == row) {
        ++m_span->count;
    } else {
        TRY(writeSpan());
        m_span = TreeSpan{.firstLeaf = m_edge->range.size(), .firstRow = row, .count = 1};
    }
    m_isSpanChanged = true;
    return {};
}

Result<void> TreeWriter::writeSpan()
{
    if (!std::exchange(m_isSpanChanged, false))
        return {};
    return m_insertSpan.bind(1, m_span->firstLeaf)
        .bind(2, m_span->firstRow.value)
        .bind(3, m_span->count)
        .run();
}

Result<void> TreeWriter::appendHash(const Digest &hash)
{
    if (!StoredRanges::Leaf.holds(m_edge->range.size()))
        return Error{.kind = ErrorKind::TooLarge,
                     .message = Trailglass::tr(
                         "This workspace has reached its maximum size. Create a new one in another folder.")};
    m_hasGrown = m_isEdgeChanged = true;
    m_edge->prints.append(static_cast<char>(hash.bytes.front()));
    m_edge->range.append(hash, m_noteCompleted);
    for (const Completed &node : m_completed) {
        const QByteArray bytes = toBytes(node.hash);
        m_insertNode.bind(1, node.level).bind(2, node.number);
        m_insertNode.bindBlob(3, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        if (node.level == TreeShape::ChunkLevel) {
            const QByteArray prints = std::exchange(m_edge->prints, {});
            m_insertNode.bindBlob(4, {prints.constData(), static_cast<std::size_t>(prints.size())});
        } else {
            m_insertNode.bindNull(4);
        }
        TRY(m_insertNode.run());
    }
    m_completed.clear();
    return {};
}

Result<std::optional<qint64>> TreeWriter::leafOf(RowId row)
{
    TRY(load());
    TRY(writeSpan());
    return m_spans.leafOf(row, m_edge->range.size());
}

Result<std::optional<TreeSpan>> TreeWriter::spanFrom(RowId row)
{
    TRY(load());
    TRY(writeSpan());
    return m_spans.from(row, m_edge->range.size());
}

Result<std::optional<qint64>> TreeWriter::replacedBy(qint64 leaf)
{
    std::optional<qint64> replaced;
    TRY(firstStoredRow(m_findReplaced.bind(1, leaf), "tree_replaced",
                       [&replaced](StoredRow &row) { replaced = row.number(0, StoredRanges::Leaf); }));
    return replaced;
}

Result<std::optional<ReplacedLeaf>> TreeWriter::keepReplaced(const ReplacedEvent &event)
{
    TRY(const std::optional<qint64> number, leafOf(event.row));
    if (!number)
        return std::optional<ReplacedLeaf>();
    TRY(const SourceTexts *const source, texts(event.source));
    EventLeaf leaf;
    leaf.source = source->name;
    leaf.vendor = source->vendor;
    leaf.id = event.id;
    leaf.created = event.created.value;
    leaf.received = event.received.value;
    leaf.raw = event.raw;
    TRY(leaf.replaces, replacedBy(*number));
    TRY(keepGone(*number, m_hasher.event(leaf)));
    return std::optional(
        ReplacedLeaf{.number = *number, .created = event.created, .received = event.received});
}

Result<void> TreeWriter::noteBuilding(RowId next, bool isBuilt)
{
    TRY(load());
    m_edge->nextRow = next;
    m_edge->isBuilt = isBuilt;
    m_isEdgeChanged = true;
    return {};
}

Result<void> TreeWriter::finish(UtcMicros at)
{
    TRY(m_gone.flush());
    TRY(writeSpan());
    if (!std::exchange(m_isEdgeChanged, false))
        return {};
    TRY(writeTreeEdge(m_connection, *m_edge));
    if (!std::exchange(m_hasGrown, false) || !m_edge->isBuilt)
        return {};
    const QByteArray root = toBytes(m_edge->range.root());
    m_insertHead.bind(1, m_edge->range.size()).bind(2, at.value);
    return m_insertHead.bindBlob(3, {root.constData(), static_cast<std::size_t>(root.size())}).run();
}

} // namespace Trailglass
