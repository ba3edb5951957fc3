// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>
#include <QStringList>

namespace Trailglass {

/// Where an output goes: what the name that a person entered refers to.
struct OutputTarget
{
    enum class Kind
    {
        File, ///< a regular file, or a place for one: replaced as a whole
        Pipe, ///< a named pipe: somebody must read it
        Device, ///< a terminal, `/dev/null`: written to as it is
        Descriptor, ///< open in this process already, as `/dev/stdout` is
    };
    Kind kind = Kind::File;
    QString path; ///< without links: what is to be opened or replaced
    int descriptor = -1; ///< of Kind::Descriptor; not owned
};

/// The files of a workspace, present now, those that its sources and its signing keys read a credential from, and
/// filesOfSettings(). Blocking.
/// \error Storage, NewerVersion; none while the workspace has no database
/// \thread any
[[nodiscard]] Result<QStringList> filesInUse(const QString &workspace);

/// Whether witness files are among the files in use.
enum class WitnessFiles
{
    InUse,
    LeftOut, ///< for what is to be one: several workspaces may share it
};

/// filesInUse() as far as the workspace says: where its database cannot be read, the files of the workspace and those of the
/// settings. Blocking.
/// \thread any
[[nodiscard]] QStringList readableFilesInUse(const QString &workspace,
                                             WitnessFiles witnesses = WitnessFiles::InUse);

/// The files that the user's settings name, for whatever workspace: witness files, and those that keys of archives are read
/// from. They need not be there. Blocking.
/// \thread any
[[nodiscard]] QStringList filesOfSettings();

/// The only judge of where an export, presets or a picture may be written, for the command line and the
/// window. Looks and changes nothing.
///
/// Links are followed first; a link to an ordinary file is a way to name that file, and the link stays.
/// Refused are:
/// - each of \a inUse, by any of its names (device and inode, so hard links too), and the place of one that is yet to be made
/// - any name that Trailglass keeps in a workspace (isWorkspaceFileName()), there or not, in any folder
/// - a Trailglass database of any name
/// - whatever is in the program's configFolder()
/// - folders, disks, sockets, and links that lead back to themselves
///
/// \returns a target whose path holds no link
/// \error Usage, naming the file and saying to choose another
/// \thread any
[[nodiscard]] Result<OutputTarget> outputTarget(const QString &fileName, const QStringList &inUse);

/// Whether an output is kept apart from other files of the same command line, such as the input of an import. A device or a
/// descriptor may be both.
/// \param files  need not be there
/// \error Usage, naming the file: it is one of them, by any of its names
[[nodiscard]] Result<void> checkIsNoneOf(const QString &fileName, const QStringList &files);

/// Whether what this process prints may go where its caller has redirected it: not after `>>
/// trailglass.sqlite` or `2>> approvals.json`. Refused are the files that outputTarget() refuses.
/// \param descriptor  of standard output or standard error
/// \error Usage, naming the file
[[nodiscard]] Result<void> checkRedirection(int descriptor, const QStringList &inUse);

} // namespace Trailglass
