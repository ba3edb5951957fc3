// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/workspace/checkpointoverview.h"
#include "models/workspace/treesigner.h"

#include <QJsonObject>

namespace Trailglass {

/// The checkpoint that was requested: its note on stdout, and on stderr what should be known besides; with `--json` an object
/// on one line of stdout.
/// \returns Failed when it was not appended to its witness file, which is said
[[nodiscard]] ExitCode printCheckpoint(Session &session, const WrittenCheckpoint &written);

/// The checkpoint after a sync, on stderr.
void reportCheckpoint(Session &session, const WrittenCheckpoint &written);

/// Why there is none after a sync, on stderr.
void reportNoCheckpoint(Session &session, const Error &error);

/// The checkpoints of a workspace, oldest first: a table, or an array with `--json`.
void printCheckpoints(Session &session, const CheckpointOverview &overview);

/// A signing key, with its public half in both forms.
[[nodiscard]] QJsonObject signingKeyJson(const SigningKeyRecord &key);
[[nodiscard]] QString signingKeyText(const SigningKeyRecord &key);

} // namespace Trailglass
