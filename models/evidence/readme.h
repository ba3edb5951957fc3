// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/evidence/manifest.h"
#include "models/merkle/noteverifier.h"

#include <QByteArray>

namespace Trailglass {

/// README.txt of a bundle: in plain words what is in it, what it proves, what it cannot prove, and how to verify it.
///
/// \returns translated text in UTF-8, lines of at most 100 characters but for what has no space to break at
/// \thread any; pure
[[nodiscard]] QByteArray bundleReadme(const BundleManifest &manifest, const NoteVerifier &signer);

} // namespace Trailglass
