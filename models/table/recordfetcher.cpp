// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/recordfetcher.h"

#include <memory>
#include <utility>

namespace Trailglass {

void RecordFetcher::fetch(std::shared_ptr<const ResultRows> result, std::vector<RowId> rows, WithRaw raw,
                          QObject *context, Done done)
{
    const auto records = std::make_shared<std::vector<EventRecord>>();
    const auto take = [records](std::size_t, EventRecord &&record) {
        records->push_back(std::move(record));
    };
    const auto finish = [records, done = std::move(done)](const Result<void> &ended) {
        if (ended)
            done(std::move(*records));
        else
            done(ended.error());
    };
    read({std::move(result), std::move(rows)}, raw, take, context, finish);
}

} // namespace Trailglass
