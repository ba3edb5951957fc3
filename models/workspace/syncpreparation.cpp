// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/syncpreparation.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/timetext.h"
#include "models/filter/timewindows.h"
#include "models/filter/zonecalendar.h"
#include "models/store/eventreader.h"
#include "models/workspace/sourcechoice.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// \param identity  of the workspace that is wanted; empty: any
Result<void> checkIdentity(const EventReader &reader, const QString &identity)
{
    if (identity.isEmpty())
        return {};
    TRY(const QString present, reader.identity());
    if (present != identity) {
        return Error{
            ErrorKind::Storage,
            tr("Another workspace has taken the place of the one that was opened. Nothing was sent. Open "
               "the folder again to sync the sources that it has now.")};
    }
    return {};
}

Result<QList<SyncJob>> jobsOf(const EventReader &reader, const SyncRequest &request)
{
    TRY(const auto sources, activeSources(reader, request.names));
    QList<SyncJob> jobs;
    for (const SourceRecord &source : sources) {
        TRY(auto state, reader.sourceState(source.id));
        jobs.append({source, BoundSecrets(), std::move(state), request.full, request.since});
    }
    return jobs;
}

} // namespace

Result<UtcMicros> parseSyncStart(const QString &text, UtcMicros now, const QByteArray &zone)
{
    const auto parsed = Filter::parseTimeValue(toUtf8(text));
    const auto *time = std::get_if<Filter::TimeValue>(&parsed);
    if (!time) {
        return Error{ErrorKind::Usage,
                     tr("“%1” is not a time such as 2026-11, 2026-11-01, 2026-11-01T08:00:00Z or -7d.")
                         .arg(visibleText(text))};
    }
    TRY(const auto calendar, Filter::ZoneCalendar::open(zone));
    TRY(const auto windows, Filter::resolveTime(Filter::Comparison::GreaterOrEqual, *time, now, calendar));
    return *windows.front().from;
}

Result<SyncPreparation> prepareSync(const QString &workspace, const SyncRequest &request,
                                    const CancelToken &cancel)
{
    {
        // A sync creates no workspace, and upgrades none that it is not for.
        TRY(const auto present, EventReader::open(workspace));
        TRY(checkIdentity(*present, request.workspace));
    }
    TRY(auto lock, WorkspaceLock::acquire(WorkspacePaths::of(workspace), u"sync"_s));
    TRY(auto store, StoreThread::open(workspace, cancel));
    // Only now: a checkpoint read before the lock was held may be outdated.
    TRY(const auto reader, EventReader::open(workspace));
    TRY(checkIdentity(*reader, request.workspace));
    TRY(auto jobs, jobsOf(*reader, request));
    TRY(const auto identity, reader->identity());
    return SyncPreparation{std::move(lock), std::move(store), identity, std::move(jobs)};
}

Result<QList<SyncJob>> furtherJobs(const QString &workspace, const SyncRequest &request,
                                   const QString &identity, const QStringList &beingSynced)
{
    TRY(const auto reader, EventReader::open(workspace));
    // The store has the file that was there first.
    TRY(checkIdentity(*reader, identity));
    TRY(checkIdentity(*reader, request.workspace));
    TRY(const auto jobs, jobsOf(*reader, request));
    QList<SyncJob> further;
    for (const SyncJob &job : jobs) {
        if (!beingSynced.contains(job.source.name)) {
            further.append(job);
        } else if (request.full || request.since) {
            return Error{ErrorKind::Locked,
                         tr("“%1” is being synced. Try again when that sync has ended.")
                             .arg(visibleText(job.source.name))};
        }
    }
    return further;
}

} // namespace Trailglass
