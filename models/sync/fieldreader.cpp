// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/fieldreader.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/json/wholedocument.h"
#include "models/sources/source.h"
#include "models/store/eventreader.h"

namespace Trailglass {

namespace {

Result<SourceSettings> settingsOf(const SourceRecord &record)
{
    if (const Source *source = findSource(record.type))
        return SourceSettings::fromValues(source->type(), record.settings);
    return Error{.kind = ErrorKind::Usage,
                 .message =
                     Trailglass::tr("This version does not support sources of type %1. Update Trailglass.")
                         .arg(visibleText(record.type))};
}

Result<Event> readWith(const SourceSettings &settings, const EventRecord &record)
{
    // A file from elsewhere may hold anything under a right checksum.
    TRY(const std::string json, wholeDocument(record.event.raw));
    if (!json.starts_with('{'))
        return Error{.kind = ErrorKind::Malformed, .message = tr("Expected a JSON object.")};
    return findSource(record.vendor)->readEvent(json, settings);
}

} // namespace

Result<FieldReader> FieldReader::open(const EventReader &reader)
{
    TRY(const auto sources, reader.sources());
    FieldReader fields;
    for (const SourceRecord &record : sources) {
        const auto settings = settingsOf(record);
        if (settings) {
            fields.m_settings.emplace(toUtf8(record.name), *settings);
        } else {
            fields.m_problems.append(
                Trailglass::tr("The events of %1 were not compared with their JSON: its settings are not "
                               "valid. %2")
                    .arg(visibleText(record.name), settings.error().message));
        }
    }
    return fields;
}

Result<Event> FieldReader::read(const EventRecord &record) const
{
    const auto settings = m_settings.find(record.source);
    if (settings == m_settings.end())
        return Error{.kind = ErrorKind::NotFound,
                     .message = Trailglass::tr("There is no source “%1”.").arg(visibleText(record.source))};
    return readWith(settings->second, record);
}

Result<Event> FieldReader::readWithoutSettings(const EventRecord &record)
{
    return readWith({}, record);
}

} // namespace Trailglass
