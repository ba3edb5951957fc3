// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/watermark.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/records.h"

#include <QList>
#include <QString>

#include <vector>

namespace Trailglass {

class ArchiveSession;

// What an archive knows of the sources whose events it has. Blocking; any thread.

/// By name. A source that no workspace pushes any more is one that was removed. The ids are made of the names, so that they
/// are the same in each list.
/// \error as ArchiveSession::ask()
[[nodiscard]] Result<QList<SourceRecord>> archiveSources(ArchiveSession &session, const CancelToken &cancel);

/// The intervals that a source was fetched for completely, by any workspace, in the order in which they were fetched.
/// \error as ArchiveSession::ask()
[[nodiscard]] Result<std::vector<CoverageEntry>> archiveCoverage(ArchiveSession &session,
                                                                 const Watermark &watermark,
                                                                 const QString &source,
                                                                 const CancelToken &cancel);

} // namespace Trailglass
