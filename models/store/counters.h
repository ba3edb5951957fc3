// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/statement.h"

#include <QtGlobal>

#include <string>
#include <string_view>

namespace Trailglass {

class SqlConnection;

/// The greatest RowId assigned so far, superseded rows included; 0 when there is none.
/// \thread the connection's
/// \error Storage, Cancelled
[[nodiscard]] Result<RowId> readLastRow(SqlConnection &connection);

/// Counters in table `counter`. They only grow, so that no row number or code is assigned twice, also after a
/// deletion.
/// \thread the connection's
class Counters
{
public:
    static constexpr std::string_view Row = "row"; ///< the greatest RowId assigned
    static constexpr std::string_view RecentIds = "id_recent"; ///< entries in table id_recent
    static constexpr std::string_view Identity =
        "identity"; ///< a random number that identifies this workspace
    static constexpr std::string_view Reviews = "review"; ///< changes of reviews, marks and notes
    static std::string dictionary(int dictionary); ///< the greatest code assigned in a dictionary

    static Result<Counters> open(SqlConnection &connection);

    /// \returns 0 for a counter that was never set
    /// \error Storage for a number that the counter cannot have reached
    Result<qint64> value(std::string_view name);

    /// \pre inside a transaction
    Result<void> set(std::string_view name, qint64 value);

private:
    Counters(SqlConnection &connection, Statement find);

    SqlConnection *m_connection;
    Statement m_find;
    Statement m_set; ///< prepared by the first set(): a reader has no use for it
};

} // namespace Trailglass
