// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/cli/clirunner.h"

#include <optional>

namespace Trailglass::Testing {

/// How a run of the program ended.
struct WatchedRun
{
    Support::CliResult result;
    bool wasKilled = false;
    int accesses = 0; ///< that were seen of files in the workspace
};

/// Runs the program and watches what it does to the files of its workspace; kills it, if so requested, with SIGKILL
/// in the middle of that.
///
/// Stand-in servers of this thread respond meanwhile.
/// \pre the workspace's folder exists
/// \param killAt  the number of the access that it does not survive for long, from 1; how far it gets until it is
/// dead is up to the system. Nothing: it runs to its end
[[nodiscard]] WatchedRun runWatched(Support::CliRunner &cli, const QStringList &arguments,
                                    std::optional<int> killAt = {});

} // namespace Trailglass::Testing
