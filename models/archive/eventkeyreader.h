// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/eventkey.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <span>
#include <vector>

namespace Trailglass {

class ArchiveSession;

// The keys of events, from a server and to it. Blocking; any thread.

/// The keys in the order of a query.
/// \param sql  with columns created Int64, origin UInt32, row Int64: pageSql()
/// \error Malformed for rows that are cut off, Unsupported for numbers that cannot be; else as ArchiveSession::ask()
[[nodiscard]] Result<std::vector<EventKey>> readEventKeys(ArchiveSession &session, const ArchiveSql &sql,
                                                          const CancelToken &cancel);

/// The same of firstRowsSql(), without events that were taken back.
struct FirstEventKeys
{
    std::vector<EventKey> keys;
    bool isWhole = false; ///< there are no more rows after them
};
/// \param limit  of the query
[[nodiscard]] Result<FirstEventKeys> readFirstEventKeys(ArchiveSession &session, const ArchiveSql &sql,
                                                        quint64 limit, const CancelToken &cancel);

/// Whether an event is one of some.
/// \pre at least one
[[nodiscard]] ArchiveSql isOneOfRows(std::span<const EventKey> keys);

} // namespace Trailglass
