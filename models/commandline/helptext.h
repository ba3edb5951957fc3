// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/commandline/arguments.h"

namespace Trailglass::CommandLine {

/// What `--help` prints: the help of the command that \a arguments name; the commands that begin with their
/// first word; or that of the whole program.
[[nodiscard]] QString helpText(const ProgramSpecification &program, const Arguments &arguments);

} // namespace Trailglass::CommandLine
