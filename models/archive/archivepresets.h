// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/store/records.h"

#include <QList>

#include <functional>

namespace Trailglass {

class ArchiveSession;

// The presets that an archive keeps for everybody who reads it: table `preset`. Blocking; any thread.

/// Limits of what is read, whoever wrote it.
struct SharedPresetLimits
{
    static constexpr quint64 MaxPresets = 10'000;
    static constexpr qint64 MaxPresetBytes =
        qint64(1024) * 1024; ///< of the texts of one; a larger one is left out
};

/// By name. None for an archive that was made before it could keep any. What others have written: nothing of it is checked.
/// \error Forbidden for a user who may not see them; TooLarge for more than MaxPresets; else as ArchiveSession::ask()
[[nodiscard]] Result<QList<Preset>> archivePresets(ArchiveSession &session, const CancelToken &cancel);

/// What is to become of the presets, as they are.
using ArchivePresetPlan = std::function<Result<PresetChanges>(const QList<Preset> &presets)>;

/// Does what \a plan says, all of it or nothing. Where the connection is lost and does not come back, nobody knows which.
///
/// Two who change the same preset at the same moment both write; of one of them the change counts, and the other gets an error.
/// \error that of \a plan; Forbidden for a user who may only read; Unsupported for an archive that has no room for presets
/// yet; Locked when somebody else changed one of them at the same moment; else as ArchiveSession::insert()
[[nodiscard]] Result<void> changeArchivePresets(ArchiveSession &session, const ArchivePresetPlan &plan,
                                                const Clock &clock, const CancelToken &cancel);

} // namespace Trailglass
