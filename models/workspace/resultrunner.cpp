// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/resultrunner.h"

#include "models/core/result.h"
#include "models/filter/sourcenames.h"
#include "models/query/memoryresult.h"
#include "models/workspace/readerthread.h"
#include "models/workspace/sourcename.h"

#include <functional>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// Events listed, whatever their source, removed ones included.
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

/// Told on the worker's thread.
using Begun = std::function<void(const QueryResult &beginning)>;
using Searched = std::function<void(double part)>;

/// Puts snapshot and total into \a answer.
/// \param presets  that the filter may name
/// \param begun  may be empty, as \a searched
Result<QueryResult> makeAnswer(OpenWorkspace &workspace, QueryResult answer,
                               const Filter::PresetLookup &presets, const CancelToken &token,
                               const Begun &begun, const Searched &searched)
{
    const auto engine = workspace.engine();
    if (!engine && engine.error().kind == ErrorKind::NotFound) {
        answer.snapshot = std::make_shared<const MemoryResult>(RowId(), RowList());
        return answer;
    }
    if (!engine)
        return engine.error();
    TRY(const auto reader, workspace.reader());
    TRY(const auto names, sourceNames(*reader));
    TRY(Filter::checkSources(answer.question.filter, presets, names));
    SelectListener listener{{}, searched};
    if (begun) {
        TRY(const auto total, countEvents(*reader));
        answer.total = total;
        listener.found = [&answer, &begun](const ResultPointer &beginning) {
            QueryResult begunAnswer = answer;
            begunAnswer.snapshot = beginning;
            begun(begunAnswer);
        };
    }
    TRY(auto snapshot,
        (*engine)->select(answer.expanded, answer.question.order, answer.context, token, listener));
    TRY(const auto total, countEvents(*reader));
    // Read after the rows, so a purge between the two may have made it the smaller.
    answer.total = std::max(total, static_cast<qint64>(snapshot->size()));
    answer.snapshot = std::move(snapshot);
    answer.notice = (*engine)->notice();
    return answer;
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
    /// Says something of the question under way, unless it has ended by then.
    void tell(const CancelToken &token, const std::function<void()> &say);
    void end(const Result<QueryResult> &result, bool refreshed);
    void fail(const Error &error, bool refreshed);
    void setBusy(bool nowBusy);
    void setAnswering(bool nowAnswering);

    ResultRunner *q;
    const Clock &clock;
    Filter::PresetLookup presets = [](const QString &) {
        return std::optional<QString>();
    };
    std::optional<ResultRequest> question;
    std::optional<Error> lastFailure; ///< the last end was this
    bool busy = false;
    bool answering = false; ///< a question, not a refresh
    bool again = false; ///< the data changed while the answer was made
    ReaderThread thread; // last: its work uses everything above
};

void ResultRunner::Private::start(bool refreshed)
{
    thread.cancel();
    again = false;
    setBusy(true);
    QueryResult answer;
    answer.question = *question;
    answer.context = {clock.now(), question->displayZone};
    answer.refreshed = refreshed;
    thread.post([this, answer, known = presets](OpenWorkspace &workspace, const CancelToken &token) mutable {
        Begun begun;
        Searched searched;
        if (!answer.refreshed) {
            begun = [this, &token](const QueryResult &beginning) {
                tell(token, [this, beginning] { Q_EMIT q->began(beginning); });
            };
            searched = [this, &token](double part) {
                tell(token, [this, part] { Q_EMIT q->searched(part); });
            };
        }
        const auto expanded = Filter::expandPresets(answer.question.filter, known);
        if (expanded)
            answer.expanded = *expanded;
        auto result = expanded ? makeAnswer(workspace, answer, known, token, begun, searched)
                               : Result<QueryResult>(expanded.error());
        thread.answer([this, token, result = std::move(result), refreshed = answer.refreshed] {
            if (!token.isCancelled())
                end(result, refreshed);
        });
    });
}

void ResultRunner::Private::tell(const CancelToken &token, const std::function<void()> &say)
{
    thread.answer([token, say] {
        if (!token.isCancelled())
            say();
    });
}

void ResultRunner::Private::end(const Result<QueryResult> &result, bool refreshed)
{
    if (again)
        start(true);
    else
        setBusy(false);
    setAnswering(false);
    if (!result)
        return fail(result.error(), refreshed);
    lastFailure.reset();
    Q_EMIT q->answered(*result);
}

void ResultRunner::Private::fail(const Error &error, bool refreshed)
{
    // What keeps failing as the data changes is said once; who asks is always told.
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

void ResultRunner::Private::setAnswering(bool nowAnswering)
{
    if (answering == nowAnswering)
        return;
    answering = nowAnswering;
    Q_EMIT q->answeringChanged(answering);
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

void ResultRunner::ask(const ResultRequest &question)
{
    d->question = question;
    d->setAnswering(true);
    d->start(false);
}

void ResultRunner::refresh()
{
    if (d->busy)
        d->again = true;
    else if (d->question)
        d->start(true);
}

void ResultRunner::cancel()
{
    d->thread.cancel();
    d->again = false;
    d->setBusy(false);
    d->setAnswering(false);
}

bool ResultRunner::isBusy() const
{
    return d->busy;
}

bool ResultRunner::isAnswering() const
{
    return d->answering;
}

} // namespace Trailglass
