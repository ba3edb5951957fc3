// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"
#include "models/archive/archiveschema.h"
#include "models/archive/eventtable.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

namespace Trailglass {

class ArchiveSession;

/// Looks whether the database of a session is an archive that this program reads and writes, before anything is done with
/// its tables.
///
/// \returns in which dialect its table of events is
/// \error NotFound for a database that is not there, has none of the tables, or whose creation did not come to its end;
/// NewerVersion for an archive of a later program; Unsupported for one of an earlier one that has to be migrated; Usage for
/// tables of other making, naming table and column; else as ArchiveSession::ask()
/// \thread any
[[nodiscard]] Result<ArchiveDialect> inspectArchive(ArchiveSession &session, const CancelToken &cancel);

/// Whether a program can read and write an archive by the formats of both.
/// \param format  of the archive, as it entered it at its creation; 0: it did not
/// \param known  of the program
/// \error as inspectArchive()
/// \thread any
[[nodiscard]] Result<void> checkArchiveFormat(const ArchivePlace &place, quint32 format,
                                              quint32 known = ArchiveFormat);

/// Whether an archive has all tables, the optional ones included, as far as the user may see them.
/// \pre inspectArchive()
/// \error as ArchiveSession::ask()
/// \thread any
[[nodiscard]] Result<bool> hasAllTables(ArchiveSession &session, const CancelToken &cancel);

} // namespace Trailglass
