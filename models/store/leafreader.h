// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/merkle/digest.h"
#include "models/merkle/treehash.h"
#include "models/store/eventhasher.h"
#include "models/store/goneleaves.h"
#include "models/store/statement.h"
#include "models/store/treespans.h"

#include <optional>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// A leaf of the tree, as the database has it now.
struct StoredLeaf
{
    enum class Kind
    {
        Missing, ///< no table has it, or its event is lost
        Event,
        Record,
        Gone, ///< only its hash is left
    };
    Kind kind = Kind::Missing;
    RowId row = {}; ///< of an event, also of one that is gone or missing; 0 for others
    std::optional<Digest> hash = {}; ///< computed from the content; nothing where that cannot be read
};

/// Reads leaves and computes their hashes from what is stored.
/// \thread the connection's
class LeafReader
{
public:
    /// \param connection  must outlive this
    static Result<LeafReader> open(SqlConnection &connection);

    /// Call it at the start of each transaction.
    Result<void> refresh() { return m_hasher.refresh(); }

    /// Reads the leaves from \a first to before \a end. One of which there is both content and a kept hash is read from
    /// its content.
    /// \pre the tree has them
    /// \returns valid until the next call
    /// \error Storage for numbers that cannot be right and for a leaf that is both an event and a record, Cancelled
    Result<const std::vector<StoredLeaf> *> read(qint64 first, qint64 end, const CancelToken &cancel);

    /// Which leaf is the event of which row.
    [[nodiscard]] TreeSpans &spans() { return m_spans; }

private:
    LeafReader(TreeSpans spans, EventHasher hasher, GoneLeaves gone, Statement records);
    Result<void> readEvents(qint64 first, qint64 end, const CancelToken &cancel);
    Result<void> readRecords(qint64 first, qint64 end);
    Result<void> readGone(qint64 first, qint64 end);

    TreeSpans m_spans;
    EventHasher m_hasher;
    GoneLeaves m_gone;
    Statement m_records;
    LeafHasher m_recordHasher;
    std::vector<StoredLeaf> m_leaves;
};

} // namespace Trailglass
