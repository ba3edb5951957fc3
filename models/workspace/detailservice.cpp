// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/detailservice.h"

#include "models/core/logging.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/core/workerthread.h"
#include "models/network/timerscheduler.h"
#include "models/store/eventreader.h"
#include "models/sync/detailfetch.h"
#include "models/workspace/detailcache.h"
#include "models/workspace/secretlookup.h"
#include "models/workspace/sourcechoice.h"

#include <algorithm>
#include <atomic>
#include <optional>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

using From = DetailService::From;
using KnownPointer = std::shared_ptr<const KnownDetail>;

/// What is needed to ask a vendor.
struct Preparation
{
    SourceRecord source;
    QString identity; ///< of the workspace
    DetailCache::Key key;
    QList<ReferenceUse> unapproved; ///< not empty: nothing is to be sent
};

/// Either is set, or none: nothing is kept, and the vendor is not to be asked.
struct Found
{
    KnownPointer known;
    std::optional<Preparation> preparation;
};

KnownPointer keptDetail(const QString &workspace, const DetailCache::Key &key, const DetailRequests &requests)
{
    const auto entry = DetailCache(workspace).find(key);
    if (!entry)
        return nullptr;
    auto detail = readDetail(requests, entry->pages);
    if (!detail)
        return nullptr; // damaged: as good as not kept
    return std::make_shared<const KnownDetail>(KnownDetail{*std::move(detail), entry->fetched, true});
}

/// Whether a source is still there: what was kept of a removed one is dropped, and is not to come back.
bool isActive(const QString &workspace, SourceId id)
{
    const auto reader = EventReader::open(workspace);
    if (!reader)
        return false;
    const auto active = activeSources(**reader, {});
    return active
        && std::ranges::any_of(*active, [id](const SourceRecord &source) { return source.id == id; });
}

/// \thread not the main thread
Result<Found> findOut(const QString &workspace, const QString &sourceName, const Event &event, From from,
                      const ReferenceApprovals &approvals)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const SourceRecord source, listedSource(*reader, sourceName));
    const Source *vendor = findSource(source.type);
    const DetailRequests *requests = vendor ? vendor->details() : nullptr;
    if (!requests) {
        return Error{
            ErrorKind::Usage,
            DetailService::tr("Sources of type %1 have no more to say about an event.").arg(source.type)};
    }
    TRY(const SourceSettings settings, SourceSettings::fromValues(vendor->type(), source.settings));
    const DetailCache::Key key{source.id, settings.fingerprint(), requests->keyOf(event)};
    if (from != From::Vendor) {
        if (auto known = keptDetail(workspace, key, *requests))
            return Found{std::move(known), std::nullopt};
    }
    if (from == From::Workspace)
        return Found{};
    TRY(activeSources(*reader, {sourceName})); // a removed one has no credentials
    TRY(const QString identity, reader->identity());
    TRY(auto unapproved, SecretLookup::unapproved(approvals, identity, {source}));
    return Found{nullptr, Preparation{source, identity, key, std::move(unapproved)}};
}

/// Made and used on the thread.
struct Network
{
    explicit Network(const Clock &clock)
        : http(scheduler)
        , fetch(http, clock)
    {
    }

    TimerScheduler scheduler;
    HttpClient http;
    DetailFetch fetch;
};

} // namespace

class DetailService::Private
{
public:
    Private(DetailService *service, QString folder, SecretPlaces secretPlaces, const Clock &machineClock)
        : q(service)
        , workspace(std::move(folder))
        , places(secretPlaces)
        , clock(machineClock)
        , thread(u"event details"_s)
    {
    }
    ~Private()
    {
        lookup.reset();
        thread.end([this] { network.reset(); });
    }

    // In the main thread, in this order:
    void takeFound(quint64 number, const Result<Found> &found);
    void lookUp(quint64 number, const Preparation &preparation);
    void fetch(quint64 number, const Preparation &preparation, const BoundSecrets &secrets);
    void end(quint64 number, const Result<KnownPointer> &known);

    // On the thread:
    void startFetch(quint64 number, const DetailJob &job, const DetailCache::Key &key);
    KnownPointer keep(const DetailCache::Key &key, const FetchedDetail &fetched) const;

