// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/emptyresultrunner.h"

#include "models/workspace/emptyresult.h"
#include "models/workspace/placethread.h"

namespace Trailglass {

using namespace Qt::StringLiterals;

class EmptyResultRunner::Private
{
public:
    Private(EmptyResultRunner *runner, const Place &place, const Clock &machineClock)
        : q(runner)
        , clock(machineClock)
        , thread(place, u"emptyresult"_s)
    {
    }

    void deliver(const EmptyResultReport &report, const CancelToken &token)
    {
        thread.postToOwner([this, report, token] {
            if (!token.isCancelled())
                Q_EMIT q->explained(report);
        });
    }

    EmptyResultRunner *q;
    const Clock &clock;
    Filter::PresetLookup presets = [](const QString &) {
        return std::optional<QString>();
    };
    PlaceThread thread; // last: its work uses everything above
};

EmptyResultRunner::EmptyResultRunner(const Place &place, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, place, clock))
{
}

EmptyResultRunner::~EmptyResultRunner() = default;

void EmptyResultRunner::setPresets(Filter::PresetLookup lookup)
{
    d->presets = std::move(lookup);
}

void EmptyResultRunner::explain(const ResultRequest &request)
{
    d->thread.cancel();
    const QueryContext context = request.contextAt(d->clock.now());
    d->thread.post(
        [this, context, request, presets = d->presets](OpenPlace &place, const CancelToken &token) {
            const auto report =
                explainEmptyResult(place, request.filter, presets, context, token,
                                   [&](const EmptyResultReport &part) { d->deliver(part, token); });
            if (report)
                d->deliver(*report, token);
        });
}

void EmptyResultRunner::cancel()
{
    d->thread.cancel();
}

} // namespace Trailglass

#include "moc_emptyresultrunner.cpp"
