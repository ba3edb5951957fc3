// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/fieldorigin.h"

#include "models/filter/fieldnames.h"
#include "models/filter/jsonpathreader.h"

#include <array>

namespace Trailglass {

namespace {

struct Mapping
{
    Vendor vendor;
    Field field;
    const char *path;
};

// What the read…Event() functions of models/sources take as it is. A wrong line claims nothing: originOf()
// compares.
constexpr std::array Mappings{
    Mapping{Vendor::Asana, Field::Id, "@gid"},
    Mapping{Vendor::Asana, Field::Created, "@created_at"},
    Mapping{Vendor::Asana, Field::Action, "@event_type"},
    Mapping{Vendor::Asana, Field::Category, "@event_category"},
    Mapping{Vendor::Asana, Field::ActorId, "@actor.gid"},
    Mapping{Vendor::Asana, Field::ActorEmail, "@actor.email"},
    Mapping{Vendor::Asana, Field::ActorName, "@actor.name"},
    Mapping{Vendor::Asana, Field::ActorType, "@actor.actor_type"},
    Mapping{Vendor::Asana, Field::TargetId, "@resource.gid"},
    Mapping{Vendor::Asana, Field::TargetName, "@resource.name"},
    Mapping{Vendor::Asana, Field::TargetType, "@resource.resource_type"},
    Mapping{Vendor::Asana, Field::Ip, "@context.client_ip_address"},
    Mapping{Vendor::Asana, Field::UserAgent, "@context.user_agent"},
    Mapping{Vendor::Asana, Field::Channel, "@context.context_type"},

    Mapping{Vendor::Secoda, Field::Id, "@id"},
    Mapping{Vendor::Secoda, Field::Created, "@logged_at"},
    Mapping{Vendor::Secoda, Field::Action, "@activity_type"},
    Mapping{Vendor::Secoda, Field::Category, "@resource_type"},
    Mapping{Vendor::Secoda, Field::ActorId, "@performer_id"},
    Mapping{Vendor::Secoda, Field::ActorEmail, "@performer_metadata.email"},
    Mapping{Vendor::Secoda, Field::ActorName, "@performer_metadata.display_name"},
    Mapping{Vendor::Secoda, Field::ActorName, "@performer_metadata.name"},
    Mapping{Vendor::Secoda, Field::ActorName, "@performer_metadata.first_name"},
    Mapping{Vendor::Secoda, Field::ActorName, "@performer_metadata.last_name"},
    Mapping{Vendor::Secoda, Field::ActorType, "@performer_type"},
    Mapping{Vendor::Secoda, Field::TargetId, "@resource_id"},
    Mapping{Vendor::Secoda, Field::TargetName, "@resource_metadata.name"},
    Mapping{Vendor::Secoda, Field::TargetName, "@resource_metadata.title"},
    Mapping{Vendor::Secoda, Field::TargetType, "@resource_type"},
    Mapping{Vendor::Secoda, Field::Channel, "@performer_type"},
    Mapping{Vendor::Secoda, Field::Correlation, "@parent_id"},
    Mapping{Vendor::Secoda, Field::Message, "@event_blocks[*].value"}, // the same when there is one block

    Mapping{Vendor::Datafold, Field::Id, "@event_uuid"},
    Mapping{Vendor::Datafold, Field::Created, "@timestamp"},
    Mapping{Vendor::Datafold, Field::Action, "@action"},
    Mapping{Vendor::Datafold, Field::Category, "@object_type"},
    Mapping{Vendor::Datafold, Field::ActorId, "@user_id"},
    Mapping{Vendor::Datafold, Field::ActorEmail, "@user_email"},
    Mapping{Vendor::Datafold, Field::TargetId, "@object_id"},
    Mapping{Vendor::Datafold, Field::TargetType, "@object_type"},
    Mapping{Vendor::Datafold, Field::Ip, "@client_ip"},
    Mapping{Vendor::Datafold, Field::UserAgent, "@user_agent"},
    Mapping{Vendor::Datafold, Field::Channel, "@source"},
    Mapping{Vendor::Datafold, Field::Message, "@log_entry"},

    Mapping{Vendor::Paradime, Field::Id, "@id"},
    Mapping{Vendor::Paradime, Field::Created, "@createdDttm"},
    Mapping{Vendor::Paradime, Field::Action, "@eventType"},
    Mapping{Vendor::Paradime, Field::Category, "@eventSource"},
    Mapping{Vendor::Paradime, Field::ActorId, "@actorUserId"},
    Mapping{Vendor::Paradime, Field::ActorEmail, "@actorEmail"},
    Mapping{Vendor::Paradime, Field::ActorType, "@actorType"},
    Mapping{Vendor::Paradime, Field::TargetId, "@eventId"},
    Mapping{Vendor::Paradime, Field::TargetName, "@metadataJson.schedule.name"},
    Mapping{Vendor::Paradime, Field::TargetType, "@eventSource"},
    Mapping{Vendor::Paradime, Field::Channel, "@eventSource"},
    Mapping{Vendor::Paradime, Field::Workspace, "@workspaceName"},
    Mapping{Vendor::Paradime, Field::Workspace, "@workspaceId"},

    Mapping{Vendor::Nected, Field::Id, "@logId"},
    Mapping{Vendor::Nected, Field::Created, "@date"},
    Mapping{Vendor::Nected, Field::Created, "@timestamp"},
    Mapping{Vendor::Nected, Field::Action, "@event"},
    Mapping{Vendor::Nected, Field::Action, "@action"},
    Mapping{Vendor::Nected, Field::Category, "@type"},
    Mapping{Vendor::Nected, Field::Category, "@module"},
    Mapping{Vendor::Nected, Field::ActorName, "@user"},
    Mapping{Vendor::Nected, Field::TargetId, "@entityId"},
    Mapping{Vendor::Nected, Field::TargetId, "@executionId"},
    Mapping{Vendor::Nected, Field::TargetName, "@name"},
    Mapping{Vendor::Nected, Field::TargetType, "@type"},
    Mapping{Vendor::Nected, Field::TargetType, "@module"},
    Mapping{Vendor::Nected, Field::Ip, "@ip"},
    Mapping{Vendor::Nected, Field::Workspace, "@workspaceId"},
    Mapping{Vendor::Nected, Field::Environment, "@environment"},
    Mapping{Vendor::Nected, Field::Correlation, "@traceId"},
    Mapping{Vendor::Nected, Field::Message, "@message"},
};

/// The fields that a composed one shows the first filled of, in that order.
std::vector<Field> partsOf(Field field)
{
    if (field == Field::Actor)
        return {Field::ActorEmail, Field::ActorName, Field::ActorId, Field::ActorType};
    if (field == Field::Target)
        return {Field::TargetName, Field::TargetId, Field::TargetType};
    return {field};
}

bool isValue(const EventRecord &record, Field field, const std::string &text)
{
    if (field == Field::Created)
        return parseTime(text) == record.event.created;
    std::string scratch;
    return fieldText(record, field, scratch) == text;
}

} // namespace

std::vector<Filter::JsonPath> mappedPaths(Vendor vendor, Field field)
{
    std::vector<Filter::JsonPath> paths;
    for (const Field part : partsOf(field)) {
        for (const Mapping &mapping : Mappings) {
            if (mapping.vendor != vendor || mapping.field != part)
                continue;
            const auto parsed = Filter::parseFieldReference(QString::fromLatin1(mapping.path));
            const auto *reference = std::get_if<Filter::FieldReference>(&parsed);
            if (const auto *path = reference ? std::get_if<Filter::JsonPath>(reference) : nullptr)
                paths.push_back(*path);
        }
    }
    return paths;
}

std::optional<Filter::JsonPath> originOf(const EventRecord &record, Field field)
{
    std::string scratch;
    if (record.event.raw.size() > MaxBytesForOrigins || fieldText(record, field, scratch).empty())
        return std::nullopt;
    for (Filter::JsonPath &path : mappedPaths(record.vendor, field)) {
        const auto text = Filter::cellText(record.event.raw, path);
        if (text && isValue(record, field, *text))
            return std::move(path);
    }
    return std::nullopt;
}

} // namespace Trailglass
