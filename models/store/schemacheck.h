// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/migrations.h"

#include <span>

namespace Trailglass {

class SqlConnection;

/// Compares what a database consists of with what its version is made of, in one state of the database.
///
/// Every table, view, index and trigger must be one that the steps up to the database's `user_version` make,
/// with the same SQL text except for whitespace and comments: a table of our name may hold an expression that
/// computes what its maker likes. SQLite's own statistics (`ANALYZE`) may be there as well. What is missing
/// is harmless and left in place.
///
/// \param steps  ascending from version 1
/// \error Storage naming what does not belong there; nothing is changed.
/// \thread the connection's
[[nodiscard]] Result<void> checkSchema(SqlConnection &connection, std::span<const Migration> steps);

} // namespace Trailglass
