// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/sync/importer.h"

#include <functional>

namespace Trailglass {

/// How an import of files ended.
struct FileImport
{
    SyncReport report;
    QString indexWarning; ///< saveIndexWarning()
};

/// Imports vendor JSON from files into a source, under the workspace's lock. Blocking.
///
/// \thread any
/// \param source  its name; empty: the only source of the vendor whose events the files hold
/// \param files  folders too; "-" is standard input
/// \param progress  called on this thread; may be empty
/// \returns also when files could not be read: the report says why
/// \error Usage: no such source, or it was removed, or none or several of the vendor; Malformed: the vendor is not
/// clear; Locked; Storage, NewerVersion; Cancelled while the vendor is being detected, or a workspace of an earlier
/// version is copied before its upgrade
[[nodiscard]] Result<FileImport> importFiles(const QString &workspace, const QString &source,
                                             const QStringList &files, const Clock &clock,
                                             const CancelToken &cancel,
                                             const std::function<void(const ImportProgress &)> &progress);

/// How far an import is, for people: "events.json: 1.2 MB of 4 MB, 2,300 events".
/// \thread any
[[nodiscard]] QString progressText(const ImportProgress &progress);

} // namespace Trailglass
