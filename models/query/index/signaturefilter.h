// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/textscanjob.h"
#include "models/store/rawsignatures.h"

namespace Trailglass {

/// Removes rows from jobs that cannot match according to the signatures of their blocks, so that neither their
/// texts nor their raw JSON are read.
///
/// \thread the connection's, within its transaction
class SignatureFilter
{
public:
    /// \param connection  outlives this object
    /// \param conditions  by part of the jobs
    static Result<SignatureFilter> open(SqlConnection &connection, std::vector<ConditionPointer> conditions);

    /// Removed rows are recorded as decided: they do not meet a part.
    /// \error Storage, Cancelled
    Result<void> ruleOut(TextScanJob &job);

private:
    SignatureFilter(std::vector<ConditionPointer> conditions, RawSignatures signatures, Statement find);

    /// Rows of a job, the last one not included.
    struct Range
    {
        std::size_t first = 0;
        std::size_t end = 0;
    };

    Result<Range> ruleOutBlockOf(TextScanJob &job, std::size_t row);

    std::vector<ConditionPointer> m_conditions;
    bool m_mayRuleOut = false; ///< else no signature is worth reading: none of the conditions names a text
    RawSignatures m_signatures;
    Statement m_find;
};

} // namespace Trailglass
