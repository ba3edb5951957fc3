// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/evidence/bundleverdict.h"
#include "models/workspace/evidencecreator.h"

namespace Trailglass {

/// What was written, on stderr.
/// \returns Partial when events may be missing in it, which is said
[[nodiscard]] ExitCode reportEvidence(Session &session, const QString &fileName,
                                      const EvidenceReport &report);

/// A verdict on stdout: sentences, or with `--json` an object on one line.
/// \returns Failed for a bundle that is not verified
[[nodiscard]] ExitCode printVerdict(Session &session, const QString &fileName, const BundleVerdict &verdict);

} // namespace Trailglass
