// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/checkpointoverview.h"
#include "models/workspace/checkpointservice.h"
#include "views/evidence/evidencehistorydialog.h"

class QTimeZone;

namespace Trailglass {

// Signing keys as views show them. Pure; the views make all texts safe.
// \thread any

/// What became of the signing key, and what must be known besides.
[[nodiscard]] QString keyChangeText(const KeyChange &change);

/// All keys, and the newest checkpoints: as many as somebody reads.
[[nodiscard]] EvidenceHistory historyOf(const CheckpointOverview &overview, const QTimeZone &zone);

} // namespace Trailglass
