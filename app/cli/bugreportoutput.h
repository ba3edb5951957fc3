// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"

#include <optional>

namespace Trailglass {

/// Makes a bug report and writes it, as text or with `--json` as one object.
/// \param fileName  empty or `-`: standard output
/// \param keychainError  BugReportRequest::keychainError
[[nodiscard]] ExitCode writeBugReport(Session &session, const QString &fileName,
                                      std::optional<ErrorKind> keychainError);

} // namespace Trailglass
