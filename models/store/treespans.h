// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/statement.h"

#include <functional>
#include <optional>

namespace Trailglass {

class SqlConnection;

/// Consecutive leaves of the tree that are the events of consecutive rows.
struct TreeSpan
{
    qint64 firstLeaf = 0;
    RowId firstRow;
    qint64 count = 0; ///< at least 1

    [[nodiscard]] qint64 endLeaf() const { return firstLeaf + count; } ///< exclusive
    [[nodiscard]] RowId endRow() const { return {firstRow.value + count}; } ///< exclusive
    [[nodiscard]] bool holds(RowId row) const { return row >= firstRow && row < endRow(); }
    [[nodiscard]] bool holdsLeaf(qint64 leaf) const { return leaf >= firstLeaf && leaf < endLeaf(); }
    /// \pre holds(row)
    [[nodiscard]] qint64 leafOf(RowId row) const { return firstLeaf + (row.value - firstRow.value); }
    /// \pre holdsLeaf(leaf)
    [[nodiscard]] RowId rowOf(qint64 leaf) const { return {firstRow.value + (leaf - firstLeaf)}; }
};

/// Which leaf is the event of which row: table `tree_span`. Rows ascend as leaves do.
/// \thread the connection's
/// \error Storage for a span that cannot be right; Cancelled
class TreeSpans
{
public:
    /// \param connection  must outlive this
    static Result<TreeSpans> open(SqlConnection &connection);

    /// The last span that begins at \a leaf or before it.
    Result<std::optional<TreeSpan>> atOrBefore(qint64 leaf);

    /// \param size  leaves of the tree
    /// \returns nothing for a row without a leaf
    Result<std::optional<qint64>> leafOf(RowId row, qint64 size);

    /// The first span with the leaf of \a row or of a later row, without the rows before it.
    /// \param size  leaves of the tree
    /// \returns nothing when no such row has a leaf
    Result<std::optional<TreeSpan>> from(RowId row, qint64 size);

    /// \returns nothing for a leaf that is no event
    Result<std::optional<RowId>> rowOf(qint64 leaf);

    /// Clears what is kept in memory, after a rollback or another connection's commit.
    void forget() { m_last.reset(); }

    using Visitor = std::function<Result<void>(const TreeSpan &span)>;

    /// Visits the spans with leaves from \a first to before \a end, in order, each cut to these.
    Result<void> visit(qint64 first, qint64 end, const Visitor &take);

private:
    TreeSpans(Statement atOrBefore, Statement next, Statement following);
    Result<std::optional<TreeSpan>> find(RowId row, qint64 size);

    Statement m_atOrBefore;
    Statement m_next;
    Statement m_following;
    std::optional<TreeSpan> m_last; ///< found by leafOf(): the next row is often near
};

} // namespace Trailglass
