// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/evidence/bundleverdict.h"
#include "models/evidence/eventproofs.h"

#include <QString>

namespace Trailglass {

/// What a workspace got from a bundle.
struct ImportedBundle
{
    qint64 events = 0; ///< stored
    qint64 leftOut =
        0; ///< that this version cannot store: their JSON is broken or too long, or their id came before

    friend bool operator==(const ImportedBundle &, const ImportedBundle &) = default;
};

/// Puts the events of a verified bundle into a workspace of its own, to be looked at: with the names of their sources, the
/// times at which they were received, and what was requested of the sources. Sources get no settings and no credentials. Marks
/// and notes are not set: they belong to another workspace's reviewers. Blocking.
///
/// The file is read again and compared with what was verified.
/// \param path       of the bundle
/// \param verdict    of it
/// \param workspace  a folder that is empty or does not exist yet; the caller deletes it
/// \param progress   may be empty
/// \error Usage: the bundle is not verified
/// \error Rejected: the file is another one by now; what was stored until then stays
/// \error Unsupported: a vendor that this version does not know; Malformed, TooLarge: what cannot be stored
/// \error those of MemberReader and EventWriter; Cancelled
/// \thread any
[[nodiscard]] Result<ImportedBundle> importBundle(const QString &path, const BundleVerdict &verdict,
                                                  const QString &workspace, const CancelToken &cancel,
                                                  const VerificationProgress &progress = {});

} // namespace Trailglass
