// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/resultrunner.h"

#include "models/core/result.h"
#include "models/presets/preset.h"
#include "models/query/memoryresult.h"
#include "models/workspace/placethread.h"
#include "models/workspace/preparedquery.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// Both are called on the worker's thread.
using Partial = std::function<void(const QueryResult &partial)>;
using Progress = std::function<void(double part)>;

/// What completes a result besides its request.
struct ResultInput
{
    Filter::PresetLookup presets; ///< that the filter may name
    std::vector<RowId> rowsToFind;
    Partial partial; ///< may be empty, as the next
    Progress progress;
};

/// Makes rows known that somebody looks for in the result; those in memory are.
Result<void> findRows(OpenPlace &place, const ResultSnapshot &snapshot, const std::vector<RowId> &rows,
                      const CancelToken &token)
{
    if (snapshot.list() || rows.empty())
        return {};
    TRY(const auto records, place.records());
    for (const RowId row : rows)
        TRY(records->placeOf(snapshot, row, token));
    return {};
}

/// Puts all but the request into \a result.
Result<QueryResult> completeResult(OpenPlace &place, QueryResult result, const ResultInput &input,
                                   const CancelToken &token)
{
    QElapsedTimer timer;
    timer.start();
    TRY(const auto query, prepareQuery(place, result.request.filter, input.presets, result.context));
    result.expanded = query.filter;
    result.context = query.context;
    const auto engine = place.engine();
    if (!engine && engine.error().kind == ErrorKind::NotFound) {
        result.snapshot = std::make_shared<const MemoryResult>(RowId(), RowList());
        return result;
    }
    if (!engine)
        return engine.error();
    SelectListener listener{{}, input.progress};
    if (input.partial) {
        TRY(result.total, (*engine)->total({}, token));
        listener.found = [&result, &input](const ResultPointer &beginning) {
            QueryResult part = result;
            part.snapshot = beginning;
            input.partial(part);
        };
    }
    TRY(auto snapshot,
        (*engine)->select(result.expanded, result.request.order, result.context, token, listener));
    TRY(findRows(place, *snapshot, input.rowsToFind, token));
    TRY(const auto total, (*engine)->total(snapshot->state(), token));
    // Read after the rows, so a purge between the two may have made it the smaller.
    result.total = std::max(total, static_cast<qint64>(snapshot->size()));
    result.snapshot = std::move(snapshot);
    result.notice = (*engine)->notice();
    result.lacksEvents = !(*engine)->missingEvents().isEmpty();
    result.cost = (*engine)->cost();
    result.duration = std::chrono::milliseconds(timer.elapsed());
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
    Private(ResultRunner *runner, const Place &place, const Clock &machineClock)
        : q(runner)
        , clock(machineClock)
        , thread(place, u"result"_s)
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
    std::function<std::vector<RowId>()> rowsToFind; ///< may be empty
    StatePointer state; ///< of the last result
    std::optional<Error> lastFailure; ///< how the last request ended
    bool busy = false;
    bool pending = false; ///< a request has no result yet; a refresh does not count
    bool again = false; ///< the data changed while the request ran
    PlaceThread thread; // last: its work uses everything above
};

void ResultRunner::Private::start(bool refreshed)
{
    thread.cancel();
    again = false;
    setBusy(true);
    QueryResult result;
    result.request = *request;
    result.context = {clock.now(), request->displayZone, {}, request->review};
    result.refreshed = refreshed;
    const ResultInput known{presets, rowsToFind ? rowsToFind() : std::vector<RowId>(), {}, {}};
    thread.post([this, result, known](OpenPlace &place, const CancelToken &token) {
        ResultInput input = known;
        if (!result.refreshed) {
            input.partial = [this, &token](const QueryResult &rows) {
                report(token, [this, rows] { Q_EMIT q->partialResult(rows); });
            };
            input.progress = [this, &token](double part) {
                report(token, [this, part] { Q_EMIT q->searchProgress(part); });
            };
        }
        auto outcome = completeResult(place, result, input, token);
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
    state = result->snapshot->state();
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

ResultRunner::ResultRunner(const Place &place, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, place, clock))
{
}

ResultRunner::~ResultRunner() = default;

void ResultRunner::setPresets(Filter::PresetLookup lookup)
{
    d->presets = std::move(lookup);
}

void ResultRunner::setRowsToFind(std::function<std::vector<RowId>()> rows)
{
    d->rowsToFind = std::move(rows);
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
    if (d->pending) // given up: a refresh must not bring it back
        d->request.reset();
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

StatePointer ResultRunner::state() const
{
    return d->state;
}

} // namespace Trailglass

#include "moc_resultrunner.cpp"
