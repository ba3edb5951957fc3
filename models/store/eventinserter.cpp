// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventinserter.h"

#include "models/core/result.h"
#include "models/store/redundanttexts.h"
#include "models/store/sqlconnection.h"

namespace Trailglass {

namespace {

constexpr std::string_view InsertEvent =
    "INSERT INTO event (row, source, created, received, op, outcome, "
    "action, category, actor_id, actor_email, "
    "actor_name, actor_type, target_name, target_type, ip, user_agent, "
    "channel, workspace, environment, revised, id, "
    "target_id, correlation, message, texts_in_raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr int FirstCodedPosition = 7;

} // namespace

std::array<DictionaryText, 13> codedTexts(const Event &event)
{
    using Schema::Dictionary;
    return {{{Dictionary::Action, event.action},
             {Dictionary::Category, event.category},
             {Dictionary::Actor, event.actor.id},
             {Dictionary::Actor, event.actor.email},
             {Dictionary::Actor, event.actor.name},
             {Dictionary::Actor, event.actor.type},
             {Dictionary::TargetName, event.target.name},
             {Dictionary::TargetType, event.target.type},
             {Dictionary::Ip, event.ip},
             {Dictionary::UserAgent, event.userAgent},
             {Dictionary::Channel, event.channel},
             {Dictionary::Workspace, event.workspace},
             {Dictionary::Environment, event.environment}}};
}

EventInserter::EventInserter(DictionaryWriter dictionary, Statement insert, Statement remove,
                             Statement supersede)
    : m_dictionary(std::move(dictionary))
    , m_insert(std::move(insert))
    , m_remove(std::move(remove))
    , m_supersede(std::move(supersede))
{
}

Result<EventInserter> EventInserter::open(SqlConnection &connection)
{
    TRY(DictionaryWriter dictionary, DictionaryWriter::open(connection));
    TRY(Statement insert, connection.prepare(InsertEvent));
    TRY(Statement remove, connection.prepare("DELETE FROM event WHERE row = ?"));
    TRY(Statement supersede,
        connection.prepare("INSERT INTO superseded (first_row, last_row, at) VALUES (?1, ?1, ?2)"));
    return EventInserter(std::move(dictionary), std::move(insert), std::move(remove), std::move(supersede));
}

Result<void> EventInserter::insert(RowId row, SourceId source, UtcMicros received, const Event &event)
{
    int position = FirstCodedPosition;
    for (const auto &[dictionary, text] : codedTexts(event)) {
        TRY(const qint64 code, m_dictionary.code(dictionary, text));
        if (code == 0)
            m_insert.bindNull(position++);
        else
            m_insert.bind(position++, code);
    }
    m_insert.bind(1, row.value).bind(2, source.value).bind(3, event.created.value).bind(4, received.value);
    m_insert.bind(5, static_cast<qint64>(event.operation)).bind(6, static_cast<qint64>(event.outcome));
    if (event.revised)
        m_insert.bind(position++, event.revised->value);
    else
        m_insert.bindNull(position++);
    m_insert.bind(position++, event.id, Statement::Borrow::Yes);
    for (const std::string *text : {&event.target.id, &event.correlation, &event.message})
        m_insert.bindOrNull(position++, *text, Statement::Borrow::Yes);
    m_insert.bind(position, textsAreInRaw(event, m_scratch) ? 1 : 0);
    return m_insert.run();
}

Result<void> EventInserter::supersede(RowId row, UtcMicros at)
{
    TRY(m_remove.bind(1, row.value).run());
    return m_supersede.bind(1, row.value).bind(2, at.value).run();
}

} // namespace Trailglass
