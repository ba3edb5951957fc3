// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/reviewservice.h"

#include "models/core/lazyworkerthread.h"

#include <optional>
#include <utility>

namespace Trailglass {

class ReviewService::Private
{
public:
    Private(ReviewService &service, QString folder, QString account, const Clock &machineClock)
        : q(service)
        , workspace(std::move(folder))
        , reviewer(std::move(account))
        , clock(machineClock)
    {
    }

    enum class Changes
    {
        No,
        Yes
    };

    /// Runs \a work on the thread and calls \a done.
    template <class Value>
    void run(std::function<Result<Value>()> work, std::function<void(Result<Value>)> done, Changes changes)
    {
        thread.post([this, work = std::move(work), done = std::move(done), changes] {
            Result<Value> result = work();
            thread.postToOwner([this, done, result = std::move(result), changes] {
                if (result && changes == Changes::Yes)
                    Q_EMIT q.changed();
                if (done)
                    done(result);
            });
        });
    }

    [[nodiscard]] ReviewerAction now() const { return {reviewer, clock.now()}; }

    ReviewService &q;
    const QString workspace;
    const QString reviewer;
    const Clock &clock;
    CancelSource cancel; ///< of what counts events
    LazyWorkerThread thread{QStringLiteral("reviews")}; ///< no callback follows its end
};

ReviewService::ReviewService(QString workspace, QString reviewer, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(workspace), std::move(reviewer), clock))
{
}

ReviewService::~ReviewService()
{
    d->cancel.cancel();
}

const QString &ReviewService::reviewer() const
{
    return d->reviewer;
}

void ReviewService::review(const ReviewRequest &request, Reviewed done)
{
    const auto work = [folder = d->workspace, request, by = d->now(), token = d->cancel.token()] {
        return finishReview(folder, request, by, token);
    };
    d->run<ReviewEntry>(work, std::move(done), Private::Changes::Yes);
}

void ReviewService::setMarks(const std::vector<NamedEvent> &events, std::optional<MarkColour> colour,
                             Marked done)
{
    const auto work = [folder = d->workspace, events, colour, by = d->now()] {
        return changeMarks(folder, events, colour, by);
    };
    d->run<qint64>(work, std::move(done), Private::Changes::Yes);
}

void ReviewService::setNote(const NamedEvent &event, const QString &note, Noted done)
{
    const auto work = [folder = d->workspace, event, note, by = d->now()] {
        return changeNote(folder, event, note, by);
    };
    d->run<bool>(work, std::move(done), Private::Changes::Yes);
}

void ReviewService::readStatus(const QString &name, Standing done)
{
    const auto work = [folder = d->workspace, name, by = d->now(), token = d->cancel.token()] {
        return reviewStatus(folder, name, by, token);
    };
    d->run<std::vector<ReviewStatus>>(work, std::move(done), Private::Changes::No);
}

void ReviewService::readLog(int limit, Logged done)
{
    const auto work = [folder = d->workspace, limit] {
        return reviewLog(folder, limit);
    };
    d->run<std::vector<ReviewEntry>>(work, std::move(done), Private::Changes::No);
}

void ReviewService::readReviewedRow(const QString &name, Row done)
{
    const auto work = [folder = d->workspace, account = d->reviewer, name] {
        return reviewedRow(folder, account, name);
    };
    d->run<RowId>(work, std::move(done), Private::Changes::No);
}

} // namespace Trailglass

#include "moc_reviewservice.cpp"
