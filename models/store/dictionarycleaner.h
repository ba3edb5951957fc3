// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

namespace Trailglass {

class SqlConnection;

/// Deletes the dictionary texts that no event has any more, inside the caller's transaction. Their codes are
/// not given out again. Reads every event once.
Result<void> deleteUnusedTexts(SqlConnection &connection);

} // namespace Trailglass
