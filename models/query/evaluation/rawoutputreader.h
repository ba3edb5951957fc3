// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/query/evaluation/rawcursor.h"
#include "models/query/evaluation/rowbatch.h"

namespace Trailglass {

/// Reads the raw outputs of batches.
///
/// Unpacks a block at most once a batch.
/// \thread one object a thread
class RawOutputReader
{
public:
    /// \param layout  of the batches; must outlive this object
    RawOutputReader(const RowLayout &layout, CancelToken cancel);

    /// Failure is left in RowBatch::error: Storage (damaged block), Cancelled.
    void read(RowBatch &batch);

private:
    void readRow(RowBatch &batch, std::size_t index);

    const RowLayout &m_layout;
    CancelToken m_cancel;
    RawCursor m_raw;
};

} // namespace Trailglass
