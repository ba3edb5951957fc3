// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/secretvariable.h"

#include "models/core/translation.h"

namespace Trailglass {

Result<Secret> readSecretVariable(const QString &name)
{
    QByteArray value = qgetenv(name.toLocal8Bit().constData());
    if (value.isEmpty())
        return Error{ErrorKind::SecretUnavailable,
                     tr("The variable %1 is not set. Set it and try again.").arg(name)};
    Result<Secret> secret = Secret::fromText(value);
    wipe(value);
    if (secret)
        return secret;
    return Error{ErrorKind::SecretUnavailable,
                 tr("The variable %1 cannot be used. %2").arg(name, secret.error().message)};
}

} // namespace Trailglass
