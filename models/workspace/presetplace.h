// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/presets/presetstorage.h"
#include "models/workspace/place.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Trailglass {

/// Where presets are kept: in a workspace, or in an archive for all who read it. A value. Blocking.
/// \thread any
class PresetPlace
{
public:
    /// The folder of a workspace.
    PresetPlace(QString workspace); // NOLINT(google-explicit-constructor): a folder is a place

    /// Those that all who read a place share.
    /// \param clock  outlives this
    [[nodiscard]] static PresetPlace sharedIn(const Place &events, const Clock &clock);

    /// By name.
    /// \param cancel  ends the wait for a server
    /// \error as storedPresets(), or OpenPlace::sharedPresets()
    [[nodiscard]] Result<QList<Preset>> read(const CancelToken &cancel = {}) const;

    /// Does what \a plan says, completely or not at all.
    /// \error that of \a plan; as changeStoredPresets(), or OpenPlace::changeSharedPresets()
    [[nodiscard]] Result<void> change(const PresetPlan &plan, const CancelToken &cancel = {}) const;

    /// The files that no output may replace.
    /// \error as filesInUse()
    [[nodiscard]] Result<QStringList> filesInUse() const;

private:
    PresetPlace(Place events, const Clock &clock);

    QString m_workspace; ///< empty for the default place
    Place m_events; ///< the workspace, or what the presets are shared in
    const Clock *m_clock = nullptr; ///< not null: they are shared
};

} // namespace Trailglass
