// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventrows.h"

#include "models/core/result.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"

namespace Trailglass {

namespace {

/// Positions in EventRows::Columns.
enum Column
{
    Row,
    Source,
    Created,
    Received,
    Op,
    OutcomeClass,
    FirstCoded,
    Revised = 19,
    Id,
    TargetId,
    Correlation,
    Message,
};

struct CodedText
{
    Schema::Dictionary dictionary;
    std::string &(*of)(Event &event);
};

/// In the order of the columns from FirstCoded on.
constexpr CodedText Coded[] = {
    {Schema::Dictionary::Action,
     [](Event &event) -> std::string & {
         return event.action;
     }},
    {Schema::Dictionary::Category,
     [](Event &event) -> std::string & {
         return event.category;
     }},
    {Schema::Dictionary::Actor,
     [](Event &event) -> std::string & {
         return event.actor.id;
     }},
    {Schema::Dictionary::Actor,
     [](Event &event) -> std::string & {
         return event.actor.email;
     }},
    {Schema::Dictionary::Actor,
     [](Event &event) -> std::string & {
         return event.actor.name;
     }},
    {Schema::Dictionary::Actor,
     [](Event &event) -> std::string & {
         return event.actor.type;
     }},
    {Schema::Dictionary::TargetName,
     [](Event &event) -> std::string & {
         return event.target.name;
     }},
    {Schema::Dictionary::TargetType,
     [](Event &event) -> std::string & {
         return event.target.type;
     }},
    {Schema::Dictionary::Ip,
     [](Event &event) -> std::string & {
         return event.ip;
     }},
    {Schema::Dictionary::UserAgent,
     [](Event &event) -> std::string & {
         return event.userAgent;
     }},
    {Schema::Dictionary::Channel,
     [](Event &event) -> std::string & {
         return event.channel;
     }},
    {Schema::Dictionary::Workspace,
     [](Event &event) -> std::string & {
         return event.workspace;
     }},
    {Schema::Dictionary::Environment,
     [](Event &event) -> std::string & {
         return event.environment;
     }},
};
static_assert(std::size(Coded) == EventRows::CodedCount);
static_assert(FirstCoded + static_cast<int>(EventRows::CodedCount) == Revised);

template <class Class>
Class classAt(StoredRow &row, int column, Class last)
{
    return static_cast<Class>(row.number(column, {0, static_cast<qint64>(last)}));
}

} // namespace

EventRows::EventRows(SqlConnection &connection)
    : m_connection(connection)
    , m_texts(connection)
{
}

Result<void> EventRows::refresh()
{
    m_sources.clear();
    TRY(Statement statement,
        m_connection.prepare("SELECT id, name, type FROM source WHERE name IS NOT NULL"));
    return forEachStoredRow(statement, "source", [this](StoredRow &row) -> Result<void> {
        const qint64 id = row.number(0, StoredRanges::Source);
        const std::string_view name = row.text(1);
        const std::optional<Vendor> vendor = vendorFromName(row.text(2));
        TRY(row.check());
        if (!vendor)
            return impossibleValue("source", "type");
        m_sources[id] = {.name = std::string(name), .vendor = *vendor};
        return {};
    });
}

Result<bool> EventRows::fill(const Statement &at, EventRecord &record, HeldCodes &held)
{
    StoredRow row(at, "event");
    const auto source = m_sources.find(row.number(Source, StoredRanges::Source));
    record.row = {row.number(Row, StoredRanges::Row)};
    if (source == m_sources.end()) {
        TRY(row.check());
        return false;
    }
    record.source = source->second.name;
    record.vendor = source->second.vendor;
    record.received = row.time(Received);
    Event &event = record.event;
    event.created = row.time(Created);
    event.operation = classAt(row, Op, Operation::Other);
    event.outcome = classAt(row, OutcomeClass, Outcome::Unknown);
    event.revised = row.timeOrNone(Revised);
    event.id = row.text(Id);
    event.target.id = row.text(TargetId);
    event.correlation = row.text(Correlation);
    event.message = row.text(Message);
    TRY(fillCoded(row, event, held));
    TRY(row.check());
    return true;
}

Result<void> EventRows::fillCoded(StoredRow &row, Event &event, HeldCodes &held)
{
    for (std::size_t index = 0; index < CodedCount; ++index) {
        const CodedText &coded = Coded[index];
        const qint64 code =
            row.numberOrNone(FirstCoded + static_cast<int>(index), StoredRanges::Code).value_or(0);
        if (code == held[index])
            continue;
        TRY(const std::string_view text, m_texts.text(coded.dictionary, code));
        coded.of(event) = text;
        held[index] = code;
    }
    return {};
}

} // namespace Trailglass
