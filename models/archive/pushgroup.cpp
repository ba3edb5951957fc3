// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/pushgroup.h"

#include "models/archive/eventbatch.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"

#include <algorithm>
#include <map>

namespace Trailglass {

namespace {

/// Rows that are read at once: their raw JSON is in memory then.
constexpr qint64 RowsPerRead = 256;

std::vector<RowId> rowsBetween(qint64 first, qint64 last)
{
    std::vector<RowId> rows;
    for (qint64 row = first; row <= last; ++row)
        rows.push_back(RowId{row});
    return rows;
}

} // namespace

Result<PushGroup> PushGroup::read(const EventReader &reader, const Rows &rows, const PushPlan &plan,
                                  ArchiveDialect dialect, const CancelToken &cancel)
{
    PushGroup group;
    group.lastRow = rows.after;
    const qint64 last = std::min(rows.last.value, rows.after.value + plan.groupRows);
    std::map<quint32, std::unique_ptr<EventBatch>> months;
    std::size_t bytes = 0;
    while (group.lastRow.value < last && bytes < plan.groupBytes) {
        const qint64 first = group.lastRow.value + 1;
        qint64 end = std::min(last, group.lastRow.value + RowsPerRead);
        TRY(const std::vector<EventRecord> records,
            reader.records(rowsBetween(first, end), EventReader::WithRaw::Yes));
        for (const EventRecord &record : records) {
            if (cancel.isCancelled())
                return Error{.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
            std::unique_ptr<EventBatch> &batch = months[archiveMonth(record.event.created)];
            if (!batch)
                batch = std::make_unique<EventBatch>(dialect, archiveMonth(record.event.created));
            const std::size_t before = batch->bytes();
            if (!batch->append(record)) {
                ++group.leftOut;
                continue;
            }
            ++group.events;
            bytes += batch->bytes() - before;
            group.sources.emplace(record.source, record.vendor);
            if (bytes >= plan.groupBytes) {
                end = record.row.value; // the next group reads the others again
                break;
            }
        }
        group.lastRow.value = end;
    }
    for (auto &[month, batch] : months) {
        if (batch->content().rows > 0)
            group.batches.push_back(std::move(batch));
    }
    return group;
}

} // namespace Trailglass
