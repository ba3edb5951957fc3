// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/secretdestination.h"

#include "models/core/translation.h"
#include "models/network/origin.h"

namespace Trailglass {

Result<void> checkSecretDestination(const BoundSecrets &secrets, const QUrl &url)
{
    if (secrets.origin.admits(url))
        return {};
    return Error{.kind = ErrorKind::SecretDenied,
                 .message =
                     Trailglass::tr("The secret of this source was entered for another address and is not "
                                    "sent to %1. If that address is right, enter the secret again.")
                         .arg(printOrigin(url))};
}

} // namespace Trailglass
