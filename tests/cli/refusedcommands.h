// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/cli/clirunner.h"

#include <initializer_list>

namespace Trailglass::Support {

/// A command line that is refused, as a row of a test; `{folder}` stands for CliRunner::folder().
struct RefusedCommand
{
    const char *line;
    int exitCode;
    const char *said; ///< a part of the error
};

/// Adds the rows of a test of verifyRefused(), each named by its line.
void addRefused(std::initializer_list<RefusedCommand> commands);

/// The arguments of the present row.
[[nodiscard]] QStringList refusedArguments(const CliRunner &cli);

/// Verifies that the command line of the present row did nothing but say what is wrong with it, and has its exit code.
/// \param refused  what a run with refusedArguments() left behind
void verifyRefused(const CliResult &refused);

} // namespace Trailglass::Support
