// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourceservice.h"

#include "models/core/result.h"
#include "models/store/workspace.h"
#include "models/workspace/connectiontester.h"
#include "models/workspace/detailcache.h"
#include "models/workspace/readerthread.h"
#include "models/workspace/secretlookup.h"
#include "models/workspace/sourcereading.h"
#include "models/workspace/sourcestorage.h"

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

using Entries = QList<SourceEntry>;

using HeldLock = std::shared_ptr<WorkspaceLock>;

/// What a listing reads.
struct SourceListing
{
    Entries entries;
    QString identity; ///< of the workspace
};

Result<SourceListing> readListing(OpenWorkspace &workspace, UtcMicros now)
{
    TRY(const auto entries, readSourceEntries(workspace, now));
    return SourceListing{entries, readIdentity(workspace)};
}

Result<HeldLock> lockForPurge(const QString &workspace)
{
    auto lock = WorkspaceLock::acquire(WorkspacePaths::of(workspace), u"purge"_s);
    return lock ? Result<HeldLock>(HeldLock(*std::move(lock))) : lock.error();
}

ConnectionReport failedTest(const Error &error)
{
    ConnectionReport report;
    report.error = error;
    return report;
}

} // namespace

SourceInput SourceInput::of(const SourceRecord &record)
{
    SourceInput input{.id = record.id,
                      .name = record.name,
                      .type = record.type,
                      .settings = record.settings,
                      .secrets = {}};
    for (auto secret = record.secrets.cbegin(); secret != record.secrets.cend(); ++secret)
        input.secrets.insert(secret.key(), {.reference = secret.value(), .value = {}});
    return input;
}

class SourceService::Private
{
public:
    using TestDone = std::function<void(ConnectionReport)>;

    Private(SourceService *service, const QString &folder, SecretPlaces secretPlaces,
            const Clock &machineClock)
        : q(service)
        , workspace(folder)
        , places(secretPlaces)
        , storage(folder, secretPlaces, [this](SourceId id, auto found) { findAccount(id, found); })
        , clock(machineClock)
        , tester(clock)
        , reading(folder, u"sources"_s)
    {
    }

    void later(std::function<void()> call)
    {
        QMetaObject::invokeMethod(q, std::move(call), Qt::QueuedConnection);
    }
    /// Runs \a query on the reading thread.
    template <class Value>
    void read(std::function<Result<Value>(OpenWorkspace &)> query, std::function<void(Result<Value>)> done);
    void readStored(SourceId id, std::function<void(Result<StoredSource>)> done);
    void findAccount(SourceId id, const std::function<void(Result<QString>)> &found);
    /// Reads the stored source when one is changed, and plans the input.
    void plan(const SourceInput &input,
              const std::function<void(Result<SourcePlan>, std::optional<StoredSource>)> &planned);

    void list();
    void add(const SourcePlan &plan, const Changed &done);
    Changed approving(const SourcePlan &plan, const Changed &done);
    void readUntyped(const SourcePlan &plan, const QString &filedUnder, quint64 number);
    void removeNow(const StoredSource &stored, bool withEvents, const std::shared_ptr<WorkspaceLock> &lock,
                   const Changed &done);
    void requireApproval(const SecretUse &use, const SourcePlan &plan, SourceSecrets::References open);
    void runTest(const SourcePlan &plan, SecretValues kept, quint64 number);
    void endTest(quint64 number, const ConnectionReport &report);

    SourceService *q;
    const QString workspace;
    const SecretPlaces places;
    Entries entries;
    QString identity; ///< of the workspace
    quint64 begunListings = 0;
    quint64 endedListings = 0;
    bool again = false; ///< reload() came while the list was read
    quint64 testNumber = 0; ///< of the newest test
    TestDone testDone; ///< empty when no test is on
    SourceStorage storage;
    const Clock &clock;
    ConnectionTester tester;
    ReaderThread reading; // last: its work uses everything above
};

template <class Value>
void SourceService::Private::read(std::function<Result<Value>(OpenWorkspace &)> query,
                                  std::function<void(Result<Value>)> done)
{
    reading.post(
        [this, query = std::move(query), done = std::move(done)](OpenWorkspace &open, const CancelToken &) {
            reading.postToOwner([done, value = query(open)] { done(value); });
        });
}

