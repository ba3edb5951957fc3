// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QStringList>

namespace Trailglass {

class SqlConnection;

/// Reads every number of a workspace but those of its raw JSON and ids as the rest of the program reads them,
/// and every text of its dictionaries against the hash that was stored with it.
///
/// \returns one sentence a problem
/// \thread the connection's, within a transaction
/// \error Cancelled
[[nodiscard]] Result<QStringList> checkStoredValues(SqlConnection &connection);

/// Lets the checks after one that ended with an error go on: the error becomes a problem. A cancel ends them all.
/// \param problems  gets the error's sentence
/// \error Cancelled
[[nodiscard]] Result<void> addProblem(const Result<void> &check, QStringList &problems);

/// What SQLite counts on from when it gives a number of its own (AUTOINCREMENT): a number that is given must
/// be one that is read again.
/// \thread the connection's
/// \error Storage
[[nodiscard]] Result<void> checkSequences(SqlConnection &connection);

} // namespace Trailglass
