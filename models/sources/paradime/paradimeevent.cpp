// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/paradime/paradimeevent.h"

#include "models/json/wholedocument.h"
#include "models/sources/eventidentity.h"
#include "models/sources/paradime/paradimeoperations.h"

#include <array>

namespace Trailglass {

namespace {

enum Place
{
    Id,
    CreatedDttm,
    UpdatedDttm,
    WorkspaceId,
    WorkspaceName,
    ActorType,
    ActorUserId,
    ActorEmail,
    EventSource,
    EventId,
    EventType,
    MetadataJson,
    PlaceCount,
};

constexpr FieldTable Paths(std::array<FieldPath, PlaceCount>{{
    {"", "id"},
    {"", "createdDttm"},
    {"", "updatedDttm"},
    {"", "workspaceId"},
    {"", "workspaceName"},
    {"", "actorType"},
    {"", "actorUserId"},
    {"", "actorEmail"},
    {"", "eventSource"},
    {"", "eventId"},
    {"", "eventType"},
    {"", "metadataJson"},
}});

std::string scheduleNameIn(std::string_view object)
{
    static constexpr FieldTable NamePath(std::array<FieldPath, 1>{{{"schedule", "name"}}});
    JsonFields metadata(NamePath);
    return metadata.read(object) ? metadata.text(0) : std::string();
}

/// metadataJson is an object in the reference and, by Paradime's own client, a string with JSON in it on the
/// wire.
std::string scheduleName(const JsonFields &fields)
{
    if (fields.kind(MetadataJson) == JsonKind::Object)
        return scheduleNameIn(fields.raw(MetadataJson));
    if (fields.kind(MetadataJson) != JsonKind::String)
        return {};
    const Result<std::string> inside = wholeDocument(fields.text(MetadataJson));
    return inside ? scheduleNameIn(*inside) : std::string();
}

} // namespace

Result<Event> readParadimeEvent(std::string_view json)
{
    JsonFields fields(Paths);
    Event event;
    TRY(readIdentity(fields, json, Id, CreatedDttm, event));
    event.revised = readMoment(fields, UpdatedDttm);
    event.action = fields.text(EventType);
    event.category = fields.text(EventSource);
    event.operation = operationFor(event.action, paradimeOperationRules());
    event.actor = {fields.text(ActorUserId), fields.text(ActorEmail), {}, fields.text(ActorType)};
    event.target = {fields.text(EventId), scheduleName(fields), event.category};
    event.channel = event.category;
    event.workspace = fields.text(WorkspaceName);
    if (event.workspace.empty())
        event.workspace = fields.text(WorkspaceId);
    return event;
}

} // namespace Trailglass
