// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivecheck.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/store/records.h"

#include <QList>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

class ArchiveSession;

/// A workspace that pushes into an archive.
struct PushedWorkspace
{
    quint32 origin = 0;
    QString name; ///< of its folder; others may have the same
    qint64 events = 0; ///< that count
    std::optional<UtcMicros> lastPush =
        {}; ///< by the clock of the workspace; nothing: it only claims sources
};

/// What an archive holds, and from whom.
struct ArchiveOverview
{
    QString version; ///< of the server
    qint64 events = 0;
    TimeWindow created = {}; ///< of all events that were ever pushed; both ends set if there is any
    QList<PushedWorkspace> workspaces; ///< by origin
    QList<SourceRecord> sources; ///< as archiveSources()

    /// When the last event was: `created` ends after it. Nothing if there is none.
    [[nodiscard]] std::optional<UtcMicros> lastEvent() const
    {
        return created.to ? std::optional(*created.to + -1) : std::nullopt;
    }
};

/// Reads the ledger and its tables. Blocking.
/// \error as ArchiveSession::ask()
/// \thread any
[[nodiscard]] Result<ArchiveOverview> archiveOverview(ArchiveSession &session, const CancelToken &cancel);

/// When a workspace has pushed something the last time, by its clock; nothing if it never has. Blocking.
/// \param identity  EventReader::identity()
/// \error as ArchiveSession::ask()
/// \thread any
[[nodiscard]] Result<std::optional<UtcMicros>>
lastPushOf(ArchiveSession &session, const std::string &identity, const CancelToken &cancel);

/// The batches of all workspaces that do not have the events that were pushed. Reads the numbers of every event.
/// Blocking.
/// \error as ArchiveSession::ask()
/// \thread any
[[nodiscard]] Result<std::vector<ArchiveFault>> damagedBatches(ArchiveSession &session,
                                                               const CancelToken &cancel);

} // namespace Trailglass
