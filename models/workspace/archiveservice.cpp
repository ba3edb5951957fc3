// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archiveservice.h"

#include "models/archive/archiveinspection.h"
#include "models/archive/archivetables.h"
#include "models/archive/sharedarchive.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"
#include "models/store/workspace.h"

#include <QDir>

#include <memory>

namespace Trailglass {
namespace {

/// Opens an archive whose tables were looked at.
Result<std::unique_ptr<ArchiveSession>> openArchive(const ArchiveAccess &access, const CancelToken &cancel)
{
    TRY(auto session, ArchiveSession::open(access, cancel));
    TRY(inspectArchive(*session, cancel));
    return session;
}

/// Enters the format, and looks whether all tables can be used then.
Result<void> completeArchive(ArchiveSession &session, const ArchiveLayout &layout, UtcMicros now,
                             const CancelToken &cancel)
{
    TRY(session.execute(formatStatement(layout, now), cancel, ArchiveSession::Scope::Server));
    TRY(inspectArchive(session, cancel));
    return {};
}

/// As others see it.
QString sharedNameOf(const QString &workspace)
{
    return QDir(WorkspacePaths::of(workspace).folder).dirName();
}

/// Without Keeper each server of a cluster makes its tables itself; until all have, requests to all of them fail.
Error notOnAllServers(const ArchivePlace &place, const Error &error)
{
    const QString sentence =
        Trailglass::tr(
            "The server at %1 has its tables, but not all servers of the cluster “%2” have theirs. "
            "Create the archive with the address of each of them; the last one completes it.")
            .arg(place.server(), place.cluster());
    return {.kind = error.kind, .message = inSequence(sentence, error.message), .detail = error.detail};
}

} // namespace

Result<ArchivePlace> plannedArchive(const ArchivePlace &named, const ArchiveCreationPlan &plan)
{
    TRY(const auto place, plan.cluster ? named.inCluster(*plan.cluster) : Result<ArchivePlace>(named));
    if (plan.hasKeeper && place.cluster().isEmpty()) {
        return Error{
            ErrorKind::Usage,
            tr("Keeper is for a cluster, and none is named. Name the cluster, or leave Keeper out.")};
    }
    return place;
}

Result<ArchiveCreation> createArchive(const ArchiveAccess &access, bool hasKeeper, const Clock &clock,
                                      const CancelToken &cancel)
{
    TRY(const auto session, ArchiveSession::open(access, cancel));
    const auto found = inspectArchive(*session, cancel);
    if (!found && found.error().kind != ErrorKind::NotFound)
        return found.error();
    if (found) {
        TRY(const bool isWhole, hasAllTables(*session, cancel));
        if (isWhole)
            return ArchiveCreation::Unchanged;
    }
    const ArchiveLayout layout{.dialect = session->profile().dialect(),
                               .database = toUtf8(access.place.database()),
                               .cluster = toUtf8(access.place.cluster()),
                               .hasKeeper = hasKeeper};
    TRY(createTables(*session, layout, cancel));
    if (found)
        return ArchiveCreation::Completed;
    const auto completed = completeArchive(*session, layout, clock.now(), cancel);
    if (completed)
        return ArchiveCreation::Created;
    const Error &error = completed.error();
    const bool needsOthers = !layout.cluster.empty() && !hasKeeper && error.kind != ErrorKind::Cancelled;
    return needsOthers ? notOnAllServers(access.place, error) : error;
}

Result<ArchiveOverview> lookAtArchive(const ArchiveAccess &access, const CancelToken &cancel)
{
    TRY(const auto session, openArchive(access, cancel));
    return archiveOverview(*session, cancel);
}

Result<ArchiveOverview> lookAtArchive(SharedArchive &archive, const CancelToken &cancel)
{
    TRY(ArchiveSession *const session, archive.session(cancel));
    return archiveOverview(*session, cancel);
}

Result<ArchiveDiagnosis> diagnoseArchive(const ArchiveAccess &access, const CancelToken &cancel)
{
    TRY(const auto session, openArchive(access, cancel));
    ArchiveDiagnosis diagnosis;
    TRY(diagnosis.overview, archiveOverview(*session, cancel));
    TRY(const auto faults, damagedBatches(*session, cancel));
    for (const ArchiveFault &fault : faults)
        diagnosis.problems.append(fault.text());
    return diagnosis;
}

Result<PushReport> pushWorkspace(const QString &workspace, const ArchiveAccess &access, const Clock &clock,
                                 const CancelToken &cancel, const PushProgress &progressed)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const auto session, ArchiveSession::open(access, cancel));
    const PushPlan plan{.name = sharedNameOf(workspace)};
    return pushToArchive(*reader, *session, plan, clock, cancel, progressed);
}

Result<std::optional<UtcMicros>> lastPushOf(const QString &workspace, const ArchiveAccess &access,
                                            const CancelToken &cancel)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const QString identity, reader->identity());
    TRY(const auto session, openArchive(access, cancel));
    return lastPushOf(*session, toUtf8(identity), cancel);
}

Result<ClaimReport> claimForWorkspace(const QString &workspace, const ArchiveAccess &access,
                                      const SourceClaim &claim, const Clock &clock, const CancelToken &cancel)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const auto session, ArchiveSession::open(access, cancel));
    const ClaimPlan plan{
        .source = claim.source, .name = sharedNameOf(workspace), .takesOver = claim.takesOver};
    return claimSource(*reader, *session, plan, clock, cancel);
}

Result<ArchiveCheckReport> verifyArchive(const QString &workspace, const ArchiveAccess &access,
                                         const CancelToken &cancel,
                                         const std::function<void(double)> &progressed)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const auto session, ArchiveSession::open(access, cancel));
    return checkArchive(*reader, *session, cancel, progressed);
}

} // namespace Trailglass
