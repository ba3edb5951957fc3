// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QObject>

namespace Trailglass {

class EventsView;
class FilterState;
class Settings;

/// Filters for what else there is around the time of an event of the table.
class SurroundingsController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    SurroundingsController(FilterState &filter, Settings &settings, EventsView &events,
                           QObject *parent = nullptr);

private:
    void showAround(UtcMicros time);

    FilterState &m_filter;
    Settings &m_settings;
};

} // namespace Trailglass
