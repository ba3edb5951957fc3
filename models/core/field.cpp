// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/field.h"

#include <algorithm>

namespace Trailglass {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::string_view, FieldCount> Names{
    "source"sv,     "vendor"sv,     "id"sv,      "created"sv,   "received"sv,    "action"sv,
    "category"sv,   "op"sv,         "outcome"sv, "actor"sv,     "actor.id"sv,    "actor.email"sv,
    "actor.name"sv, "actor.type"sv, "target"sv,  "target.id"sv, "target.name"sv, "target.type"sv,
    "ip"sv,         "user_agent"sv, "channel"sv, "workspace"sv, "environment"sv, "correlation"sv,
    "message"sv,    "raw"sv,
};

constexpr std::array<Field, FieldCount> makeAllFields()
{
    std::array<Field, FieldCount> fields{};
    for (std::size_t index = 0; index < FieldCount; ++index)
        fields[index] = static_cast<Field>(index);
    return fields;
}

constexpr std::array<Field, FieldCount> AllFields = makeAllFields();
static_assert(AllFields.back() == Field::Raw, "FieldCount does not match the enumeration");

constexpr char lowered(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

} // namespace

const std::array<Field, FieldCount> &allFields()
{
    return AllFields;
}

std::string_view name(Field field)
{
    return Names.at(static_cast<std::size_t>(field));
}

std::optional<Field> fieldFromName(std::string_view name)
{
    const auto isName = [name](std::string_view candidate) {
        return std::ranges::equal(candidate, name, {}, {}, lowered);
    };
    const auto found = std::ranges::find_if(Names, isName);
    if (found == Names.end())
        return std::nullopt;
    return static_cast<Field>(found - Names.begin());
}

std::string_view fieldText(const EventRecord &record, Field field, std::string &scratch)
{
    const Event &event = record.event;
    switch (field) {
    case Field::Source:
        return record.source;
    case Field::Vendor:
        return name(record.vendor);
    case Field::Id:
        return event.id;
    case Field::Created:
        return scratch = formatTime(event.created);
    case Field::Received:
        return scratch = formatTime(record.received);
    case Field::Action:
        return event.action;
    case Field::Category:
        return event.category;
    case Field::Op:
        return name(event.operation);
    case Field::Outcome:
        return name(event.outcome);
    case Field::Actor:
        return event.actor.display();
    case Field::ActorId:
        return event.actor.id;
    case Field::ActorEmail:
        return event.actor.email;
    case Field::ActorName:
        return event.actor.name;
    case Field::ActorType:
        return event.actor.type;
    case Field::Target:
        return event.target.display();
    case Field::TargetId:
        return event.target.id;
    case Field::TargetName:
        return event.target.name;
    case Field::TargetType:
        return event.target.type;
    case Field::Ip:
        return event.ip;
    case Field::UserAgent:
        return event.userAgent;
    case Field::Channel:
        return event.channel;
    case Field::Workspace:
        return event.workspace;
    case Field::Environment:
        return event.environment;
    case Field::Correlation:
        return event.correlation;
    case Field::Message:
        return event.message;
    case Field::Raw:
        return event.raw;
    }
    return {};
}

} // namespace Trailglass
