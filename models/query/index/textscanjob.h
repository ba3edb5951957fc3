// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/query/evaluation/condition.h"
#include "models/query/evaluation/rawcursor.h"
#include "models/query/evaluation/rowbatch.h"

#include <optional>
#include <vector>

namespace Trailglass {

/// Some neighbouring rows of a segment whose texts or raw JSON must be searched, and the results. All sets
/// count from the first of the rows and are of one size.
struct TextScanJob
{
    /// Rows a job: 16 full blocks of raw JSON, so that few are unpacked twice, and well under 100 ms of work.
    static constexpr std::size_t Rows = 4096;

    /// The results for one of the conditions that all must hold.
    struct Part
    {
        RowBits yes; ///< known before
        RowBits decided; ///< by this job
        RowBits matched; ///< a part of decided
    };

    /// \param layout  what the conditions read; outlives the job
    explicit TextScanJob(const RowLayout &layout)
        : ownTexts(layout)
    {
    }

    std::size_t place = 0; ///< of the segment in the index
    std::size_t first = 0; ///< of the segment's rows; a multiple of RowBits::WordBits
    RowId firstRow;
    RowBits rows; ///< to decide; once done, those that meet all conditions
    std::vector<Part> parts;
    std::vector<PackedBlock> blocks; ///< with the rows' raw JSON, ascending
    RowBatch ownTexts; ///< the rows that need more than their raw JSON
    std::optional<Error> error; ///< why it could not be done
};

/// Evaluates conditions on the rows of jobs.
/// \thread one at a time
class TextScanWorker
{
public:
    /// \param conditions  by part; cheap ones first
    TextScanWorker(std::vector<ConditionPointer> conditions, std::size_t textSlots, CancelToken cancel);

    void finish(TextScanJob &job);

private:
    enum class BlockState : quint8
    {
        Unchecked,
        MayMatch,
        NoMatch
    };

    bool isMatched(TextScanJob &job, std::size_t row);
    bool meets(TextScanJob &job, std::size_t part, RowId row, Filter::SearchTime &time);
    bool evaluate(TextScanJob &job, std::size_t part, RowId row, Filter::SearchTime &time);
    [[nodiscard]] bool isRuledOut(const TextScanJob &job, std::size_t part, RowId row);
    [[nodiscard]] bool hasOwnTexts(const TextScanJob &job, RowId row);

    std::vector<ConditionPointer> m_conditions;
    CancelToken m_cancel;
    RawCursor m_raw;
    RowId m_checkedBlock; ///< first row of the block that m_blockStates are of
    std::vector<BlockState>
        m_blockStates; ///< by part: whether any row of the block without own texts may match
    std::size_t m_nextOwn = 0; ///< of the rows with own texts
    std::vector<std::string_view> m_noTexts;
    std::vector<std::string_view> m_texts;
    std::string m_scratch;
};

} // namespace Trailglass
