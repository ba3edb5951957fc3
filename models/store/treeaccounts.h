// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/treeverdict.h"

namespace Trailglass {

class SqlConnection;

/// Compares the tree with the tables beside it: whether purges and newer events explain what is gone, whether quarantined
/// rows, coverage, reviews, marks and notes are as they were recorded, whether something hides events that are in the tree,
/// whether the tables of the tree hold anything beyond it, and events after its last row.
///
/// \param size  leaves of the tree
/// \param verdict  gets problems, and the purges
/// \thread the connection's, within a transaction
/// \error Cancelled
[[nodiscard]] Result<void> checkTreeAccounts(SqlConnection &connection, qint64 size,
                                             const CancelToken &cancel, TreeVerdict &verdict);

} // namespace Trailglass
