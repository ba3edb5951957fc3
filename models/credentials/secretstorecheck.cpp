// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/secretstorecheck.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace Trailglass {

void checkSecretStore(SecretStore &store, std::function<void(std::optional<Error> fault)> done)
{
    store.read(u"doctor"_s, [done = std::move(done)](const Result<FiledSecret> &read) {
        const bool works = read || read.error().kind == ErrorKind::NotFound;
        done(works ? std::nullopt : std::optional(read.error()));
    });
}

} // namespace Trailglass
