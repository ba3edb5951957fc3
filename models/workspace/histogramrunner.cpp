// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/histogramrunner.h"

#include "models/core/result.h"
#include "models/filter/createdinterval.h"
#include "models/presets/preset.h"
#include "models/workspace/placethread.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/querycoverage.h"
#include "models/workspace/splithistogram.h"

#include <algorithm>
#include <vector>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// What to count.
struct Request
{
    Filter::NodePointer filter; ///< presets still by name
    Filter::PresetLookup presets;
    QueryContext context;
    Filter::FieldReference splitBy;
    int maxBins = 0;
};

/// Fills in what is known of the sources, within the bins: one that begins before the filter's interval counts from the
/// interval's start.
Result<void> addCoverage(HistogramResult &result, OpenPlace &place, const PreparedQuery &query)
{
    const auto &bins = result.histogram.bins;
    if (bins.empty())
        return {};
    const TimeWindow shown{bins.front().start, bins.back().end};
    TRY(result.covered, coveredInterval(query, shown));
    TRY(const auto sources, coveredSources(place, query));
    for (const SourceRecord &source : sources)
        result.sources.push_back({source.name, {}});
    TRY(const auto gaps, coverageGaps(place, query, shown));
    for (const CoverageGap &gap : gaps) {
        const auto source = std::ranges::find(result.sources, gap.source, &SourceGaps::source);
        if (source != result.sources.end()) // one that was added meanwhile
            source->gaps.push_back(gap.window);
    }
    return {};
}

Result<HistogramResult> resultOf(const Request &request, OpenPlace &place, const CancelToken &token)
{
    TRY(const auto query, prepareQuery(place, request.filter, request.presets, request.context));
    TRY(const auto window, Filter::createdInterval(query.filter, query.context));
    HistogramResult result{.histogram = {}, .context = request.context};
    const auto engine = place.engine();
    if (!engine && engine.error().kind == ErrorKind::NotFound)
        return result;
    if (!engine)
        return engine.error();
    const RoundBins bins{request.maxBins, window};
    TRY(result.histogram, splitHistogram(**engine, query, bins, request.splitBy, token));
    TRY(addCoverage(result, place, query));
    return result;
}

} // namespace

class HistogramRunner::Private
{
public:
    Private(const Place &place, const Clock &machineClock)
        : clock(machineClock)
        , thread(place, u"histogram"_s, WorkerThread::Urgency::Later)
    {
    }

    const Clock &clock;
    Filter::PresetLookup presets = presetLookup({});
    PlaceThread thread; // last: its work uses everything above
};

HistogramRunner::HistogramRunner(const Place &place, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(place, clock))
{
}

HistogramRunner::~HistogramRunner() = default;

void HistogramRunner::setPresets(Filter::PresetLookup lookup)
{
    d->presets = std::move(lookup);
}

void HistogramRunner::count(const ResultRequest &request, const Filter::FieldReference &splitBy, int maxBins)
{
    d->thread.cancel();
    const QueryContext context = request.contextAt(d->clock.now());
    const Request wanted{request.filter, d->presets, context, splitBy, maxBins};
    d->thread.post([this, wanted](OpenPlace &place, const CancelToken &token) {
        auto result = resultOf(wanted, place, token);
        d->thread.postToOwner([this, token, result = std::move(result)] {
            if (token.isCancelled())
                return;
            if (result)
                Q_EMIT counted(*result);
            else
                Q_EMIT failed(result.error());
        });
    });
}

void HistogramRunner::cancel()
{
    d->thread.cancel();
}

} // namespace Trailglass

#include "moc_histogramrunner.cpp"
