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

/// Some neighbouring rows of a segment whose texts or raw JSON must be looked at, and what that tells. All
/// sets count from the first of the rows and are of one size.
struct TextJob
{
    /// Rows a job: 16 full blocks of raw JSON, so that few are unpacked twice, and well under 100 ms of work.
    static constexpr std::size_t Rows = 4096;

    /// What is known and found out about one of the conditions that all must hold.
    struct Part
    {
        RowBits yes; ///< known before
        RowBits decided; ///< found out
        RowBits matched; ///< a part of decided
    };

    /// \param layout  what the conditions read; outlives the job
    explicit TextJob(const RowLayout &layout)
        : ownTexts(layout)
    {
    }

    std::size_t place = 0; ///< of the segment in the index
    std::size_t first = 0; ///< of the segment's rows; a multiple of RowBits::WordBits
    RowId firstRow;
    RowBits rows; ///< to decide; once done, those that meet all conditions
    std::vector<Part> parts;
    std::vector<PackedBlock> blocks; ///< with the rows' raw JSON, ascending
    RowBatch ownTexts; ///< the rows of which more than raw JSON is looked at
    std::optional<Error> error; ///< why it could not be done
};

/// Does text jobs.
/// \thread one at a time
class TextJobWorker
{
public:
    /// \param conditions  by part; cheap ones first
    TextJobWorker(std::vector<ConditionPointer> conditions, std::size_t textSlots, CancelToken cancel);

    void finish(TextJob &job);

private:
    enum class Look : quint8
    {
        NotYet,
        MayMatch,
        NoMatch
    };

    bool isMatched(TextJob &job, std::size_t row);
    bool meets(TextJob &job, std::size_t part, RowId row);
    bool evaluate(TextJob &job, std::size_t part, RowId row);
    [[nodiscard]] bool isPassedOver(const TextJob &job, std::size_t part, RowId row);
    [[nodiscard]] bool hasOwnTexts(const TextJob &job, RowId row);

    std::vector<ConditionPointer> m_conditions;
    CancelToken m_cancel;
    RawCursor m_raw;
    RowId m_lookedAt; ///< first row of the block that m_looks tells about
    std::vector<Look> m_looks; ///< by part: whether any row of the block without own texts may match
    std::size_t m_nextOwn = 0; ///< of the rows with own texts
    std::vector<std::string_view> m_noTexts;
    std::vector<std::string_view> m_texts;
    std::string m_scratch;
};

} // namespace Trailglass
