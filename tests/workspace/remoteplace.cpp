// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/workspace/remoteplace.h"

#include "models/core/text.h"
#include "models/query/rowlist.h"
#include "tests/query/plainquery.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

class RemoteState final : public EventsState
{
public:
    explicit RemoteState(std::size_t ofArchive)
        : lines(ofArchive)
    {
    }

    const std::size_t lines;
};

/// Has what an archive would find again for each page, and apart from it what is known of it here.
class RemoteResult final : public ResultSnapshot
{
public:
    RemoteResult(std::shared_ptr<const RemoteState> madeAt, RowList found)
        : atArchive(std::move(found))
        , m_state(std::move(madeAt))
    {
    }

    [[nodiscard]] std::size_t size() const override { return atArchive.size(); }
    [[nodiscard]] StatePointer state() const override { return m_state; }
    [[nodiscard]] RowId lastRow() const override { return {}; }
    [[nodiscard]] std::optional<RowId> rowAt(std::size_t place) const override
    {
        const std::scoped_lock lock(m_guard);
        const auto found = m_rows.find(place);
        return found == m_rows.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] std::optional<std::size_t> find(RowId row) const override
    {
        const std::scoped_lock lock(m_guard);
        const auto found =
            std::ranges::find_if(m_rows, [row](const auto &known) { return known.second == row; });
        return found == m_rows.end() ? std::nullopt : std::optional(found->first);
    }
    [[nodiscard]] std::vector<std::size_t> findAll(std::vector<RowId> rows) const override
    {
        std::vector<std::size_t> places;
        for (const RowId row : rows) {
            if (const auto place = find(row))
                places.push_back(*place);
        }
        std::ranges::sort(places);
        return places;
    }
    [[nodiscard]] std::size_t countSince(const ResultSnapshot &earlier) const override
    {
        return size() - std::min(size(), earlier.size());
    }
    [[nodiscard]] bool endsWith(const ResultSnapshot &other) const override
    {
        const auto *remote = dynamic_cast<const RemoteResult *>(&other);
        return remote && remote->atArchive == atArchive;
    }

    void note(std::size_t place, RowId row) const
    {
        const std::scoped_lock lock(m_guard);
        m_rows[place] = row;
    }
    [[nodiscard]] std::size_t lines() const { return m_state->lines; }

    const RowList atArchive;

private:
    const std::shared_ptr<const RemoteState> m_state;
    mutable std::mutex m_guard;
    mutable std::map<std::size_t, RowId> m_rows; ///< at hand, by place
};

const RemoteResult &remote(const ResultSnapshot &result)
{
    return dynamic_cast<const RemoteResult &>(result);
}

Error connectionLost()
{
    return {ErrorKind::Network, u"The archive does not respond."_s};
}

/// Ends a request that is cancelled, or that the archive does not receive.
Result<void> reach(const RemoteArchive &archive, const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return Error{ErrorKind::Cancelled, u"Stopped."_s};
    const auto refusal = archive.refuse();
    return refusal ? Result<void>(*refusal) : Result<void>();
}

class RemoteEngine final : public QueryEngine
{
public:
    explicit RemoteEngine(const RemoteArchive &archive)
        : m_archive(archive)
    {
    }

    using QueryEngine::select;
    Result<ResultPointer> select(const Filter::NodePointer &filter, const SortOrder &order,
                                 const QueryContext &context, const CancelToken &cancel,
                                 const SelectListener &) override
    {
        TRY(reach(m_archive, cancel));
        if (m_archive.breaksSelect())
            return connectionLost();
        const auto state = std::make_shared<const RemoteState>(linesOf(context.state));
        auto rows = PlainQuery::select(m_archive.eventsAt(state->lines), filter, order, context);
        return ResultPointer(std::make_shared<const RemoteResult>(state, std::move(rows)));
    }
    Result<qint64> count(const Filter::NodePointer &filter, const QueryContext &context,
                         const CancelToken &cancel) override
    {
        TRY(reach(m_archive, cancel));
        return static_cast<qint64>(matching(filter, context).size());
    }
    Result<std::vector<Facet>> facets(const Filter::NodePointer &filter, const FacetRequest &request,
                                      const QueryContext &context, const CancelToken &cancel) override
    {
        TRY(reach(m_archive, cancel));
        std::vector<Facet> facets;
        for (const Filter::FieldReference &field : request.fields) {
            std::map<std::string, qint64> counts;
            for (const EventRecord &record : matching(filter, context)) {
                for (const std::string &value : PlainQuery::values(record, field, context.displayZone))
                    ++counts[value];
            }
            Facet facet{.field = field, .values = {}};
            for (const auto &[value, events] : counts)
                facet.values.push_back({value, events});
            facets.push_back(std::move(facet));
        }
        return facets;
    }
    /// One bin for all, whatever is requested.
    Result<Histogram> histogram(const Filter::NodePointer &filter, const HistogramRequest &,
                                const QueryContext &context, const CancelToken &cancel) override
    {
        TRY(reach(m_archive, cancel));
        const auto events = matching(filter, context);
        if (events.empty())
            return Histogram();
        const auto [first, last] =
            std::ranges::minmax(events, {}, [](const EventRecord &record) { return record.event.created; });
        return Histogram{.bins = {{first.event.created, last.event.created + 1}},
                         .values = {""},
                         .counts = {{static_cast<qint64>(events.size())}}};
    }
    Result<std::optional<std::vector<std::size_t>>> placesIn(const ResultSnapshot &shown,
                                                             const Filter::NodePointer &filter,
                                                             const QueryContext &context, std::size_t max,
                                                             const CancelToken &cancel) override
    {
        QueryContext ofShown = context;
        ofShown.state = shown.state();
        TRY(const auto found, select(filter, {{Field::Created, true}}, ofShown, cancel));
        if (found->size() > max)
            return std::optional<std::vector<std::size_t>>();
        const RowList &rows = remote(*found).atArchive;
        return std::optional(remote(shown).atArchive.placesOf({rows.begin(), rows.end()}));
    }
    Result<qint64> total(const StatePointer &state, const CancelToken &cancel) override
    {
        TRY(reach(m_archive, cancel));
        return static_cast<qint64>(m_archive.eventsAt(linesOf(state)).size());
    }

