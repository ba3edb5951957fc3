// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QtGlobal>

#include <vector>

namespace Trailglass {

class SqlConnection;

/// The leaves of events that newer ones have replaced, as far as hashes show it, ascending.
///
/// What an event replaced is part of its leaf. Where that event is listed, the check of all leaves covers it. Where it was
/// replaced itself, its leaf is computed here: its JSON is still there, it has the id of the event that replaced it, and its
/// times are kept with that one. Others are left out, such as those of a purged source, and rows of table `tree_replaced`
/// that cannot be right: whoever adds one explains nothing with it.
/// \pre the leaves themselves are checked elsewhere
/// \thread the connection's, within a transaction
/// \error Storage, Cancelled
[[nodiscard]] Result<std::vector<qint64>> provenReplacements(SqlConnection &connection,
                                                             const CancelToken &cancel);

} // namespace Trailglass
