// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treespans.h"

#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

Result<TreeSpan> spanAt(StoredRow &row)
{
    const TreeSpan span{.firstLeaf = row.number(0, StoredRanges::Leaf),
                        .firstRow = {row.number(1, StoredRanges::Row)},
                        .count = row.number(2, {1, StoredRanges::Row.greatest})};
    TRY(row.check());
    if (!StoredRanges::Row.holds(span.endRow().value - 1) || !StoredRanges::TreeSize.holds(span.endLeaf()))
        return impossibleValue("tree_span", "count");
    return span;
}

Result<std::optional<TreeSpan>> firstSpan(Statement &select)
{
    std::optional<TreeSpan> found;
    TRY(firstStoredRow(select, "tree_span", [&found](StoredRow &row) -> Result<void> {
        TRY(found, spanAt(row));
        return {};
    }));
    return found;
}

TreeSpan cutSpan(const TreeSpan &span, qint64 first, qint64 end)
{
    const qint64 from = std::max(first, span.firstLeaf);
    return {.firstLeaf = from,
            .firstRow = {span.firstRow.value + (from - span.firstLeaf)},
            .count = std::min(end, span.endLeaf()) - from};
}

} // namespace

TreeSpans::TreeSpans(Statement atOrBefore, Statement next, Statement following)
    : m_atOrBefore(std::move(atOrBefore))
    , m_next(std::move(next))
    , m_following(std::move(following))
{
}

Result<TreeSpans> TreeSpans::open(SqlConnection &connection)
{
    TRY(Statement atOrBefore,
        connection.prepare("SELECT first_leaf, first_row, count FROM tree_span WHERE first_leaf <= ? "
                           "ORDER BY first_leaf DESC LIMIT 1"));
    TRY(Statement next,
        connection.prepare("SELECT first_leaf, first_row, count FROM tree_span WHERE first_leaf >= ? "
                           "ORDER BY first_leaf LIMIT 1"));
    TRY(Statement following,
        connection.prepare("SELECT first_leaf, first_row, count FROM tree_span WHERE first_leaf >= "
                           "coalesce((SELECT max(first_leaf) FROM tree_span WHERE first_leaf <= ?1), ?1) "
                           "AND first_leaf < ?2 ORDER BY first_leaf"));
    return TreeSpans(std::move(atOrBefore), std::move(next), std::move(following));
}

Result<std::optional<TreeSpan>> TreeSpans::atOrBefore(qint64 leaf)
{
    return firstSpan(m_atOrBefore.bind(1, leaf));
}

Result<std::optional<qint64>> TreeSpans::leafOf(RowId row, qint64 size)
{
    // Rows that are looked up in their order are in the span of the one before, or in the next one.
    if (m_last && row >= m_last->endRow()) {
        TRY(const std::optional<TreeSpan> next, firstSpan(m_next.bind(1, m_last->endLeaf())));
        if (next && next->holds(row))
            m_last = next;
    }
    if (!m_last || !m_last->holds(row)) {
        TRY(m_last, find(row, size));
    }
    return m_last && m_last->holds(row) ? std::optional(m_last->leafOf(row)) : std::nullopt;
}

/// The last span that begins at the row or before it. There is no index of rows: they ascend as leaves do, so some thirty
/// look-ups find it in the largest workspace.
Result<std::optional<TreeSpan>> TreeSpans::find(RowId row, qint64 size)
{
    std::optional<TreeSpan> found;
    qint64 low = 0; // the span begins at a leaf from low to before high, or is the one found
    qint64 high = size;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        TRY(const std::optional<TreeSpan> span, atOrBefore(middle));
        if (!span || span->firstLeaf < low) {
            low = middle + 1; // none begins between
        } else if (span->firstRow <= row) {
            found = span;
            if (span->holds(row))
                break;
            low = middle + 1;
        } else {
            high = span->firstLeaf;
        }
    }
    return found;
}

Result<std::optional<TreeSpan>> TreeSpans::from(RowId row, qint64 size)
{
    TRY(const std::optional<TreeSpan> before, find(row, size));
    if (before && before->holds(row))
        return std::optional(cutSpan(*before, before->leafOf(row), before->endLeaf()));
    TRY(const std::optional<TreeSpan> next, firstSpan(m_next.bind(1, before ? before->endLeaf() : 0)));
    if (next && next->firstRow < row)
        return impossibleValue("tree_span", "first_row");
    return next;
}

Result<std::optional<RowId>> TreeSpans::rowOf(qint64 leaf)
{
    TRY(const std::optional<TreeSpan> span, atOrBefore(leaf));
    return span && span->holdsLeaf(leaf) ? std::optional(span->rowOf(leaf)) : std::nullopt;
}

Result<void> TreeSpans::visit(qint64 first, qint64 end, const Visitor &take)
{
    std::optional<TreeSpan> before;
    return forEachStoredRow(
        m_following.bind(1, first).bind(2, end), "tree_span", [&](StoredRow &row) -> Result<void> {
            TRY(const TreeSpan span, spanAt(row));
            if (before && span.firstLeaf < before->endLeaf())
                return impossibleValue("tree_span", "first_leaf");
            if (before && span.firstRow < before->endRow())
                return impossibleValue("tree_span", "first_row");
            before = span;
            // The first one may end before these leaves.
            return span.endLeaf() > first ? take(cutSpan(span, first, end)) : Result<void>();
        });
}

} // namespace Trailglass
