// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/snapshotsql.h"

#include <algorithm>

namespace Trailglass {

namespace {

ArchiveSql originNumber(quint32 origin)
{
    return ArchiveSql::number(quint64(origin));
}

ArchiveSql upToLastBatch(const Watermark &watermark)
{
    if (watermark.last.empty())
        return "0";
    if (watermark.last.size() == 1) {
        const auto &[origin, batch] = watermark.last.front();
        return allOf({"origin = " + originNumber(origin), "batch <= " + ArchiveSql::number(batch)});
    }
    std::vector<ArchiveSql> origins;
    std::vector<ArchiveSql> batches;
    for (const auto &[origin, batch] : watermark.last) {
        origins.push_back(originNumber(origin));
        batches.push_back(ArchiveSql::number(batch));
    }
    // Batches begin with 1: no row of another origin counts.
    return "batch <= transform(origin, [" + joinSql(origins, ", ") + "], [" + joinSql(batches, ", ")
        + "], 0)";
}

/// Whether the batch would count if it was not void.
bool isWithin(const Watermark &watermark, quint32 origin, quint64 batch)
{
    const auto last = std::ranges::find(watermark.last, origin, &std::pair<quint32, quint64>::first);
    return last != watermark.last.end() && batch <= last->second;
}

} // namespace

ArchiveSql eventTableSql()
{
    return "event";
}

ArchiveSql eventCountSql()
{
    return "toInt64(sum(sign))";
}

ArchiveSql snapshotSql(const Watermark &watermark)
{
    std::vector<ArchiveSql> conditions{upToLastBatch(watermark)};
    for (auto next = watermark.voids.begin(); next != watermark.voids.end();) {
        const quint32 origin = next->first;
        std::vector<ArchiveSql> batches;
        for (; next != watermark.voids.end() && next->first == origin; ++next) {
            if (isWithin(watermark, origin, next->second))
                batches.push_back(ArchiveSql::number(next->second));
        }
        if (!batches.empty()) {
            conditions.push_back("NOT (origin = " + originNumber(origin) + " AND batch IN ("
                                 + joinSql(batches, ", ") + "))");
        }
    }
    return allOf(conditions);
}

ArchiveSql fromEvents(const Watermark &watermark, const ArchiveSql &condition)
{
    return " FROM " + eventTableSql() + " WHERE " + snapshotSql(watermark) + " AND " + condition;
}

ArchiveSql fromMetEvents(const Watermark &watermark, const ArchiveSql &condition)
{
    return " FROM " + eventTableSql() + " PREWHERE " + snapshotSql(watermark) + " AND " + condition;
}

} // namespace Trailglass
