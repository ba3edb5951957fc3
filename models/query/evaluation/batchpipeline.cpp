// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/batchpipeline.h"

#include "models/core/result.h"
#include "models/query/evaluation/rawoutputreader.h"
#include "models/store/sqlconnection.h"

namespace Trailglass {

Result<BatchPipeline> BatchPipeline::open(SqlConnection &connection, const RowLayout &layout,
                                          CancelToken cancel, BatchVisitor visit)
{
    TRY(auto blocks, PackedBlocks::open(connection));
    return BatchPipeline(std::move(blocks), layout, std::move(cancel), std::move(visit));
}

BatchPipeline::BatchPipeline(PackedBlocks blocks, const RowLayout &layout, CancelToken cancel,
                             BatchVisitor visit)
    : m_blocks(std::move(blocks))
    , m_layout(&layout)
    , m_cancel(std::move(cancel))
    , m_visit(std::move(visit))
{
}

Result<void> BatchPipeline::submit(std::unique_ptr<RowBatch> batch)
{
    if (m_layout->rawOutputs().empty())
        return deliver(*batch);
    TRY(loadBlocks(*batch));
    if (!m_workers) {
        m_workers = std::make_unique<OrderedWorkers<RowBatch>>([layout = m_layout, cancel = m_cancel] {
            const auto reader = std::make_shared<RawOutputReader>(*layout, cancel);
            return [reader](RowBatch &work) {
                reader->read(work);
            };
        });
    }
    const auto oldest = m_workers->exchange(std::move(batch));
    return oldest ? deliver(*oldest) : Result<void>();
}

Result<void> BatchPipeline::finish()
{
    while (const auto batch = m_workers ? m_workers->takeOldest() : nullptr)
        TRY(deliver(*batch));
    return {};
}

Result<void> BatchPipeline::loadBlocks(RowBatch &batch)
{
    for (std::size_t index = 0; index < batch.size(); ++index)
        TRY(m_blocks.addBlockOf(batch.row(index), batch.blocks));
    return {};
}

Result<void> BatchPipeline::deliver(const RowBatch &batch) const
{
    if (batch.error)
        return *batch.error;
    m_visit(batch);
    return {};
}

} // namespace Trailglass
