// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/eventspage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

EventsPage::EventsPage(QWidget *histogram, QWidget *events, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
{
    setObjectName("eventsPage"_L1);
    setChildrenCollapsible(false);
    addWidget(histogram);
    addWidget(events);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_histogramHeight = sizes().constFirst(); });
}

void EventsPage::setHistogramHeight(int height)
{
    m_histogramHeight = std::clamp(height, widget(0)->minimumHeight(), widget(0)->maximumHeight());
    apply();
}

void EventsPage::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    apply();
}

void EventsPage::apply()
{
    // A splitter takes sizes for shares: they have to add up.
    if (height() > m_histogramHeight + handleWidth())
        setSizes({m_histogramHeight, height() - m_histogramHeight - handleWidth()});
}

} // namespace Trailglass

#include "moc_eventspage.cpp"
