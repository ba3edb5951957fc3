// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/clockdifference.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"

#include <algorithm>
#include <cstdlib>

namespace Trailglass {

namespace {

/// Below, minutes are given.
constexpr qint64 ManyMinutes = 180;

constexpr qint64 MinutesPerHour = 60;

/// The response was given between the two readings of this computer's clock, if that is right.
qint64 differenceOf(const ClockReading &reading)
{
    if (reading.server > reading.received)
        return reading.received - reading.server;
    return std::max<qint64>(0, reading.asked - reading.server);
}

/// \param ahead  µs, not 0
QString differenceText(qint64 ahead)
{
    const bool isFast = ahead > 0;
    const qint64 minutes = std::abs(ahead) / UtcMicros::PerMinute;
    if (minutes < ManyMinutes) {
        const int count = countArgument(minutes);
        return isFast
            ? Trailglass::tr(
                "This computer's clock is %Ln minute(s) fast, compared with the server of %1; set the "
                "date and time of this computer.",
                nullptr, count)
            : Trailglass::tr(
                "This computer's clock is %Ln minute(s) slow, compared with the server of %1; set the "
                "date and time of this computer.",
                nullptr, count);
    }
    const int count = countArgument(minutes / MinutesPerHour);
    return isFast
        ? Trailglass::tr(
            "This computer's clock is %Ln hour(s) fast, compared with the server of %1; set the date "
            "and time of this computer.",
            nullptr, count)
        : Trailglass::tr(
            "This computer's clock is %Ln hour(s) slow, compared with the server of %1; set the date "
            "and time of this computer.",
            nullptr, count);
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
    return differenceText(m_ahead.value_or(0)).arg(server);
}

} // namespace Trailglass
