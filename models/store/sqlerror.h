// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <string_view>

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

/// The sentence for a value in the database that cannot be right.
/// \param value  as text, for the detail
[[nodiscard]] Error impossibleValue(std::string_view table, std::string_view column,
                                    std::string_view value = {});

/// The sentence for a database that cannot be made sense of.
[[nodiscard]] Error damagedDatabase(const QString &detail);

} // namespace Trailglass
