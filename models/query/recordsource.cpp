// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/recordsource.h"

#include "models/query/evaluation/querystopped.h"

#include <algorithm>

namespace Trailglass {

Result<void> RecordSource::readPages(const ResultRows &rows, bool withRaw, const TakePage &take,
                                     const CancelToken &cancel)
{
    for (std::size_t first = 0; first < rows.size(); first += PageRows) {
        if (cancel.isCancelled())
            return queryStopped();
        TRY(auto page, readPage(rows, {first, PageRows}, withRaw, cancel));
        TRY(take(std::move(page)));
    }
    return {};
}

Result<std::vector<EventRecord>> RecordSource::readPage(const ResultRows &rows, PlaceRange part, bool withRaw,
                                                        const CancelToken &cancel)
{
    std::vector<EventRecord> records;
    records.reserve(std::min(part.count, rows.size() - part.first));
    const auto keep = [&records](std::size_t, EventRecord &&record) {
        records.push_back(std::move(record));
    };
    TRY(read(rows, part, withRaw, keep, cancel));
    return records;
}

} // namespace Trailglass
