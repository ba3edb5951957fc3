// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secret.h"

namespace Trailglass {

/// The credential in an environment variable, as it is now.
///
/// \error SecretUnavailable when it is unset, empty or not usable as a credential; the sentence names the
/// variable
/// \thread any, as long as no other thread changes the environment
[[nodiscard]] Result<Secret> readSecretVariable(const QString &name);

} // namespace Trailglass
