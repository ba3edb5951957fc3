// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <string_view>

struct sqlite3;

namespace Trailglass {

/// Turns an SQLite error into one with a message for users.
///
/// \param code  as returned by the failing call, plain or extended
/// \returns Cancelled for an interrupt, Locked, DiskFull, else Storage; `detail` holds SQLite's own message
[[nodiscard]] Error sqlError(sqlite3 *handle, int code);

/// The error of cancelled work.
[[nodiscard]] Error storeStopped(const QString &detail = {});

/// The error for a workspace without permission to write.
[[nodiscard]] Error readOnlyWorkspace(const QString &detail);

/// True for an `errno` that means missing permission to write: EACCES, EPERM, EROFS.
[[nodiscard]] bool meansReadOnly(int systemError);

/// The error for an impossible value in the database.
/// \param value  as text, for the detail
[[nodiscard]] Error impossibleValue(std::string_view table, std::string_view column,
                                    std::string_view value = {});

/// The error for a damaged database.
[[nodiscard]] Error damagedDatabase(const QString &detail);

} // namespace Trailglass
