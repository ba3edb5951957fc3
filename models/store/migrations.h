// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/workspace.h"

#include <span>
#include <string_view>

namespace Trailglass {

class SqlConnection;

/// One step of the schema, from version - 1 to version. Never edited once released; changes are new steps.
struct Migration
{
    int version = 0;
    std::string_view sql;
};

/// All steps, ascending from 1 to Schema::Version.
[[nodiscard]] std::span<const Migration> migrations();

/// Brings a database to the version of the last step, each step in a transaction of its own. An empty one gets all
/// steps in one transaction.
///
/// A database that holds data (version 1 or more) is first copied whole to
/// `trailglass.sqlite.v<version>.backup` beside it, and the workspace's lock is held meanwhile, unless this
/// process holds it already. A failed step leaves the database as it was before that step.
/// \param cancel  ends the copying: nothing has changed then
/// \error NewerVersion, Locked, Storage (also as checkSchema()), DiskFull, Cancelled
Result<void> migrate(SqlConnection &connection, const WorkspacePaths &paths, std::span<const Migration> steps,
                     const CancelToken &cancel = {});

} // namespace Trailglass
