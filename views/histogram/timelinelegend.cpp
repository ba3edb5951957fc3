// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/timelinelegend.h"

#include "models/core/text.h"
#include "views/histogram/timelinepainter.h"
#include "views/histogram/timelinewords.h"

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

void TimelineLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int left = 0;
    /// Whole entries only: half a word says nothing.
    const auto add = [&](const QString &text, const QBrush &brush) {
        const int width = Square + Gap + fontMetrics().horizontalAdvance(text);
        if (left + width > this->width())
            return;
        painter.fillRect(left, (height() - Square) / 2, Square, Square, brush);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(left + Square + Gap, 0, this->width(), height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        left += width + Distance;
    };
    if (m_hasUnsynced)
        add(tr("not synced"), unsyncedBrush(palette()));
    for (const std::string &value : m_values)
        add(visibleText(splitValueText(value)), splitColour(m_splitBy, value, palette()));
}

} // namespace Trailglass
