// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/coveragelister.h"

#include "models/core/result.h"
#include "models/store/coveragegaps.h"
#include "models/workspace/placethread.h"

#include <algorithm>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// From the first synced moment until \a now, or further where entries reach further.
TimeWindow windowOf(const std::vector<CoverageEntry> &entries, UtcMicros now)
{
    TimeWindow window{entries.front().window.from, now};
    for (const CoverageEntry &entry : entries) {
        const std::optional<UtcMicros> from = entry.window.from;
        window.from = from && window.from ? std::min(from, window.from) : std::nullopt;
        window.to = std::max(*window.to, entry.window.to.value_or(now));
    }
    return window;
}

std::vector<CoverageInterval> intervalsOf(const std::vector<CoverageEntry> &entries, UtcMicros now)
{
    std::vector<CoverageInterval> intervals;
    if (entries.empty())
        return intervals;
    const TimeWindow window = windowOf(entries, now);
    std::optional<UtcMicros> from = window.from;
    for (const TimeWindow &gap : uncoveredTimes(entries, window)) {
        if (from != gap.from)
            intervals.push_back({{from, gap.from}, true});
        intervals.push_back({gap, false});
        from = gap.to;
    }
    if (from != window.to)
        intervals.push_back({{from, window.to}, true});
    return intervals;
}

Result<QList<SourceCoverage>> coverageIn(OpenPlace &place, UtcMicros now)
{
    QList<SourceCoverage> list;
    const auto sources = place.sources();
    if (!sources && sources.error().kind == ErrorKind::NotFound)
        return list;
    if (!sources)
        return sources.error();
    for (const SourceRecord &source : *sources) {
        if (source.removed)
            continue;
        TRY(const auto entries, place.coverage(source.id));
        SourceCoverage coverage{source.name, {}, intervalsOf(entries, now)};
        for (const CoverageEntry &entry : entries)
            coverage.lastAnswered = std::max(coverage.lastAnswered, std::optional(entry.answered));
        list.append(std::move(coverage));
    }
    return list;
}

} // namespace

class CoverageLister::Private
{
public:
    Private(const Place &place, const Clock &machineClock)
        : clock(machineClock)
        , thread(place, u"coverage"_s)
    {
    }

    const Clock &clock;
    PlaceThread thread; // last: its work uses everything above
};

CoverageLister::CoverageLister(const Place &place, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(place, clock))
{
}

CoverageLister::~CoverageLister() = default;

void CoverageLister::list()
{
    d->thread.cancel();
    d->thread.post([this, now = d->clock.now()](OpenPlace &place, const CancelToken &token) {
        auto coverage = coverageIn(place, now);
        d->thread.postToOwner([this, token, coverage = std::move(coverage)] {
            if (token.isCancelled())
                return;
            if (coverage)
                Q_EMIT listed(*coverage);
            else
                Q_EMIT failed(coverage.error());
        });
    });
}

} // namespace Trailglass

#include "moc_coveragelister.cpp"
