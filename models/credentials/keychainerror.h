// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <qt6keychain/keychain.h>

namespace Trailglass {

/// What a failed keychain job means to the caller, with a sentence that names the ways on.
///
/// EntryNotFound is NotFound, a refused or locked keychain SecretDenied, anything else SecretUnavailable:
/// without a session bus QtKeychain says OtherError, not NoBackendAvailable.
///
/// \param detail  the job's own words, kept for the log
/// \thread any
[[nodiscard]] Error keychainError(QKeychain::Error error, const QString &detail);

/// The keychain did not answer within the time it was given. SecretUnavailable.
[[nodiscard]] Error keychainSilentError();

} // namespace Trailglass
