// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/splithistogram.h"

#include "models/core/result.h"
#include "models/filter/edits.h"
#include "models/filter/surroundings.h"
#include "models/table/histogramresult.h"

#include <algorithm>
#include <functional>

namespace Trailglass {

namespace {

/// So many values are apart where there are others.
constexpr std::size_t ShownBesideOthers = MaxSplitValues - 1;

Histogram withOthers(Histogram histogram)
{
    if (histogram.values.size() <= MaxSplitValues)
        return histogram;
    std::vector<qint64> others(histogram.bins.size());
    for (std::size_t value = ShownBesideOthers; value < histogram.values.size(); ++value)
        std::ranges::transform(others, histogram.counts[value], others.begin(), std::plus<>());
    histogram.values.resize(ShownBesideOthers);
    histogram.counts.resize(ShownBesideOthers);
    histogram.values.emplace_back(OtherValues);
    histogram.counts.push_back(std::move(others));
    return histogram;
}

/// Counts a field of more values than the engine tells apart: each value that is shown by itself.
class ValueByValue
{
public:
    ValueByValue(QueryEngine &engine, const PreparedQuery &query, const CancelToken &cancel)
        : m_engine(engine)
        , m_query(query)
        , m_cancel(cancel)
    {
    }

    Result<Histogram> count(const RoundBins &bins, const Filter::FieldReference &field)
    {
        const FacetRequest request{.fields = {field}, .top = static_cast<int>(MaxSplitValues) + 1};
        TRY(auto facets, m_engine.facets(m_query.filter, request, m_query.context, m_cancel));
        std::vector<FacetValue> &values = facets.front().values;
        if (values.size() > MaxSplitValues)
            values.resize(ShownBesideOthers);
        TRY(Histogram histogram, m_engine.histogram(m_query.filter, {bins, {}}, m_query.context, m_cancel));
        if (histogram.bins.empty())
            return histogram;
        std::vector<qint64> others(histogram.bins.size());
        for (std::size_t bin = 0; bin < others.size(); ++bin)
            others[bin] = histogram.total(bin);
        histogram.values.clear();
        histogram.counts.clear();
        // The same bins for each value, although its own events are at other times.
        const RoundBins same{bins.maxBins, {histogram.bins.front().start, histogram.bins.back().end}};
        for (const FacetValue &value : values) {
            TRY(auto counts, countsOf(field, value.value, same));
            counts.resize(others.size());
            std::ranges::transform(others, counts, others.begin(), [](qint64 all, qint64 ofValue) {
                return std::max<qint64>(0, all - ofValue); // events may arrive in between
            });
            histogram.values.push_back(value.value.value_or(std::string()));
            histogram.counts.push_back(std::move(counts));
        }
        if (std::ranges::any_of(others, [](qint64 count) { return count > 0; })) {
            histogram.values.emplace_back(OtherValues);
            histogram.counts.push_back(std::move(others));
        }
        return histogram;
    }

private:
    Result<std::vector<qint64>> countsOf(const Filter::FieldReference &field, const Filter::FieldValue &value,
                                         const RoundBins &bins)
    {
        const auto term = Filter::including(Filter::makeNode(Filter::All{}), field, value);
        TRY(const Histogram histogram,
            m_engine.histogram(Filter::both(m_query.filter, term), {bins, {}}, m_query.context, m_cancel));
        std::vector<qint64> counts;
        counts.reserve(histogram.bins.size());
        for (std::size_t bin = 0; bin < histogram.bins.size(); ++bin)
            counts.push_back(histogram.total(bin));
        return counts;
    }

    QueryEngine &m_engine;
    const PreparedQuery &m_query;
    const CancelToken &m_cancel;
};

/// A field of which everyone and every machine has a value.
bool hasAnyNumberOfValues(const Filter::FieldReference &field)
{
    return field == Filter::FieldReference(Field::Actor) || field == Filter::FieldReference(Field::Ip);
}

} // namespace

Result<Histogram> splitHistogram(QueryEngine &engine, const PreparedQuery &query, const RoundBins &bins,
                                 const Filter::FieldReference &splitBy, const CancelToken &cancel)
{
    auto histogram = engine.histogram(query.filter, {bins, splitBy}, query.context, cancel);
    if (histogram)
        return withOthers(*std::move(histogram));
    if (histogram.error().kind != ErrorKind::Usage || !hasAnyNumberOfValues(splitBy))
        return histogram.error();
    return ValueByValue(engine, query, cancel).count(bins, splitBy);
}

} // namespace Trailglass
