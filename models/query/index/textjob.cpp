// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/textjob.h"

#include "models/query/evaluation/querystopped.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

TextJobWorker::TextJobWorker(std::vector<ConditionPointer> conditions, std::size_t textSlots,
                             CancelToken cancel)
    : m_conditions(std::move(conditions))
    , m_cancel(std::move(cancel))
    , m_looks(m_conditions.size())
    , m_noTexts(textSlots)
    , m_texts(textSlots)
{
}

void TextJobWorker::finish(TextJob &job)
{
    m_raw.reset();
    m_lookedAt = {};
    m_nextOwn = 0;
    job.rows = job.rows.filtered([&](std::size_t row) {
        if (!job.error && m_cancel.isCancelled())
            job.error = queryStopped();
        return !job.error && isMatched(job, row);
    });
}

bool TextJobWorker::isMatched(TextJob &job, std::size_t row)
{
    const RowId id{job.firstRow.value + static_cast<qint64>(row)};
    for (std::size_t place = 0; place < job.parts.size(); ++place) {
        TextJob::Part &part = job.parts[place];
        if (part.yes.contains(row))
            continue;
        const bool found = meets(job, place, id);
        if (job.error)
            return false;
        part.decided.insert(row);
        if (!found)
            return false;
        part.matched.insert(row);
    }
    return true;
}

bool TextJobWorker::meets(TextJob &job, std::size_t part, RowId row)
{
    return !isPassedOver(job, part, row) && evaluate(job, part, row);
}

bool TextJobWorker::evaluate(TextJob &job, std::size_t part, RowId row)
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
        m_conditions[part]->matches({integers, isOwn ? m_texts : m_noTexts, raw, m_scratch});
    if (match == Filter::Match::LimitPassed && !job.error)
        job.error = m_cancel.isCancelled() ? queryStopped() : Filter::matchLimitError();
    return match == Filter::Match::Yes;
}

bool TextJobWorker::isPassedOver(const TextJob &job, std::size_t part, RowId row)
{
    // A block that cannot be read is an error only where a row's own answer needs it.
    if (m_conditions[part]->cost() < Condition::Cost::Raw || hasOwnTexts(job, row)
        || m_raw.seek(job.blocks, row))
        return false;
    const RawBlock &block = m_raw.block();
    if (std::exchange(m_lookedAt, block.first) != block.first)
        std::ranges::fill(m_looks, Look::NotYet);
    Look &look = m_looks[part];
    if (look == Look::NotYet) {
        const bool may = m_conditions[part]->mayMatchAny(block.joined(), m_scratch);
        look = may ? Look::MayMatch : Look::NoMatch;
    }
    return look == Look::NoMatch;
}

bool TextJobWorker::hasOwnTexts(const TextJob &job, RowId row)
{
    // Rows come in ascending order, here and there.
    while (m_nextOwn < job.ownTexts.size() && job.ownTexts.row(m_nextOwn) < row)
        ++m_nextOwn;
    return m_nextOwn < job.ownTexts.size() && job.ownTexts.row(m_nextOwn) == row;
}

} // namespace Trailglass
