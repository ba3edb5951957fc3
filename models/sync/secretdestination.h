// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/sources/sourcetype.h"

namespace Trailglass {

/// Whether a request to \a url may carry \a secrets. Asked right before each request: whatever came before, this is where
/// a credential leaves the program. Pure.
/// \error SecretDenied
/// \thread any
[[nodiscard]] Result<void> checkSecretDestination(const BoundSecrets &secrets, const QUrl &url);

} // namespace Trailglass
