// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/treeverdict.h"

#include <QtGlobal>

namespace Trailglass {

class SqlConnection;

/// Finds what would show less than the tree has, or something else, though all leaves are as they were: listed events among
/// the rows that are gone, sources that look as if they were being purged, and blocks of JSON that overlap.
///
/// \param size  leaves of the tree
/// \param verdict  with the purges; gets problems
/// \thread the connection's, within a transaction
/// \error Storage for blocks that overlap and for numbers that cannot be right; Cancelled
[[nodiscard]] Result<void> checkHiddenEvents(SqlConnection &connection, qint64 size, TreeVerdict &verdict);

} // namespace Trailglass
