// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

// The file `-journal` beside a database, read without SQLite. It is there while SQLite writes without a write-ahead
// log, as it does when a database is created, and stays after a crash: whoever opens the database for writing next
// undoes with it what was not completed.

/// Whether there is a journal with content.
/// \thread any
[[nodiscard]] bool hasRollbackJournal(const QString &database);

/// Whether the journal is of the transaction that creates the database: undone, the file is empty.
/// \thread any
[[nodiscard]] bool undoesCreation(const QString &database);

/// Whether the journal names a further one, which SQLite would delete, wherever it is.
/// \pre the journal is a regular file or missing
/// \thread any
[[nodiscard]] bool namesFurtherJournal(const QString &database);

} // namespace Trailglass
