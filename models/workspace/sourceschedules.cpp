// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourceschedules.h"

#include "models/workspace/sourceservice.h"

#include <utility>

namespace Trailglass {

SourceSchedules::SourceSchedules(SourceService &sources, const QString &fileName, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_settings(fileName)
{
    connect(&sources, &SourceService::listed, this, &SourceSchedules::listed);
}

void SourceSchedules::listed()
{
    const SyncSchedules before = m_schedules;
    const bool wasPaused = m_isPaused;
    const CheckpointSettings checkpointsBefore = m_checkpoints;
    if (m_sources.identity() != m_identity)
        read();
    QSet<QString> present;
    for (const SourceEntry &entry : m_sources.entries()) {
        if (!entry.record.removed)
            present.insert(entry.record.name);
    }
    // Only what has gone since the last listing: this one may be older than a schedule that was set just now.
    const QSet<QString> gone = std::exchange(m_present, present) - present;
    bool isForgotten = false;
    for (const QString &source : gone)
        isForgotten = m_schedules.remove(source) > 0 || isForgotten;
    if (isForgotten)
        write();
    if (m_schedules != before || m_isPaused != wasPaused || m_checkpoints != checkpointsBefore)
        Q_EMIT changed();
}

/// The workspace has an identity now, or another one: its file was replaced.
void SourceSchedules::read()
{
    const SyncSchedules unkept = m_identity.isEmpty() ? m_schedules : SyncSchedules();
    const CheckpointSettings unkeptCheckpoints = m_identity.isEmpty() ? m_checkpoints : CheckpointSettings();
    m_identity = m_sources.identity();
    m_schedules = m_settings.schedules(m_identity);
    m_isPaused = m_settings.isPaused(m_identity);
    m_checkpoints = m_settings.checkpoints(m_identity);
    if (unkeptCheckpoints != CheckpointSettings()) {
        m_checkpoints = unkeptCheckpoints;
        m_settings.setCheckpoints(m_identity, m_checkpoints);
    }
    m_present = QSet<QString>(m_schedules.keyBegin(), m_schedules.keyEnd());
    if (unkept.isEmpty())
        return;
    m_schedules.insert(unkept);
    write();
}

void SourceSchedules::set(const QString &source, const SyncSchedule &schedule)
{
    if (of(source) == schedule)
        return;
    if (schedule.isByHand())
        m_schedules.remove(source);
    else
        m_schedules.insert(source, schedule);
    write();
    Q_EMIT changed();
}

void SourceSchedules::setPaused(bool isPaused)
{
    if (isPaused == m_isPaused)
        return;
    m_isPaused = isPaused;
    m_settings.setPaused(m_identity, isPaused);
    Q_EMIT changed();
}

void SourceSchedules::setCheckpoints(const CheckpointSettings &checkpoints)
{
    if (checkpoints == m_checkpoints)
        return;
    m_checkpoints = checkpoints;
    m_settings.setCheckpoints(m_identity, checkpoints);
    Q_EMIT changed();
}

void SourceSchedules::write()
{
    m_settings.setSchedules(m_identity, m_schedules);
}

} // namespace Trailglass

#include "moc_sourceschedules.cpp"
