// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/recordsource.h"

#include "models/query/evaluation/querystopped.h"

namespace Trailglass {

Result<void> RecordSource::readPages(const ResultRows &rows, bool withRaw, const TakePage &take,
                                     const CancelToken &cancel)
{
    for (std::size_t first = 0; first < rows.size(); first += PageRows) {
        if (cancel.isCancelled())
            return queryStopped();
        std::vector<EventRecord> records;
        const auto keep = [&records](std::size_t, EventRecord &&record) {
            records.push_back(std::move(record));
        };
        TRY(read(rows, {first, PageRows}, withRaw, keep, cancel));
        TRY(take(std::move(records)));
    }
    return {};
}

} // namespace Trailglass
