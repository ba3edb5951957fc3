// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Trailglass {

/// Reads the first bytes of a file without SQLite, and keeps the file open if it is an SQLite database.
///
/// Closing any descriptor of a file drops every POSIX lock that this process has on it, also those of
/// SQLite's open connections: another process would take the workspace for unused and delete its write-ahead
/// log. There is one descriptor per file; that of a deleted file is closed by the next call.
///
/// Reads regular files only, and does not follow a link in the last part of \a path.
/// \source sqlite.org/howtocorrupt.html section 2.2
/// \returns up to \a size bytes; nothing when the file cannot be opened or read, with the reason in `errno`
/// \thread any
[[nodiscard]] std::optional<QByteArray> readHeader(const QString &path, qsizetype size);

} // namespace Trailglass
