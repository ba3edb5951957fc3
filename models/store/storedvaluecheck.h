// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QStringList>

namespace Trailglass {

class SqlConnection;

/// Reads every integer of a workspace except those of its raw JSON and ids as the rest of the program does,
/// and compares every text of its dictionaries with its stored hash.
///
/// \returns one sentence per problem
/// \thread the connection's, within a transaction
/// \error Cancelled
[[nodiscard]] Result<QStringList> checkStoredValues(SqlConnection &connection);

/// Lets the checks after one that ended with an error go on: the error becomes a problem. A cancel ends them
/// all.
/// \param problems  gets the error's sentence
/// \error Cancelled
[[nodiscard]] Result<void> addProblem(const Result<void> &check, QStringList &problems);

/// Checks the last AUTOINCREMENT numbers of all tables: the next one must be within the range that readers
/// accept.
/// \thread the connection's
/// \error Storage
[[nodiscard]] Result<void> checkSequences(SqlConnection &connection);

} // namespace Trailglass
