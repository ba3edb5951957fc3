// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace Trailglass {

class MainWindow;
class ScheduledSync;
class SourceSchedules;

/// Connects the schedules of the sources with the syncs they start, and with the action that pauses them all. Says in the
/// status bar when one has to wait.
/// \thread GUI
class ScheduleController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        SourceSchedules &schedules;
        ScheduledSync &scheduled;
        MainWindow &window;
    };
    explicit ScheduleController(const Parts &parts, QObject *parent = nullptr);

private:
    void apply();

    Parts m_parts;
};

} // namespace Trailglass
