// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

namespace Trailglass {

class SqlConnection;

/// Deletes the dictionary texts that no event uses any more. Their codes are not assigned again. Reads every
/// event once.
/// \pre inside a transaction
/// \error Storage, DiskFull, Cancelled
Result<void> deleteUnusedTexts(SqlConnection &connection);

} // namespace Trailglass