void SourceService::Private::readStored(SourceId id, std::function<void(Result<StoredSource>)> done)
{
    read<StoredSource>([id](OpenWorkspace &open) { return readStoredSource(open, id); }, std::move(done));
}

void SourceService::Private::findAccount(SourceId id, const std::function<void(Result<QString>)> &found)
{
    readStored(id, [found](const Result<StoredSource> &stored) {
        found(stored ? Result<QString>(stored->account) : stored.error());
    });
}

void SourceService::Private::plan(
    const SourceInput &input,
    const std::function<void(Result<SourcePlan>, std::optional<StoredSource>)> &planned)
{
    if (!input.id) {
        later([planned, plan = planSource(input, nullptr)] { planned(plan, std::nullopt); });
        return;
    }
    readStored(*input.id, [input, planned](const Result<StoredSource> &stored) {
        if (stored)
            planned(planSource(input, &stored->record), *stored);
        else
            planned(stored.error(), std::nullopt);
    });
}

void SourceService::Private::list()
{
    ++begunListings;
    again = false;
    const auto listingNow = [now = clock.now()](OpenWorkspace &open) {
        return readListing(open, now);
    };
    read<SourceListing>(listingNow, [this](const Result<SourceListing> &read) {
        ++endedListings;
        if (read) {
            entries = read->entries;
            identity = read->identity;
        }
        if (again)
            list();
        if (read)
            Q_EMIT q->listed(entries);
        else
            Q_EMIT q->failed(read.error());
    });
}

/// Reads what a removed source of this name has left in the keychain: adding it again takes its place.
void SourceService::Private::add(const SourcePlan &plan, const Changed &done)
{
    const auto readNoted = [name = plan.record.name](OpenWorkspace &open) {
        return readNotedSecrets(open, name);
    };
    read<SourceSecrets::References>(readNoted,
                                    [this, plan, done](const Result<SourceSecrets::References> &noted) {
                                        if (noted)
                                            storage.add(plan, *noted, done);
                                        else
                                            done(noted.error());
                                    });
}

/// \a done, after the references that \a plan brings are approved. A failure to keep the approval is only a warning:
/// the next sync asks again.
SourceService::Changed SourceService::Private::approving(const SourcePlan &plan, const Changed &done)
{
    if (plan.givenReferences.isEmpty())
        return done;
    return [this, plan, done](const Result<QStringList> &saved) {
        if (!saved)
            return done(saved);
        const auto approve = [this, plan](OpenWorkspace &open) {
            return approveGiven(open, places.approvals, plan);
        };
        read<void>(approve, [done, warnings = *saved](const Result<void> &approved) {
            done(approved ? warnings : warnings + QStringList{approved.error().message});
        });
    };
}

/// Drops what the vendor said about single events first: a purge that is cut short is finished where nobody knows of it.
void SourceService::Private::removeNow(const StoredSource &stored, bool withEvents,
                                       const std::shared_ptr<WorkspaceLock> &lock, const Changed &done)
{
    const auto forget = [source = stored.record.id](OpenWorkspace &open) {
        return DetailCache(open.folder()).forget(source);
    };
    read<void>(forget, [this, stored, withEvents, lock, done](const Result<void> &forgotten) {
        const auto end = [done, forgotten](const Result<QStringList> &removed) {
            done(removed && !forgotten ? *removed + QStringList{forgotten.error().message} : removed);
        };
        const auto purge = withEvents ? EventWriter::Purge::Yes : EventWriter::Purge::No;
        storage.remove(stored.record, stored.account, purge, lock, end);
    });
}

/// Reads the credentials that were not typed, then tries the source with all of them.
void SourceService::Private::readUntyped(const SourcePlan &plan, const QString &filedUnder, quint64 number)
{
    const auto use = SecretLookup::use(filedUnder, plan.record);
    if (!use)
        return endTest(number, failedTest(use.error()));
    SourceSecrets::References untyped = plan.record.secrets;
    for (auto typed = plan.typed.cbegin(); typed != plan.typed.cend(); ++typed)
        untyped.remove(typed.key());
    const auto proceed = [this, plan, number, use = *use, untyped](const Result<SecretValues> &kept) {
        if (kept)
            return runTest(plan, *kept, number);
        if (kept.error().kind == ErrorKind::SecretNotApproved && number == testNumber)
            requireApproval(use, plan, untyped);
        endTest(number, failedTest(kept.error()));
    };
    storage.secrets().read(*use, untyped, proceed, plan.givenReferences);
}

