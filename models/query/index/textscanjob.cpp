// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/textscanjob.h"

#include "models/query/evaluation/querystopped.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

TextScanWorker::TextScanWorker(std::vector<ConditionPointer> conditions, std::size_t textSlots,
                               CancelToken cancel)
    : m_conditions(std::move(conditions))
    , m_cancel(std::move(cancel))
    , m_blockStates(m_conditions.size())
    , m_noTexts(textSlots)
    , m_texts(textSlots)
{
}

void TextScanWorker::finish(TextScanJob &job)
{
    m_raw.reset();
    m_checkedBlock = {};
    m_nextOwn = 0;
    job.rows = job.rows.filtered([&](std::size_t row) {
        if (!job.error && m_cancel.isCancelled())
            job.error = queryStopped();
        return !job.error && isMatched(job, row);
    });
}

bool TextScanWorker::isMatched(TextScanJob &job, std::size_t row)
{
    const RowId id{job.firstRow.value + static_cast<qint64>(row)};
    Filter::SearchTime time;
    for (std::size_t place = 0; place < job.parts.size(); ++place) {
        TextScanJob::Part &part = job.parts[place];
        if (part.yes.contains(row))
            continue;
        const bool found = meets(job, place, id, time);
        if (job.error)
            return false;
        part.decided.insert(row);
        if (!found)
            return false;
        part.matched.insert(row);
    }
    return true;
}

bool TextScanWorker::meets(TextScanJob &job, std::size_t part, RowId row, Filter::SearchTime &time)
{
    return !isRuledOut(job, part, row) && evaluate(job, part, row, time);
}

bool TextScanWorker::evaluate(TextScanJob &job, std::size_t part, RowId row, Filter::SearchTime &time)
{
    const std::function<std::string_view()> raw = [&] {
        if (auto error = m_raw.seek(job.blocks, row)) {
            job.error = std::move(error);
            return std::string_view();
        }
        return m_raw.block().text(row);
    };
    const bool isOwn = hasOwnTexts(job, row);
    std::span<const qint64> integers;
    if (isOwn) {
        integers = job.ownTexts.integers(m_nextOwn);
        for (std::size_t slot = 0; slot < m_texts.size(); ++slot)
            m_texts[slot] = job.ownTexts.text(m_nextOwn, slot);
    }
    const Filter::Match match =
        m_conditions[part]->matches({integers, isOwn ? m_texts : m_noTexts, raw, m_scratch, time, row});
    if (match == Filter::Match::LimitPassed && !job.error)
        job.error = m_cancel.isCancelled() ? queryStopped() : Filter::matchLimitError();
    return match == Filter::Match::Yes;
}

bool TextScanWorker::isRuledOut(const TextScanJob &job, std::size_t part, RowId row)
{
    // A block that cannot be read is an error only where the result of a row depends on it.
    if (m_conditions[part]->cost() < Condition::Cost::Raw || hasOwnTexts(job, row)
        || m_raw.seek(job.blocks, row))
        return false;
    const RawBlock &block = m_raw.block();
    if (std::exchange(m_checkedBlock, block.first) != block.first)
        std::ranges::fill(m_blockStates, BlockState::Unchecked);
    BlockState &state = m_blockStates[part];
    if (state == BlockState::Unchecked) {
        const bool may = m_conditions[part]->mayMatchAny(block.joined(), m_scratch);
        state = may ? BlockState::MayMatch : BlockState::NoMatch;
    }
    return state == BlockState::NoMatch;
}

bool TextScanWorker::hasOwnTexts(const TextScanJob &job, RowId row)
{
    // Rows come in ascending order, here and there.
    while (m_nextOwn < job.ownTexts.size() && job.ownTexts.row(m_nextOwn) < row)
        ++m_nextOwn;
    return m_nextOwn < job.ownTexts.size() && job.ownTexts.row(m_nextOwn) == row;
}

} // namespace Trailglass
