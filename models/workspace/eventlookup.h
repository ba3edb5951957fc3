// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"

#include <QString>

namespace Trailglass {

class OpenPlace;

/// An event with its JSON, by its source and the vendor's id. Blocking.
///
/// \thread that of the place
/// \error Usage, with the nearest name: no such source; NotFound: no such event; as OpenPlace
[[nodiscard]] Result<EventRecord> findEvent(OpenPlace &place, const QString &source, const QString &id);

/// Two events that are compared.
struct EventPair
{
    EventRecord before;
    EventRecord after;
};

/// In the order of their times; of one time, as they were stored.
/// \thread any
[[nodiscard]] EventPair eventPair(EventRecord one, EventRecord other);

/// An event and another one, with their JSON. Blocking.
///
/// \param other  `SOURCE/ID`. Names of sources may hold a `/`, and ids too: where several sources could be meant, that of the
/// longest name that has such an event.
/// \thread that of the place
/// \error Usage: \a other has no `/`, or is the same event; as findEvent()
[[nodiscard]] Result<EventPair> findEventPair(OpenPlace &place, const QString &source, const QString &id,
                                              const QString &other);

} // namespace Trailglass
