// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/workspace.h"

#include <memory>

namespace Trailglass {

class SqlConnection;

/// Opens the database of a workspace for reading and writing, with folder and files private; creates it, or brings it to this
/// program's version.
///
/// \param cancel  ends the copying before a migration, with Cancelled
/// \error NewerVersion (file untouched), Locked, Storage, DiskFull, Cancelled
[[nodiscard]] Result<std::unique_ptr<SqlConnection>> openMigrated(const WorkspacePaths &paths,
                                                                  const CancelToken &cancel);

} // namespace Trailglass
