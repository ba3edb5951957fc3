// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/histogramrunner.h"

#include "models/core/result.h"
#include "models/filter/createdinterval.h"
#include "models/presets/preset.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/readerthread.h"
#include "models/workspace/unsyncedintervals.h"

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

/// Within the bins: one that begins before the filter's interval is hatched from the interval's start.
Result<std::vector<UnsyncedInterval>> unsyncedIn(OpenWorkspace &workspace, const PreparedQuery &query,
                                                 const std::vector<HistogramBin> &bins)
{
    if (bins.empty())
        return std::vector<UnsyncedInterval>();
    TRY(const auto reader, workspace.reader());
    const TimeWindow shown{bins.front().start, bins.back().end};
    TRY(const auto gaps, coverageGaps(*reader, query, shown));
    return unsyncedIntervals(gaps);
}

Result<HistogramResult> resultOf(const Request &request, OpenWorkspace &workspace, const CancelToken &token)
{
    TRY(const auto query, prepareQuery(workspace, request.filter, request.presets, request.context));
    TRY(const auto window, Filter::createdInterval(query.filter, query.context));
    const auto engine = workspace.engine();
    if (!engine && engine.error().kind == ErrorKind::NotFound)
        return HistogramResult{{}, request.context, {}};
    if (!engine)
        return engine.error();
    const HistogramRequest bins{RoundBins{request.maxBins, window}, request.splitBy};
    TRY(auto histogram, (*engine)->histogram(query.filter, bins, query.context, token));
    TRY(auto unsynced, unsyncedIn(workspace, query, histogram.bins));
    return HistogramResult{std::move(histogram), request.context, std::move(unsynced)};
}

} // namespace

class HistogramRunner::Private
{
public:
    Private(QString workspace, const Clock &machineClock)
        : clock(machineClock)
        , thread(std::move(workspace), u"histogram"_s)
    {
    }

    const Clock &clock;
    Filter::PresetLookup presets = presetLookup({});
    ReaderThread thread; // last: its work uses everything above
};

HistogramRunner::HistogramRunner(QString workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(workspace), clock))
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
    const Request wanted{request.filter, d->presets, {d->clock.now(), request.displayZone}, splitBy, maxBins};
    d->thread.post([this, wanted](OpenWorkspace &workspace, const CancelToken &token) {
        auto result = resultOf(wanted, workspace, token);
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
