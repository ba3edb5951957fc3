// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/scrollplace.h"

#include "models/table/eventtablemodel.h"
#include "views/common/plaintext.h"
#include "views/events/eventtable.h"

#include <QLocale>
#include <QScrollBar>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int HintGap = 8; // px between the label and the scroll bar

} // namespace

ScrollPlace::ScrollPlace(EventTable &table, EventTableModel &events)
    : QLabel(&table)
    , m_table(table)
    , m_events(events)
{
    setObjectName("scrollPlace"_L1);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setAutoFillBackground(true);
    setMargin(4);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    const QScrollBar *bar = table.verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar] {
        if (bar->isSliderDown())
            showPlace();
    });
    connect(bar, &QScrollBar::sliderReleased, this, &QWidget::hide);
    connect(&events, &EventTableModel::dataChanged, this, [this] {
        if (!isHidden())
            showPlace(); // the row is here now
    });
}

void ScrollPlace::showPlace()
{
    const QScrollBar *bar = m_table.verticalScrollBar();
    const int row = bar->value();
    const QLocale locale;
    const QString number =
        tr("Row %1 of %2").arg(locale.toString(row + 1), locale.toString(m_events.rowCount()));
    const QString time = m_events.timeText(row);
    PlainText::show(this, time.isEmpty() ? number : tr("%1 · %2", "time, number of a row").arg(time, number));
    adjustSize();
    // Beside the part of the bar that is dragged.
    const int range = std::max(1, bar->maximum());
    const int height = m_table.viewport()->height() - this->height();
    const int top = static_cast<int>(static_cast<qint64>(height) * row / range);
    const QWidget *rows = m_table.viewport();
    const QRect place(rows->width() - width() - HintGap, top, width(), this->height());
    move(rows->mapTo(&m_table, QStyle::visualRect(layoutDirection(), rows->rect(), place).topLeft()));
    show();
    raise();
}

} // namespace Trailglass

#include "moc_scrollplace.cpp"
