// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/timegroup.h"

#include "models/filter/edits.h"
#include "models/filter/filterstate.h"
#include "views/common/icons.h"
#include "views/common/spacing.h"
#include "views/filters/timepresets.h"
#include "views/filters/timespanpopup.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

TimeGroup::TimeGroup(FilterState *filter, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_clock(clock)
    , m_presets(new QComboBox(this))
    , m_edit(new QToolButton(this))
    , m_span(new TimeSpanPopup(this))
{
    setObjectName("timeGroup"_L1);
    m_presets->setObjectName("timePresets"_L1);
    m_presets->setAccessibleName(tr("Time"));
    const auto add = [this](TimePreset preset, const QString &text) {
        m_presets->addItem(text, static_cast<int>(preset));
    };
    add(TimePreset::AnyTime, tr("Any time"));
    add(TimePreset::LastHour, tr("Last hour"));
    add(TimePreset::Last24Hours, tr("Last 24 hours"));
    add(TimePreset::Last7Days, tr("Last 7 days"));
    add(TimePreset::Last30Days, tr("Last 30 days"));
    add(TimePreset::Today, tr("Today"));
    add(TimePreset::Yesterday, tr("Yesterday"));
    add(TimePreset::ThisMonth, tr("This month"));
    add(TimePreset::Custom, tr("From … to …"));

    m_edit->setObjectName("timeSpanButton"_L1);
    m_edit->setAccessibleName(tr("Edit the time range"));
    m_edit->setToolTip(tr("Sets the beginning and the end of the time range"));
    m_edit->setAutoRaise(true);
    m_edit->setFocusPolicy(Qt::StrongFocus);
    paintIcons();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Tight);
    layout->addWidget(m_presets, 1);
    layout->addWidget(m_edit);

    connect(m_presets, &QComboBox::activated, this, &TimeGroup::choosePreset);
    connect(m_edit, &QToolButton::clicked, this, &TimeGroup::openSpan);
    connect(m_span, &TimeSpanPopup::spanChanged, this, &TimeGroup::writeSpan);
    connect(m_filter, &FilterState::treeChanged, this, &TimeGroup::readBack);
    readBack();
}

void TimeGroup::setDisplayZone(const QByteArray &zone)
{
    m_zone = zone;
    readBack();
}

QueryContext TimeGroup::context() const
{
    return {m_clock.now(), m_zone};
}

void TimeGroup::choosePreset(int index)
{
    const auto preset = static_cast<TimePreset>(m_presets->itemData(index).toInt());
    const QueryContext now = context();
    if (preset == TimePreset::Custom) {
        m_filter->setTree(
            Filter::withCreated(m_filter->tree(), wallSpanValue(suggestedSpan(m_filter->tree(), now))));
        openSpan();
    } else if (preset != TimePreset::Other) {
        m_filter->setTree(Filter::withCreated(m_filter->tree(), timePresetValue(preset, now)));
    }
    readBack();
}

void TimeGroup::openSpan()
{
    if (timePresetOf(m_filter->tree(), context()) != TimePreset::Custom)
        m_span->setSpan(suggestedSpan(m_filter->tree(), context()));
    m_span->open(QRect(mapToGlobal(QPoint(0, 0)), size()));
}

void TimeGroup::writeSpan()
{
    m_filter->setTree(Filter::withCreated(m_filter->tree(), wallSpanValue(m_span->span())));
}

void TimeGroup::readBack()
{
    const TimePreset preset = timePresetOf(m_filter->tree(), context());
    const int other = m_presets->findData(static_cast<int>(TimePreset::Other));
    if (preset == TimePreset::Other && other < 0)
        m_presets->addItem(tr("Custom"), static_cast<int>(TimePreset::Other));
    else if (preset != TimePreset::Other && other >= 0)
        m_presets->removeItem(other);
    m_presets->setCurrentIndex(m_presets->findData(static_cast<int>(preset)));
    m_span->setZone(QString::fromUtf8(m_zone));
    const auto value = Filter::createdValueOf(m_filter->tree());
    const auto span = value ? wallSpanOf(*value, context()) : std::nullopt;
    if (preset == TimePreset::Custom && span)
        m_span->setSpan(*span);
}

void TimeGroup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
    QWidget::changeEvent(event);
}

void TimeGroup::paintIcons()
{
    m_edit->setIcon(Icons::icon(Glyph::Edit, palette()));
}

} // namespace Trailglass

#include "moc_timegroup.cpp"
