// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

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
    FacetCounter(Filter::FieldReference field, FieldValues values);

    /// \pre the field is not coded
    void count(const RowBatch &batch);

    /// \param byCode  rows by code
    /// \pre the field is coded; \a byCode is as long as its texts
    void add(const std::vector<qint64> &byCode, qint64 withoutValue);

    /// \param top  at most this many values; 0 is all
    [[nodiscard]] Facet facet(int top) const;

private:
    void countTimes(const RowBatch &batch);
    void countTexts(const RowBatch &batch);
    void countRawValues(const RowBatch &batch);
    void add(std::string_view text);
    [[nodiscard]] TextCounts countsByText() const;

    Filter::FieldReference m_field;
    FieldValues m_values;
    qint64 m_withoutValue = 0;
    std::vector<qint64> m_byCode;
    std::unordered_map<qint64, qint64> m_byTime;
    TextCounts m_byText;
};

} // namespace Trailglass
