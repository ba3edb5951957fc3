// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/checkpointservice.h"

namespace Trailglass {

class SigningSteps;

// Tasks of CheckpointService. Each ends the task that is on.
// \thread that of the steps

/// CheckpointService::rotate()
void rotateKey(SigningSteps &steps, FormerKey former, const CheckpointService::Changed &done);

/// CheckpointService::keepIn()
void keepKeyIn(SigningSteps &steps, const SecretReference &place, FormerKey former,
               const CheckpointService::Changed &done);

/// What a person should know of the place where a new key is: that it ends with the program, if so.
[[nodiscard]] QStringList placeNotices(const SigningKeyRecord &key);

} // namespace Trailglass
