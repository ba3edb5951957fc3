// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Trailglass {

/// Reads the first bytes of a database file past SQLite, and never closes it.
///
/// Closing any descriptor of a file drops every POSIX lock this process has on it, those of SQLite's open
/// connections too; another process would then take the workspace for unused and delete its log under them.
/// \source sqlite.org/howtocorrupt.html section 2.2. A file that was deleted is let go at the next call.
///
/// Reads regular files only, and follows no link in the last part of \a path.
/// \returns up to \a size bytes; nothing when the file cannot be opened, with the reason in `errno`
/// \thread any
[[nodiscard]] std::optional<QByteArray> readHeader(const QString &path, qsizetype size);

} // namespace Trailglass
