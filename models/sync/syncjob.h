// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/sources/source.h"
#include "models/sources/sourcetype.h"
#include "models/store/records.h"

#include <QString>

#include <optional>

namespace Trailglass {

/// One source to sync, with everything that was looked up for it beforehand.
struct SyncJob
{
    SourceRecord source;
    Result<BoundSecrets> secrets = BoundSecrets(); ///< an error fails this source alone, with that error
    SourceState state;
    bool full = false; ///< read everything again; deletes nothing
    std::optional<UtcMicros> since; ///< overrides the watermark for this run
};

/// What the run of \a job starts from. The stored checkpoint counts only while the settings are the same.
///
/// \param fingerprint  SourceSettings::fingerprint() of the present settings
/// \param now  the local clock
/// \thread any
[[nodiscard]] RunOptions runOptions(const SyncJob &job, const QByteArray &fingerprint, UtcMicros now);

/// Where a source's run is. For display; rates are the receiver's business.
struct SyncProgress
{
    QString source;
    qint64 pages = 0;
    qint64 received = 0; ///< rows stored so far: new, known and revised ones
    qint64 added = 0;
    std::optional<qint64> totalHint; ///< events the vendor says there are
    QString activity; ///< translated, e.g. "Reading", "Retrying in 4 seconds: …"; may quote the server
};

} // namespace Trailglass
