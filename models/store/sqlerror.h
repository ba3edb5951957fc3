// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

struct sqlite3;

namespace Trailglass {

/// What an SQLite failure means to the person in front of the screen.
///
/// \param code  as returned by the failing call, plain or extended
/// \returns Cancelled for an interrupt, Locked, DiskFull, else Storage; `detail` holds SQLite's own words
[[nodiscard]] Error sqlError(sqlite3 *handle, int code);

/// What ends work that was cancelled.
[[nodiscard]] Error storeStopped(const QString &detail = {});

/// The sentence for a workspace that may not be written.
[[nodiscard]] Error readOnlyWorkspace(const QString &detail);

/// True for an `errno` that says so: EACCES, EPERM, EROFS.
[[nodiscard]] bool meansReadOnly(int systemError);

/// The sentence for a database that cannot be made sense of.
[[nodiscard]] Error damagedDatabase(const QString &detail);

} // namespace Trailglass
