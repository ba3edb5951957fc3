// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/runlister.h"

#include "models/workspace/readerthread.h"
#include "models/workspace/runhistory.h"

namespace Trailglass {

using namespace Qt::StringLiterals;

class RunLister::Private
{
public:
    explicit Private(QString workspace)
        : thread(std::move(workspace), u"runs"_s)
    {
    }

    ReaderThread thread;
};

RunLister::RunLister(QString workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(workspace)))
{
}

RunLister::~RunLister() = default;

void RunLister::list(const QString &source)
{
    d->thread.cancel();
    d->thread.post([this, source](OpenWorkspace &workspace, const CancelToken &token) {
        const auto history = runHistory(workspace, source, MaxRuns);
        d->thread.postToOwner([this, token, source, history] {
            if (token.isCancelled())
                return;
            if (history)
                Q_EMIT listed(*history);
            else
                Q_EMIT failed(source, history.error());
        });
    });
}

} // namespace Trailglass

#include "moc_runlister.cpp"