    Result<bool> hasChangedSince(const StatePointer &state, const CancelToken &cancel) override
    {
        m_archive.noteLook();
        TRY(reach(m_archive, cancel));
        const auto *known = dynamic_cast<const RemoteState *>(state.get());
        return !known || known->lines != m_archive.lines();
    }
    /// As if each event that was ever pushed were a row that is read, and its id all that is sent.
    [[nodiscard]] std::optional<QueryCost> cost() const override
    {
        const auto lines = static_cast<qint64>(m_archive.lines());
        return QueryCost{.received = 8 * lines, .rows = lines};
    }

private:
    [[nodiscard]] std::size_t linesOf(const StatePointer &state) const
    {
        const auto *known = dynamic_cast<const RemoteState *>(state.get());
        return known ? known->lines : m_archive.lines();
    }
    [[nodiscard]] std::vector<EventRecord> matching(const Filter::NodePointer &filter,
                                                    const QueryContext &context) const
    {
        return PlainQuery::matching(m_archive.eventsAt(linesOf(context.state)), filter, context);
    }

    const RemoteArchive &m_archive;
};

class RemoteRecords final : public RecordSource
{
public:
    explicit RemoteRecords(const RemoteArchive &archive)
        : m_archive(archive)
    {
    }

    Result<void> read(const ResultRows &rows, PlaceRange part, bool withRaw, const Take &take,
                      const CancelToken &cancel) override
    {
        TRY(reach(m_archive, cancel));
        const RemoteResult &result = remote(rows.result());
        const auto events = m_archive.eventsAt(result.lines());
        std::size_t next = 0;
        for (const PlaceRange &range : rows.placesOf(part)) {
            for (std::size_t place = range.first; place < range.first + range.count; ++place) {
                const RowId row = result.atArchive[place];
                result.note(place, row);
                take(next++, recordOf(events, row, withRaw).value());
            }
        }
        return {};
    }
    Result<std::vector<EventRecord>> records(const ResultSnapshot &result, std::span<const RowId> rows,
                                             bool withRaw, const CancelToken &cancel) override
    {
        TRY(reach(m_archive, cancel));
        const auto events = m_archive.eventsAt(remote(result).lines());
        std::vector<EventRecord> records;
        for (const RowId row : rows) {
            if (auto record = recordOf(events, row, withRaw))
                records.push_back(*std::move(record));
        }
        return records;
    }
    Result<std::optional<std::size_t>> placeOf(const ResultSnapshot &result, RowId row,
                                               const CancelToken &cancel) override
    {
        TRY(reach(m_archive, cancel));
        const auto place = remote(result).atArchive.find(row);
        if (place)
            remote(result).note(*place, row);
        return place;
    }
    Result<void> sample(const std::function<void(const EventRecord &record)> &visit,
                        const CancelToken &cancel) override
    {
        TRY(reach(m_archive, cancel));
        for (const EventRecord &record : m_archive.eventsAt(m_archive.lines()))
            visit(record);
        return {};
    }

private:
    [[nodiscard]] static std::optional<EventRecord> recordOf(const std::vector<EventRecord> &events,
                                                             RowId row, bool withRaw)
    {
        const auto found = std::ranges::find(events, row, &EventRecord::row);
        if (found == events.end())
            return std::nullopt;
        EventRecord record = *found;
        if (!withRaw)
            record.event.raw.clear();
        return record;
    }