    DetailService *q;
    const QString workspace;
    const SecretPlaces places;
    const Clock &clock;
    std::atomic<quint64> newest = 0; ///< number of the newest request; the thread skips older ones
    std::unique_ptr<SecretLookup> lookup; ///< the last one; its callback is not the place to destroy it
    std::unique_ptr<Network> network; ///< only touched on the thread
    WorkerThread thread; // last: its work uses everything above
};

void DetailService::Private::takeFound(quint64 number, const Result<Found> &found)
{
    if (number != newest)
        return;
    if (!found)
        Q_EMIT q->failed(found.error());
    else if (found->known)
        Q_EMIT q->found(found->known);
    else if (!found->preparation)
        Q_EMIT q->nothingKept();
    else if (!found->preparation->unapproved.isEmpty())
        Q_EMIT q->approvalRequired(found->preparation->unapproved);
    else
        lookUp(number, *found->preparation);
}

void DetailService::Private::lookUp(quint64 number, const Preparation &preparation)
{
    lookup = std::make_unique<SecretLookup>(places);
    lookup->read(preparation.identity, {preparation.source}, Attendance::Attended,
                 [this, number, preparation](const std::vector<Result<BoundSecrets>> &secrets) {
                     if (number != newest)
                         return;
                     if (const auto &read = secrets.front())
                         fetch(number, preparation, *read);
                     else
                         end(number, read.error());
                 });
}

void DetailService::Private::fetch(quint64 number, const Preparation &preparation,
                                   const BoundSecrets &secrets)
{
    const DetailJob job{preparation.source, secrets, preparation.key.event};
    thread.post([this, number, job, key = preparation.key] { startFetch(number, job, key); });
}

void DetailService::Private::startFetch(quint64 number, const DetailJob &job, const DetailCache::Key &key)
{
    if (!network)
        network = std::make_unique<Network>(clock);
    network->fetch.stop();
    network->fetch.disconnect();
    QObject::connect(&network->fetch, &DetailFetch::finished, thread.context(),
                     [this, number, key](const Result<FetchedDetail> &fetched) {
                         const Result<KnownPointer> known =
                             fetched ? Result(keep(key, *fetched)) : Result<KnownPointer>(fetched.error());
                         thread.postToOwner([this, number, known] { end(number, known); });
                     });
    network->fetch.start(job);
}

KnownPointer DetailService::Private::keep(const DetailCache::Key &key, const FetchedDetail &fetched) const
{
    const UtcMicros now = clock.now();
    // A workspace that cannot be written to, on read-only media for example, is no reason to show nothing.
    if (isActive(workspace, key.source) && !DetailCache(workspace).keep(key, {now, fetched.pages}))
        qCWarning(logStore) << "event details were not kept";
    return std::make_shared<const KnownDetail>(KnownDetail{fetched.detail, now, false});
}

void DetailService::Private::end(quint64 number, const Result<KnownPointer> &known)
{
    if (number != newest)
        return;
    if (known)
        Q_EMIT q->found(*known);
    else
        Q_EMIT q->failed(known.error());
}

DetailService::DetailService(QString workspace, SecretPlaces places, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace), places, clock))
{
}

DetailService::~DetailService() = default;

bool DetailService::isAvailable(const EventRecord &event)
{
    const Source *vendor = findSource(event.vendor);
    return vendor && vendor->details() && !vendor->details()->keyOf(event.event).empty();
}

void DetailService::request(const EventRecord &event, From from)
{
    cancel();
    // Only what the key is made of: the JSON may be large.
    Event asked;
    asked.id = event.event.id;
    asked.target = event.event.target;
    const quint64 number = d->newest;
    d->thread.post([this, number, name = QString::fromStdString(event.source), asked, from] {
        if (number != d->newest)
            return;
        const auto found = findOut(d->workspace, name, asked, from, d->places.approvals);
        d->thread.postToOwner([this, number, found] { d->takeFound(number, found); });
    });
}

void DetailService::cancel()
{
    ++d->newest;
    d->thread.post([this] {
        if (d->network)
            d->network->fetch.stop();
    });
}

} // namespace Trailglass

#include "moc_detailservice.cpp"
