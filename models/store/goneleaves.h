// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/merkle/digest.h"
#include "models/store/statement.h"

#include <functional>
#include <optional>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// The hashes of leaves whose content is gone: table `tree_gone`.
/// \thread the connection's
/// \error Storage for hashes that cannot be right; Cancelled
class GoneLeaves
{
public:
    /// \param connection  must outlive this
    static Result<GoneLeaves> open(SqlConnection &connection);

    /// Keeps the hash of a leaf. Written by flush() at the latest: leaves that follow each other share a row of the table.
    /// \pre inside a transaction
    Result<void> add(qint64 leaf, const Digest &hash);
    Result<void> flush();

    /// Drops what is not written, after a rollback.
    void forget() { m_hashes.clear(); }

    using Visitor = std::function<void(qint64 leaf, const Digest &hash)>;

    /// Visits the leaves from \a first to before \a end, in order.
    Result<void> visit(qint64 first, qint64 end, const Visitor &take);

private:
    GoneLeaves(Statement select, Statement insert);

    Statement m_select;
    Statement m_insert;
    qint64 m_first = 0; ///< the leaf of the first of the hashes
    std::vector<Digest> m_hashes; ///< not written yet; of one chunk
};

} // namespace Trailglass
