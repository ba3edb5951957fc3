// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/histogramrunner.h"

#include "models/core/result.h"
#include "models/filter/createdinterval.h"
#include "models/workspace/readerthread.h"
#include "models/workspace/unsyncedintervals.h"

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// A request, with presets replaced.
struct Request
{
    Filter::NodePointer filter;
    QueryContext context;
    HistogramRequest histogram;
};

Result<Request> requestFor(const Filter::NodePointer &filter, const Filter::PresetLookup &presets,
                           const QueryContext &context, const Filter::FieldReference &splitBy, int maxBins)
{
    TRY(auto expanded, Filter::expandPresets(filter, presets));
    TRY(const auto window, Filter::createdInterval(expanded, context));
    return Request{std::move(expanded), context, {RoundBins{maxBins, window}, splitBy}};
}

/// Within the bins: one that begins before the filter's interval is hatched from the interval's start.
Result<std::vector<UnsyncedInterval>> unsyncedIn(OpenWorkspace &workspace, const Request &request,
                                                 const std::vector<HistogramBin> &bins)
{
    if (bins.empty())
        return std::vector<UnsyncedInterval>();
    TRY(const auto reader, workspace.reader());
    const TimeWindow shown{bins.front().start, bins.back().end};
    TRY(const auto gaps, coverageGaps(*reader, {request.filter, request.context}, shown));
    return unsyncedIntervals(gaps);
}

Result<HistogramResult> resultOf(const Request &request, OpenWorkspace &workspace, const CancelToken &token)
{
    const auto engine = workspace.engine();
    if (!engine && engine.error().kind == ErrorKind::NotFound)
        return HistogramResult{{}, request.context, {}};
    if (!engine)
        return engine.error();
    TRY(auto histogram, (*engine)->histogram(request.filter, request.histogram, request.context, token));
    TRY(auto unsynced, unsyncedIn(workspace, request, histogram.bins));
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
    Filter::PresetLookup presets = [](const QString &) {
        return std::optional<QString>();
    };
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
    const QueryContext context{d->clock.now(), request.displayZone};
    d->thread.post([this, filter = request.filter, presets = d->presets, context, splitBy,
                    maxBins](OpenWorkspace &workspace, const CancelToken &token) {
        const auto expanded = requestFor(filter, presets, context, splitBy, maxBins);
        auto result = expanded ? resultOf(*expanded, workspace, token) : expanded.error();
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
