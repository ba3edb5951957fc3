// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/changerunner.h"

#include "models/core/canceltoken.h"
#include "models/core/workerthread.h"

#include <functional>

namespace Trailglass {

using namespace Qt::StringLiterals;

class ChangeRunner::Private
{
public:
    explicit Private(ChangeRunner *runner)
        : q(runner)
        , thread(u"changes"_s)
    {
    }
    ~Private() { source.cancel(); }

    void start(std::function<EventChanges()> work)
    {
        source.cancel();
        thread.post([this, work = std::move(work), token = source.token()] {
            if (token.isCancelled())
                return;
            const auto changes = std::make_shared<const EventChanges>(work());
            thread.postToOwner([this, changes, token] {
                if (!token.isCancelled())
                    Q_EMIT q->found(changes);
            });
        });
    }

    ChangeRunner *q;
    CancelSource source;
    WorkerThread thread; // last: its work uses everything above
};

ChangeRunner::ChangeRunner(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

ChangeRunner::~ChangeRunner() = default;

void ChangeRunner::find(std::shared_ptr<const std::string> raw)
{
    d->start([raw = std::move(raw)] { return findChanges(raw); });
}

void ChangeRunner::compare(std::shared_ptr<const std::string> before,
                           std::shared_ptr<const std::string> after)
{
    d->start([before = std::move(before), after = std::move(after)] { return compareEvents(before, after); });
}

void ChangeRunner::cancel()
{
    d->source.cancel();
}

} // namespace Trailglass

#include "moc_changerunner.cpp"
