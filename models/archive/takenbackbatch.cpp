// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/takenbackbatch.h"

#include "models/archive/archivesession.h"
#include "models/archive/contenthash.h"
#include "models/archive/eventtable.h"
#include "models/archive/rowbinary.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// Of one statement, which reads the rows of the origin once.
constexpr std::size_t MaxRangesPerStatement = 10'000;

/// Ascending, without overlaps, and none past \a last.
std::vector<RemovedRange> disjointRanges(std::span<const RemovedRange> ranges, RowId last)
{
    std::vector<RemovedRange> sorted(ranges.begin(), ranges.end());
    std::ranges::sort(sorted, {}, &RemovedRange::first);
    std::vector<RemovedRange> disjoint;
    for (const RemovedRange &range : sorted) {
        if (range.first > last)
            break;
        const RowId end = std::min(range.last, last);
        if (!disjoint.empty() && range.first.value <= disjoint.back().last.value + 1)
            disjoint.back().last = std::max(disjoint.back().last, end);
        else
            disjoint.push_back({range.first, end});
    }
    return disjoint;
}

ArchiveSql isInRanges(std::span<const RemovedRange> ranges)
{
    std::vector<ArchiveSql> singles;
    std::vector<ArchiveSql> conditions;
    for (const RemovedRange &range : ranges) {
        const ArchiveSql first = ArchiveSql::number(range.first.value);
        if (range.first == range.last)
            singles.push_back(first);
        else
            conditions.push_back("(row >= " + first + " AND row <= " + ArchiveSql::number(range.last.value)
                                 + ")");
    }
    if (!singles.empty())
        conditions.push_back("row IN (" + joinSql(singles, ", ") + ")");
    return anyOf(conditions);
}

/// Rows that the archive has and that were not taken back.
ArchiveSql isListedIn(quint32 origin, const OriginLedger &ledger, std::span<const RemovedRange> ranges)
{
    const ArchiveSql rows = isInRanges(ranges) + " AND " + ledger.counting(origin);
    return rows + " AND sign = 1 AND row GLOBAL NOT IN (SELECT row FROM event WHERE " + rows
        + " AND sign = -1)";
}

} // namespace

Result<std::vector<std::unique_ptr<OutgoingBatch>>>
TakenBackBatch::find(ArchiveSession &session, quint32 origin, const OriginLedger &ledger,
                     std::span<const RemovedRange> ranges, const CancelToken &cancel)
{
    const std::vector<RemovedRange> disjoint = disjointRanges(ranges, ledger.upTo.row);
    std::vector<std::unique_ptr<OutgoingBatch>> batches;
    for (std::size_t first = 0; first < disjoint.size(); first += MaxRangesPerStatement) {
        const std::size_t count = std::min(MaxRangesPerStatement, disjoint.size() - first);
        const ArchiveSql condition = isListedIn(origin, ledger, std::span(disjoint).subspan(first, count));
        TRY(const QByteArray bytes,
            session.ask("SELECT toUInt32(month), toInt64(count()), sum(toUInt64(created)), sum("
                            + contentHashSql()
                            + "), toInt64(min(created)), toInt64(max(created)) FROM event WHERE " + condition
                            + " GROUP BY month ORDER BY month",
                        cancel));
        RowBinaryReader reader(bytes);
        while (!reader.atEnd()) {
            BatchContent content;
            content.month = reader.readUInt32();
            content.rows = -reader.readInt64();
            content.createdSum = quint64{0} - reader.readUInt64();
            content.contentSum = quint64{0} - reader.readUInt64();
            content.firstCreated.value = reader.readInt64();
            content.lastCreated.value = reader.readInt64();
            TRY(reader.check());
            batches.push_back(std::make_unique<TakenBackBatch>(
                "month = " + ArchiveSql::number(quint64{content.month}) + " AND " + condition, content));
        }
    }
    return batches;
}

TakenBackBatch::TakenBackBatch(ArchiveSql condition, const BatchContent &content)
    : m_condition(std::move(condition))
    , m_content(content)
{
}

Result<void> TakenBackBatch::send(ArchiveSession &session, const BatchNumber &number,
                                  const CancelToken &cancel)
{
    std::vector<ArchiveSql> columns;
    std::vector<ArchiveSql> values;
    // The names are the same in both dialects. Values have no names of their own: the condition would mean those.
    for (const EventTableColumn &column : eventTableColumns(ArchiveDialect::Plain)) {
        columns.push_back(ArchiveSql::identifier(column.name));
        if (column.name == "batch")
            values.push_back("toUInt64(" + ArchiveSql::number(number.number) + ")");
        else
            values.push_back(column.name == "sign" ? ArchiveSql("toInt8(-1)") : columns.back());
    }
    return session.executeOnce("INSERT INTO event (" + joinSql(columns, ", ") + ") SELECT "
                                   + joinSql(values, ", ") + " FROM event WHERE " + m_condition,
                               number.queryId(), cancel);
}

Result<bool> TakenBackBatch::isThere(ArchiveSession &session, const BatchNumber &number,
                                     const CancelToken &cancel)
{
    return areEventsThere(session, number, m_content, cancel);
}

} // namespace Trailglass
