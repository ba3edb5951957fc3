// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/archiveinput.h"

#include "models/config/settings.h"
#include "models/core/translation.h"

namespace Trailglass {

Result<QString> archiveAddressText(const QString &address)
{
    TRY(const auto place, ArchivePlace::parse(address));
    if (!place.cluster().isEmpty()) {
        return Trailglass::tr("User %1, database %2 on the cluster %3, at %4.")
            .arg(place.user(), place.database(), place.cluster(), place.server());
    }
    return Trailglass::tr("User %1, database %2, at %3.").arg(place.user(), place.database(), place.server());
}

ArchiveKeyInput keyInputOf(const EnteredArchive &entered)
{
    if (!entered.key)
        return {};
    return {.reference = entered.key->reference, .typed = entered.key->value};
}

std::optional<SecretReference> knownKeyOf(const QString &address, const Settings &settings)
{
    const auto key = parseSecretReference(settings.archiveKey(address));
    return key ? std::optional(*key) : std::nullopt;
}

} // namespace Trailglass
