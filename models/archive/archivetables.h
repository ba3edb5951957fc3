// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveschema.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

namespace Trailglass {

class ArchiveSession;

/// Creates the database and the tables of an archive, as far as they are not there: createStatements(). Blocking.
///
/// They are an archive once formatStatement() has been run too.
/// \error Usage for names that cannot be; else as ArchiveSession::execute()
/// \thread any
[[nodiscard]] Result<void> createTables(ArchiveSession &session, const ArchiveLayout &layout,
                                        const CancelToken &cancel);

} // namespace Trailglass
