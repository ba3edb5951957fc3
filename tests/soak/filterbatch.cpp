// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/soak/filterbatch.h"

#include "models/archive/eventtable.h"
#include "models/archive/rowbinary.h"
#include "models/archive/snapshotsql.h"

#include <utility>

namespace Trailglass::Soak {

namespace {

ArchiveSql filterName(std::size_t index)
{
    return ArchiveSql::identifier("filter" + std::to_string(index));
}

} // namespace

FilterBatch::FilterBatch(ArchiveSession &session, std::vector<Field> fields)
    : m_session(session)
    , m_fields(std::move(fields))
{
}

void FilterBatch::add(const ArchiveQuery &query)
{
    m_events = fromEvents(query.events->state.watermark, "1");
    m_conditions.push_back(query.condition);
    m_bytes += query.condition.text().size();
}

Result<std::vector<FilterResult>> FilterBatch::take()
{
    std::vector<FilterResult> results(m_conditions.size());
    for (FilterResult &result : results)
        result.facets.resize(m_fields.size());
    if (!results.empty()) {
        TRY(readRows(results));
        TRY(readCounts(results));
    }
    m_conditions.clear();
    m_bytes = 0;
    return results;
}

/// Whether each filter finds a row; a row that was taken back comes twice, with both signs.
Result<void> FilterBatch::readRows(std::vector<FilterResult> &results)
{
    ArchiveSql columns = "row";
    for (const ArchiveSql &condition : m_conditions)
        columns += ", toUInt8(sum(sign * toUInt8(" + condition + ")))";
    TRY(const QByteArray bytes,
        m_session.ask("SELECT " + columns + m_events + " GROUP BY row ORDER BY row", {}));
    RowBinaryReader reader(bytes);
    while (!reader.atEnd()) {
        const qint64 row = reader.readInt64();
        for (FilterResult &result : results) {
            if (reader.readUInt8() != 0)
                result.rows.push_back(row);
        }
        TRY(reader.check());
    }
    return {};
}

/// Each row once for the count, which is field 0, and once for each field.
Result<void> FilterBatch::readCounts(std::vector<FilterResult> &results)
{
    ArchiveSql inner = "sign";
    ArchiveSql sums;
    for (std::size_t index = 0; index < m_conditions.size(); ++index) {
        inner += ", toUInt8(" + m_conditions[index] + ") AS " + filterName(index);
        sums += ", toInt64(sum(sign * " + filterName(index) + "))";
    }
    ArchiveSql values = "(toUInt8(0), '')";
    for (std::size_t field = 0; field < m_fields.size(); ++field) {
        values += ", (toUInt8(" + ArchiveSql::number(quint64{field + 1}) + "), toString("
            + ArchiveSql::identifier(archiveColumnName(m_fields[field])) + "))";
    }
    TRY(const QByteArray bytes,
        m_session.ask("SELECT toUInt8(facet.1), facet.2" + sums + " FROM (SELECT " + inner + ", arrayJoin(["
                          + values + "]) AS facet" + m_events + ") GROUP BY facet.1, facet.2",
                      {}));
    RowBinaryReader reader(bytes);
    while (!reader.atEnd()) {
        const std::size_t field = reader.readUInt8();
        const std::string value(reader.readText());
        for (FilterResult &result : results) {
            const qint64 count = reader.readInt64();
            if (field == 0)
                result.count = count;
            else if (count != 0 && field <= result.facets.size())
                result.facets[field - 1].emplace(value, count);
        }
        TRY(reader.check());
    }
    return {};
}

} // namespace Trailglass::Soak
