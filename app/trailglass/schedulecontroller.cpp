// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/schedulecontroller.h"

#include "models/core/translation.h"
#include "models/workspace/scheduledsync.h"
#include "models/workspace/sourceschedules.h"
#include "views/window/mainwindow.h"

#include <QAction>

namespace Trailglass {

ScheduleController::ScheduleController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.schedules, &SourceSchedules::changed, this, &ScheduleController::apply);
    connect(parts.window.actions().pauseSchedule, &QAction::triggered, &parts.schedules,
            &SourceSchedules::setPaused);
    connect(&parts.scheduled, &ScheduledSync::waits, this, [this](const QString &reason) {
        m_parts.window.tell(inSequence(tr("The scheduled sync waits, and tries again in a minute."), reason));
    });
    apply();
}

void ScheduleController::apply()
{
    QAction *pause = m_parts.window.actions().pauseSchedule;
    pause->setEnabled(!m_parts.schedules.isEmpty());
    pause->setChecked(m_parts.schedules.isPaused());
    m_parts.scheduled.setPaused(m_parts.schedules.isPaused());
    m_parts.scheduled.planAgain();
}

} // namespace Trailglass

#include "moc_schedulecontroller.cpp"
