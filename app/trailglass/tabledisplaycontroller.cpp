// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/tabledisplaycontroller.h"

#include "models/config/settings.h"
#include "models/core/clock.h"
#include "views/events/eventsview.h"
#include "views/events/tablemenu.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int TickTime = 20'000; // ms; the smallest unit of a relative time is a minute

// As in the settings, in the order of the enumerations.
constexpr std::array Precisions{"seconds"_L1, "milliseconds"_L1, "microseconds"_L1};
constexpr std::array Densities{"compact"_L1, "normal"_L1, "comfortable"_L1};

template <class Value, std::size_t Count>
Value valueOf(const std::array<QLatin1StringView, Count> &names, const QString &name, Value otherwise)
{
    for (std::size_t place = 0; place < Count; ++place) {
        if (names[place] == name)
            return static_cast<Value>(place);
    }
    return otherwise;
}

template <class Value, std::size_t Count>
QString nameOf(const std::array<QLatin1StringView, Count> &names, Value value)
{
    return names[static_cast<std::size_t>(value)];
}

} // namespace

TableDisplayController::TableDisplayController(Settings &settings, EventsView &events, const Clock &clock,
                                               QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_events(events)
    , m_clock(clock)
{
    m_tick.setInterval(TickTime);
    connect(&m_tick, &QTimer::timeout, this, &TableDisplayController::applyTimes);
    connectMenu(events.tableMenu());
    const auto applyZone = [this] {
        m_events.tableMenu().setZone(m_settings.displayZone());
    };
    connect(&settings, &Settings::displayZoneChanged, this, applyZone);
    applyZone();
    applyTimes();
    applyRows();
}

void TableDisplayController::connectMenu(TableMenu &menu)
{
    connect(&menu, &TableMenu::timeDisplayChosen, this, [this](const TimeDisplay &display) {
        m_settings.setTimePrecision(nameOf(Precisions, display.precision));
        m_settings.setTimeRelative(display.isRelative);
        applyTimes();
    });
    connect(&menu, &TableMenu::zoneChosen, this, [this](const QByteArray &zone) {
        m_settings.setDisplayZone(zone);
        m_events.tableMenu().setZone(m_settings.displayZone());
    });
    connect(&menu, &TableMenu::otherZoneRequested, this, &TableDisplayController::otherZoneRequested);
    connect(&menu, &TableMenu::densityChosen, this, [this](RowDensity density) {
        m_settings.setRowDensity(nameOf(Densities, density));
        applyRows();
    });
}

void TableDisplayController::applyTimes()
{
    const TimeDisplay display{
        .precision = valueOf(Precisions, m_settings.timePrecision(), TimeDisplay::Precision::Milliseconds),
        .isRelative = m_settings.isTimeRelative(),
    };
    m_events.setTimeDisplay(display, m_clock.now());
    m_events.tableMenu().setTimeDisplay(display);
    if (display.isRelative)
        m_tick.start();
    else
        m_tick.stop();
}

void TableDisplayController::applyRows()
{
    const RowDensity density = valueOf(Densities, m_settings.rowDensity(), RowDensity::Normal);
    m_events.setDensity(density);
    m_events.tableMenu().setDensity(density);
}

} // namespace Trailglass

#include "moc_tabledisplaycontroller.cpp"
