// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/storerecordsource.h"

#include <algorithm>
#include <numeric>

namespace Trailglass {

StoreRecordSource::StoreRecordSource(const EventReader &reader)
    : m_reader(reader)
{
}

Result<std::vector<EventRecord>> StoreRecordSource::records(std::span<const RowId> rows, bool withRaw)
{
    // Read in row order, each page of the file and each block of raw JSON is opened once: sorted by
    // time, rows of several sources lie in as many places, turn about.
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [rows](std::size_t place) { return rows[place]; });
    std::vector<RowId> ascending(rows.size());
    std::ranges::transform(order, ascending.begin(), [rows](std::size_t place) { return rows[place]; });
    auto found = m_reader.records(ascending, withRaw ? EventReader::WithRaw::Yes : EventReader::WithRaw::No);
    if (!found)
        return found;
    std::vector<EventRecord> records(rows.size());
    auto next = found->begin();
    for (std::size_t place = 0; place < order.size() && next != found->end(); ++place) {
        if (next->row == ascending[place])
            records[order[place]] = std::move(*next++);
    }
    std::erase_if(records, [](const EventRecord &record) { return !record.row; });
    return records;
}

} // namespace Trailglass
