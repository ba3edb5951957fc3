// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/eventidentity.h"

#include "models/core/text.h"
#include "models/core/translation.h"

namespace Trailglass {

namespace {

constexpr std::size_t LongestQuote = 64;

} // namespace

Result<void> readIdentity(JsonFields &fields, std::string_view row, std::size_t idField,
                          std::size_t timeField, Event &event)
{
    if (!fields.read(row))
        return notAnObjectError();
    event.id = readId(fields, idField);
    if (event.id.empty())
        return missingIdError(fields.path(idField),
                              hasMember(fields, idField) || hasMember(fields, timeField));
    const auto created = readMoment(fields, timeField);
    if (!created)
        return missingTimeError(fields.path(timeField), fields.text(timeField));
    event.created = *created;
    return {};
}

std::string readId(const JsonFields &fields, std::size_t field)
{
    return fields.kind(field) == JsonKind::Bool ? std::string() : fields.text(field);
}

std::optional<UtcMicros> readMoment(const JsonFields &fields, std::size_t field)
{
    if (fields.kind(field) != JsonKind::String)
        return {};
    std::string scratch;
    return parseTime(fields.textView(field, scratch));
}

Error notAnObjectError()
{
    return {ErrorKind::Malformed, tr("The row is not a JSON object.")};
}

bool hasMember(const JsonFields &fields, std::size_t field)
{
    return fields.kind(field) != JsonKind::Missing;
}

Error missingIdError(const FieldPath &path, bool hasIdentity)
{
    return {hasIdentity ? ErrorKind::Malformed : ErrorKind::NotFound,
            tr("The event has no valid ID in %1.").arg(toQString(path.key))};
}

Error missingTimeError(const FieldPath &path, const std::string &found)
{
    const QString key = toQString(path.key);
    if (found.empty())
        return {ErrorKind::Malformed, tr("The event has no time in %1.").arg(key)};
    return {ErrorKind::Malformed,
            tr("The event's time in %1 is invalid: %2")
                .arg(key, visibleText(std::string_view(found).substr(0, LongestQuote)))};
}

} // namespace Trailglass
