// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/workspace/bugreport.h"

namespace Trailglass {

/// Writes a bug report, as text or with `--json` as one object.
/// \param fileName  empty or `-`: standard output
[[nodiscard]] ExitCode writeBugReport(Session &session, const QString &fileName, const BugReport &report);

} // namespace Trailglass
