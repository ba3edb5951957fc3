// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/loadedarchive.h"

#include "models/archive/archivetables.h"
#include "models/archive/clientregex.h"
#include "models/archive/eventcolumns.h"
#include "models/archive/rowbinary.h"
#include "models/archive/snapshotsql.h"
#include "models/filter/rowevaluator.h"
#include "tests/archive/chdbbridge.h"
#include "tests/archive/clickhouseserver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

const QString Database = u"sql"_s;

} // namespace

std::vector<RealEngine> realEngines()
{
    std::vector<RealEngine> engines;
    engines.push_back({"oldest", ClickHouseServer::reasonMissing(), std::make_unique<ClickHouseServer>()});
    engines.push_back({"newest", ChdbBridge::reasonMissing(), std::make_unique<ChdbBridge>()});
    return engines;
}

LoadedArchive::LoadedArchive(std::unique_ptr<ArchiveServer> server)
    : m_server(std::move(server))
{
}

Result<void> LoadedArchive::load(std::vector<EventRecord> records)
{
    m_records = std::move(records);
    if (!m_server->start())
        return Error{ErrorKind::Internal, u"The server does not start: "_s + m_server->errors()};
    const CancelToken never;
    const ArchiveAccess access{m_server->place(Database), ArchiveServer::key()};
    TRY(m_session, ArchiveSession::open(access, never));
    const ArchiveLayout layout{.dialect = m_session->profile().dialect(), .database = Database.toStdString()};
    TRY(createTables(*m_session, layout, never));
    EventColumns columns(layout.dialect);
    qint64 row = 0;
    for (EventRecord &record : m_records) {
        record.row = RowId{++row};
        TRY(columns.append(record));
    }
    const auto [first, last] = std::ranges::minmax_element(
        m_records, {}, [](const EventRecord &record) { return record.event.created; });
    m_events = {first->event.created, last->event.created + 1};
    return m_session->insert("INSERT INTO event FORMAT Native", columns.block(1, 1), u"load"_s, never);
}

FilterSqlContext LoadedArchive::contextOf(const QueryContext &query) const
{
    return {.query = query, .events = m_events};
}

Result<ArchiveSql> LoadedArchive::conditionOf(const Filter::NodePointer &filter,
                                              const QueryContext &query) const
{
    FilterSqlContext context = contextOf(query);
    TRY(auto sql, filterSql(filter, context));
    if (sql.open.empty())
        return sql.condition;
    for (const ClientRegex &regex : sql.open) {
        constexpr quint64 Limit = 100'000;
        TRY(const auto values,
            texts(distinctValuesSql(regex.field, fromEvents(watermark(), sql.condition), Limit)));
        TRY(auto evaluated, evaluateRegex(regex, values, {}));
        context.evaluated.push_back(std::move(evaluated));
    }
    TRY(auto whole, filterSql(filter, context));
    return std::move(whole.condition);
}

Result<std::vector<std::vector<qint64>>>
LoadedArchive::rowsOfEach(const std::vector<ArchiveSql> &conditions) const
{
    // The old server takes more than twice the time for twice the text.
    constexpr std::size_t MaxBytes = 10'000;
    std::vector<std::vector<qint64>> rows(conditions.size());
    for (std::size_t first = 0; first < conditions.size();) {
        ArchiveSql columns = "row";
        std::size_t last = first;
        for (; last < conditions.size() && (last == first || columns.text().size() < MaxBytes); ++last)
            columns += ", toUInt8(" + conditions[last] + ")";
        TRY(const QByteArray bytes,
            m_session->ask("SELECT " + columns + fromEvents(watermark(), "1") + " ORDER BY row", {}));
        RowBinaryReader reader(bytes);
        while (!reader.atEnd()) {
            const qint64 row = reader.readInt64();
            for (std::size_t condition = first; condition < last; ++condition) {
                if (reader.readUInt8() != 0)
                    rows[condition].push_back(row);
            }
        }
        TRY(reader.check());
        first = last;
    }
    return rows;
}

Result<std::vector<qint64>> LoadedArchive::rows(const Filter::NodePointer &filter,
                                                const QueryContext &query) const
{
    TRY(const auto condition, conditionOf(filter, query));
    return numbers("SELECT row" + fromEvents(watermark(), condition) + " ORDER BY row");
}

Result<std::vector<qint64>> LoadedArchive::evaluatedRows(const Filter::NodePointer &filter,
                                                         const QueryContext &query) const
{
    TRY(const auto evaluator, Filter::RowEvaluator::compile(filter, query));
    std::vector<qint64> rows;
    for (const EventRecord &record : m_records) {
        TRY(const bool matches, evaluator.matches(record));
        if (matches)
            rows.push_back(record.row.value);
    }
    return rows;
}

Result<std::vector<LoadedEngine>> loadedEngines(const std::vector<EventRecord> &records)
{
    std::vector<LoadedEngine> engines;
    for (RealEngine &real : realEngines()) {
        LoadedEngine engine{real.name, real.reasonMissing};
        if (engine.reasonMissing.isEmpty()) {
            engine.archive = std::make_unique<LoadedArchive>(std::move(real.server));
            TRY(engine.archive->load(records));
        }
        engines.push_back(std::move(engine));
    }
    return engines;
}

Result<std::vector<qint64>> LoadedArchive::pageRows(const ArchiveSql &sql, bool hasSigns) const
{
    TRY(const QByteArray bytes, m_session->ask(sql, {}));
    RowBinaryReader reader(bytes);
    std::vector<qint64> rows;
    while (!reader.atEnd()) {
        [[maybe_unused]] const qint64 created = reader.readInt64();
        [[maybe_unused]] const quint32 origin = reader.readUInt32();
        rows.push_back(reader.readInt64());
        [[maybe_unused]] const quint8 sign = hasSigns ? reader.readUInt8() : quint8(1);
    }
    TRY(reader.check());
    return rows;
}

Result<std::vector<qint64>> LoadedArchive::numbers(const ArchiveSql &sql) const
{
    TRY(const QByteArray bytes, m_session->ask(sql, {}));
    RowBinaryReader reader(bytes);
    std::vector<qint64> numbers;
    while (!reader.atEnd())
        numbers.push_back(reader.readInt64());
    TRY(reader.check());
    return numbers;
}

Result<std::vector<std::string>> LoadedArchive::texts(const ArchiveSql &sql) const
{
    TRY(const QByteArray bytes, m_session->ask(sql, {}));
    RowBinaryReader reader(bytes);
    std::vector<std::string> texts;
    while (!reader.atEnd())
        texts.emplace_back(reader.readText());
    TRY(reader.check());
    return texts;
}

} // namespace Trailglass::Testing
