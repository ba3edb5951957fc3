// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <span>

namespace Trailglass {

class SqlConnection;

/// A row that a record of the tree tells of.
struct LoggedRow
{
    qint64 id = 0;
    bool isPurged = false; ///< its source is being purged
    std::optional<qint64> leaf =
        {}; ///< of its record, as the row says; also nothing for a number that cannot be right
    std::optional<QByteArray> record =
        {}; ///< the text its record must have; nothing for values that cannot be right
};

/// Which leaf records a row.
struct LoggedLeaf
{
    qint64 id = 0;
    qint64 leaf = 0;
};

/// Visits quarantined rows or intervals of coverage: of all sources whose name is known, also while they are purged, by id.
/// What cannot be read does not end the visit.
/// \thread the connection's
/// \error Storage, Cancelled; those of \a take
namespace LoggedRows {

using Visitor = std::function<Result<void>(LoggedRow &&row)>;

[[nodiscard]] Result<void> visitQuarantined(SqlConnection &connection, const Visitor &take);
[[nodiscard]] Result<void> visitCoverage(SqlConnection &connection, const Visitor &take);

/// Notes which leaves record rows.
/// \pre inside a transaction; no visit is under way
[[nodiscard]] Result<void> noteQuarantined(SqlConnection &connection, std::span<const LoggedLeaf> leaves);
[[nodiscard]] Result<void> noteCoverage(SqlConnection &connection, std::span<const LoggedLeaf> leaves);

} // namespace LoggedRows

} // namespace Trailglass
