// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/batchpipeline.h"

#include "models/core/result.h"
#include "models/query/evaluation/batchfinisher.h"
#include "models/store/sqlconnection.h"

namespace Trailglass {

Result<BatchPipeline> BatchPipeline::open(SqlConnection &connection, ConditionPointer condition,
                                          const RowLayout &layout, CancelToken cancel, BatchVisitor visit)
{
    TRY(auto blocks, PackedBlocks::open(connection));
    return BatchPipeline(std::move(blocks), std::move(condition), layout, std::move(cancel),
                         std::move(visit));
}

BatchPipeline::BatchPipeline(PackedBlocks blocks, ConditionPointer condition, const RowLayout &layout,
                             CancelToken cancel, BatchVisitor visit)
    : m_blocks(std::move(blocks))
    , m_condition(std::move(condition))
    , m_layout(&layout)
    , m_cancel(std::move(cancel))
    , m_visit(std::move(visit))
{
}

Result<void> BatchPipeline::submit(std::unique_ptr<ScanBatch> batch)
{
    // Once threads are at work every batch goes through them: that is what keeps the order.
    if (!batch->needsWork() && !m_workers)
        return deliver(*batch);
    if (const auto loaded = loadBlocks(*batch); !loaded)
        return loaded;
    if (!m_workers) {
        m_workers = std::make_unique<OrderedWorkers<ScanBatch>>(
            [condition = m_condition, layout = m_layout, cancel = m_cancel] {
                const auto finisher = std::make_shared<BatchFinisher>(condition, *layout, cancel);
                return [finisher](ScanBatch &work) {
                    finisher->finish(work);
                };
            });
    }
    const auto oldest = m_workers->exchange(std::move(batch));
    return oldest ? deliver(*oldest) : Result<void>();
}

Result<void> BatchPipeline::finish()
{
    while (const auto batch = m_workers ? m_workers->takeOldest() : nullptr) {
        if (const auto delivered = deliver(*batch); !delivered)
            return delivered;
    }
    return {};
}

Result<void> BatchPipeline::loadBlocks(ScanBatch &batch)
{
    const bool always = !m_layout->rawOutputs().empty();
    if (!always && m_condition->cost() < Condition::Cost::Raw)
        return {};
    for (std::size_t index = 0; index < batch.size(); ++index) {
        if (!always && batch.isMatched(index))
            continue;
        if (const auto added = m_blocks.addBlockOf(batch.row(index), batch.blocks); !added)
            return added;
    }
    return {};
}

Result<void> BatchPipeline::deliver(const ScanBatch &batch) const
{
    if (batch.error)
        return *batch.error;
    m_visit(batch);
    return {};
}

} // namespace Trailglass
