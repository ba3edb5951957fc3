// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/store/statement.h"

namespace Trailglass {

class SqlConnection;

/// Adds to records what reviewers marked and noted.
/// \thread the connection's
class MarkReader
{
public:
    /// \param connection  must outlive this
    explicit MarkReader(SqlConnection &connection);

    /// Looks whether there is anything to add; call before the rows are read, in their transaction.
    Result<void> refresh();

    /// Sets EventRecord::mark and EventRecord::note of the record with the row it has.
    /// \error Storage for impossible values
    Result<void> fill(EventRecord &record);

private:
    Result<void> prepare(Statement &statement, std::string_view sql);

    SqlConnection &m_connection;
    Statement m_mark; ///< prepared once it is needed
    Statement m_note; ///< likewise
    bool m_hasMarks = false;
    bool m_hasNotes = false;
};

} // namespace Trailglass
