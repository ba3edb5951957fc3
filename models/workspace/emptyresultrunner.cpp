// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/emptyresultrunner.h"

#include "models/workspace/emptyresult.h"
#include "models/workspace/readerthread.h"

namespace Trailglass {

using namespace Qt::StringLiterals;

class EmptyResultRunner::Private
{
public:
    Private(EmptyResultRunner *runner, QString workspace, const Clock &machineClock)
        : q(runner)
        , clock(machineClock)
        , thread(std::move(workspace), u"emptyresult"_s)
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
    ReaderThread thread; // last: its work uses everything above
};

EmptyResultRunner::EmptyResultRunner(QString workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace), clock))
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
    const QueryContext context{d->clock.now(), request.displayZone};
    d->thread.post(
        [this, context, request, presets = d->presets](OpenWorkspace &workspace, const CancelToken &token) {
            const auto report =
                explainEmptyResult(workspace, request.filter, presets, context, token,
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
