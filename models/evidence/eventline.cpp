// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/eventline.h"

#include "models/json/jsonfields.h"
#include "models/json/jsontext.h"
#include "models/json/jsonvalidator.h"
#include "models/json/utf8.h"

#include <array>

namespace Trailglass {

namespace {

/// The last key of a line. Before it, these bytes can only be in a string, and there the quotes have backslashes before them.
constexpr std::string_view RawKey = ",\"raw\":";
constexpr std::string_view LineEnd = "}\n";

enum LineField : std::size_t
{
    LineSource,
    LineVendor,
    LineId,
    LineCreated,
    LineReceived,
    LineAction,
    LineCategory,
    LineOperation,
    LineOutcome,
    LineActorId,
    LineActorEmail,
    LineActorName,
    LineActorType,
    LineTargetId,
    LineTargetName,
    LineTargetType,
    LineIp,
    LineUserAgent,
    LineChannel,
    LineWorkspace,
    LineEnvironment,
    LineMessage,
    LineCorrelation,
};

constexpr FieldTable LinePaths(std::array{
    FieldPath{"", "source"},     FieldPath{"", "vendor"},      FieldPath{"", "id"},
    FieldPath{"", "created"},    FieldPath{"", "received"},    FieldPath{"", "action"},
    FieldPath{"", "category"},   FieldPath{"", "op"},          FieldPath{"", "outcome"},
    FieldPath{"actor", "id"},    FieldPath{"actor", "email"},  FieldPath{"actor", "name"},
    FieldPath{"actor", "type"},  FieldPath{"target", "id"},    FieldPath{"target", "name"},
    FieldPath{"target", "type"}, FieldPath{"", "ip"},          FieldPath{"", "user_agent"},
    FieldPath{"", "channel"},    FieldPath{"", "workspace"},   FieldPath{"", "environment"},
    FieldPath{"", "message"},    FieldPath{"", "correlation"},
});
static_assert(LinePaths.size() == LineCorrelation + 1);

/// Whether the part of a line before its JSON has about as many values as an event has fields. A million empty lists in a line are
/// a few bytes of an archive, and a gigabyte in a program that reads any JSON, as verify_evidence.py does.
bool hasFewValues(std::string_view head)
{
    constexpr std::size_t MaxQuotes = 999;
    constexpr std::size_t MaxBetweenTexts = 4096; // bytes of braces, colons, numbers and the like
    std::size_t quotes = 0;
    std::size_t between = 0;
    for (std::size_t place = 0; place < head.size(); ++place) {
        if (head[place] == '\\')
            ++place; // what is after it ends no text
        else if (head[place] == '"')
            ++quotes;
        else if (quotes % 2 == 0)
            ++between;
    }
    return quotes <= MaxQuotes && between <= MaxBetweenTexts;
}

std::optional<UtcMicros> exactTime(const std::string &text)
{
    const auto time = parseTime(text);
    return time && formatTime(*time) == text ? time : std::nullopt;
}

void readFields(const JsonFields &fields, Event &event)
{
    event.id = fields.text(LineId);
    event.action = fields.text(LineAction);
    event.category = fields.text(LineCategory);
    event.operation = operationFromName(fields.text(LineOperation)).value_or(Operation::Other);
    event.outcome = outcomeFromName(fields.text(LineOutcome)).value_or(Outcome::Unknown);
    event.actor = {fields.text(LineActorId), fields.text(LineActorEmail), fields.text(LineActorName),
                   fields.text(LineActorType)};
    event.target = {fields.text(LineTargetId), fields.text(LineTargetName), fields.text(LineTargetType)};
    event.ip = fields.text(LineIp);
    event.userAgent = fields.text(LineUserAgent);
    event.channel = fields.text(LineChannel);
    event.workspace = fields.text(LineWorkspace);
    event.environment = fields.text(LineEnvironment);
    event.message = fields.text(LineMessage);
    event.correlation = fields.text(LineCorrelation);
}

} // namespace

std::optional<EventLine> parseEventLine(std::string_view line)
{
    const std::size_t place = line.find(RawKey);
    if (place == std::string_view::npos || !line.ends_with(LineEnd) || !hasFewValues(line.substr(0, place)))
        return {};
    std::string object(line.substr(0, place));
    object += '}';
    JsonFields fields(LinePaths);
    if (!isValidUtf8(object) || !isJson(object) || !fields.read(object))
        return {};
    for (const std::size_t required : {LineSource, LineVendor, LineId, LineCreated, LineReceived}) {
        if (fields.kind(required) != JsonKind::String)
            return {};
    }
    const auto created = exactTime(fields.text(LineCreated));
    const auto received = exactTime(fields.text(LineReceived));
    if (!created || !received)
        return {};
    EventLine read{fields.text(LineSource), fields.text(LineVendor), *received, {}};
    readFields(fields, read.event);
    read.event.created = *created;
    const std::string_view raw = line.substr(place + RawKey.size());
    read.event.raw = raw.substr(0, raw.size() - LineEnd.size());
    return read;
}

bool isOnOneLine(std::string_view raw, std::string_view onOneLine)
{
    std::string joined;
    appendJsonOnOneLine(raw, joined);
    return joined == onOneLine;
}

} // namespace Trailglass
