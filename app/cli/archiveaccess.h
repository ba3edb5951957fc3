// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/archive/archivesession.h"

#include <functional>

namespace Trailglass {

/// `--archive URL` and CommandLine::archiveKeyOption().
[[nodiscard]] QList<CommandLine::OptionSpecification> archiveOptions();

/// Whether a command with archiveOptions() is to read an archive in place of the workspace.
/// \error Usage: both are given
[[nodiscard]] Result<bool> readsArchive(const Session &session, const CommandLine::Arguments &arguments);

/// Called with the user of an archive and with what ends the command.
using UseArchive = std::function<void(const ArchiveAccess &access, const Finish &finish)>;

/// Reads an address and the key of `--archive-key`, which may take a while, and goes on with them.
///
/// Without that option the key is in the keychain, or the user has none. What is wrong with either ends the command.
/// \param url  as ArchivePlace::parse()
void withArchive(Session &session, const CommandLine::Arguments &arguments, const QString &url,
                 const UseArchive &use, const Finish &finish);

/// Makes a command of a function that blocks and works on the archive that its first argument names.
[[nodiscard]] Command
archiveCommand(CommandLine::CommandSpecification specification,
               std::function<ExitCode(Session &, const ArchiveAccess &, const CommandLine::Arguments &)> run);

} // namespace Trailglass
