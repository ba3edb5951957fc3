// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/selectedrows.h"

#include "models/core/result.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/segmentrows.h"

#include <utility>

namespace Trailglass {

Result<void> visitSelected(SqlConnection &connection, const ColumnIndex &index, const Selection &selection,
                           const RowScan &scan, const BatchVisitor &visit)
{
    TRY(auto pipeline, BatchPipeline::open(connection, scan.layout, scan.cancel, visit));
    TRY(auto rows, SegmentRows::open(connection, scan.layout));
    auto batch = std::make_unique<RowBatch>(scan.layout);
    for (std::size_t place = 0; place < index.segments.size(); ++place) {
        const Segment &segment = *index.segments[place].segment;
        const RowBits &selected = selection.segments[place].yes;
        const SegmentColumns columns(segment, scan.layout, scan.calendar);
        for (std::size_t first = 0; first < selected.size(); first += BatchPipeline::RowsPerBatch) {
            if (scan.cancel.isCancelled())
                return queryStopped();
            const RowBits range = selected.slice(first, BatchPipeline::RowsPerBatch);
            if (range.isEmpty())
                continue;
            TRY(rows.add({segment, columns, first, range}, *batch));
            if (batch->size() < BatchPipeline::RowsPerBatch)
                continue;
            TRY(pipeline.submit(std::exchange(batch, std::make_unique<RowBatch>(scan.layout))));
        }
    }
    TRY(pipeline.submit(std::move(batch)));
    return pipeline.finish();
}

} // namespace Trailglass
