// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/bundlerunner.h"

#include "models/core/translation.h"
#include "models/core/workerthread.h"
#include "models/evidence/bundleverifier.h"
#include "models/workspace/throttledcalls.h"

#include <QDir>
#include <QTemporaryDir>

#include <functional>
#include <optional>
#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

Result<BundleVerdict> verdictOn(const QString &fileName, const QString &key, const CancelToken &cancel,
                                const VerificationProgress &progress)
{
    std::optional<PublicKey> given;
    if (!key.isEmpty()) {
        TRY(given, readGivenKey(key, cancel));
    }
    return verifyBundle(fileName, given, cancel, progress);
}

Result<OpenedBundle> broughtIn(const QString &fileName, const BundleVerdict &verdict,
                               const CancelToken &cancel, const VerificationProgress &progress)
{
    OpenedBundle bundle{
        .fileName = fileName, .folder = {}, .workspace = {}, .verdict = verdict, .imported = {}};
    bundle.folder = std::make_shared<QTemporaryDir>(QDir::tempPath() + "/trailglass-bundle-XXXXXX"_L1);
    if (!bundle.folder->isValid()) {
        return Error{
            .kind = ErrorKind::Storage,
            .message =
                tr("There is no room for the events of the bundle: %1.").arg(bundle.folder->errorString())};
    }
    bundle.workspace = bundle.folder->filePath(u"workspace"_s);
    TRY(bundle.imported, importBundle(fileName, verdict, bundle.workspace, cancel, progress));
    return bundle;
}

} // namespace

class BundleRunner::Private
{
public:
    explicit Private(BundleRunner *runner)
        : q(runner)
        , thread(u"bundle"_s)
    {
    }
    ~Private() { cancelling.cancel(); }

    /// Calls \a deliver in the GUI thread, unless the work is over by then.
    void answer(const CancelToken &token, std::function<void()> deliver)
    {
        thread.postToOwner([token, deliver = std::move(deliver)] {
            if (!token.isCancelled())
                deliver();
        });
    }
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
    const auto verdict = verdictOn(fileName, key, token, throttledCalls<qint64>([this, token](qint64 events) {
                                       answer(token, [this, events] { Q_EMIT q->verifying(events); });
                                   }));
    if (!verdict)
        return answer(token, [this, error = verdict.error()] { fail(error); });
    if (!verdict->isVerified()) {
        return answer(token, [this, refused = *verdict] {
            isRunning = false;
            Q_EMIT q->refused(refused);
        });
    }
    const auto bundle =
        broughtIn(fileName, *verdict, token, throttledCalls<qint64>([this, token](qint64 events) {
                      answer(token, [this, events] { Q_EMIT q->importing(events); });
                  }));
    if (!bundle)
        return answer(token, [this, error = bundle.error()] { fail(error); });
    answer(token, [this, opened = *bundle] {
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
