// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/filter/ast.h"

#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// How an event is related to others.
enum class Relation : quint8
{
    ActorNearby, ///< of the same actor, at most RelatedMinutes before or after
    Actor,
    ActorName, ///< of an actor with an e-mail address: other sources may know the name alone
    Identity, ///< of an actor with the same id within the source, or the same e-mail address or name
    Correlation,
    Target,
    TargetName, ///< of a target with an id: the id may be of one execution or of the event
    Address,
    Action,
};

inline constexpr int RelatedMinutes = 10;

/// The events that are related to one in one way, itself included.
struct RelatedQuery
{
    Relation relation = Relation::Actor;
    std::string value; ///< what they have in common; of Identity each of them
    Filter::NodePointer filter;
};

/// Since when, and until when, there are events.
struct SeenTimes
{
    UtcMicros first; ///< of the earliest one
    UtcMicros last; ///< of the latest one

    friend bool operator==(const SeenTimes &, const SeenTimes &) = default;
};

/// Counts of the events of a RelatedQuery.
struct RelatedCounts
{
    qint64 total = 0;
    std::vector<qint64> bins = {}; ///< over time, from the first to the last of them; few
    std::optional<std::size_t> bin = {}; ///< which holds the event itself
    std::optional<SeenTimes> seen = {}; ///< nothing of events that are near in time by their relation
    bool isFirst = false; ///< none of them was before the event itself; with \a seen
};

/// The ways in which an event may be related to others: those for which it has a value that a filter can hold. Values are
/// compared exactly, nothing is guessed. A target is the same only within one source, by its id or, without one, by its
/// name; an id of an actor likewise: another source may have the same number for somebody else. Pure.
/// \thread any
[[nodiscard]] std::vector<RelatedQuery> relatedQueries(const EventRecord &record);

} // namespace Trailglass
