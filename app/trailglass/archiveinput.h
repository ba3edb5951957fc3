// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/workspace/archivekeys.h"
#include "views/sources/sourcevalues.h"

#include <QString>

#include <optional>

namespace Trailglass {

class Settings;

/// What the address of an archive says, in words, before anything is sent anywhere: ArchiveForm::Check.
/// \error as ArchivePlace::parse()
[[nodiscard]] Result<QString> archiveAddressText(const QString &address);

/// The key as it was entered with an archive.
[[nodiscard]] ArchiveKeyInput keyInputOf(const EnteredArchive &entered);

/// Where the settings remember the key of an archive's user; nothing: in the keychain, or nobody knows.
/// \param address  ArchivePlace::text(); may be empty
[[nodiscard]] std::optional<SecretReference> knownKeyOf(const QString &address, const Settings &settings);

} // namespace Trailglass
