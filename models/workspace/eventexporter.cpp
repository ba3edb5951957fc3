// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/eventexporter.h"

#include "models/exporting/outputfile.h"
#include "models/workspace/placethread.h"
#include "models/workspace/throttledcalls.h"

#include <functional>

namespace Trailglass {

using namespace Qt::StringLiterals;

class EventExporter::Private
{
public:
    using Outcome = Result<ExportReport>;
    using Work = std::function<Outcome(OpenPlace &, const CancelToken &, ExportProgress)>;
    using Done = std::function<void(const ExportReport &)>;

    Private(EventExporter *exporter, const Place &place)
        : q(exporter)
        , thread(place, u"export"_s)
    {
    }

    void start(const Work &work, const Done &done);
    void end(const Outcome &outcome, quint64 number, const Done &done);

    EventExporter *q;
    quint64 newest = 0; ///< number of the newest call: reports of older ones are dropped
    bool busy = false;
    PlaceThread thread; // last: its work uses everything above
};

void EventExporter::Private::start(const Work &work, const Done &done)
{
    thread.cancel();
    busy = true;
    const quint64 number = ++newest;
    const auto report = [this, number](qint64 rows) {
        thread.postToOwner([this, number, rows] {
            if (number == newest && busy)
                Q_EMIT q->progress(rows);
        });
    };
    thread.post([this, number, work, done, report](OpenPlace &place, const CancelToken &token) {
        const Outcome outcome = work(place, token, throttledCalls<qint64>(report));
        thread.postToOwner([this, outcome, number, done] { end(outcome, number, done); });
    });
}

void EventExporter::Private::end(const Outcome &outcome, quint64 number, const Done &done)
{
    if (number != newest || !busy)
        return;
    busy = false;
    if (outcome)
        done(*outcome);
    else
        Q_EMIT q->failed(outcome.error());
}

EventExporter::EventExporter(const Place &place, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, place))
{
}

EventExporter::~EventExporter() = default;

void EventExporter::survey(const ExportPlan &plan)
{
    d->start(
        [plan](OpenPlace &place, const CancelToken &cancel, ExportProgress progress) {
            return surveyExport(place, plan, cancel, std::move(progress));
        },
        [this](const ExportReport &report) { Q_EMIT surveyed(report); });
}

void EventExporter::write(const ExportPlan &plan, const QString &fileName)
{
    d->start(
        [plan, fileName](OpenPlace &place, const CancelToken &cancel, ExportProgress progress) {
            return writeExport(place, plan, fileName, cancel, std::move(progress));
        },
        [this](const ExportReport &report) { Q_EMIT written(report); });
}

void EventExporter::cancel()
{
    if (!d->busy)
        return;
    d->thread.cancel();
    // Queued work is dropped silently by cancel(): this task reports Cancelled for it, after what has begun.
    d->thread.post([this, number = d->newest](OpenPlace &, const CancelToken &) {
        const Private::Outcome cancelled = exportCancelled();
        d->thread.postToOwner([this, number, cancelled] { d->end(cancelled, number, {}); });
    });
}

} // namespace Trailglass

#include "moc_eventexporter.cpp"
