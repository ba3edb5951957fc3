// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>

namespace Trailglass {

class Clock;
class EventsView;
class Settings;
class TableMenu;

/// Keeps how the table shows times and rows in the settings, and relative times true.
class TableDisplayController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    TableDisplayController(Settings &settings, EventsView &events, const Clock &clock,
                           QObject *parent = nullptr);

Q_SIGNALS:
    void otherZoneRequested();

private:
    void connectMenu(TableMenu &menu);
    void applyTimes();
    void applyRows();

    Settings &m_settings;
    EventsView &m_events;
    const Clock &m_clock;
    QTimer m_tick; ///< while times are relative
};

} // namespace Trailglass
