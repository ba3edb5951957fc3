// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/evaluation/fieldvalues.h"
#include "models/query/evaluation/textcounts.h"

#include <unordered_map>

namespace Trailglass {

/// Counts the values of one field: rows in batches, or codes that were counted elsewhere.
///
/// A row counts once for each distinct value it has (an `@path` may have several), or once for "no value".
/// \thread one at a time
class FacetCounter
{
public:
    /// \param maxDistinct  FacetRequest::maxDistinct
    FacetCounter(Filter::FieldReference field, FieldValues values, std::size_t maxDistinct);

    /// \pre the field is not coded
    void count(const RowBatch &batch);

    /// \param byCode  rows by code
    /// \pre the field is coded; \a byCode is as long as its texts
    void add(const std::vector<qint64> &byCode, qint64 withoutValue);

    /// The result; to be called once. A field may have as many values as there are rows.
    /// \param top  at most this many values; 0 is all
    /// \error Cancelled
    [[nodiscard]] Result<Facet> take(int top, const CancelToken &cancel);

private:
    void countTimes(const RowBatch &batch);
    void countTexts(const RowBatch &batch);
    void countRawValues(const RowBatch &batch);
    void add(std::string_view text);
    void giveUpBeyondMaximum();
    Result<void> mergeIntoTexts(const CancelToken &cancel);

    Filter::FieldReference m_field;
    FieldValues m_values;
    std::size_t m_maxDistinct;
    bool m_hasTooMany = false;
    qint64 m_withoutValue = 0;
    std::vector<qint64> m_byCode;
    std::unordered_map<qint64, qint64> m_byTime;
    TextCounts m_byText;
};

} // namespace Trailglass