    const RemoteArchive &m_archive;
};

class OpenRemotePlace final : public OpenPlace
{
public:
    explicit OpenRemotePlace(std::shared_ptr<RemoteArchive> archive)
        : m_archive(std::move(archive))
        , m_engine(*m_archive)
        , m_records(*m_archive)
    {
    }

    Result<QueryEngine *> engine() override { return &m_engine; }
    Result<RecordSource *> records() override { return &m_records; }
    Result<QList<SourceRecord>> sources() override
    {
        TRY(reach(*m_archive, {}));
        SourceRecord team;
        team.id = SourceId{1};
        team.name = u"team"_s;
        team.type = u"asana"_s;
        return QList<SourceRecord>{team};
    }
    Result<std::vector<CoverageEntry>> coverage(SourceId) override
    {
        return std::vector{CoverageEntry{.window = {}, .answered = {}, .pages = 1}};
    }
    Result<QList<Preset>> presets() override { return QList<Preset>(); }
    Result<QList<Preset>> sharedPresets() override
    {
        TRY(reach(*m_archive, {}));
        return m_archive->sharedPresets();
    }
    Result<EventRecord> find(const QString &, const std::string &id) override
    {
        const auto events = m_archive->eventsAt(m_archive->lines());
        const auto found =
            std::ranges::find_if(events, [&id](const EventRecord &record) { return record.event.id == id; });
        return found == events.end() ? Result<EventRecord>(Error{ErrorKind::NotFound, u"No such event."_s})
                                     : *found;
    }
    Result<QStringList> filesInUse() override { return QStringList(); }
    void interrupt() override { }

private:
    const std::shared_ptr<RemoteArchive> m_archive;
    RemoteEngine m_engine;
    RemoteRecords m_records;
};

} // namespace

void RemoteArchive::add(EventRecord record)
{
    const std::scoped_lock lock(m_guard);
    m_lines.push_back({std::move(record), true});
}

void RemoteArchive::remove(RowId row)
{
    EventRecord record;
    record.row = row;
    const std::scoped_lock lock(m_guard);
    m_lines.push_back({std::move(record), false});
}

std::size_t RemoteArchive::lines() const
{
    const std::scoped_lock lock(m_guard);
    return m_lines.size();
}

std::vector<EventRecord> RemoteArchive::eventsAt(std::size_t lines) const
{
    const std::scoped_lock lock(m_guard);
    std::map<RowId, EventRecord> events;
    for (std::size_t line = 0; line < lines; ++line) {
        if (m_lines[line].isAdded)
            events.insert_or_assign(m_lines[line].record.row, m_lines[line].record);
        else
            events.erase(m_lines[line].record.row);
    }
    std::vector<EventRecord> listed;
    for (auto &[row, record] : events)
        listed.push_back(std::move(record));
    return listed;
}

void RemoteArchive::share(const Preset &preset)
{
    const std::scoped_lock lock(m_guard);
    m_shared.append(preset);
}

QList<Preset> RemoteArchive::sharedPresets() const
{
    const std::scoped_lock lock(m_guard);
    return m_shared;
}

void RemoteArchive::setUnreachable(bool isUnreachable)
{
    setRefusal(isUnreachable ? std::optional(connectionLost()) : std::nullopt);
}

void RemoteArchive::setRefusal(const std::optional<Error> &error)
{
    const std::scoped_lock lock(m_guard);
    m_refusal = error;
}

std::optional<Error> RemoteArchive::refuse() const
{
    const std::scoped_lock lock(m_guard);
    m_refusals += m_refusal ? 1 : 0;
    return m_refusal;
}

void RemoteArchive::setBreakingSelects(bool isBreaking)
{
    const std::scoped_lock lock(m_guard);
    m_isBreakingSelects = isBreaking;
}

bool RemoteArchive::breaksSelect() const
{
    const std::scoped_lock lock(m_guard);
    m_brokenSelects += m_isBreakingSelects ? 1 : 0;
    return m_isBreakingSelects;
}

int RemoteArchive::brokenSelects() const
{
    const std::scoped_lock lock(m_guard);
    return m_brokenSelects;
}

void RemoteArchive::noteLook() const
{
    const std::scoped_lock lock(m_guard);
    ++m_looks;
}

int RemoteArchive::looks() const
{
    const std::scoped_lock lock(m_guard);
    return m_looks;
}

int RemoteArchive::refusals() const
{
    const std::scoped_lock lock(m_guard);
    return m_refusals;
}

Place remotePlace(std::shared_ptr<RemoteArchive> archive)
{
    return Place(
        Place::Open([archive = std::move(archive)] { return std::make_unique<OpenRemotePlace>(archive); }));
}

} // namespace Trailglass::Testing
