// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/workspace/archivekeys.h"
#include "views/sources/sourcevalues.h"

#include <QString>

namespace Trailglass {

/// What the address of an archive says, in words, before anything is sent anywhere: ArchiveDialog::Check.
/// \error as ArchivePlace::parse()
[[nodiscard]] Result<QString> archiveAddressText(const QString &address);

/// The key as it was entered with an archive.
[[nodiscard]] ArchiveKeyInput keyInputOf(const EnteredArchive &entered);

} // namespace Trailglass
