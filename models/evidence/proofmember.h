// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/evidence/bundlerequest.h"
#include "models/evidence/memberfile.h"
#include "models/evidence/shownleaf.h"

#include <vector>

namespace Trailglass {

/// Writes the end of proofs.ndjson: the fewest hashes that lead from the leaves of a bundle to the root of its tree, from left
/// to right, and the size of the tree. Blocking.
///
/// The root is computed here as a verifier will compute it, so that no bundle is written that does not verify.
/// \param leaves  in any order
/// \error Storage when the leaves and the tree do not lead to the root of the checkpoint: something in the workspace was
/// altered
/// \error as EvidenceTree; DiskFull; Cancelled
/// \thread that of the tree
[[nodiscard]] Result<void> writeNodes(const BundleRequest &request, MemberFile &proofs,
                                      std::vector<ShownLeaf> leaves);

} // namespace Trailglass
