// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/evidence/bundleverdict.h"
#include "models/evidence/eventproofs.h"
#include "models/merkle/ed25519.h"

#include <QString>

#include <optional>

namespace Trailglass {

/// Verifies an evidence bundle, of whoever's making. Blocking; reads it once, from its first member to its last.
///
/// What is wrong with the bundle is in the verdict. A bundle that is verified is what the owner of the key signed, and its
/// events are in the tree that the same key signed: that the owner is who it says, the bundle alone cannot prove.
/// \param path      any file
/// \param given     the key that the bundle must be signed by; nothing: any
/// \param progress  may be empty
/// \error NotFound, Storage: the file cannot be read; Usage: it is a pipe, or a file of a workspace; Cancelled
/// \thread any
/// \source docs/evidence.md, which docs/verify_evidence.py follows too
[[nodiscard]] Result<BundleVerdict> verifyBundle(const QString &path, const std::optional<PublicKey> &given,
                                                 const CancelToken &cancel,
                                                 const VerificationProgress &progress = {});

/// Reads a public key as people give it: the text of a NoteVerifier, or a PEM file by its path.
///
/// \error Usage for anything else; Storage, NotFound: the file cannot be read
/// \thread any; blocks where it is a file
[[nodiscard]] Result<PublicKey> readGivenKey(const QString &textOrPath, const CancelToken &cancel);

} // namespace Trailglass
