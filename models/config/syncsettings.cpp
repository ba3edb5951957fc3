// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/syncsettings.h"

#include "models/config/settingsvalues.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr auto SchedulesKey = "schedules"_L1;
constexpr auto PausedKey = "paused"_L1;

} // namespace

SyncSettings::SyncSettings(const QString &fileName)
    : m_file(fileName)
{
}

SyncSchedules SyncSettings::schedules(const QString &identity) const
{
    return parseSyncSchedules(textOf(m_file.identityValue(identity, SchedulesKey)));
}

void SyncSettings::setSchedules(const QString &identity, const SyncSchedules &schedules)
{
    m_file.setIdentityValue(identity, SchedulesKey, syncSchedulesText(schedules));
}

bool SyncSettings::isPaused(const QString &identity) const
{
    return isTrue(m_file.identityValue(identity, PausedKey));
}

void SyncSettings::setPaused(const QString &identity, bool isPaused)
{
    m_file.setIdentityValue(identity, PausedKey, isPaused);
}

} // namespace Trailglass
