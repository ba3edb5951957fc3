// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/syncschedule.h"

#include <QWidget>

class QCheckBox;
class QRadioButton;
class QSpinBox;

namespace Trailglass {

/// When a source is synced: by hand or every so many minutes, and whether also when the workspace is opened.
class ScheduleEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ScheduleEditor(const SyncSchedule &schedule, QWidget *parent = nullptr);

    [[nodiscard]] SyncSchedule schedule() const;

private:
    QRadioButton *m_byInterval;
    QSpinBox *m_minutes;
    QCheckBox *m_atStart;
};

} // namespace Trailglass
