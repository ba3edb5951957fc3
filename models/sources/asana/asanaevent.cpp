// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/asana/asanaevent.h"

#include "models/core/text.h"
#include "models/sources/asana/asanaoperations.h"
#include "models/sources/eventidentity.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

enum Place
{
    Gid,
    CreatedAt,
    EventType,
    EventCategory,
    ActorGid,
    ActorEmail,
    ActorName,
    ActorType,
    ResourceGid,
    ResourceName,
    ResourceType,
    ContextType,
    ContextAddress,
    ContextUserAgent,
    PlaceCount,
};

constexpr FieldTable Paths(std::array<FieldPath, PlaceCount>{{
    {"", "gid"},
    {"", "created_at"},
    {"", "event_type"},
    {"", "event_category"},
    {"actor", "gid"},
    {"actor", "email"},
    {"actor", "name"},
    {"actor", "actor_type"},
    {"resource", "gid"},
    {"resource", "name"},
    {"resource", "resource_type"},
    {"context", "context_type"},
    {"context", "client_ip_address"},
    {"context", "user_agent"},
}});

Outcome outcomeOf(std::string_view eventType)
{
    if (eventType.ends_with("_failed"))
        return Outcome::Failure;
    return eventType.ends_with("_succeeded") ? Outcome::Success : Outcome::Unknown;
}

} // namespace

Result<Event> readAsanaEvent(std::string_view json, const SourceSettings &settings)
{
    JsonFields fields(Paths);
    Event event;
    TRY(readIdentity(fields, json, Gid, CreatedAt, event));
    event.action = fields.text(EventType);
    event.category = fields.text(EventCategory);
    event.operation = asanaOperation(event.action);
    event.outcome = outcomeOf(event.action);
    event.actor = {fields.text(ActorGid), fields.text(ActorEmail), fields.text(ActorName),
                   fields.text(ActorType)};
    event.target = {fields.text(ResourceGid), fields.text(ResourceName), fields.text(ResourceType)};
    event.ip = fields.text(ContextAddress);
    event.userAgent = fields.text(ContextUserAgent);
    event.channel = fields.text(ContextType);
    event.workspace = toUtf8(settings.value(u"workspace_gid"_s));
    return event;
}

} // namespace Trailglass
