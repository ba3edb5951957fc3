// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/nected/nectedevent.h"

#include "models/sources/eventidentity.h"
#include "models/sources/nected/nectedoperations.h"

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

enum Place
{
    LogId,
    Date,
    Timestamp,
    EventName,
    ActionName,
    Type,
    Module,
    EntityId,
    ExecutionId,
    Name,
    Status,
    Environment,
    User,
    WorkspaceId,
    Address,
    TraceId,
    Message,
    PlaceCount,
};

// timestamp, action and module are in the reference's prose only; its example has date, event and type.
constexpr FieldTable Paths(std::array<FieldPath, PlaceCount>{{
    {"", "logId"},
    {"", "date"},
    {"", "timestamp"},
    {"", "event"},
    {"", "action"},
    {"", "type"},
    {"", "module"},
    {"", "entityId"},
    {"", "executionId"},
    {"", "name"},
    {"", "status"},
    {"", "environment"},
    {"", "user"},
    {"", "workspaceId"},
    {"", "ip"},
    {"", "traceId"},
    {"", "message"},
}});

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

Outcome outcomeOf(const std::string &status)
{
    if (status == "Success" || status == "success" || status == "Completed")
        return Outcome::Success;
    if (status == "Error" || status == "error" || status == "Failed")
        return Outcome::Failure;
    return Outcome::Unknown;
}

/// "Test Via Console" came through the Console.
std::string channelOf(const std::string &event)
{
    static constexpr std::string_view Via = " Via ";
    const std::size_t via = event.rfind(Via);
    return via == std::string::npos ? std::string() : event.substr(via + Via.size());
}

std::string traceOf(std::string trace)
{
    static constexpr std::string_view AwsRoot = "Root=";
    if (trace.starts_with(AwsRoot))
        trace.erase(0, AwsRoot.size());
    return trace;
}

/// A count since 1970. The reference's prose calls `timestamp` a number without its unit, which the length
/// tells.
std::optional<UtcMicros> readEpoch(const std::string &digits)
{
    if (digits.empty() || digits.size() > 19 || !std::ranges::all_of(digits, isDigit))
        return {};
    const qint64 count = std::strtoll(digits.c_str(), nullptr, 10);
    if (digits.size() <= 11)
        return UtcMicros{count * UtcMicros::PerSecond};
    if (digits.size() <= 14)
        return UtcMicros{count * 1'000};
    return UtcMicros{digits.size() <= 17 ? count : count / 1'000};
}

std::optional<UtcMicros> readCreated(const JsonFields &fields)
{
    if (fields.kind(Date) == JsonKind::String)
        return readMoment(fields, Date);
    if (fields.kind(Timestamp) == JsonKind::Number)
        return readEpoch(fields.text(Timestamp));
    return readMoment(fields, Timestamp);
}

Result<void> readNectedIdentity(JsonFields &fields, std::string_view json, Event &event)
{
    if (!fields.read(json))
        return notAnObjectError();
    event.id = readId(fields, LogId);
    if (event.id.empty())
        return missingIdError(fields.path(LogId),
                              hasMember(fields, LogId) || hasMember(fields, Date)
                                  || hasMember(fields, Timestamp));
    const auto created = readCreated(fields);
    if (!created)
        return missingTimeError(fields.path(Date), fields.text(Date));
    event.created = *created;
    return {};
}

} // namespace

Result<Event> readNectedEvent(std::string_view json)
{
    JsonFields fields(Paths);
    Event event;
    TRY(readNectedIdentity(fields, json, event));
    event.action = fields.text(EventName, ActionName);
    event.category = fields.text(Type, Module);
    event.operation = operationFor(event.action, nectedOperationRules());
    event.outcome = outcomeOf(fields.text(Status));
    event.actor.name = fields.text(User);
    event.target = {fields.text(EntityId, ExecutionId), fields.text(Name), event.category};
    event.ip = fields.text(Address);
    event.channel = channelOf(event.action);
    event.workspace = fields.text(WorkspaceId);
    event.environment = fields.text(Environment);
    event.correlation = traceOf(fields.text(TraceId));
    event.message = fields.text(Message);
    return event;
}

} // namespace Trailglass
