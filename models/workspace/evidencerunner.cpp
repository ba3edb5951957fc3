// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/evidencerunner.h"

#include "models/core/result.h"
#include "models/exporting/outputfile.h"
#include "models/workspace/readerthread.h"
#include "models/workspace/throttledcalls.h"

#include <functional>
#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

class EvidenceRunner::Private
{
public:
    Private(EvidenceRunner *runner, const QString &workspace, const Clock &machineClock)
        : q(runner)
        , clock(machineClock)
        , thread(workspace, u"evidence"_s)
    {
    }

    /// \returns the number of the call that begins
    quint64 begin()
    {
        thread.cancel();
        isBusy = true;
        return ++newest;
    }
    /// Calls \a deliver in the GUI thread, unless the call is over by then.
    void deliverOf(quint64 number, std::function<void()> deliver)
    {
        thread.postToOwner([this, number, deliver = std::move(deliver)] {
            if (number == newest && isBusy)
                deliver();
        });
    }
    void fail(const Error &error)
    {
        isBusy = false;
        Q_EMIT q->failed(error);
    }

    EvidenceRunner *q;
    const Clock &clock;
    quint64 newest = 0; ///< number of the newest call: what became of older ones is dropped
    bool isBusy = false;
    ReaderThread thread; // last: its work uses everything above
};

EvidenceRunner::EvidenceRunner(const QString &workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, workspace, clock))
{
}

EvidenceRunner::~EvidenceRunner() = default;

void EvidenceRunner::check(const QString &caseText, const QString &note, const QString &fileName)
{
    const quint64 number = d->begin();
    d->thread.post([this, number, caseText, note, fileName](OpenWorkspace &workspace, const CancelToken &) {
        const Result<void> outcome = checkEvidence(workspace, caseText, note, fileName);
        d->deliverOf(number, [this, outcome] {
            if (!outcome)
                return d->fail(outcome.error());
            d->isBusy = false;
            Q_EMIT checked();
        });
    });
}

void EvidenceRunner::write(const EvidencePlan &plan, const QString &fileName, const TreeSigner &signer,
                           const Attach &attach)
{
    const quint64 number = d->begin();
    const auto report = [this, number](qint64 events) {
        d->deliverOf(number, [this, events] { Q_EMIT progress(events); });
    };
    const auto tellVerifying = [this, number](const QString &activity) {
        d->deliverOf(number, [this, activity] { Q_EMIT verifying(activity); });
    };
    const auto create = [this, plan, fileName, signer, attach, report, tellVerifying](
                            OpenWorkspace &workspace, const CancelToken &cancel) -> Result<EvidenceReport> {
        EvidencePlan whole = plan;
        whole.attach = attach;
        whole.verifying = throttledCalls<QString>(tellVerifying);
        const auto progressed = [throttled = throttledCalls<qint64>(report)](qint64 done, qint64) {
            throttled(done);
        };
        return createEvidence(workspace, whole, fileName, signer, d->clock, cancel, progressed);
    };
    d->thread.post([this, number, create](OpenWorkspace &workspace, const CancelToken &cancel) {
        const Result<EvidenceReport> outcome = create(workspace, cancel);
        d->deliverOf(number, [this, outcome] {
            if (!outcome)
                return d->fail(outcome.error());
            d->isBusy = false;
            Q_EMIT written(*outcome);
        });
    });
}

void EvidenceRunner::cancel()
{
    if (!d->isBusy)
        return;
    d->thread.cancel();
    // Queued work is dropped silently by cancel(): this task reports Cancelled for it, after what has begun.
    d->thread.post([this, number = d->newest](OpenWorkspace &, const CancelToken &) {
        d->deliverOf(number, [this] { d->fail(exportCancelled()); });
    });
}

} // namespace Trailglass

#include "moc_evidencerunner.cpp"
