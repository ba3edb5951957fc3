// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/store/dictionarystrings.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Trailglass {

class SqlConnection;
class Statement;
class StoredRow;

/// Turns rows of table `event` into records. Takes texts from memory instead of joining tables.
/// \thread the connection's
class EventRows
{
public:
    /// The columns that fill() reads: `SELECT ` + Columns + ` FROM event …`.
    static constexpr std::string_view Columns =
        "row, source, created, received, op, outcome, action, category, actor_id, actor_email, actor_name, "
        "actor_type, "
        "target_name, target_type, ip, user_agent, channel, workspace, environment, revised, id, target_id, "
        "correlation, message";

    /// \param connection  must outlive this
    explicit EventRows(SqlConnection &connection);

    /// Reads the names of the sources again; call before the rows are read.
    Result<void> refresh();

    static constexpr std::size_t CodedCount = 13;

    /// The codes of the texts that a record holds; all 0 for a new record.
    using HeldCodes = std::array<qint64, CodedCount>;

    /// Fills \a record from the row the statement is \a at; Event::raw is left as it is.
    /// \param held  those of this record: texts that it already holds are not copied again
    /// \returns false for an event whose source is being purged
    /// \error Storage for impossible values; the contents of \a record are unspecified then
    Result<bool> fill(const Statement &at, EventRecord &record, HeldCodes &held);

private:
    struct SourceName
    {
        std::string name;
        Vendor vendor = Vendor::Asana;
    };
    Result<void> fillCoded(StoredRow &row, Event &event, HeldCodes &held);

    SqlConnection &m_connection;
    DictionaryStrings m_texts;
    std::unordered_map<qint64, SourceName> m_sources;
};

} // namespace Trailglass
