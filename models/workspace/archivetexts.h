// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/archiveservice.h"

#include <QString>

namespace Trailglass {

// What the use cases of archives came to, in sentences for people. Names in them are safe to show (visibleText()).

[[nodiscard]] QString creationText(ArchiveCreation created, const ArchivePlace &place);

/// \pre the source was claimed: ClaimReport::heldBy is empty
[[nodiscard]] QString claimText(const QString &source, const ClaimReport &report);

/// To whom a source belongs, and what follows if it is taken over.
[[nodiscard]] QString takeoverWarning(const QString &source, const SourceHolder &holder);

} // namespace Trailglass
