// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/emptyresult.h"

#include "models/core/result.h"
#include "models/filter/conjunction.h"
#include "models/filter/createdinterval.h"
#include "models/workspace/openplace.h"
#include "models/workspace/querycoverage.h"

namespace Trailglass {
namespace {

/// Runs the queries of one report.
class Explanation
{
public:
    Explanation(QueryEngine &engine, const Filter::PresetLookup &presets, const QueryContext &context,
                const CancelToken &cancel)
        : m_engine(engine)
        , m_presets(presets)
        , m_context(context)
        , m_cancel(cancel)
    {
    }

    Result<std::optional<FoundAlternative>> look(const Filter::FilterAlternative &alternative)
    {
        TRY(const qint64 found, count(alternative.filter));
        if (found == 0)
            return std::optional<FoundAlternative>();
        FoundAlternative result{alternative, found, false};
        const bool isLooser = alternative.replacement != nullptr;
        if (isLooser) {
            TRY(const qint64 ofTerm, count(alternative.term));
            result.isTermUnknown = ofTerm == 0;
        }
        return std::optional(result);
    }

    /// From the first event to the last; nothing without events.
    Result<std::optional<TimeWindow>> eventTimes()
    {
        TRY(const auto histogram,
            m_engine.histogram(Filter::makeNode(Filter::All{}), HistogramRequest{EqualBins{1}}, m_context,
                               m_cancel));
        if (histogram.bins.empty())
            return std::optional<TimeWindow>();
        return std::optional(TimeWindow{histogram.bins.front().start, histogram.bins.back().end});
    }

private:
    Result<qint64> count(const Filter::NodePointer &tree)
    {
        TRY(const auto expanded, Filter::expandPresets(tree, m_presets));
        return m_engine.count(expanded, m_context, m_cancel);
    }

    QueryEngine &m_engine;
    const Filter::PresetLookup &m_presets;
    const QueryContext &m_context;
    const CancelToken &m_cancel;
};

bool isOutside(const TimeWindow &asked, const TimeWindow &events)
{
    return (asked.to && *asked.to <= *events.from) || (asked.from && *asked.from >= *events.to);
}

/// Puts into the report what the time of the filter has to do with it.
Result<void> lookAtTime(EmptyResultReport &report, Explanation &explanation, OpenPlace &place,
                        const PreparedQuery &query)
{
    TRY(const auto asked, Filter::createdInterval(query.filter, query.context));
    if (asked == TimeWindow{})
        return {};
    TRY(const auto events, explanation.eventTimes());
    if (events && isOutside(asked, *events))
        report.otherTime = events;
    TRY(const auto gaps, coverageGaps(place, query, std::nullopt));
    for (const CoverageGap &gap : gaps) {
        if (!report.unsynced.contains(gap.source))
            report.unsynced += gap.source;
    }
    return {};
}

} // namespace

Result<EmptyResultReport>
explainEmptyResult(OpenPlace &place, const Filter::NodePointer &tree, const Filter::PresetLookup &presets,
                   const QueryContext &context, const CancelToken &cancel,
                   const std::function<void(const EmptyResultReport &report)> &found)
{
    TRY(const auto engine, place.engine());
    TRY(const auto query, prepareQuery(place, tree, presets, context));
    Explanation explanation(*engine, presets, query.context, cancel);
    EmptyResultReport report{.filter = tree};
    report.hasMoreTerms = Filter::conjuncts(tree).size() > Filter::MaxTermsTried;
    TRY(lookAtTime(report, explanation, place, query));
    for (const Filter::FilterAlternative &alternative : Filter::alternativesTo(tree)) {
        TRY(auto result, explanation.look(alternative));
        if (!result)
            continue;
        report.alternatives.push_back(*std::move(result));
        if (found)
            found(report);
    }
    report.isComplete = true;
    return report;
}

} // namespace Trailglass
