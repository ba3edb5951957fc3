// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"

namespace Trailglass {

/// Everything that can be typed after `trailglass-cli`, with the commands in the order of \a commands.
[[nodiscard]] CommandLine::ProgramSpecification cliProgram(const QList<Command> &commands);

} // namespace Trailglass
