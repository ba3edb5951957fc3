// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/table/scriptedfetcher.h"

#include "tests/query/resulttesting.h"

#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

EventRecord recordOf(RowId id)
{
    static const std::array<std::string, 4> Actors{"ann@example.com", "bob@example.com", "",
                                                   "zoë@example.org"};
    static const std::array<std::string, 5> Actions{"login", "task_added", "member_removed", "export",
                                                    "=1+1"};
    const auto number = static_cast<std::size_t>(id.value);
    EventRecord record;
    record.row = id;
    record.source = "team";
    record.vendor = static_cast<Vendor>(number % 5);
    record.received = UtcMicros{1'763'629'000'000'000 + id.value};
    record.event.id = "e-" + std::to_string(id.value);
    record.event.created = UtcMicros{1'763'628'900'123'456 + id.value * 1'000'000};
    record.event.action = Actions[number % Actions.size()];
    record.event.operation = static_cast<Operation>(number % 9);
    record.event.outcome = static_cast<Outcome>(number % 3);
    record.event.actor.email = Actors[number % Actors.size()];
    record.event.target.name = "target " + std::to_string(number % 7);
    record.event.ip = "192.0.2." + std::to_string(number % 250);
    record.event.message = number % 3 == 0 ? "A sentence of the vendor's own, long enough to be cut" : "";
    record.event.raw = R"({"n":)" + std::to_string(id.value) + R"(,"details":{"to":"v)"
        + std::to_string(number % 4) + R"("}})";
    return record;
}

ResultPointer newestFirst(qint64 newest)
{
    RowList rows;
    rows.reserve(static_cast<std::size_t>(newest));
    for (qint64 row = newest; row > 0; --row)
        rows.push_back(RowId{row});
    return Testing::resultOf(std::move(rows), RowId{newest});
}

ResultPointer snapshotOf(std::vector<qint64> rows)
{
    RowList list;
    RowId last;
    for (const qint64 row : rows) {
        list.push_back(RowId{row});
        last = std::max(last, RowId{row});
    }
    return Testing::resultOf(std::move(list), last);
}

void ScriptedFetcher::read(Page page, WithRaw raw, Take take, QObject *context, Ended ended)
{
    const auto *places = std::get_if<PlaceRange>(&page.which);
    std::vector<RowId> rows =
        places ? listedRows(*page.rows, *places) : std::get<std::vector<RowId>>(std::move(page.which));
    m_requests.push_back(rows);
    m_waiting.push_back({std::move(rows), raw, std::move(take), context, std::move(ended)});
    if (m_waiting.size() > static_cast<std::size_t>(MaxWaiting))
        dropOldest();
    if (m_isAutomatic)
        QTimer::singleShot(0, context, [this] { serveNewest(); });
}

void ScriptedFetcher::dropOldest()
{
    const Request oldest = std::move(m_waiting.front());
    m_waiting.pop_front();
    QTimer::singleShot(0, oldest.context, [ended = oldest.ended] {
        ended(Error{ErrorKind::Cancelled, u"pushed out"_s});
    });
}

bool ScriptedFetcher::serveNewest()
{
    if (m_waiting.empty())
        return false;
    const Request newest = std::move(m_waiting.back());
    m_waiting.pop_back();
    serve(newest);
    return true;
}

void ScriptedFetcher::serveAll()
{
    while (serveNewest()) { }
}

void ScriptedFetcher::failAll(ErrorKind kind)
{
    // Only what waits now: a request may be made again at once.
    const std::deque<Request> waiting = std::exchange(m_waiting, {});
    for (const Request &request : waiting) {
        if (request.context)
            request.ended(Error{kind, u"The disk cannot be read."_s});
    }
}

void ScriptedFetcher::serve(const Request &request)
{
    if (!request.context)
        return;
    for (std::size_t place = 0; place < request.rows.size(); ++place) {
        const RowId id = request.rows[place];
        if (gone.contains(id))
            continue;
        EventRecord record = recordOf(id);
        if (withoutAction.contains(id))
            record.event.action.clear();
        record.event.target.id = targetId;
        if (request.raw == WithRaw::No)
            record.event.raw.clear();
        else if (!rawOfAll.empty())
            record.event.raw = rawOfAll;
        if (!only || only == id)
            record.event.correlation = revision;
        if (const auto mark = marks.find(id); mark != marks.end())
            record.mark = mark->second;
        if (const auto note = notes.find(id); note != notes.end())
            record.note = note->second;
        request.take(place, std::move(record));
    }
    request.ended({});
}

} // namespace Trailglass
