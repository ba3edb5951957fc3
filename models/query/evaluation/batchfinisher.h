// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/query/evaluation/condition.h"
#include "models/query/evaluation/rawcursor.h"

namespace Trailglass {

/// Decides the undecided rows of batches and fetches what is asked from the raw JSON of the matched ones.
///
/// Unpacks a block at most once a batch, and only when a row needs it.
/// \thread one object a thread
class BatchFinisher
{
public:
    /// \param condition  what undecided rows must meet
    /// \param layout  of the batches; must outlive this object
    BatchFinisher(ConditionPointer condition, const RowLayout &layout, CancelToken cancel);

    /// Failure is left in ScanBatch::error: Usage (match limit), Storage (damaged block), Cancelled.
    void finish(ScanBatch &batch);

private:
    [[nodiscard]] bool decide(ScanBatch &batch, std::size_t index);
    void fetchOutputs(ScanBatch &batch, std::size_t index);
    std::string_view rawOf(ScanBatch &batch, RowId row);

    ConditionPointer m_condition;
    const RowLayout &m_layout;
    CancelToken m_cancel;
    RawCursor m_raw;
    std::vector<std::string_view> m_texts;
    std::string m_scratch;
};

} // namespace Trailglass
