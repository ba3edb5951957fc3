// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/query/evaluation/condition.h"
#include "models/query/evaluation/orderedworkers.h"
#include "models/query/evaluation/packedblocks.h"

#include <functional>
#include <memory>

namespace Trailglass {

class SqlConnection;

/// Called with finished batches in row order; only the matched rows count.
using BatchVisitor = std::function<void(const ScanBatch &)>;

/// Takes batches as they are read, has what is undecided in them decided on several threads, and hands them
/// on in the order they came.
///
/// \thread the connection's, within its transaction and cancel scope; the visitor is called on it
class BatchPipeline
{
public:
    /// Rows a batch: about 16 blocks of raw JSON, so that few are unpacked twice, and well under 100 ms of
    /// work.
    static constexpr std::size_t RowsPerBatch = 4096;

    /// \param condition  what undecided rows must meet
    /// \param layout  of the batches; must outlive this object
    static Result<BatchPipeline> open(SqlConnection &connection, ConditionPointer condition,
                                      const RowLayout &layout, CancelToken cancel, BatchVisitor visit);

    /// \error Cancelled, Storage, Usage (a regex over its match limit)
    Result<void> submit(std::unique_ptr<ScanBatch> batch);

    /// Hands on all that is left. Errors as submit().
    Result<void> finish();

private:
    BatchPipeline(PackedBlocks blocks, ConditionPointer condition, const RowLayout &layout,
                  CancelToken cancel, BatchVisitor visit);

    Result<void> loadBlocks(ScanBatch &batch);
    Result<void> deliver(const ScanBatch &batch) const;

    PackedBlocks m_blocks;
    ConditionPointer m_condition;
    const RowLayout *m_layout;
    CancelToken m_cancel;
    BatchVisitor m_visit;
    std::unique_ptr<OrderedWorkers<ScanBatch>> m_workers; ///< started with the first batch that needs work
};

} // namespace Trailglass
