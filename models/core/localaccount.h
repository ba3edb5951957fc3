// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

/// The name of the account that this process runs for, as the system knows it, whatever the environment says. To be read
/// once, where a program begins, and handed on as a value.
///
/// \returns the number of the account where it has no name; never empty
/// \thread any
[[nodiscard]] QString localAccountName();

} // namespace Trailglass
