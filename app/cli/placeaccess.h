// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/workspace/place.h"

#include <functional>

namespace Trailglass {

/// What a command reads events of.
enum class PlaceChoice
{
    Workspace,
    Archive, ///< `--archive URL`
    Bundle ///< `--bundle FILE`
};

/// archiveOptions() and bundleOptions().
[[nodiscard]] QList<CommandLine::OptionSpecification> placeOptions();

/// The place that a command with placeOptions() is to read.
/// \error Usage: several are given, or a key of a bundle without one
[[nodiscard]] Result<PlaceChoice> chosenPlace(const Session &session,
                                              const CommandLine::Arguments &arguments);

using UsePlace = std::function<ExitCode(const Place &place)>;

/// Reads the place of a command with placeOptions(). What is wrong with it ends the command.
///
/// \a use is called from here or later, or not at all.
void withPlace(Session &session, const CommandLine::Arguments &arguments, const UsePlace &use,
               const Finish &finish);

/// Makes a command of a function that reads events: of the workspace, or in its place of an archive or of a bundle. The options
/// for these are added to the specification.
[[nodiscard]] Command
placeCommand(CommandLine::CommandSpecification specification,
             std::function<ExitCode(Session &, const Place &, const CommandLine::Arguments &)> run);

} // namespace Trailglass
