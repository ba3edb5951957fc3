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
/// \returns Cancelled for an interrupt, Locked, DiskFull, else Storage; `detail` is sqlDetail(). The message of
/// the connection itself is left out: it may quote what is in the file
[[nodiscard]] Error sqlError(sqlite3 *handle, int code);

/// An extended error code and what it means, in SQLite's words: `SQLite code 1555: constraint failed`.
[[nodiscard]] QString sqlDetail(int code);

/// The error of cancelled work.
[[nodiscard]] Error storeStopped(const QString &detail = {});

/// The error for a workspace without permission to write.
[[nodiscard]] Error readOnlyWorkspace(const QString &detail = {});

/// True for an `errno` that means missing permission to write: EACCES, EPERM, EROFS.
[[nodiscard]] bool meansReadOnly(int systemError);

/// The error for an impossible value in the database.
[[nodiscard]] Error impossibleValue(std::string_view table, std::string_view column);

/// The error for a damaged database.
[[nodiscard]] Error damagedDatabase(const QString &detail);

} // namespace Trailglass
