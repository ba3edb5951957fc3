// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/secretstore.h"

#include <QString>

namespace Trailglass::KeychainEntry {

/// The text of an entry in the keychain: `1 https://app.asana.com`, a line break, the secret.
///
/// 1 is the form's number. A secret has no line break (Secret::fromText() refuses control characters), so an
/// entry of a version that wrote the secret alone is never taken for this form.

/// \returns the secret alone where its origin is nowhere, as it was read
[[nodiscard]] QString text(const FiledSecret &secret);

/// \error Usage as Secret::fromText(), also for a form that this version does not know
[[nodiscard]] Result<FiledSecret> read(const QByteArray &utf8);

} // namespace Trailglass::KeychainEntry
