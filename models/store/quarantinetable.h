// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/store/eventwriter.h"
#include "models/store/records.h"

#include <functional>
#include <span>
#include <vector>

namespace Trailglass {

class SqlConnection;
class TreeWriter;

/// The quarantined rows of a workspace: unreadable ones, and other versions of stored events.
///
/// A row that is stored is a leaf of the tree too, and so is its deletion.
/// \pre for the functions that write: inside a transaction
/// \thread the connection's
namespace QuarantineTable {

/// Stores equal bytes once per source.
Result<void> addUnreadable(SqlConnection &connection, TreeWriter &tree, SourceId source, UtcMicros received,
                           std::span<const Quarantined> rows);

/// Stores the raw JSON of events that are in conflict with stored ones: of each event the first other version that came
/// and the latest one, equal bytes once, of a long one the first MaxQuarantinedBytes.
/// \param events  not null
/// \param place  QuarantineEntry::place
Result<void> addConflicts(SqlConnection &connection, TreeWriter &tree, SourceId source, UtcMicros received,
                          std::span<const Event *const> events, const QString &place);

/// Deletes the rows that the events of \a page were read from. One that is in conflict stays, or becomes a
/// conflict with the place and time it has, however many of its event there are.
/// \param page  with one id in PageCommit::retried for each event
/// \param conflicts  of the page's events
/// \error NotFound: a row is not there
Result<void> resolve(SqlConnection &connection, TreeWriter &tree, const PageCommit &page,
                     std::span<const Event *const> conflicts);

/// \error Storage for a row that cannot be right
Result<std::vector<QuarantineEntry>> list(SqlConnection &connection, const QuarantineRange &range);

/// The same, a row at a time.
Result<void> visit(SqlConnection &connection, const QuarantineRange &range,
                   const std::function<void(QuarantineEntry &&)> &take);

/// The row of an id, with its bytes.
/// \error NotFound; Storage as list()
Result<QuarantineEntry> at(SqlConnection &connection, qint64 id);

/// Whether a source has any.
Result<bool> isThere(SqlConnection &connection, SourceId source);

/// \returns false for a workspace of a version that kept unreadable rows only
Result<bool> hasKinds(SqlConnection &connection);

} // namespace QuarantineTable

} // namespace Trailglass
