// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/presetplace.h"

#include "models/core/result.h"
#include "models/exporting/outputtarget.h"

#include <utility>

namespace Trailglass {

PresetPlace::PresetPlace(QString workspace)
    : m_workspace(std::move(workspace))
    , m_events(m_workspace)
{
}

PresetPlace::PresetPlace(Place events, const Clock &clock)
    : m_events(std::move(events))
    , m_clock(&clock)
{
}

PresetPlace PresetPlace::sharedIn(const Place &events, const Clock &clock)
{
    return {events, clock};
}

Result<QList<Preset>> PresetPlace::read(const CancelToken &cancel) const
{
    if (!m_clock)
        return storedPresets(m_workspace);
    const auto place = m_events.open();
    place->endWith(cancel);
    return place->sharedPresets();
}

Result<void> PresetPlace::change(const PresetPlan &plan, const CancelToken &cancel) const
{
    if (!m_clock)
        return changeStoredPresets(m_workspace, plan);
    const auto place = m_events.open();
    place->endWith(cancel);
    return place->changeSharedPresets(plan, *m_clock);
}

Result<QStringList> PresetPlace::filesInUse() const
{
    return m_clock ? Result<QStringList>(filesOfSettings()) : Trailglass::filesInUse(m_workspace);
}

} // namespace Trailglass
