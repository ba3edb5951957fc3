// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/clockdifference.h"

#include "models/core/translation.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace Trailglass {

namespace {

/// Below, minutes are given.
constexpr qint64 ManyMinutes = 180;

constexpr qint64 MinutesPerHour = 60;

int toCount(qint64 number)
{
    return static_cast<int>(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

/// The response was given between the two readings of this computer's clock, if that is right.
qint64 differenceOf(const ClockReading &reading)
{
    if (reading.server > reading.received)
        return reading.received - reading.server;
    return std::max<qint64>(0, reading.asked - reading.server);
}

QString fastText(qint64 minutes)
{
    if (minutes < ManyMinutes)
        return Trailglass::tr(
            "This computer's clock is %n minute(s) fast, compared with the server of %1; set the "
            "date and time of this computer.",
            nullptr, toCount(minutes));
    return Trailglass::tr(
        "This computer's clock is %n hour(s) fast, compared with the server of %1; set the date "
        "and time of this computer.",
        nullptr, toCount(minutes / MinutesPerHour));
}

QString slowText(qint64 minutes)
{
    if (minutes < ManyMinutes)
        return Trailglass::tr(
            "This computer's clock is %n minute(s) slow, compared with the server of %1; set the "
            "date and time of this computer.",
            nullptr, toCount(minutes));
    return Trailglass::tr(
        "This computer's clock is %n hour(s) slow, compared with the server of %1; set the date "
        "and time of this computer.",
        nullptr, toCount(minutes / MinutesPerHour));
}

} // namespace

void ClockDifference::add(const ClockReading &reading)
{
    const qint64 ahead = differenceOf(reading);
    if (!m_ahead || std::abs(ahead) < std::abs(*m_ahead))
        m_ahead = ahead;
}

bool ClockDifference::isLarge() const
{
    return std::abs(m_ahead.value_or(0)) > Tolerance;
}

QString ClockDifference::warning(const QString &server) const
{
    const qint64 minutes = std::abs(m_ahead.value_or(0)) / UtcMicros::PerMinute;
    const auto text = m_ahead > 0 ? fastText(minutes) : slowText(minutes);
    return text.arg(server);
}

} // namespace Trailglass
