// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace Trailglass {

/// A part of a witness file: one note, or what stands where a note should be.
struct WitnessNote
{
    qint64 line = 0; ///< of its first line, from 1
    QByteArray bytes; ///< from the first line to the last, with its line feed
    bool isNote = false; ///< it has the form of a signed note; whoever opens it sees whether it is one
};

// A witness file is outside of the workspace, and checkpoints are appended to it, one note after the other with an empty line
// between: whoever can rewrite the database is not to be able to rewrite it. Several workspaces may share one.
//
// The file may be in a folder that others write to. It is not opened through a link in its own place, and its permissions
// are not changed; one that is made can be read by everybody.

/// Bytes of a witness file that are read: years of a checkpoint a minute.
inline constexpr qint64 MaxWitnessBytes = 256 * 1024 * 1024;

/// Whether checkpoints of a workspace may be appended to a file. Blocking; looks and changes nothing.
///
/// \param path  absolute; need not be there
/// \error Usage where outputTarget() refuses it, for anything but a file, and for one in the workspace's own folder
/// \thread any
[[nodiscard]] Result<void> checkWitnessPlace(const QString &path, const QString &workspace);

/// Appends a note, unless it is the last one of the file already. All of it is on the disk afterwards, or, as far as the
/// disk permits, nothing. Blocking: waits for another program that appends, 5 seconds at most.
///
/// \param path  absolute; the file is made where there is none
/// \param note  of signNote()
/// \error Malformed if the file does not end with a whole note: it is another file, or was cut; nothing is appended
/// \error Locked if another program has it for longer, or has replaced it meanwhile
/// \error Cancelled while waiting; Storage, DiskFull
/// \thread any
[[nodiscard]] Result<void> appendToWitness(const QString &path, const QByteArray &note,
                                           const CancelToken &cancel = {});

/// Called with each part of a witness file.
using VisitWitness = std::function<Result<void>(const WitnessNote &note)>;

/// Reads a witness file, which may hold anything, from its beginning. Blocking: waits as appendToWitness() does. Line
/// breaks of Windows are read as those of the notes.
///
/// \error NotFound if there is none; Storage if it cannot be read
/// \error TooLarge for more than MaxWitnessBytes, and for a part that is longer than any note
/// \error Cancelled; Locked; those of \a visit, at once
/// \thread any
[[nodiscard]] Result<void> readWitness(const QString &path, const CancelToken &cancel,
                                       const VisitWitness &visit);

} // namespace Trailglass
