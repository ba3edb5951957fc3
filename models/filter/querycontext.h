// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QByteArray>

#include <memory>

namespace Trailglass {

/// One state of the events of a place, as the engine that made it knows it; nobody else looks into it.
/// Immutable.
/// \thread any
class EventsState
{
public:
    EventsState() = default;
    virtual ~EventsState() = default;
    EventsState(const EventsState &) = delete;
    EventsState &operator=(const EventsState &) = delete;
};

using StatePointer = std::shared_ptr<const EventsState>;

/// What relative and zone-less times of a filter are resolved against. Frozen when a query starts.
struct QueryContext
{
    UtcMicros now;
    QByteArray displayZone = QByteArrayLiteral("UTC"); ///< IANA name
    StatePointer state = {}; ///< which events are meant: those of an earlier result; null: the newest
};

} // namespace Trailglass
