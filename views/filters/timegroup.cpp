// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/timegroup.h"

#include "models/filter/edits.h"
#include "models/filter/filterstate.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/filters/timepresets.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QDateTimeEdit *newTimeEdit(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *edit = new QDateTimeEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    // The clock on the wall, whatever the zone: nothing is converted on the way to the filter's text.
    edit->setTimeSpec(Qt::UTC);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    edit->setCalendarPopup(true);
    edit->setKeyboardTracking(false);
    edit->setDateTimeRange(QDateTime(QDate(1, 1, 2), QTime(0, 0), Qt::UTC),
                           QDateTime(QDate(9999, 12, 30), QTime(23, 59), Qt::UTC));
    return edit;
}

} // namespace

TimeGroup::TimeGroup(FilterState *filter, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_clock(clock)
    , m_presets(new QComboBox(this))
    , m_span(new QWidget(this))
    , m_from(newTimeEdit(u"timeFrom"_s, tr("From"), m_span))
    , m_to(newTimeEdit(u"timeTo"_s, tr("To (inclusive)"), m_span))
    , m_zoneName(new QLabel(m_span))
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

    auto *form = new QFormLayout(m_span);
    form->setContentsMargins(Spacing::None, Spacing::Tight, Spacing::None, Spacing::None);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows); // other words and fonts may be wider
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    form->addRow(QString(), m_zoneName);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::None);
    layout->addWidget(m_presets);
    layout->addWidget(m_span);

    connect(m_presets, &QComboBox::activated, this, &TimeGroup::choosePreset);
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &from) {
        const QSignalBlocker blocker(m_to);
        m_to->setDateTime(std::max(from, m_to->dateTime()));
        writeSpan();
    });
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &to) {
        const QSignalBlocker blocker(m_from);
        m_from->setDateTime(std::min(to, m_from->dateTime()));
        writeSpan();
    });
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
    } else if (preset != TimePreset::Other) {
        m_filter->setTree(Filter::withCreated(m_filter->tree(), timePresetValue(preset, now)));
    }
    readBack();
}

void TimeGroup::writeSpan()
{
    m_filter->setTree(
        Filter::withCreated(m_filter->tree(), wallSpanValue({m_from->dateTime(), m_to->dateTime()})));
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
    m_span->setVisible(preset == TimePreset::Custom);
    PlainText::show(m_zoneName, QString::fromUtf8(m_zone));
    const auto value = Filter::createdValueOf(m_filter->tree());
    const auto span = value ? wallSpanOf(*value, context()) : std::nullopt;
    if (preset != TimePreset::Custom || !span)
        return;
    const QSignalBlocker blockFrom(m_from);
    const QSignalBlocker blockTo(m_to);
    m_from->setDateTime(span->from);
    m_to->setDateTime(span->to);
}

} // namespace Trailglass

#include "moc_timegroup.cpp"
