// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/facetsql.h"

#include "models/archive/eventtable.h"
#include "models/archive/pathvalues.h"
#include "models/archive/snapshotsql.h"
#include "models/filter/timereference.h"

namespace Trailglass {

namespace {

ArchiveSql facetColumn(std::size_t index)
{
    return ArchiveSql::identifier("facet" + std::to_string(index));
}

/// Whether a row of the result is of the group of a field.
ArchiveSql isOfField(std::size_t index)
{
    return "grouping(" + facetColumn(index) + ") = 0";
}

} // namespace

FacetSql::FacetSql(ArchiveSql from, quint64 limit, const LocalTimeSql *localTime)
    : m_from(std::move(from))
    , m_limit(limit)
    , m_localTime(localTime)
{
}

bool FacetSql::sharesQuery(const Filter::FieldReference &field)
{
    return !std::holds_alternative<Filter::JsonPath>(field) && !isTime(field)
        && field != Filter::FieldReference(Field::Raw);
}

/// One value for each row; of a path, a row for each distinct value, or one for none.
ArchiveSql FacetSql::valueOf(const Filter::FieldReference &field) const
{
    if (const auto *derived = std::get_if<Filter::DerivedField>(&field))
        return m_localTime->text(*derived);
    if (const auto *path = std::get_if<Filter::JsonPath>(&field))
        return "arrayJoin(emptyArrayToSingle(arrayDistinct(" + PathValues(*path).presentTexts() + ")))";
    return ArchiveSql::identifier(archiveColumnName(std::get<Field>(field)));
}

ArchiveSql FacetSql::limited(const ArchiveSql &limitBy) const
{
    return m_limit == 0 ? ArchiveSql() : " LIMIT " + ArchiveSql::number(m_limit) + limitBy;
}

ArchiveSql FacetSql::ofField(const Filter::FieldReference &field) const
{
    if (isTime(field)) {
        const ArchiveSql column = valueOf(field);
        return "SELECT toString(" + column + ") AS value, " + eventCountSql() + " AS events" + m_from
            + " GROUP BY " + column + " HAVING events > 0 ORDER BY events DESC, " + column + limited({});
    }
    return "SELECT " + valueOf(field) + " AS value, " + eventCountSql() + " AS events" + m_from
        + " GROUP BY value HAVING events > 0 ORDER BY events DESC, value = '', value" + limited({});
}

ArchiveSql FacetSql::ofFields(const std::vector<Filter::FieldReference> &fields) const
{
    std::vector<ArchiveSql> columns;
    std::vector<ArchiveSql> sets;
    std::vector<ArchiveSql> numbers;
    std::vector<ArchiveSql> values;
    for (std::size_t index = 0; index < fields.size(); ++index) {
        columns.push_back(valueOf(fields[index]) + " AS " + facetColumn(index));
        sets.push_back("(" + facetColumn(index) + ")");
        const bool isLast = index + 1 == fields.size();
        numbers.push_back(isLast ? ArchiveSql::number(quint64(index))
                                 : isOfField(index) + ", " + ArchiveSql::number(quint64(index)));
        values.push_back(isLast ? facetColumn(index) : isOfField(index) + ", " + facetColumn(index));
    }
    return "SELECT toUInt8(multiIf(" + joinSql(numbers, ", ") + ")) AS facet, multiIf("
        + joinSql(values, ", ") + ") AS value, " + eventCountSql() + " AS events FROM (SELECT sign, "
        + joinSql(columns, ", ") + m_from + ") GROUP BY GROUPING SETS (" + joinSql(sets, ", ")
        + ") HAVING events > 0 ORDER BY facet, events DESC, value = '', value" + limited(" BY facet");
}

} // namespace Trailglass
