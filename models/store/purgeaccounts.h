// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/removedrows.h"
#include "models/store/treeverdict.h"

namespace Trailglass {

class SqlConnection;

/// What the purges of a tree explain: the rows that they name, or, of those of an earlier version of the program, how many
/// leaves.
struct PurgeAccounts
{
    RemovedRows named = {};
    bool areAllNamed = true; ///< every purge names its rows
    qint64 unnamedLeaves = 0; ///< of events, by the purges that do not
    qint64 records = 0; ///< of sources, by all of them
};

/// Reads them, and finds purges whose rows are not those of their record, and events that are stored although the record of a
/// purge says that they were deleted. A purge that goes on may not have come to them: its source is hidden.
///
/// \param verdict  with the purges; gets problems
/// \thread the connection's, within a transaction
/// \error Storage for numbers that cannot be right; Cancelled
[[nodiscard]] Result<PurgeAccounts> checkPurges(SqlConnection &connection, const CancelToken &cancel,
                                                TreeVerdict &verdict);

} // namespace Trailglass
