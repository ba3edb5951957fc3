// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

/// The user's folder for what the program remembers outside of workspaces
/// (QStandardPaths::AppConfigLocation); it need not be there. Everything in it belongs to the program.
[[nodiscard]] QString configFolder();

} // namespace Trailglass
