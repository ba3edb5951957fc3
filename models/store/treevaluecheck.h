// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

namespace Trailglass {

class SqlConnection;

/// Reads every number and every hash's size in the tables of the hash tree, and of what was signed, as the rest of the program
/// does. Whether the hashes are right is for checkTree() to say.
///
/// Nothing is checked in a database of a version without a tree.
/// \thread the connection's, within a transaction
/// \error Storage, naming table and column of the first value that cannot be right; Cancelled
[[nodiscard]] Result<void> checkTreeValues(SqlConnection &connection);

} // namespace Trailglass
