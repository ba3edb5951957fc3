// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/histogramsql.h"

#include "models/archive/eventtable.h"
#include "models/archive/snapshotsql.h"

namespace Trailglass {

namespace {

/// Two versions of a server have different types for the same sum.
ArchiveSql groupColumn(const TimeGroups &groups)
{
    return "toInt64(" + groups.expression() + ") AS time_group";
}

} // namespace

ArchiveSql groupCountsSql(const ArchiveSql &from, const TimeGroups &groups)
{
    return "SELECT " + groupColumn(groups) + ", " + eventCountSql() + from
        + " GROUP BY time_group ORDER BY time_group";
}

ArchiveSql splitGroupCountsSql(const ArchiveSql &from, const TimeGroups &groups,
                               const Filter::FieldReference &field, const LocalTimeSql *localTime)
{
    const auto *derived = std::get_if<Filter::DerivedField>(&field);
    const ArchiveSql value = derived ? localTime->text(*derived)
                                     : ArchiveSql::identifier(archiveColumnName(std::get<Field>(field)));
    return "SELECT " + groupColumn(groups) + ", " + value + " AS value, " + eventCountSql() + from
        + " GROUP BY time_group, value ORDER BY time_group, value";
}

} // namespace Trailglass
