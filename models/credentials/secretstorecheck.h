// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/secretstore.h"

#include <functional>
#include <optional>

namespace Trailglass {

/// Tries whether a store can be read, by asking for an entry that is not there.
///
/// \param done  as SecretStore::Read is called; nothing when the store works
/// \thread the main thread
void checkSecretStore(SecretStore &store, std::function<void(std::optional<Error> fault)> done);

} // namespace Trailglass