void SourceService::Private::requireApproval(const SecretUse &use, const SourcePlan &plan,
                                             SourceSecrets::References open)
{
    for (const QString &key : plan.givenReferences)
        open.remove(key);
    const auto unapproved = places.approvals.unapproved(ReferenceApprovals::usesOf(use, open));
    if (unapproved)
        Q_EMIT q->approvalRequired(*unapproved);
}

void SourceService::Private::runTest(const SourcePlan &plan, SecretValues kept, quint64 number)
{
    if (number != testNumber)
        return;
    kept.insert(plan.typed);
    tester.start({.source = plan.record,
                  .secrets = BoundSecrets{plan.origin, kept},
                  .state = {},
                  .full = false,
                  .since = {}},
                 [this, number](const ConnectionReport &report) { endTest(number, report); });
}

void SourceService::Private::endTest(quint64 number, const ConnectionReport &report)
{
    if (number == testNumber && testDone)
        std::exchange(testDone, {})(report);
}

SourceService::SourceService(const QString &workspace, SecretPlaces places, const Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, workspace, places, clock))
{
    connect(&d->storage, &SourceStorage::changed, this, &SourceService::reload);
}

SourceService::~SourceService() = default;

quint64 SourceService::reload()
{
    const bool isListing = d->begunListings > d->endedListings;
    d->again = isListing;
    if (isListing)
        return d->begunListings + 1;
    d->list();
    return d->begunListings;
}

quint64 SourceService::listNumber() const
{
    return d->endedListings;
}

const QList<SourceEntry> &SourceService::entries() const
{
    return d->entries;
}

const QString &SourceService::identity() const
{
    return d->identity;
}

void SourceService::save(const SourceInput &input, Changed done)
{
    const auto store = [this, done = std::move(done)](const Result<SourcePlan> &plan,
                                                      const std::optional<StoredSource> &stored) {
        if (!plan)
            done(plan.error());
        else if (stored)
            d->storage.change(*plan, stored->account, stored->record.secrets, d->approving(*plan, done));
        else
            d->add(*plan, d->approving(*plan, done));
    };
    d->plan(input, store);
}

void SourceService::test(const SourceInput &input, std::function<void(ConnectionReport)> done)
{
    cancelTest();
    const quint64 number = ++d->testNumber;
    d->testDone = [input, done = std::move(done)](ConnectionReport report) {
        report.source = input.name;
        report.vendor = input.type;
        done(report);
    };
    d->plan(input, [this, number](const Result<SourcePlan> &plan, const std::optional<StoredSource> &stored) {
        if (plan)
            d->readUntyped(*plan, stored ? stored->workspace : QString(), number);
        else
            d->endTest(number, failedTest(plan.error()));
    });
}

void SourceService::cancelTest()
{
    if (!d->testDone)
        return;
    d->tester.cancel();
    ++d->testNumber; // what still comes of it is dropped
    d->later([done = std::exchange(d->testDone, {})] {
        done(failedTest({ErrorKind::Cancelled, tr("Cancelled.")}));
    });
}

void SourceService::approve(const QList<ReferenceUse> &uses, Done done)
{
    const auto approve = [this, uses](OpenWorkspace &) {
        return d->places.approvals.approve(uses);
    };
    d->read<void>(approve, std::move(done));
}

void SourceService::remove(SourceId source, bool withEvents, const Changed &done)
{
    const auto removeNow = [this, withEvents, done](const Result<StoredSource> &stored,
                                                    const HeldLock &lock) {
        if (!stored)
            return done(stored.error());
        d->removeNow(*stored, withEvents, lock, done);
    };
    if (!withEvents) {
        d->readStored(source, [removeNow](const Result<StoredSource> &stored) { removeNow(stored, {}); });
        return;
    }
    // Before anything else: a source that cannot be removed now keeps its key.
    const auto lock = [this](OpenWorkspace &) {
        return lockForPurge(d->workspace);
    };
    d->read<HeldLock>(lock, [this, source, removeNow, done](const Result<HeldLock> &held) {
        if (!held)
            return done(held.error());
        d->readStored(source, [removeNow, held = *held](const Result<StoredSource> &stored) {
            removeNow(stored, held);
        });
    });
}

} // namespace Trailglass

#include "moc_sourceservice.cpp"
