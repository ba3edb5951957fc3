// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/cli/sampleworkspace.h"

#include <span>

namespace Trailglass::Support {

/// A command line over a SampleWorkspace; `{folder}` stands for CliRunner::folder().
struct SampleCommand
{
    const char *line;
    int exitCode = 0;
};

/// Commands that report something, of every kind, and mistakes that are errors.
[[nodiscard]] std::span<const SampleCommand> sampleCommands();

/// Adds what sampleCommands() need besides: presets, and the file that is imported.
/// \pre \a cli has a SampleWorkspace
/// \returns false when a command failed
[[nodiscard]] bool prepareSampleCommands(CliRunner &cli);

/// The arguments of a line like those of SampleCommand.
[[nodiscard]] QStringList argumentsOf(const QString &line, const CliRunner &cli);

} // namespace Trailglass::Support
