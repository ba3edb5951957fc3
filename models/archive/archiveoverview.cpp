// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveoverview.h"

#include "models/archive/archiveledger.h"
#include "models/archive/archivesession.h"
#include "models/archive/archivesources.h"
#include "models/archive/pushorigin.h"
#include "models/archive/rowbinary.h"
#include "models/archive/snapshotsql.h"
#include "models/core/text.h"

#include <map>
#include <utility>

namespace Trailglass {

namespace {

/// By origin.
Result<std::map<quint32, UtcMicros>> lastPushes(ArchiveSession &session, const CancelToken &cancel)
{
    TRY(const QByteArray rows,
        session.ask("SELECT toUInt32(origin), toInt64(max(at)) FROM commit WHERE state = 1 GROUP BY origin",
                    cancel));
    RowBinaryReader reader(rows);
    std::map<quint32, UtcMicros> pushes;
    while (!reader.atEnd()) {
        const quint32 origin = reader.readUInt32();
        pushes[origin] = UtcMicros{reader.readInt64()};
        TRY(reader.check());
    }
    return pushes;
}

Result<QList<PushedWorkspace>> workspacesOf(ArchiveSession &session, const CancelToken &cancel)
{
    TRY(const QByteArray rows,
        session.ask("SELECT toUInt32(origin), any(name) FROM (SELECT DISTINCT origin, name, attempt, held "
                    "FROM origin) "
                    "GROUP BY origin HAVING sum(held) > 0 ORDER BY origin",
                    cancel));
    RowBinaryReader reader(rows);
    QList<PushedWorkspace> workspaces;
    while (!reader.atEnd()) {
        PushedWorkspace workspace;
        workspace.origin = reader.readUInt32();
        workspace.name = toQString(reader.readText());
        TRY(reader.check());
        workspaces.append(workspace);
    }
    TRY(const auto pushes, lastPushes(session, cancel));
    for (PushedWorkspace &workspace : workspaces) {
        TRY(const auto ledger, ArchiveLedger::ofOrigin(session, workspace.origin, cancel));
        workspace.events = ledger.events;
        if (const auto push = pushes.find(workspace.origin); push != pushes.end())
            workspace.lastPush = push->second;
    }
    return workspaces;
}

using BatchKey = std::pair<quint32, quint64>; ///< origin, number

/// How many events the table has of each batch that counts; none of those that have none.
Result<std::map<BatchKey, qint64>> eventsByBatch(ArchiveSession &session, const Watermark &watermark,
                                                 const CancelToken &cancel)
{
    TRY(const QByteArray rows,
        session.ask("SELECT toUInt32(origin), toUInt64(batch), " + eventCountSql()
                        + fromEvents(watermark, "1") + " GROUP BY origin, batch",
                    cancel));
    RowBinaryReader reader(rows);
    std::map<BatchKey, qint64> events;
    while (!reader.atEnd()) {
        const quint32 origin = reader.readUInt32();
        const quint64 batch = reader.readUInt64();
        events[{origin, batch}] = reader.readInt64();
        TRY(reader.check());
    }
    return events;
}

} // namespace

Result<ArchiveOverview> archiveOverview(ArchiveSession &session, const CancelToken &cancel)
{
    ArchiveOverview overview;
    overview.version = session.profile().version();
    TRY(const auto state, ArchiveLedger::state(session, cancel));
    overview.events = state.events;
    overview.created = state.created;
    TRY(overview.workspaces, workspacesOf(session, cancel));
    TRY(overview.sources, archiveSources(session, cancel));
    return overview;
}

Result<std::optional<UtcMicros>> lastPushOf(ArchiveSession &session, const std::string &identity,
                                            const CancelToken &cancel)
{
    const auto origin = existingOrigin(session, {identity, {}}, cancel);
    if (!origin && origin.error().kind == ErrorKind::NotFound)
        return std::optional<UtcMicros>();
    if (!origin)
        return origin.error();
    TRY(const auto pushes, lastPushes(session, cancel));
    const auto push = pushes.find(*origin);
    return push == pushes.end() ? std::optional<UtcMicros>() : std::optional(push->second);
}

Result<std::vector<ArchiveFault>> damagedBatches(ArchiveSession &session, const CancelToken &cancel)
{
    TRY(const auto state, ArchiveLedger::state(session, cancel));
    TRY(const auto found, eventsByBatch(session, state.watermark, cancel));
    std::vector<ArchiveFault> faults;
    for (const auto &[origin, last] : state.watermark.last) {
        TRY(const auto batches, ArchiveLedger::batchesOf(session, origin, cancel));
        for (const CommitLine &line : batches) {
            if (line.batch > last)
                continue; // pushed meanwhile
            const auto events = found.find({origin, line.batch});
            const qint64 there = events == found.end() ? 0 : events->second;
            if (there != line.content.rows) {
                faults.push_back({.kind = ArchiveFault::Kind::Batch,
                                  .batch = line.batch,
                                  .expected = line.content.rows,
                                  .found = there});
            }
        }
    }
    return faults;
}

} // namespace Trailglass
