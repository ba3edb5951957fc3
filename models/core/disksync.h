// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

class QFileDevice;
class QSaveFile;

namespace Trailglass {

/// Waits until the disk has the content of a file, or the names in a folder.
///
/// A file system that cannot do that is trusted to have them.
/// \param descriptor  of the open file or folder
/// \returns false when the disk refuses, with the reason in `errno`
/// \thread any
[[nodiscard]] bool syncToDisk(int descriptor);

/// The same for a file or folder that is not open. Not for a file that SQLite may have open in this process:
/// closing it would drop SQLite's locks.
[[nodiscard]] bool syncToDisk(const QString &path);

/// Writes what a file has in its buffer. A disk that becomes full takes a part of it first, and Qt does not say why: then the
/// rest is tried, which gives the reason.
/// \returns false when not all is written, with the reason in errorString()
/// \thread that of \a file
[[nodiscard]] bool flushWhole(QFileDevice &file);

/// Puts a file in its place once the disk has all of it, and gives the disk the name as well.
///
/// QSaveFile::commit() alone reports success when the disk refuses the last bytes or fails to store them: a good
/// file would be replaced with a part of the new one.
/// \param file  open for writing; not usable afterwards, and discarded with its object when there is an error
/// \returns why the file is not in its place, in the system's words; nothing when it is
/// \thread that of \a file
[[nodiscard]] std::optional<QString> commitToDisk(QSaveFile &file);

} // namespace Trailglass
