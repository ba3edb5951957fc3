// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/eventtable.h"
#include "models/core/result.h"
#include "models/core/utcmicros.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

// The tables of an archive: `event`, those of ledgertables.h, and `archive`, whose lines say which formats the rows may
// have. Pure; any thread.

/// What paths, keys, `at`, `decoded` and `extra` of the rows mean. Rows of different formats do not go together.
inline constexpr quint16 ArchiveFormat = 1;

/// Where the tables of an archive are.
struct ArchiveLayout
{
    ArchiveDialect dialect = ArchiveDialect::Modern;
    std::string database; ///< letters, digits and underscores, not beginning with a digit
    /// Of several servers, as their configuration names it: letters, digits, underscores, hyphens and dots. Empty for
    /// one server.
    std::string cluster = {};
    /// Whether the cluster has Keeper or ZooKeeper: every shard then has replicas that agree, and statements go to all
    /// servers by themselves. If not, each statement has to be run on every server.
    bool hasKeeper = false;
};

/// The statements that create the database and its tables, in order; each leaves alone what is there already.
///
/// In a cluster a table `event_local` of each server has the rows, and `event`, which is the one to ask and to push to,
/// distributes them. All rows of a batch are on one shard.
/// \error Usage for a name with other characters, with a sentence
[[nodiscard]] Result<std::vector<std::string>> createStatements(const ArchiveLayout &layout);

/// The statement that enters ArchiveFormat, the last one of the creation: a database without a line in `archive` is no
/// archive, or not yet.
/// \pre createStatements() accepts the layout
[[nodiscard]] std::string formatStatement(const ArchiveLayout &layout, UtcMicros at);

/// The tables of an archive, without those of single servers.
[[nodiscard]] std::vector<std::string_view> archiveTables();

/// Whether an archive without this table is one all the same: it was made by a program that did not know it, or is read by
/// a user who may not see it.
/// \param table  one of archiveTables()
[[nodiscard]] bool isOptionalTable(std::string_view table);

/// A column of a table, as `system.columns` describes it.
struct FoundColumn
{
    std::string name;
    std::string type;
};

/// Whether a table has the columns that an archive needs, in any order; further ones do not matter, nor does
/// LowCardinality.
/// \param table  one of archiveTables()
/// \param found  all of its columns; none if there is no such table
/// \error Usage, naming the first column that is missing or of another type: the table is of other making
[[nodiscard]] Result<void> checkColumns(std::string_view table, std::span<const FoundColumn> found);

/// In which dialect blocks for a table `event` have to be: a server of Plain takes no LowCardinality, one that has it in
/// its table takes nothing else.
/// \pre checkColumns()
[[nodiscard]] ArchiveDialect dialectOf(std::span<const FoundColumn> eventColumns);

} // namespace Trailglass
