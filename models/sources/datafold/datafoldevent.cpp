// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/datafold/datafoldevent.h"

#include "models/sources/datafold/datafoldoperations.h"
#include "models/sources/eventidentity.h"

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

enum Place
{
    EventUuid,
    Timestamp,
    Action,
    ObjectType,
    ObjectId,
    Channel,
    Status,
    RequestType,
    LogEntry,
    UserAgent,
    UserEmail,
    UserId,
    IsSupportUser,
    ClientAddress,
    PlaceCount,
};

constexpr FieldTable Paths(std::array<FieldPath, PlaceCount>{{
    {"", "event_uuid"},
    {"", "timestamp"},
    {"", "action"},
    {"", "object_type"},
    {"", "object_id"},
    {"", "source"},
    {"", "status"},
    {"", "request_type"},
    {"", "log_entry"},
    {"", "user_agent"},
    {"", "user_email"},
    {"", "user_id"},
    {"", "is_support_user"},
    {"", "client_ip"},
}});

bool isHttpCode(std::string_view status)
{
    return status.size() == 3
        && std::ranges::all_of(status, [](char digit) { return digit >= '0' && digit <= '9'; });
}

/// The status may be an HTTP code or a word: Datafold's reference does not say.
Outcome outcomeOf(std::string status)
{
    if (isHttpCode(status)) {
        if (status.front() == '2')
            return Outcome::Success;
        return status.front() == '4' || status.front() == '5' ? Outcome::Failure : Outcome::Unknown;
    }
    std::ranges::transform(status, status.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    if (status == "ok" || status.starts_with("succe") || status == "completed" || status == "done")
        return Outcome::Success;
    if (status.starts_with("err") || status.starts_with("fail") || status == "denied"
        || status == "forbidden")
        return Outcome::Failure;
    return Outcome::Unknown;
}

std::string actorType(const JsonFields &fields)
{
    if (fields.kind(IsSupportUser) != JsonKind::Bool)
        return {};
    return fields.text(IsSupportUser) == "true" ? "support" : "user";
}

} // namespace

Result<Event> readDatafoldEvent(std::string_view json)
{
    JsonFields fields(Paths);
    Event event;
    TRY(readIdentity(fields, json, EventUuid, Timestamp, event));
    event.action = fields.text(Action);
    event.category = fields.text(ObjectType);
    event.operation = operationFor(event.action.empty() ? fields.text(RequestType) : event.action,
                                   datafoldOperationRules());
    event.outcome = outcomeOf(fields.text(Status));
    event.actor = {fields.text(UserId), fields.text(UserEmail), {}, actorType(fields)};
    event.target = {fields.text(ObjectId), {}, event.category};
    event.ip = fields.text(ClientAddress);
    event.userAgent = fields.text(UserAgent);
    event.channel = fields.text(Channel);
    event.message = fields.text(LogEntry);
    return event;
}

} // namespace Trailglass
