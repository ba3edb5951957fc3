// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/wheelzoom.h"

namespace Trailglass {

namespace {

constexpr int WheelPause = 180; // ms; from one turn of a wheel to the next

} // namespace

WheelZoom::WheelZoom(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(WheelPause);
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT zoomed(m_around, m_factor); });
}

void WheelZoom::turn(UtcMicros around, double factor)
{
    if (!m_pause.isActive()) {
        m_factor = 1;
        m_around = around;
    }
    m_factor *= factor;
    m_pause.start();
}

} // namespace Trailglass

#include "moc_wheelzoom.cpp"
