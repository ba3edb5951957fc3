// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/checkpointsettings.h"
#include "models/evidence/bundleverdict.h"
#include "models/workspace/evidenceservice.h"
#include "models/workspace/treesigner.h"
#include "models/workspace/workspaceverification.h"
#include "views/evidence/bundledialog.h"
#include "views/evidence/evidencestate.h"
#include "views/evidence/verifydialog.h"

class QTimeZone;

namespace Trailglass {

// Evidence as views show it. Pure; the views make all texts safe.
// \thread any

[[nodiscard]] EvidenceState stateOf(const EvidenceOverview &overview);

[[nodiscard]] CheckpointChoice choiceOf(const CheckpointSettings &settings);

/// What a checkpoint that somebody has requested was: its size, where it was appended, and what must be known besides.
[[nodiscard]] QString writtenText(const WrittenCheckpoint &written);

[[nodiscard]] ShownVerdict shownVerdict(const WorkspaceVerdict &verdict);

/// What is wrong with a bundle that is not verified.
[[nodiscard]] QList<VerdictLine> problemLines(const BundleVerdict &verdict);

/// What was checked of a bundle that is verified, what that proves and what not, and what the bundle says.
/// \param leftOut  events that this version cannot show
[[nodiscard]] BundleDetails detailsOf(const BundleVerdict &verdict, qint64 leftOut, const QTimeZone &zone);

} // namespace Trailglass
