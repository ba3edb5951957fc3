// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/orderedworkers.h"
#include "models/query/evaluation/packedblocks.h"
#include "models/query/evaluation/rowbatch.h"

#include <functional>
#include <memory>

namespace Trailglass {

class SqlConnection;

/// Called with complete batches in row order.
using BatchVisitor = std::function<void(const RowBatch &)>;

/// Takes batches as they are read, has their raw outputs read on several threads, and hands them on in the
/// order they came.
///
/// \thread the connection's, within its transaction and cancel scope; the visitor is called on it
class BatchPipeline
{
public:
    /// Rows a batch: about 16 blocks of raw JSON, so that few are unpacked twice, and well under 100 ms of
    /// work.
    static constexpr std::size_t RowsPerBatch = 4096;

    /// \param layout  of the batches; must outlive this object
    /// \error Storage, Cancelled
    static Result<BatchPipeline> open(SqlConnection &connection, const RowLayout &layout, CancelToken cancel,
                                      BatchVisitor visit);

    /// \error Cancelled, Storage
    Result<void> submit(std::unique_ptr<RowBatch> batch);

    /// Hands on all that is left.
    /// \error as submit()
    Result<void> finish();

private:
    BatchPipeline(PackedBlocks blocks, const RowLayout &layout, CancelToken cancel, BatchVisitor visit);

    Result<void> loadBlocks(RowBatch &batch);
    Result<void> deliver(const RowBatch &batch) const;

    PackedBlocks m_blocks;
    const RowLayout *m_layout;
    CancelToken m_cancel;
    BatchVisitor m_visit;
    std::unique_ptr<OrderedWorkers<RowBatch>> m_workers; ///< null where the layout has no raw outputs
};

} // namespace Trailglass
