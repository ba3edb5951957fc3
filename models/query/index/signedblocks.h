// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/textjob.h"
#include "models/store/rawsignatures.h"

namespace Trailglass {

/// Takes rows out of text jobs that cannot match, as the signatures of their blocks tell, so that neither
/// their texts nor their raw JSON are read.
///
/// \thread the connection's, within its transaction
class SignedBlocks
{
public:
    /// \param connection  outlives this object
    /// \param conditions  by part of the jobs
    static Result<SignedBlocks> open(SqlConnection &connection, std::vector<ConditionPointer> conditions);

    /// What is taken out is noted as found out: it does not meet a part.
    /// \error Storage, Cancelled
    Result<void> ruleOut(TextJob &job);

private:
    SignedBlocks(std::vector<ConditionPointer> conditions, RawSignatures signatures, Statement find);

    /// Rows of a job, the last one not included.
    struct Range
    {
        std::size_t first = 0;
        std::size_t end = 0;
    };

    Result<Range> ruleOutBlockOf(TextJob &job, std::size_t row);

    std::vector<ConditionPointer> m_conditions;
    bool m_mayRuleOut = false; ///< else no signature is worth reading: none of the conditions names a text
    RawSignatures m_signatures;
    Statement m_find;
};

} // namespace Trailglass
