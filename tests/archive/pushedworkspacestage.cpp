// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/pushedworkspacestage.h"

#include "models/archive/archivepusher.h"
#include "models/archive/archivetables.h"

namespace Trailglass::Testing {

using namespace Qt::StringLiterals;

PushedWorkspaceStage::PushedWorkspaceStage(std::unique_ptr<ArchiveServer> server, std::uint64_t seed,
                                           int events)
    : m_server(std::move(server))
    , m_generator(seed)
    , m_events(events)
{
}

Result<void> PushedWorkspaceStage::begin()
{
    if (!m_server->start())
        return Error{ErrorKind::Internal, u"The server does not start: "_s + m_server->errors()};
    const ArchivePlace place = m_server->place(u"engine"_s);
    TRY(session, ArchiveSession::open({place, ArchiveServer::key()}, {}));
    const ArchiveLayout layout{.dialect = session->profile().dialect(), .database = "engine"};
    TRY(createTables(*session, layout, {}));
    TRY(session->execute(formatStatement(layout, UtcMicros{1}), {}, ArchiveSession::Scope::Server));
    engine.emplace(*session, times);
    records.emplace(*session, times);
    m_sources = {workspace.addSource(u"a"_s, u"asana"_s), workspace.addSource(u"b"_s, u"nected"_s)};
    add(m_events);
    change({3, 77, 200}); // superseded before anything was pushed
    TRY(local, IndexQueryEngine::open(workspace.folder()));
    TRY(m_reader, EventReader::open(workspace.folder()));
    return push();
}

void PushedWorkspaceStage::add(int count, std::optional<std::size_t> source)
{
    for (int number = 0; number < count; ++number) {
        std::vector<Event> events{m_generator.event("e" + std::to_string(++m_count))};
        const std::size_t place = source.value_or(static_cast<std::size_t>(m_count) % m_sources.size());
        workspace.commit(m_sources[place], std::move(events), context.now);
    }
}

void PushedWorkspaceStage::change(const std::vector<int> &numbers)
{
    for (const int number : numbers) {
        Event event = m_generator.event("e" + std::to_string(number));
        event.revised = UtcMicros{context.now.value + ++m_revision};
        workspace.commit(m_sources[static_cast<std::size_t>(number) % m_sources.size()], {event},
                         context.now);
    }
}

Result<void> PushedWorkspaceStage::push()
{
    TRY(pushToArchive(*m_reader, *session, {.name = u"stage"_s}, m_clock, {}));
    return {};
}

Result<std::vector<EventRecord>> PushedWorkspaceStage::allOf(const ResultPointer &result, PlaceRange places)
{
    std::vector<EventRecord> read;
    const auto take = [&read](std::size_t, EventRecord &&record) {
        read.push_back(std::move(record));
    };
    TRY(records->read(*result, places, true, take, {}));
    return read;
}

} // namespace Trailglass::Testing
