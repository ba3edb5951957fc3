// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/timelinelegend.h"

#include "models/core/text.h"
#include "views/histogram/timelinemenu.h"
#include "views/histogram/timelinepainter.h"
#include "views/histogram/timelinewords.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int Square = 10; // px
constexpr int Gap = 5; // between a square and its text
constexpr int Distance = 14; // between entries

} // namespace

TimelineLegend::TimelineLegend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName("timelineLegend"_L1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void TimelineLegend::setValues(Field splitBy, const std::vector<std::string> &values, bool hasUnsynced)
{
    m_splitBy = splitBy;
    m_values = values;
    m_hasUnsynced = hasUnsynced;
    update();
}

QSize TimelineLegend::sizeHint() const
{
    return {300, fontMetrics().height() + 2};
}

QSize TimelineLegend::minimumSizeHint() const
{
    return {0, fontMetrics().height() + 2};
}

std::vector<TimelineLegend::Entry> TimelineLegend::entries() const
{
    std::vector<Entry> all;
    if (m_hasUnsynced)
        all.push_back({tr("not synced"), unsyncedBrush(palette()), std::nullopt, {}});
    for (const std::string &value : m_values)
        all.push_back(
            {visibleText(splitValueText(value)), splitColour(m_splitBy, value, palette()), value, {}});
    std::vector<Entry> shown;
    int left = 0;
    for (Entry &entry : all) {
        const int width = Square + Gap + fontMetrics().horizontalAdvance(entry.text);
        if (left + width > this->width())
            continue;
        entry.place = QRect(left, 0, width, height());
        shown.push_back(std::move(entry));
        left += width + Distance;
    }
    return shown;
}

void TimelineLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    for (const Entry &entry : entries()) {
        painter.fillRect(entry.place.left(), (height() - Square) / 2, Square, Square, entry.brush);
        painter.drawText(entry.place.adjusted(Square + Gap, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         entry.text);
    }
}

void TimelineLegend::contextMenuEvent(QContextMenuEvent *event)
{
    for (const Entry &entry : entries()) {
        if (!entry.value || !entry.place.contains(event->pos()))
            continue;
        auto *menu = new TimelineMenu(this);
        menu->addValue(*entry.value);
        connect(menu, &TimelineMenu::valueChosen, this, &TimelineLegend::valueChosen);
        menu->popup(event->globalPos());
    }
}

} // namespace Trailglass
