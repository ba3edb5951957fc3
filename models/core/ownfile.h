// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>

#include <functional>
#include <optional>

#include <sys/stat.h>

/// Opening the files that this program makes for itself: database, lock, backups, settings.
///
/// A folder may come from somebody else, with links in the places of these files. No such link may make the
/// program write to, empty, or change the mode of the file that it leads to. Links on the way to the folder
/// are followed: a person chose that path.
/// \thread any
namespace Trailglass::OwnFile {

/// What the program is going to do with a file.
enum class Use
{
    Read, ///< never changes it
    Share, ///< may change it on behalf of its owner, as a reader of SQLite does with `-shm`
    Write, ///< changes its content or its mode
};

/// What to say when the system refuses; \a reason is an `errno`.
using SystemFailure = std::function<Error(const QString &path, int reason)>;

/// Why a file must not be used, if so. Pure.
///
/// Refused are symbolic links and whatever is no regular file; with Use::Share also files with more than one
/// name (hard links), with Use::Write also those that do not belong to \a user.
/// \param status  of lstat(), or of fstat() on a descriptor opened with `O_NOFOLLOW`
/// \returns Storage; the message names the file and says what to do
[[nodiscard]] std::optional<Error> objection(const QString &path, const struct stat &status, uid_t user,
                                             Use use);

/// objection() to what is in a place. Nothing there, or nothing that can be seen, is no objection; another
/// user's file that the system does not let this process write is left to the system to refuse.
///
/// Opens nothing, so it neither waits for the other end of a pipe nor drops a lock of this process.
/// \error Storage
[[nodiscard]] Result<void> check(const QString &path, Use use);

/// Opens a file for reading and writing, makes it (0600) where there is none, and takes the rights of others
/// away.
///
/// Not for a file that SQLite may have open in this process: closing the descriptor would drop SQLite's
/// locks.
/// \returns the descriptor, close-on-exec; the caller closes it
/// \error Storage as objection(), else what \a failure says
[[nodiscard]] Result<int> open(const QString &path, const SystemFailure &failure);

/// Takes the rights of others away from a file (0600); does nothing where there is none. Drops no lock.
/// \error Storage as objection(), else what \a failure says
[[nodiscard]] Result<void> makePrivate(const QString &path, const SystemFailure &failure);

} // namespace Trailglass::OwnFile
