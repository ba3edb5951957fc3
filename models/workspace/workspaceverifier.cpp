// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspaceverifier.h"

#include "models/core/workerthread.h"
#include "models/workspace/throttledcalls.h"

#include <functional>
#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

class WorkspaceVerifier::Private
{
public:
    Private(WorkspaceVerifier *verifier, QString folder)
        : q(verifier)
        , workspace(std::move(folder))
        , thread(u"verify"_s)
    {
    }
    ~Private() { cancelling.cancel(); }
    void verify(const QString &witnessFile, VerifiedParts parts, const CancelToken &token);

    WorkspaceVerifier *q;
    const QString workspace;
    CancelSource cancelling;
    bool isRunning = false;
    WorkerThread thread; // last: its work uses everything above
};

void WorkspaceVerifier::Private::verify(const QString &witnessFile, VerifiedParts parts,
                                        const CancelToken &token)
{
    const auto tell = throttledCalls<QString>([this, token](const QString &activity) {
        thread.postToOwner(token, [this, activity] { Q_EMIT q->progress(activity); });
    });
    const auto verdict = verifyWorkspace(workspace, witnessFile, token, tell, parts);
    thread.postToOwner(token, [this, verdict] {
        isRunning = false;
        if (verdict)
            Q_EMIT q->finished(*verdict);
        else
            Q_EMIT q->failed(verdict.error());
    });
}

WorkspaceVerifier::WorkspaceVerifier(QString workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace)))
{
}

WorkspaceVerifier::~WorkspaceVerifier() = default;

void WorkspaceVerifier::start(const QString &witnessFile, VerifiedParts parts)
{
    d->cancelling.cancel();
    d->isRunning = true;
    d->thread.post(
        [this, witnessFile, parts, token = d->cancelling.token()] { d->verify(witnessFile, parts, token); });
}

void WorkspaceVerifier::cancel()
{
    if (!d->isRunning)
        return;
    d->cancelling.cancel();
    d->thread.postToOwner([this, next = d->cancelling.token()] {
        if (next.isCancelled()) // another call came
            return;
        d->isRunning = false;
        Q_EMIT failed({ErrorKind::Cancelled, tr("Cancelled.")});
    });
}

bool WorkspaceVerifier::isRunning() const
{
    return d->isRunning;
}

} // namespace Trailglass

#include "moc_workspaceverifier.cpp"
