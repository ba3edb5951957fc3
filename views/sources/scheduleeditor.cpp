// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/scheduleeditor.h"

#include "views/common/spacing.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

ScheduleEditor::ScheduleEditor(const SyncSchedule &schedule, QWidget *parent)
    : QWidget(parent)
    , m_byInterval(new QRadioButton(tr("By &interval"), this))
    , m_minutes(new QSpinBox(this))
    , m_atStart(new QCheckBox(tr("Also when the workspace is &opened"), this))
{
    setObjectName("scheduleEditor"_L1);
    auto *byHand = new QRadioButton(tr("By &hand"), this);
    byHand->setObjectName("syncByHand"_L1);
    byHand->setAccessibleName(tr("Sync by hand"));
    m_byInterval->setObjectName("syncByInterval"_L1);
    m_byInterval->setAccessibleName(tr("Sync by interval"));
    m_minutes->setObjectName("syncMinutes"_L1);
    m_minutes->setAccessibleName(tr("Minutes between two syncs"));
    m_atStart->setObjectName("syncAtStart"_L1);
    m_atStart->setAccessibleName(tr("Sync also when the workspace is opened"));
    const QString around = tr("every %1 minutes", "how often a source is synced; %1 is an input field");
    m_minutes->setPrefix(around.section(u"%1"_s, 0, 0));
    m_minutes->setSuffix(around.section(u"%1"_s, 1));
    m_minutes->setRange(SyncSchedule::MinMinutes, SyncSchedule::MaxMinutes);
    const bool isByInterval = schedule.everyMinutes > 0;
    m_minutes->setValue(isByInterval ? schedule.everyMinutes : SyncSchedule::DefaultMinutes);
    m_minutes->setEnabled(isByInterval);
    (isByInterval ? m_byInterval : byHand)->setChecked(true);
    m_atStart->setChecked(schedule.atStart);

    auto *choice = new QHBoxLayout;
    choice->setSpacing(Spacing::Normal);
    choice->addWidget(byHand);
    choice->addSpacing(Spacing::Normal);
    choice->addWidget(m_byInterval);
    choice->addWidget(m_minutes);
    choice->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Tight);
    layout->addLayout(choice);
    layout->addWidget(m_atStart);
    setTabOrder(byHand, m_byInterval);
    setTabOrder(m_byInterval, m_minutes);
    setTabOrder(m_minutes, m_atStart);
    connect(m_byInterval, &QRadioButton::toggled, m_minutes, &QWidget::setEnabled);
}

SyncSchedule ScheduleEditor::schedule() const
{
    return {.everyMinutes = m_byInterval->isChecked() ? m_minutes->value() : 0,
            .atStart = m_atStart->isChecked()};
}

} // namespace Trailglass

#include "moc_scheduleeditor.cpp"
