// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <array>
#include <span>
#include <string_view>

namespace Trailglass {

/// A column of a table, by the type it has in every version of the server.
struct LedgerColumn
{
    std::string_view name;
    std::string_view type;
};

/// One of the tables beside the events: who pushed what, and what the team shares. All of them only grow: what no longer
/// holds is taken back by a further line.
struct LedgerTable
{
    std::string_view name;
    std::span<const LedgerColumn> columns;
    std::string_view order; ///< the sorting key, in parentheses
    std::string_view
        shard; ///< of a cluster: by this expression, so that what belongs together is on one server
    bool isOptional =
        false; ///< archives that were made before do without it, until they are created once more
};

/// What a line of table `commit` says of its batch. Stored, never changed.
enum class BatchState : qint8
{
    Void = 0, ///< never counts, whatever other lines say
    Counts = 1,
    Begun = 2, ///< may be on its way: nobody else may use its number, and it does not count
};

/// `commit`: what became of the number of each batch. Lines may be there several times.
///
/// `attempt` is a random number of the push that wrote the line. Lines of Counts hold what the batch consists of: the month
/// of all its events (0: it has none), their number, the sums of their times (µs) and of their contentHash(), both modulo
/// 2⁶⁴ and counted negative for events that are taken back, the first and the last time; and what the workspace has
/// pushed with this batch and those before it: all events up to `last_row`, all removals up to `last_removal`.
inline constexpr std::array CommitColumns{
    LedgerColumn{"origin", "UInt32"},       LedgerColumn{"batch", "UInt64"},
    LedgerColumn{"attempt", "UInt64"},      LedgerColumn{"state", "Int8"},
    LedgerColumn{"month", "UInt32"},        LedgerColumn{"rows", "Int64"},
    LedgerColumn{"created_sum", "UInt64"},  LedgerColumn{"content_sum", "UInt64"},
    LedgerColumn{"first_created", "Int64"}, LedgerColumn{"last_created", "Int64"},
    LedgerColumn{"last_row", "Int64"},      LedgerColumn{"last_removal", "Int64"},
    LedgerColumn{"format", "UInt32"},       LedgerColumn{"at", "Int64"},
};

/// `origin`: the number of each workspace that pushes. Lines are compared without regard to repetitions; a workspace has a
/// number if the sum of `held` of its lines is positive.
inline constexpr std::array OriginColumns{
    LedgerColumn{"origin", "UInt32"},  LedgerColumn{"workspace", "String"}, LedgerColumn{"name", "String"},
    LedgerColumn{"attempt", "UInt64"}, LedgerColumn{"held", "Int8"},        LedgerColumn{"at", "Int64"},
};

/// `claim`: which origin pushes a source, by the same rule.
inline constexpr std::array ClaimColumns{
    LedgerColumn{"source", "String"},  LedgerColumn{"vendor", "String"}, LedgerColumn{"origin", "UInt32"},
    LedgerColumn{"attempt", "UInt64"}, LedgerColumn{"held", "Int8"},     LedgerColumn{"at", "Int64"},
};

/// `coverage`: the intervals that were fetched completely; µs, `since` inclusive, `until` exclusive, the least and the
/// greatest Int64 for an unbounded end. Those count whose lines in batches that count have a positive sum of `sign`.
inline constexpr std::array CoverageColumns{
    LedgerColumn{"origin", "UInt32"},  LedgerColumn{"batch", "UInt64"}, LedgerColumn{"sign", "Int8"},
    LedgerColumn{"source", "String"},  LedgerColumn{"since", "Int64"},  LedgerColumn{"until", "Int64"},
    LedgerColumn{"answered", "Int64"}, LedgerColumn{"pages", "Int64"},
};

/// `quarantine`: rows that are not events, as QuarantineEntry; they count as coverage does.
inline constexpr std::array QuarantineColumns{
    LedgerColumn{"origin", "UInt32"},   LedgerColumn{"batch", "UInt64"},   LedgerColumn{"sign", "Int8"},
    LedgerColumn{"source", "String"},   LedgerColumn{"id", "Int64"},       LedgerColumn{"kind", "Int8"},
    LedgerColumn{"event_id", "String"}, LedgerColumn{"received", "Int64"}, LedgerColumn{"place", "String"},
    LedgerColumn{"reason", "String"},   LedgerColumn{"position", "Int64"}, LedgerColumn{"length", "Int64"},
    LedgerColumn{"bytes", "String"},
};

/// `preset`: filters that all who read the archive can use, as Preset. Of each name the line with the greatest `version`
/// counts, of equal versions the one with the greatest `attempt`, which is a random number of the change that wrote it.
/// `state` is 1 for a preset and 0 for one that was deleted. `author` is the user at the server. All lines of a cluster have
/// the same `format` and are on one server: those of one change are there together or not at all.
inline constexpr std::array PresetColumns{
    LedgerColumn{"name", "String"},       LedgerColumn{"version", "UInt64"},
    LedgerColumn{"attempt", "UInt64"},    LedgerColumn{"state", "Int8"},
    LedgerColumn{"expression", "String"}, LedgerColumn{"columns", "String"},
    LedgerColumn{"sort", "String"},       LedgerColumn{"colour_rules", "String"},
    LedgerColumn{"author", "String"},     LedgerColumn{"format", "UInt32"},
    LedgerColumn{"at", "Int64"},
};

inline constexpr std::array LedgerTables{
    LedgerTable{"commit", CommitColumns, "(origin, batch)", "origin"},
    LedgerTable{"origin", OriginColumns, "(origin)", "origin"},
    LedgerTable{"claim", ClaimColumns, "(source, origin)", "sipHash64(source)"},
    LedgerTable{"coverage", CoverageColumns, "(origin, source, since)", "origin"},
    LedgerTable{"quarantine", QuarantineColumns, "(origin, id)", "origin"},
    LedgerTable{"preset", PresetColumns, "(name, version)", "format", true},
};

} // namespace Trailglass
