// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/signaturefilter.h"

#include "models/core/result.h"
#include "models/json/textsignature.h"
#include "models/store/blockplace.h"
#include "models/store/sqlconnection.h"

#include <algorithm>

namespace Trailglass {

Result<SignatureFilter> SignatureFilter::open(SqlConnection &connection,
                                              std::vector<ConditionPointer> conditions)
{
    TRY(auto signatures, RawSignatures::open(connection));
    TRY(auto find,
        connection.prepare(
            "SELECT first_row, count FROM raw_block WHERE first_row <= ? ORDER BY first_row DESC LIMIT 1"));
    return SignatureFilter(std::move(conditions), std::move(signatures), std::move(find));
}

SignatureFilter::SignatureFilter(std::vector<ConditionPointer> conditions, RawSignatures signatures,
                                 Statement find)
    : m_conditions(std::move(conditions))
    , m_signatures(std::move(signatures))
    , m_find(std::move(find))
{
    // A condition that an empty block may meet, every block may meet.
    const std::vector<quint8> empty = TextSignature().bits();
    m_mayRuleOut = std::ranges::any_of(m_conditions, [&empty](const ConditionPointer &condition) {
        return !condition->mayMatchSigned(empty);
    });
}

Result<void> SignatureFilter::ruleOut(TextScanJob &job)
{
    if (!m_mayRuleOut)
        return {};
    const RowBits rows = job.rows;
    Range known;
    Result<void> done;
    rows.forEach([&](std::size_t row) {
        if (!done || row < known.end)
            return;
        const auto decided = ruleOutBlockOf(job, row);
        if (decided)
            known = *decided;
        else
            done = decided.error();
    });
    return done;
}

/// \returns what is decided by now: the rest of the block, or \a row alone where it is in no block
Result<SignatureFilter::Range> SignatureFilter::ruleOutBlockOf(TextScanJob &job, std::size_t row)
{
    const qint64 id = job.firstRow.value + static_cast<qint64>(row);
    std::optional<BlockPlace> place;
    TRY(m_find.bind(1, id).firstRow([&place](const Statement &at) { place = blockPlaceAt(at); }));
    if (!place || !place->holds({id}))
        return Range{row, row + 1};
    const auto left = static_cast<std::size_t>(place->last().value - id) + 1;
    const Range block{row, std::min(row + left, job.rows.size())};
    TRY(const auto signature, m_signatures.read(place->first, place->count));
    if (!signature)
        return block;
    for (std::size_t part = 0; part < m_conditions.size(); ++part) {
        if (m_conditions[part]->mayMatchSigned(*signature))
            continue;
        for (std::size_t other = block.first; other < block.end; ++other) {
            if (!job.rows.contains(other) || job.parts[part].yes.contains(other))
                continue;
            job.parts[part].decided.insert(other);
            job.rows.remove(other);
        }
    }
    return block;
}

} // namespace Trailglass
