// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/evidence/bundleverdict.h"
#include "models/evidence/memberreader.h"
#include "models/evidence/shownleaf.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// What was found out about the events of a bundle.
struct CheckedEvents
{
    std::optional<BundleProblem> problem = {}; ///< the most telling one; then the rest may not be complete
    qint64 count = 0; ///< lines of events.ndjson
    std::string nextLine =
        {}; ///< the first line of proofs.ndjson that is about no event; empty: there is none
    std::vector<ShownLeaf> leaves = {}; ///< with the hashes that proofs.ndjson states, in its order
};

/// Called now and then with the events that were checked.
/// \thread the verifying one
using VerificationProgress = std::function<void(qint64 events)>;

/// Hashes every event of events.ndjson and compares it with its line in proofs.ndjson. Blocking; memory grows by some forty
/// bytes an event.
///
/// \param maxLeaves  BundleArchive::maxLeaves(); more are a problem
/// \param progress   may be empty
/// \error as MemberReader
/// \thread any
[[nodiscard]] Result<CheckedEvents> checkEvents(MemberReader &events, MemberReader &proofs, qint64 maxLeaves,
                                                const VerificationProgress &progress);

/// What is wrong with a bundle that shows more leaves than it may.
/// \thread any
[[nodiscard]] BundleProblem tooManyLeaves();

/// Puts the leaves that a bundle shows, and the hashes in proofs.ndjson of what is between them, together to the root of its
/// tree. Blocking.
///
/// \param proofs    after \a line
/// \param line      CheckedEvents::nextLine
/// \param leaves    in any order, with hashes that were checked
/// \returns what is wrong; nothing: each leaf is in the tree, at its number
/// \error as MemberReader
/// \thread any
[[nodiscard]] Result<std::optional<BundleProblem>> checkTreeOfBundle(MemberReader &proofs, std::string line,
                                                                     std::vector<ShownLeaf> leaves,
                                                                     const TreeCheckpoint &checkpoint);

} // namespace Trailglass
