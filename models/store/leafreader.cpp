// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/leafreader.h"

#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"

#include <utility>

namespace Trailglass {

LeafReader::LeafReader(TreeSpans spans, EventHasher hasher, GoneLeaves gone, Statement records)
    : m_spans(std::move(spans))
    , m_hasher(std::move(hasher))
    , m_gone(std::move(gone))
    , m_records(std::move(records))
{
}

Result<LeafReader> LeafReader::open(SqlConnection &connection)
{
    TRY(TreeSpans spans, TreeSpans::open(connection));
    TRY(EventHasher hasher, EventHasher::open(connection));
    TRY(GoneLeaves gone, GoneLeaves::open(connection));
    TRY(Statement records,
        connection.prepare("SELECT leaf, text FROM tree_record WHERE leaf >= ? AND leaf < ? ORDER BY leaf"));
    return LeafReader(std::move(spans), std::move(hasher), std::move(gone), std::move(records));
}

Result<const std::vector<StoredLeaf> *> LeafReader::read(qint64 first, qint64 end, const CancelToken &cancel)
{
    m_leaves.assign(static_cast<std::size_t>(end - first), {});
    TRY(readEvents(first, end, cancel));
    TRY(readRecords(first, end));
    TRY(readGone(first, end));
    return &m_leaves;
}

Result<void> LeafReader::readEvents(qint64 first, qint64 end, const CancelToken &cancel)
{
    return m_spans.visit(first, end, [&](const TreeSpan &span) -> Result<void> {
        const auto offset = static_cast<std::size_t>(span.firstLeaf - first);
        for (std::size_t index = 0; index < static_cast<std::size_t>(span.count); ++index)
            m_leaves[offset + index].row = {span.firstRow.value + static_cast<qint64>(index)};
        return m_hasher.visit(span, cancel, [&](const HashedEvent &event) -> Result<void> {
            StoredLeaf &leaf = m_leaves[static_cast<std::size_t>(span.leafOf(event.row) - first)];
            leaf.kind = StoredLeaf::Kind::Event;
            leaf.hash = event.hash;
            return {};
        });
    });
}

Result<void> LeafReader::readRecords(qint64 first, qint64 end)
{
    return forEachStoredRow(m_records.bind(1, first).bind(2, end), "tree_record",
                            [&](StoredRow &row) -> Result<void> {
                                const qint64 number = row.number(0, {first, end - 1});
                                const std::string_view text = row.text(1);
                                TRY(row.check());
                                StoredLeaf &leaf = m_leaves[static_cast<std::size_t>(number - first)];
                                // A row that a span gives to it would be an event that no leaf is of.
                                if (leaf.row)
                                    return impossibleValue("tree_record", "leaf");
                                leaf.kind = StoredLeaf::Kind::Record;
                                leaf.hash = m_recordHasher.record(text);
                                return {};
                            });
}

Result<void> LeafReader::readGone(qint64 first, qint64 end)
{
    return m_gone.visit(first, end, [&](qint64 number, const Digest &hash) {
        StoredLeaf &leaf = m_leaves[static_cast<std::size_t>(number - first)];
        if (leaf.kind != StoredLeaf::Kind::Missing)
            return;
        leaf.kind = StoredLeaf::Kind::Gone;
        leaf.hash = hash;
    });
}

} // namespace Trailglass
