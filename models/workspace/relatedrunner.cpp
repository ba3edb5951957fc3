// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/relatedrunner.h"

#include "models/core/result.h"
#include "models/workspace/placethread.h"

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

RelatedCounts countsOf(const Histogram &histogram, const RelatedQuery &query, UtcMicros created)
{
    RelatedCounts counts;
    // In fewer microseconds than bins the last event is before the last bin.
    std::size_t bins = histogram.bins.size();
    while (bins > 0 && histogram.total(bins - 1) == 0)
        --bins;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        counts.bins.push_back(histogram.total(bin));
        counts.total += counts.bins.back();
        if (histogram.bins[bin].start <= created && created < histogram.bins[bin].end)
            counts.bin = bin;
    }
    if (bins > 0 && query.relation != Relation::ActorNearby) {
        counts.seen = SeenTimes{histogram.bins.front().start, histogram.bins[bins - 1].end - 1};
        counts.isFirst = counts.seen->first == created;
    }
    return counts;
}

/// One histogram says all of it, from the first event to the last: two could be of different events.
Result<RelatedCounts> countQuery(OpenPlace &place, const RelatedQuery &query, UtcMicros created,
                                 const QueryContext &context, const CancelToken &token)
{
    TRY(QueryEngine *const engine, place.engine());
    const HistogramRequest request{EqualBins{RelatedRunner::MaxBins}, std::nullopt};
    TRY(const auto histogram, engine->histogram(query.filter, request, context, token));
    return countsOf(histogram, query, created);
}

} // namespace

class RelatedRunner::Private
{
public:
    Private(RelatedRunner *runner, const Place &place, const Clock &machineClock)
        : q(runner)
        , clock(machineClock)
        , thread(place, u"related"_s)
    {
    }

    void deliver(std::size_t query, const Result<RelatedCounts> &counts, const CancelToken &token)
    {
        if (token.isCancelled())
            return;
        if (counts)
            Q_EMIT q->counted(query, *counts);
        else
            Q_EMIT q->failed(counts.error());
    }

    RelatedRunner *q;
    const Clock &clock;
    PlaceThread thread; // last: its work uses everything above
};

RelatedRunner::RelatedRunner(const Place &place, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, place, clock))
{
}

RelatedRunner::~RelatedRunner() = default;

void RelatedRunner::count(const std::vector<RelatedQuery> &queries, UtcMicros created)
{
    d->thread.cancel();
    const QueryContext context{d->clock.now(), QByteArrayLiteral("UTC")};
    d->thread.post([this, queries, created, context](OpenPlace &place, const CancelToken &token) {
        for (std::size_t query = 0; query < queries.size() && !token.isCancelled(); ++query) {
            const auto counts = countQuery(place, queries[query], created, context, token);
            d->thread.postToOwner([this, query, counts, token] { d->deliver(query, counts, token); });
            if (!counts)
                return;
        }
    });
}

void RelatedRunner::cancel()
{
    d->thread.cancel();
}

} // namespace Trailglass

#include "moc_relatedrunner.cpp"
