// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/evidence/bundlerequest.h"

#include <QString>
#include <QStringList>

namespace Trailglass {

/// What a bundle that was written has.
struct BundleSummary
{
    ExportSummary events; ///< of events.csv
    BundleManifest manifest; ///< as it is in the bundle
    qint64 leaves = 0; ///< of the tree that the bundle shows: events and records
    qint64 bytes = 0; ///< of the file
};

/// Writes an evidence bundle: the whole file or none. Blocking.
///
/// The same rows over the same tree give the same bytes, but for BundleManifest::made, the time of the checkpoint, and what they
/// are hashed and signed into. Memory stays flat but for forty bytes an event; beside the output, the disk needs room for all
/// members unpacked and for twice the archive, in files that are gone afterwards, also when the program is killed.
///
/// The members with events are packed on a thread of its own, and the hashes between them read on several.
///
/// \param inUse  files that must stay; see filesInUse()
/// \error Usage where no output may go (outputTarget()); DiskFull, Storage; Storage too when the workspace was altered, so
/// that its events do not lead to the root of the checkpoint; Cancelled; those of BundleSeal::sign
/// \thread that of the tree and the records
[[nodiscard]] Result<BundleSummary> writeBundle(const QString &fileName, const QStringList &inUse,
                                                const BundleRequest &request);

} // namespace Trailglass
