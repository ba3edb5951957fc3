// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/surroundingscontroller.h"

#include "models/config/settings.h"
#include "models/filter/filterstate.h"
#include "models/filter/surroundings.h"
#include "views/events/eventsview.h"

namespace Trailglass {

SurroundingsController::SurroundingsController(FilterState &filter, Settings &settings, EventsView &events,
                                               QObject *parent)
    : QObject(parent)
    , m_filter(filter)
    , m_settings(settings)
{
    connect(&events, &EventsView::aroundRequested, this, &SurroundingsController::showAround);
}

void SurroundingsController::showAround(UtcMicros time)
{
    constexpr qint64 Distance = 5 * UtcMicros::PerMinute;
    const auto calendar = Filter::ZoneCalendar::open(m_settings.displayZone());
    if (!calendar)
        return; // the settings hold no zone that is not known
    m_filter.remember(); // it is replaced
    m_filter.setTree(Filter::aroundTime(time, Distance, *calendar));
    m_filter.remember();
}

} // namespace Trailglass

#include "moc_surroundingscontroller.cpp"
