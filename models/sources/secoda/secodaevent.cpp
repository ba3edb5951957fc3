// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/secoda/secodaevent.h"

#include "models/sources/eventidentity.h"
#include "models/sources/secoda/secodaoperations.h"

#include <array>

namespace Trailglass {

namespace {

enum Place
{
    Id,
    LoggedAt,
    ActivityType,
    PerformerType,
    PerformerId,
    PerformerDisplayName,
    PerformerName,
    PerformerFirstName,
    PerformerLastName,
    PerformerEmail,
    ResourceType,
    ResourceId,
    ResourceName,
    ResourceTitle,
    ParentId,
    EventBlocks,
    PlaceCount,
};

constexpr FieldTable Paths(std::array<FieldPath, PlaceCount>{{
    {"", "id"},
    {"", "logged_at"},
    {"", "activity_type"},
    {"", "performer_type"},
    {"", "performer_id"},
    {"performer_metadata", "display_name"},
    {"performer_metadata", "name"},
    {"performer_metadata", "first_name"},
    {"performer_metadata", "last_name"},
    {"performer_metadata", "email"},
    {"", "resource_type"},
    {"", "resource_id"},
    {"resource_metadata", "name"},
    {"resource_metadata", "title"},
    {"", "parent_id"},
    {"", "event_blocks"},
}});

std::string performerName(const JsonFields &fields)
{
    std::string name = fields.text(PerformerDisplayName, PerformerName);
    if (!name.empty())
        return name;
    name = fields.text(PerformerFirstName);
    const std::string last = fields.text(PerformerLastName);
    if (!name.empty() && !last.empty())
        name += ' ';
    return name + last;
}

/// The values of all blocks, joined without separators: they contain the spaces.
std::string sentence(std::string_view blocks)
{
    static constexpr FieldTable ValuePath(std::array<FieldPath, 1>{{{"", "value"}}});
    std::string text;
    JsonFields block(ValuePath);
    for (const std::string_view element : elementsOf(blocks)) {
        if (block.read(element))
            text += block.text(0);
    }
    return text;
}

} // namespace

Result<Event> readSecodaEvent(std::string_view json)
{
    JsonFields fields(Paths);
    Event event;
    TRY(readIdentity(fields, json, Id, LoggedAt, event));
    event.action = fields.text(ActivityType);
    event.category = fields.text(ResourceType);
    event.operation = operationFor(event.action, secodaOperationRules());
    event.actor = {fields.text(PerformerId), fields.text(PerformerEmail), performerName(fields),
                   fields.text(PerformerType)};
    event.target = {fields.text(ResourceId), fields.text(ResourceName, ResourceTitle), event.category};
    event.channel = event.actor.type;
    event.correlation = fields.text(ParentId);
    if (fields.kind(EventBlocks) == JsonKind::Array)
        event.message = sentence(fields.raw(EventBlocks));
    return event;
}

} // namespace Trailglass
