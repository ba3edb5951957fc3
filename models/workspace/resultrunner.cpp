// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/resultrunner.h"

#include "models/core/result.h"
#include "models/filter/sourcenames.h"
#include "models/presets/preset.h"
#include "models/query/memoryresult.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/readerthread.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// Number of visible events of all sources, including removed sources.
Result<qint64> countEvents(const EventReader &reader)
{
    TRY(const auto sources, reader.sources());
    qint64 events = 0;
    for (const SourceRecord &source : sources) {
        const auto state = reader.sourceState(source.id);
        if (!state && state.error().kind == ErrorKind::NotFound)
            continue; // purged since the list was read
        if (!state)
            return state.error();
        events += state->events;
    }
    return events;
}

/// Both are called on the worker's thread.
using Partial = std::function<void(const QueryResult &partial)>;
using Progress = std::function<void(double part)>;

/// Puts all but the request into \a result.
/// \param presets  that the filter may name
/// \param partial  may be empty, as \a progress
Result<QueryResult> completeResult(OpenWorkspace &workspace, QueryResult result,
                                   const Filter::PresetLookup &presets, const CancelToken &token,
                                   const Partial &partial, const Progress &progress)
{
    TRY(const auto query, prepareQuery(workspace, result.request.filter, presets, result.context));
    result.expanded = query.filter;
    const auto engine = workspace.engine();
    if (!engine && engine.error().kind == ErrorKind::NotFound) {
        result.snapshot = std::make_shared<const MemoryResult>(RowId(), RowList());
        return result;
    }
    if (!engine)
        return engine.error();
    TRY(const auto reader, workspace.reader());
    SelectListener listener{{}, progress};
    if (partial) {
        TRY(const auto total, countEvents(*reader));
        result.total = total;
        listener.found = [&result, &partial](const ResultPointer &beginning) {
            QueryResult part = result;
            part.snapshot = beginning;
            partial(part);
        };
    }
    TRY(auto snapshot,
        (*engine)->select(result.expanded, result.request.order, result.context, token, listener));
    TRY(const auto total, countEvents(*reader));
    // Read after the rows, so a purge between the two may have made it the smaller.
    result.total = std::max(total, static_cast<qint64>(snapshot->size()));
    result.snapshot = std::move(snapshot);
    result.notice = (*engine)->notice();
    return result;
}

bool isSame(const Error &left, const Error &right)
{
    return left.kind == right.kind && left.message == right.message;
}

} // namespace

class ResultRunner::Private
{
public:
    Private(ResultRunner *runner, QString workspace, const Clock &machineClock)
        : q(runner)
        , clock(machineClock)
        , thread(std::move(workspace), u"result"_s)
    {
    }

    void start(bool refreshed);
    /// Delivers a report of the running request, unless it has ended by then.
    void report(const CancelToken &token, const std::function<void()> &deliver);
    void end(const Result<QueryResult> &result, bool refreshed);
    void fail(const Error &error, bool refreshed);
    void setBusy(bool nowBusy);
    void setPending(bool nowPending);

    ResultRunner *q;
    const Clock &clock;
    Filter::PresetLookup presets = presetLookup({});
    std::optional<ResultRequest> request;
    std::optional<Error> lastFailure; ///< how the last request ended
    bool busy = false;
    bool pending = false; ///< a request has no result yet; a refresh does not count
    bool again = false; ///< the data changed while the request ran
    ReaderThread thread; // last: its work uses everything above
};

void ResultRunner::Private::start(bool refreshed)
{
    thread.cancel();
    again = false;
    setBusy(true);
    QueryResult result;
    result.request = *request;
    result.context = {clock.now(), request->displayZone};
    result.refreshed = refreshed;
    thread.post([this, result, known = presets](OpenWorkspace &workspace, const CancelToken &token) mutable {
        Partial partial;
        Progress progress;
        if (!result.refreshed) {
            partial = [this, &token](const QueryResult &rows) {
                report(token, [this, rows] { Q_EMIT q->partialResult(rows); });
            };
            progress = [this, &token](double part) {
                report(token, [this, part] { Q_EMIT q->searchProgress(part); });
            };
        }
        auto outcome = completeResult(workspace, result, known, token, partial, progress);
        thread.postToOwner([this, token, outcome = std::move(outcome), refreshed = result.refreshed] {
            if (!token.isCancelled())
                end(outcome, refreshed);
        });
    });
}

void ResultRunner::Private::report(const CancelToken &token, const std::function<void()> &deliver)
{
    thread.postToOwner([token, deliver] {
        if (!token.isCancelled())
            deliver();
    });
}

void ResultRunner::Private::end(const Result<QueryResult> &result, bool refreshed)
{
    if (again)
        start(true);
    else
        setBusy(false);
    setPending(false);
    if (!result)
        return fail(result.error(), refreshed);
    lastFailure.reset();
    Q_EMIT q->finished(*result);
}

void ResultRunner::Private::fail(const Error &error, bool refreshed)
{
    // A refresh that keeps failing is reported once, a new request always.
    const bool known = refreshed && lastFailure && isSame(*lastFailure, error);
    lastFailure = error;
    if (!known)
        Q_EMIT q->failed(error);
}

void ResultRunner::Private::setBusy(bool nowBusy)
{
    if (busy == nowBusy)
        return;
    busy = nowBusy;
    Q_EMIT q->busyChanged(busy);
}

void ResultRunner::Private::setPending(bool nowPending)
{
    if (pending == nowPending)
        return;
    pending = nowPending;
    Q_EMIT q->pendingChanged(pending);
}

ResultRunner::ResultRunner(QString workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace), clock))
{
}

ResultRunner::~ResultRunner() = default;

void ResultRunner::setPresets(Filter::PresetLookup lookup)
{
    d->presets = std::move(lookup);
}

void ResultRunner::run(const ResultRequest &request)
{
    d->request = request;
    d->setPending(true);
    d->start(false);
}

void ResultRunner::refresh()
{
    if (d->busy)
        d->again = true;
    else if (d->request)
        d->start(true);
}

void ResultRunner::cancel()
{
    d->thread.cancel();
    d->again = false;
    d->setBusy(false);
    d->setPending(false);
}

bool ResultRunner::isBusy() const
{
    return d->busy;
}

bool ResultRunner::isPending() const
{
    return d->pending;
}

} // namespace Trailglass

#include "moc_resultrunner.cpp"
