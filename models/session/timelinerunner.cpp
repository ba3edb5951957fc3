// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/session/timelinerunner.h"

#include "models/core/text.h"
#include "models/query/filter/createdinterval.h"
#include "models/query/filter/sourcereach.h"
#include "models/session/readerthread.h"
#include "models/store/coveragegaps.h"

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// A wish, with presets replaced.
struct Wish
{
    Filter::NodePointer filter;
    QueryContext context;
    TimelineDivision division;
};

/// \param division  without a window
Result<Wish> wishOf(const Filter::NodePointer &filter, const Filter::PresetLookup &presets,
                    const QueryContext &context, TimelineDivision division)
{
    auto expanded = Filter::expandPresets(filter, presets);
    if (!expanded)
        return expanded.error();
    const auto window = Filter::createdInterval(*expanded, context);
    if (!window)
        return window.error();
    division.window = *window;
    return Wish{*std::move(expanded), context, division};
}

bool mayMatch(const Wish &wish, const SourceRecord &source)
{
    const auto vendor = vendorFromName(toUtf8(source.type));
    return !vendor || Filter::mayMatchSource(wish.filter, toUtf8(source.name), *vendor, wish.context);
}

Result<std::vector<UnsyncedStretch>> unsyncedOf(OpenWorkspace &workspace, const Wish &wish,
                                                const Timeline &timeline)
{
    if (timeline.boundaries.empty())
        return std::vector<UnsyncedStretch>();
    const TimeWindow shown{timeline.boundaries.front(),
                           std::min(timeline.boundaries.back(), wish.context.now)};
    if (*shown.from >= *shown.to)
        return std::vector<UnsyncedStretch>();
    const auto reader = workspace.reader();
    if (!reader)
        return reader.error();
    const auto sources = (*reader)->sources();
    if (!sources)
        return sources.error();
    std::vector<SourceGaps> gaps;
    for (const SourceRecord &source : *sources) {
        if (source.removed || !mayMatch(wish, source))
            continue;
        const auto entries = (*reader)->coverage(source.id);
        if (!entries)
            return entries.error();
        gaps.push_back({source.name, coverageGaps(*entries, shown)});
    }
    return unsyncedStretches(gaps);
}

Result<TimelineAnswer> answerTo(const Wish &wish, OpenWorkspace &workspace, const CancelToken &token)
{
    const auto engine = workspace.engine();
    if (!engine && engine.error().kind == ErrorKind::NotFound)
        return TimelineAnswer{{}, wish.context, {}};
    if (!engine)
        return engine.error();
    auto timeline = (*engine)->timeline(wish.filter, wish.division, wish.context, token);
    if (!timeline)
        return timeline.error();
    auto unsynced = unsyncedOf(workspace, wish, *timeline);
    if (!unsynced)
        return unsynced.error();
    return TimelineAnswer{*std::move(timeline), wish.context, *std::move(unsynced)};
}

} // namespace

class TimelineRunner::Private
{
public:
    Private(QString workspace, const Clock &machineClock)
        : clock(machineClock)
        , thread(std::move(workspace), u"timeline"_s)
    {
    }

    const Clock &clock;
    Filter::PresetLookup presets = [](const QString &) {
        return std::optional<QString>();
    };
    ReaderThread thread; // last: its work uses everything above
};

TimelineRunner::TimelineRunner(QString workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(workspace), clock))
{
}

TimelineRunner::~TimelineRunner() = default;

void TimelineRunner::setPresets(Filter::PresetLookup lookup)
{
    d->presets = std::move(lookup);
}

void TimelineRunner::count(const Question &question, const Filter::FieldReference &splitBy, int mostBins)
{
    d->thread.cancel();
    const QueryContext context{d->clock.now(), question.displayZone};
    d->thread.post(
        [this, filter = question.filter, presets = d->presets, context,
         division = TimelineDivision{splitBy, mostBins}](OpenWorkspace &workspace, const CancelToken &token) {
            const auto wish = wishOf(filter, presets, context, division);
            auto answer = wish ? answerTo(*wish, workspace, token) : wish.error();
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

void TimelineRunner::cancel()
{
    d->thread.cancel();
}

} // namespace Trailglass
