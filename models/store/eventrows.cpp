// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventrows.h"

#include "models/store/sqlconnection.h"

namespace Trailglass {

namespace {

/// Places in EventRows::Columns.
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
Class classOf(qint64 stored, Class last)
{
    return stored >= 0 && stored <= static_cast<qint64>(last) ? static_cast<Class>(stored) : last;
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
    Result<Statement> statement =
        m_connection.prepare("SELECT id, name, type FROM source WHERE name IS NOT NULL");
    if (!statement)
        return statement.error();
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        m_sources[statement->integer(0)] = {.name = std::string(statement->text(1)),
                                            .vendor =
                                                vendorFromName(statement->text(2)).value_or(Vendor::Asana)};
    }
}

Result<bool> EventRows::fill(const Statement &row, EventRecord &record, HeldCodes &held)
{
    const auto source = m_sources.find(row.integer(Source));
    if (source == m_sources.end())
        return false;
    record.row = {row.integer(Row)};
    record.source = source->second.name;
    record.vendor = source->second.vendor;
    record.received = {row.integer(Received)};
    Event &event = record.event;
    event.created = {row.integer(Created)};
    event.operation = classOf(row.integer(Op), Operation::Other);
    event.outcome = classOf(row.integer(OutcomeClass), Outcome::Unknown);
    event.revised.reset();
    if (!row.isNull(Revised))
        event.revised = UtcMicros{row.integer(Revised)};
    event.id = row.text(Id);
    event.target.id = row.text(TargetId);
    event.correlation = row.text(Correlation);
    event.message = row.text(Message);
    const Result<void> coded = fillCoded(row, event, held);
    if (!coded)
        return coded.error();
    return true;
}

Result<void> EventRows::fillCoded(const Statement &row, Event &event, HeldCodes &held)
{
    for (std::size_t index = 0; index < CodedCount; ++index) {
        const CodedText &coded = Coded[index];
        const qint64 code = row.integer(FirstCoded + static_cast<int>(index));
        if (code == held[index])
            continue;
        const Result<std::string_view> text = m_texts.text(coded.dictionary, code);
        if (!text)
            return text.error();
        coded.of(event) = *text;
        held[index] = code;
    }
    return {};
}

} // namespace Trailglass
