// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secret.h"

namespace Trailglass {

/// The credential in a private file, as it is now.
///
/// One line break at the end (LF or CR LF) is not part of it. Links are followed, and the checks are made on
/// the file that was opened.
///
/// \param path  absolute
/// \error SecretDenied when group or others have any right on it (mode & 077), or it may not be read;
/// SecretUnavailable when it is missing, no regular file, over 64 KiB, or not usable as a credential
/// \thread any; reads at most 64 KiB and never waits for a pipe
[[nodiscard]] Result<Secret> readSecretFile(const QString &path);

} // namespace Trailglass
