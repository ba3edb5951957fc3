// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QString>

#include <optional>

namespace Trailglass {

/// What a workspace has to show that it was not altered, as its dialog shows it.
struct EvidenceState
{
    struct Checkpoint
    {
        UtcMicros at; ///< by the clock of then
        qint64 size = 0; ///< leaves
        bool isSigned = true; ///< false: no key of the workspace has signed it so
    };
    struct Key
    {
        QString id; ///< short, for people
        QString text; ///< in the text form of signed notes, one line
        QString place; ///< where its private half is kept
        UtcMicros created;
        bool isOfUser = false; ///< in a file or a variable, where the program makes no other one
    };

    bool isBuilt = false; ///< false: what is stored is not hashed yet
    qint64 leaves = 0;
    QString root = {}; ///< 64 hexadecimal digits; empty without leaves
    std::optional<Checkpoint> last = {};
    std::optional<Key> key = {}; ///< the one that signs
};

/// What the user has set for checkpoints.
struct CheckpointChoice
{
    bool afterSync = false;
    QString witnessFile = {}; ///< absolute; empty: none

    friend bool operator==(const CheckpointChoice &, const CheckpointChoice &) = default;
};

} // namespace Trailglass
