// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/recordfetcher.h"

#include "models/query/memoryresult.h"

#include <memory>
#include <utility>

namespace Trailglass {

void RecordFetcher::fetch(std::vector<RowId> rows, WithRaw raw, QObject *context, Done done)
{
    const auto records = std::make_shared<std::vector<EventRecord>>();
    const std::size_t count = rows.size();
    const auto list = std::make_shared<const MemoryResult>(RowId(), RowList(rows.begin(), rows.end()));
    const auto take = [records](std::size_t, EventRecord &&record) {
        records->push_back(std::move(record));
    };
    read({list, 0, count}, raw, take, context, [records, done = std::move(done)](const Result<void> &ended) {
        if (ended)
            done(std::move(*records));
        else
            done(ended.error());
    });
}

} // namespace Trailglass
