// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetrows.h"

#include <unordered_map>
#include <unordered_set>

namespace Trailglass {

namespace {

/// An empty text is "no value" too, so that it can stand for it.
std::string_view rowKey(const Filter::FieldValue &value)
{
    return value ? std::string_view(*value) : std::string_view();
}

/// Collects rows, each value once.
class RowCollector
{
public:
    explicit RowCollector(const FacetCounts &counts)
        : m_notCounted(counts.complete ? std::optional<qint64>(0) : std::nullopt)
    {
        for (const FacetValue &counted : counts.values)
            m_counts.emplace(rowKey(counted.value), counted.count);
    }

    void add(const Filter::FieldValue &value, bool wasCounted)
    {
        if (!m_there.insert(rowKey(value)).second)
            return;
        const auto counted = m_counts.find(rowKey(value));
        if (counted == m_counts.end())
            rows.push_back({value, m_notCounted, wasCounted});
        else
            rows.push_back({value, counted->second, true});
    }

    std::vector<FacetRow> rows;

private:
    std::optional<qint64> m_notCounted;
    std::unordered_map<std::string_view, qint64> m_counts; ///< views into the arguments of facetRows()
    std::unordered_set<std::string_view> m_there;
};

} // namespace

std::vector<FacetRow> facetRows(const std::vector<FacetRow> &before, const FacetCounts &counts,
                                const Filter::FieldChoice &chosen, FacetOrder order)
{
    RowCollector collector(counts);
    if (order == FacetOrder::AsBefore) {
        for (const FacetRow &row : before)
            collector.add(row.value, row.wasCounted);
    }
    for (const FacetValue &counted : counts.values)
        collector.add(counted.value, true);
    for (const auto *values : {&chosen.included, &chosen.excluded}) {
        for (const Filter::FieldValue &value : *values)
            collector.add(value, false);
    }
    // Of incomplete counts nothing is known about the other values, and there are more than enough rows.
    for (const FacetRow &row : before) {
        if (counts.complete && row.wasCounted && collector.rows.size() < MaxFacetRows)
            collector.add(row.value, true);
    }
    return std::move(collector.rows);
}

} // namespace Trailglass
