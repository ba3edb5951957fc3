// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/preset.h"

#include <functional>

namespace Trailglass {

/// The presets of a workspace, by name; one without a database has none. Blocking.
/// \error Storage, NewerVersion
[[nodiscard]] Result<QList<Preset>> storedPresets(const QString &workspace);

/// What is to become of the presets, as they are. May be called more than once; the last call counts.
using PresetPlan = std::function<Result<PresetChanges>(const QList<Preset> &)>;

/// Does what \a plan says, while no one else changes presets. Makes the database only when there
/// is something to save. Blocking.
/// \error that of \a plan; Storage, Locked, NewerVersion
[[nodiscard]] Result<void> changeStoredPresets(const QString &workspace, const PresetPlan &plan);

} // namespace Trailglass
