// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/syncsettings.h"

#include <QObject>
#include <QSet>

namespace Trailglass {

class SourceService;

/// The schedules of this user for the sources of one workspace, and what happens after each sync, kept by its identity.
///
/// A schedule goes with its source: once that is removed, it is forgotten.
/// \thread GUI
class SourceSchedules : public QObject
{
    Q_OBJECT

public:
    /// \param sources  of the workspace; outlives this object
    /// \param fileName  of SyncSettings
    explicit SourceSchedules(SourceService &sources, const QString &fileName = {}, QObject *parent = nullptr);

    /// By hand for a source that has none, and until the sources are listed.
    [[nodiscard]] SyncSchedule of(const QString &source) const { return m_schedules.value(source); }
    /// Also before the workspace has an identity, as with its first source: then it is kept as soon as there is one.
    void set(const QString &source, const SyncSchedule &schedule);

    /// Whether no source has a schedule.
    [[nodiscard]] bool isEmpty() const { return m_schedules.isEmpty(); }

    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    void setPaused(bool isPaused);

    /// The checkpoints after syncs. The default until the sources are listed.
    [[nodiscard]] const CheckpointSettings &checkpoints() const { return m_checkpoints; }
    /// Like a schedule, also before the workspace has an identity.
    void setCheckpoints(const CheckpointSettings &checkpoints);

Q_SIGNALS:
    void changed();

private:
    void listed();
    void read();
    void write();

    SourceService &m_sources;
    SyncSettings m_settings;
    QString m_identity; ///< whose schedules these are; empty: not kept yet
    SyncSchedules m_schedules;
    QSet<QString> m_present; ///< the sources that were there in the last listing
    bool m_isPaused = false;
    CheckpointSettings m_checkpoints;
};

} // namespace Trailglass
