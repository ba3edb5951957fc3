// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/merkle/treehash.h"
#include "models/store/rawstore.h"
#include "models/store/statement.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Trailglass {

class SqlConnection;
struct TreeSpan;

/// An event as it stands in the database now.
struct HashedEvent
{
    RowId row;
    SourceId source;
    std::optional<Digest> hash =
        {}; ///< of its leaf; nothing where a value cannot be right or its JSON cannot be read
};

/// Computes the leaf hashes of stored events from their rows and their JSON.
///
/// Events of sources that are being purged have the hashes they had. A source that was being purged before the tree was
/// made has no name any more: its events have no hash.
/// \thread the connection's
/// \error Storage, Cancelled; those of the visitor
class EventHasher
{
public:
    /// \param connection  must outlive this
    static Result<EventHasher> open(SqlConnection &connection);

    /// Reads the names of the sources again, and forgets the JSON read last: call it at the start of each transaction.
    Result<void> refresh();

    using Visitor = std::function<Result<void>(const HashedEvent &event)>;

    /// Visits the events of rows from \a first to \a last, both inclusive, in order, as events that replaced none.
    Result<void> visit(RowId first, RowId last, const CancelToken &cancel, const Visitor &take);

    /// Visits the events of a span, in order. Rows without an event are left out.
    Result<void> visit(const TreeSpan &span, const CancelToken &cancel, const Visitor &take);

private:
    struct SourceTexts
    {
        std::string name;
        std::string vendor;
    };
    /// Leaves with the leaf that each replaces, ascending.
    using Replaced = std::vector<std::pair<qint64, qint64>>;

    EventHasher(Statement sources, Statement events, Statement replaced, std::unique_ptr<RawStore> raws);
    Result<void> visitRows(const TreeSpan &span, const Replaced &replaced, const CancelToken &cancel,
                           const Visitor &take);
    Result<std::optional<Digest>> hashOf(const Statement &at, std::optional<qint64> replaces);

    Statement m_sources;
    Statement m_events;
    Statement m_replaced;
    std::unique_ptr<RawStore> m_raws;
    std::unordered_map<qint64, SourceTexts> m_texts; ///< by source
    LeafHasher m_hasher;
};

} // namespace Trailglass
