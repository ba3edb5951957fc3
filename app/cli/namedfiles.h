// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/commandline/arguments.h"

namespace Trailglass {

/// The files that a command line names but for the value of `--output`: what it reads, credentials of `file:PATH` included.
/// Without those that are descriptors of this process, as `/dev/stdin` is: whoever redirects them means it.
/// \param arguments  with a command
[[nodiscard]] QStringList filesToRead(const CommandLine::Arguments &arguments);

/// Whether each file that a command line has written is another one than those that it names besides: a log is not appended
/// to what is imported, and an export does not replace the file that its key is read from.
/// \param arguments  with a command
/// \error Usage, naming the file
[[nodiscard]] Result<void> checkNamedFiles(const CommandLine::Arguments &arguments);

} // namespace Trailglass
