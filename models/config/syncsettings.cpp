// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/syncsettings.h"

#include "models/config/settingsvalues.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr auto SchedulesKey = "schedules"_L1;
constexpr auto PausedKey = "paused"_L1;
constexpr auto CheckpointsKey = "checkpoints"_L1;
constexpr auto WitnessKey = "witness"_L1;
constexpr auto CheckpointFolderKey = "checkpointfolder"_L1;

/// \returns empty unless it is one that appending can work with
QString absolutePath(const QString &path)
{
    const bool isUsable =
        path.startsWith(u'/') && path.size() <= CheckpointSettings::MaxPath && !path.contains(QChar(u'\0'));
    return isUsable ? path : QString();
}

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

CheckpointSettings SyncSettings::checkpoints(const QString &identity) const
{
    return {.afterSync = isTrue(m_file.identityValue(identity, CheckpointsKey)),
            .witnessFile = absolutePath(textOf(m_file.identityValue(identity, WitnessKey))),
            .folder = absolutePath(textOf(m_file.identityValue(identity, CheckpointFolderKey)))};
}

void SyncSettings::setCheckpoints(const QString &identity, const CheckpointSettings &checkpoints)
{
    m_file.setIdentityValue(identity, CheckpointsKey, checkpoints.afterSync);
    m_file.setIdentityValue(identity, WitnessKey, checkpoints.witnessFile);
    m_file.setIdentityValue(identity, CheckpointFolderKey, checkpoints.folder);
}

CheckpointSettings SyncSettings::storedCheckpoints(const QString &identity, const QString &fileName)
{
    return SettingsFile::exists(fileName) ? SyncSettings(fileName).checkpoints(identity)
                                          : CheckpointSettings();
}

QStringList SyncSettings::storedWitnessFiles(const QString &fileName)
{
    QStringList files;
    const QStringList stored = SettingsFile::storedIdentityTexts(WitnessKey, fileName);
    for (const QString &text : stored)
        files.append(absolutePath(text));
    files.removeAll(QString());
    return files;
}

} // namespace Trailglass
