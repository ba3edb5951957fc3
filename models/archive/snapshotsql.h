// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/watermark.h"

namespace Trailglass {

/// The table of the events.
[[nodiscard]] ArchiveSql eventTableSql();

/// Which rows count: all that are in one state of the archive. Made of constants, so that every shard takes the same rows,
/// and the same text for equal watermarks.
/// \thread any
[[nodiscard]] ArchiveSql snapshotSql(const Watermark &watermark);

/// The rows of one state that meet a condition, from `FROM` on. A row that was taken back is among them twice, with both
/// signs.
/// \thread any
[[nodiscard]] ArchiveSql fromEvents(const Watermark &watermark, const ArchiveSql &condition);

/// The same for queries of many columns: the server reads those of the condition first, and the others only where it is met.
/// Newer versions mostly do so by themselves, 18.16 reads all columns of all rows. Some servers refuse it: Unsupported.
/// \thread any
[[nodiscard]] ArchiveSql fromMetEvents(const Watermark &watermark, const ArchiveSql &condition);

/// `toInt64(sum(sign))`: how many events some rows stand for.
[[nodiscard]] ArchiveSql eventCountSql();

} // namespace Trailglass
