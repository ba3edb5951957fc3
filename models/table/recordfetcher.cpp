// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/recordfetcher.h"

#include <memory>
#include <utility>

namespace Trailglass {

void RecordFetcher::fetch(std::vector<RowId> rows, WithRaw raw, QObject *context, Done done)
{
    const auto records = std::make_shared<std::vector<EventRecord>>();
    const auto take = [records](EventRecord &&record) {
        records->push_back(std::move(record));
    };
    read(std::move(rows), raw, take, context, [records, done = std::move(done)](const Result<void> &ended) {
        if (ended)
            done(std::move(*records));
        else
            done(ended.error());
    });
}

} // namespace Trailglass
