// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/pagesql.h"

#include "models/archive/snapshotsql.h"

namespace Trailglass {

namespace {

/// `created, origin, row` and the columns of an order.
ArchiveSql keyColumns(const OrderSql &order)
{
    std::vector<ArchiveSql> columns{"created", "origin", "row"};
    columns.insert(columns.end(), order.columns.begin(), order.columns.end());
    return joinSql(columns, ", ");
}

/// The names of the same.
ArchiveSql keyNames(const OrderSql &order)
{
    std::vector<ArchiveSql> names{"created", "origin", "row"};
    for (std::size_t index = 0; index < order.columns.size(); ++index)
        names.push_back(ArchiveSql::identifier(sortColumnName(index)));
    return joinSql(names, ", ");
}

} // namespace

ArchiveSql inTime(const ArchiveSql &from, const TimeWindow &created)
{
    return from + " AND " + isInWindows("created", {created});
}

ArchiveSql countSql(const ArchiveSql &from)
{
    return "SELECT " + eventCountSql() + from;
}

ArchiveSql extentSql(const ArchiveSql &from)
{
    return "SELECT min(created), max(created)" + from;
}

ArchiveSql firstRowsSql(const ArchiveSql &from, const OrderSql &order, quint64 limit)
{
    const ArchiveSql end = " ORDER BY " + order.order + " LIMIT " + ArchiveSql::number(limit);
    if (order.columns.empty())
        return "SELECT created, origin, row, sign" + from + end;
    return "SELECT created, origin, row, sign FROM (SELECT " + keyColumns(order) + ", sign" + from + ")"
        + end;
}

ArchiveSql recordsSql(const ArchiveSql &from, const OrderSql &order, const std::vector<std::string> &columns)
{
    std::vector<ArchiveSql> names;
    names.reserve(columns.size() + 1);
    for (const std::string &column : columns)
        names.push_back(ArchiveSql::identifier(column));
    names.push_back("sign");
    const ArchiveSql record = joinSql(names, ", ");
    const ArchiveSql end = " ORDER BY " + order.order;
    if (order.columns.empty())
        return "SELECT " + record + from + end;
    return "SELECT " + record + " FROM (SELECT " + record + ", " + joinSql(order.columns, ", ") + from + ")"
        + end;
}

ArchiveSql pageSql(const ArchiveSql &from, const OrderSql &order, quint64 first, quint64 count)
{
    return "SELECT created, origin, row FROM (SELECT " + keyColumns(order) + from + " GROUP BY "
        + keyNames(order) + " HAVING sum(sign) > 0) ORDER BY " + order.order + " LIMIT "
        + ArchiveSql::number(first) + ", " + ArchiveSql::number(count);
}

} // namespace Trailglass
