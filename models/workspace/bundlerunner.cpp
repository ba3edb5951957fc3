// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/bundlerunner.h"

#include "models/core/workerthread.h"
#include "models/workspace/throttledcalls.h"

#include <functional>

namespace Trailglass {

using namespace Qt::StringLiterals;

class BundleRunner::Private
{
public:
    explicit Private(BundleRunner *runner)
        : q(runner)
        , thread(u"bundle"_s)
    {
    }
    ~Private() { cancelling.cancel(); }
    void fail(const Error &error)
    {
        isRunning = false;
        Q_EMIT q->failed(error);
    }
    void work(const QString &fileName, const QString &key, const CancelToken &token);

    BundleRunner *q;
    CancelSource cancelling;
    bool isRunning = false;
    WorkerThread thread; // last: its work uses everything above
};

void BundleRunner::Private::work(const QString &fileName, const QString &key, const CancelToken &token)
{
    const auto verdict =
        verdictOnBundle(fileName, key, token, throttledCalls<qint64>([this, token](qint64 events) {
                            thread.postToOwner(token, [this, events] { Q_EMIT q->verifying(events); });
                        }));
    if (!verdict)
        return thread.postToOwner(token, [this, error = verdict.error()] { fail(error); });
    if (!verdict->isVerified()) {
        return thread.postToOwner(token, [this, refused = *verdict] {
            isRunning = false;
            Q_EMIT q->refused(refused);
        });
    }
    const auto bundle =
        bringInBundle(fileName, *verdict, token, throttledCalls<qint64>([this, token](qint64 events) {
                          thread.postToOwner(token, [this, events] { Q_EMIT q->importing(events); });
                      }));
    if (!bundle)
        return thread.postToOwner(token, [this, error = bundle.error()] { fail(error); });
    thread.postToOwner(token, [this, opened = *bundle] {
        isRunning = false;
        Q_EMIT q->opened(opened);
    });
}

BundleRunner::BundleRunner(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

BundleRunner::~BundleRunner() = default;

void BundleRunner::open(const QString &fileName, const QString &key)
{
    d->cancelling.cancel();
    d->isRunning = true;
    d->thread.post([this, fileName, key, token = d->cancelling.token()] { d->work(fileName, key, token); });
}

void BundleRunner::cancel()
{
    if (!d->isRunning)
        return;
    d->cancelling.cancel();
    d->thread.postToOwner([this, next = d->cancelling.token()] {
        if (!next.isCancelled()) // no other call came
            d->fail({ErrorKind::Cancelled, tr("Cancelled.")});
    });
}

} // namespace Trailglass

#include "moc_bundlerunner.cpp"
