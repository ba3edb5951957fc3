// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/recordcolumns.h"

#include "models/archive/archiverow.h"
#include "models/archive/eventtable.h"
#include "models/archive/rowbinary.h"
#include "models/core/field.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/json/utf8.h"
#include "models/store/storedrow.h"

#include <array>

namespace Trailglass {

namespace {

/// A text of an event, and the column that it is in.
struct TextColumn
{
    Field field;
    std::string &(*textOf)(Event &event);
};

constexpr std::array TextColumns{
    TextColumn{Field::Id,
               [](Event &event) -> std::string & {
                   return event.id;
               }},
    TextColumn{Field::Action,
               [](Event &event) -> std::string & {
                   return event.action;
               }},
    TextColumn{Field::Category,
               [](Event &event) -> std::string & {
                   return event.category;
               }},
    TextColumn{Field::ActorId,
               [](Event &event) -> std::string & {
                   return event.actor.id;
               }},
    TextColumn{Field::ActorEmail,
               [](Event &event) -> std::string & {
                   return event.actor.email;
               }},
    TextColumn{Field::ActorName,
               [](Event &event) -> std::string & {
                   return event.actor.name;
               }},
    TextColumn{Field::ActorType,
               [](Event &event) -> std::string & {
                   return event.actor.type;
               }},
    TextColumn{Field::TargetId,
               [](Event &event) -> std::string & {
                   return event.target.id;
               }},
    TextColumn{Field::TargetName,
               [](Event &event) -> std::string & {
                   return event.target.name;
               }},
    TextColumn{Field::TargetType,
               [](Event &event) -> std::string & {
                   return event.target.type;
               }},
    TextColumn{Field::Ip,
               [](Event &event) -> std::string & {
                   return event.ip;
               }},
    TextColumn{Field::UserAgent,
               [](Event &event) -> std::string & {
                   return event.userAgent;
               }},
    TextColumn{Field::Channel,
               [](Event &event) -> std::string & {
                   return event.channel;
               }},
    TextColumn{Field::Workspace,
               [](Event &event) -> std::string & {
                   return event.workspace;
               }},
    TextColumn{Field::Environment,
               [](Event &event) -> std::string & {
                   return event.environment;
               }},
    TextColumn{Field::Correlation,
               [](Event &event) -> std::string & {
                   return event.correlation;
               }},
    TextColumn{Field::Message,
               [](Event &event) -> std::string & {
                   return event.message;
               }},
};

Error notOfThisProgram(std::string_view column, std::string_view value)
{
    return {ErrorKind::Unsupported,
            Trailglass::tr("An event of the archive has the value “%1” in the column “%2”, which this "
                           "version of Trailglass does not know. Update Trailglass.")
                .arg(visibleText(value), visibleText(column))};
}

/// Reads a text of which there is one for each value of an enumeration.
template <class Value>
Result<Value> readName(RowBinaryReader &reader, Field field,
                       std::optional<Value> (*valueOf)(std::string_view name))
{
    const std::string_view text = reader.readText();
    TRY(reader.check());
    const std::optional<Value> value = valueOf(text);
    if (!value)
        return notOfThisProgram(archiveColumnName(field), text);
    return *value;
}

/// Reads a time that any interval of the program can be added to.
Result<UtcMicros> readTime(RowBinaryReader &reader, Field field)
{
    const qint64 time = reader.readInt64();
    TRY(reader.check());
    if (!StoredRanges::Time.holds(time))
        return notOfThisProgram(archiveColumnName(field), std::to_string(time));
    return UtcMicros{time};
}

/// Reads a text that programs show.
Result<void> readShownText(RowBinaryReader &reader, Field field, std::string &text)
{
    text = reader.readText();
    if (!isValidUtf8(text))
        return notOfThisProgram(archiveColumnName(field), text);
    return {};
}

} // namespace

std::vector<std::string> recordColumns(bool withRaw)
{
    std::vector<std::string> columns{"origin", "row"};
    for (const Field field :
         {Field::Created, Field::Received, Field::Source, Field::Vendor, Field::Op, Field::Outcome})
        columns.push_back(archiveColumnName(field));
    for (const TextColumn &column : TextColumns)
        columns.push_back(archiveColumnName(column.field));
    if (withRaw)
        columns.push_back(archiveColumnName(Field::Raw));
    return columns;
}

Result<EventRecord> readRecord(RowBinaryReader &reader, bool withRaw)
{
    EventRecord record;
    ArchiveRow row;
    row.origin = reader.readUInt32();
    row.row = RowId{reader.readInt64()};
    TRY(record.event.created, readTime(reader, Field::Created));
    TRY(record.received, readTime(reader, Field::Received));
    TRY(readShownText(reader, Field::Source, record.source));
    TRY(record.vendor, readName(reader, Field::Vendor, vendorFromName));
    TRY(record.event.operation, readName(reader, Field::Op, operationFromName));
    TRY(record.event.outcome, readName(reader, Field::Outcome, outcomeFromName));
    for (const TextColumn &column : TextColumns) {
        TRY(readShownText(reader, column.field, column.textOf(record.event)));
    }
    if (withRaw)
        record.event.raw = reader.readText();
    TRY(reader.check());
    const std::optional<RowId> id = row.id();
    if (!id)
        return notOfThisProgram("row", std::to_string(row.row.value));
    record.row = *id;
    return record;
}

} // namespace Trailglass
