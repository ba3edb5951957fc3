// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainerror.h"

#include "models/core/translation.h"

namespace Trailglass {

namespace {

Error withWaysOn(ErrorKind kind, const QString &reason, const QString &detail)
{
    const QString waysOn = tr(
        "Without a keychain, keep the secret in a variable (env:VARIABLE) or in a private file (file:PATH).");
    return {kind, inSequence(reason, waysOn), detail};
}

} // namespace

Error keychainError(QKeychain::Error error, const QString &detail)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::NotFound,
                tr("The keychain is locked or does not contain this secret. Unlock it and try again, or "
                   "enter the secret again."),
                detail};
    case QKeychain::AccessDenied:
        return withWaysOn(ErrorKind::SecretDenied, tr("The keychain is locked. Unlock it and try again."),
                          detail);
    case QKeychain::AccessDeniedByUser:
        return withWaysOn(ErrorKind::SecretDenied,
                          tr("Access to the keychain was refused. Allow it and try again."), detail);
    case QKeychain::CouldNotDeleteEntry:
        return {ErrorKind::SecretDenied,
                tr("The keychain did not remove the secret. Unlock it and try again, or "
                   "remove the entry with the keychain's own program."),
                detail};
    default:
        return withWaysOn(ErrorKind::SecretUnavailable, tr("No keychain is available."), detail);
    }
}

Error keychainSilentError()
{
    return withWaysOn(ErrorKind::SecretUnavailable,
                      tr("The keychain does not respond. Answer its prompt or unlock it, then try again."),
                      {});
}

} // namespace Trailglass
