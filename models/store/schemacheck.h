// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/migrations.h"

#include <span>

namespace Trailglass {

class SqlConnection;

/// Checks that a database contains only the objects of its version.
///
/// Every table, view, index and trigger must be one that the steps up to the database's `user_version`
/// create, with the same SQL text except for whitespace and comments: a table with one of our names could
/// contain a stranger's expressions. The tables of `ANALYZE` are allowed. Missing objects are not an error
/// here, but in the statements that need them.
///
/// \param steps  ascending from version 1
/// \error Storage naming the objects that do not belong there; nothing is changed
/// \thread the connection's
[[nodiscard]] Result<void> checkSchema(SqlConnection &connection, std::span<const Migration> steps);

} // namespace Trailglass
