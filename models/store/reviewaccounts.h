// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/treeverdict.h"

namespace Trailglass {

class SqlConnection;

/// Compares the review log, marks and notes with their records in the tree, both ways.
///
/// \param verdict  with the purges; gets problems
/// \thread the connection's, within a transaction
/// \error Storage for a table that cannot be read, Cancelled
[[nodiscard]] Result<void> checkReviewAccounts(SqlConnection &connection, const CancelToken &cancel,
                                               TreeVerdict &verdict);

} // namespace Trailglass
