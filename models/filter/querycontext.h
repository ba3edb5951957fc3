// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/utcmicros.h"

#include <QByteArray>
#include <QString>

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

/// One of the reviews of a workspace: what its reviewer has seen is not new.
struct ReviewName
{
    QString reviewer = {}; ///< name of the local account; empty: nobody, who has seen nothing
    QString name = {}; ///< empty: the one that is about the filter, reviewOfFilter()

    friend bool operator==(const ReviewName &, const ReviewName &) = default;
};

/// What relative and zone-less times of a filter, and `is:new`, are resolved against. Frozen when a query starts.
struct QueryContext
{
    UtcMicros now;
    QByteArray displayZone = QByteArrayLiteral("UTC"); ///< IANA name
    StatePointer state = {}; ///< which events are meant: those of an earlier result; null: the newest
    ReviewName review = {}; ///< which review `is:new` is about; prepareQuery() looks it up
    RowId reviewed = {}; ///< the last row that was seen in it; 0: every event is new
    qint64 reviewVersion = 0; ///< of the marks and notes that are read; set by the engine that reads them
};

} // namespace Trailglass
