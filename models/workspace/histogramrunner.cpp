// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/histogramrunner.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/filter/createdinterval.h"
#include "models/filter/sourcereach.h"
#include "models/store/coveragegaps.h"
#include "models/workspace/readerthread.h"

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

Result<Request> requestOf(const Filter::NodePointer &filter, const Filter::PresetLookup &presets,
                          const QueryContext &context, const Filter::FieldReference &splitBy, int maxBins)
{
    TRY(auto expanded, Filter::expandPresets(filter, presets));
    TRY(const auto window, Filter::createdInterval(expanded, context));
    return Request{std::move(expanded), context, {RoundBins{maxBins, window}, splitBy}};
}

bool mayMatch(const Request &request, const SourceRecord &source)
{
    const auto vendor = vendorFromName(toUtf8(source.type));
    return !vendor || Filter::mayMatchSource(request.filter, toUtf8(source.name), *vendor, request.context);
}

Result<std::vector<UnsyncedInterval>> unsyncedOf(OpenWorkspace &workspace, const Request &request,
                                                 const std::vector<HistogramBin> &bins)
{
    if (bins.empty())
        return std::vector<UnsyncedInterval>();
    const TimeWindow shown{bins.front().start, std::min(bins.back().end, request.context.now)};
    if (*shown.from >= *shown.to)
        return std::vector<UnsyncedInterval>();
    TRY(const auto reader, workspace.reader());
    TRY(const auto sources, (reader)->sources());
    std::vector<SourceGaps> gaps;
    for (const SourceRecord &source : sources) {
        if (source.removed || !mayMatch(request, source))
            continue;
        TRY(const auto entries, (reader)->coverage(source.id));
        gaps.push_back({source.name, coverageGaps(entries, shown)});
    }
    return unsyncedIntervals(gaps);
}

Result<HistogramResult> answerTo(const Request &request, OpenWorkspace &workspace, const CancelToken &token)
{
    const auto engine = workspace.engine();
    if (!engine && engine.error().kind == ErrorKind::NotFound)
        return HistogramResult{{}, request.context, {}};
    if (!engine)
        return engine.error();
    TRY(auto histogram, (*engine)->histogram(request.filter, request.histogram, request.context, token));
    TRY(auto unsynced, unsyncedOf(workspace, request, histogram.bins));
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

void HistogramRunner::count(const ResultRequest &question, const Filter::FieldReference &splitBy, int maxBins)
{
    d->thread.cancel();
    const QueryContext context{d->clock.now(), question.displayZone};
    d->thread.post([this, filter = question.filter, presets = d->presets, context, splitBy,
                    maxBins](OpenWorkspace &workspace, const CancelToken &token) {
        const auto request = requestOf(filter, presets, context, splitBy, maxBins);
        auto answer = request ? answerTo(*request, workspace, token) : request.error();
        d->thread.answer([this, token, answer = std::move(answer)] {
            if (token.isCancelled())
                return;
            if (answer)
                Q_EMIT counted(*answer);
            else
                Q_EMIT failed(answer.error());
        });
    });
}

void HistogramRunner::cancel()
{
    d->thread.cancel();
}

} // namespace Trailglass
