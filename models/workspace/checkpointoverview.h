// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/merkle/signednote.h"
#include "models/merkle/treecheckpoint.h"
#include "models/store/signingkeytable.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Trailglass {

/// A checkpoint as the workspace keeps it.
struct KeptCheckpoint
{
    qint64 size = 0; ///< leaves
    UtcMicros at; ///< when it was written, by the clock of then
    QByteArray note = {};
    std::optional<TreeCheckpoint> checkpoint = {}; ///< nothing: no key of the workspace has signed it so
    QString signer = {}; ///< keyIdText() of the key that has
};

/// The signing keys and checkpoints of a workspace. That the tree continues these is for verifyWorkspace() to say.
struct CheckpointOverview
{
    QString identity; ///< EventReader::identity()
    std::vector<SigningKeyRecord> keys = {}; ///< oldest first
    std::vector<KeptCheckpoint> checkpoints = {}; ///< oldest first

    /// The key that signs; null if there is none.
    [[nodiscard]] const SigningKeyRecord *present() const;
};

/// Reads them. Blocking. Both lists are empty for a workspace of an earlier version.
///
/// \error NotFound: no workspace; NewerVersion, Storage
/// \thread any
[[nodiscard]] Result<CheckpointOverview> readCheckpoints(const QString &workspace);

/// Where a key is kept, for people: `keychain`, `file:/home/ann/key`, safe to show as plain text.
/// \thread any
[[nodiscard]] QString placeText(const SigningKeyRecord &key);

} // namespace Trailglass
