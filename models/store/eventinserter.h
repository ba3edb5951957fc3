// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/dictionarywriter.h"
#include "models/store/schema.h"
#include "models/store/statement.h"

#include <array>
#include <string>
#include <utility>

namespace Trailglass {

class SqlConnection;

/// A text that is kept in a dictionary.
using DictionaryText = std::pair<Schema::Dictionary, const std::string &>;

/// Those of an event, in the order of the columns of table `event`. Valid as long as the event.
[[nodiscard]] std::array<DictionaryText, 13> codedTexts(const Event &event);

/// Inserts and deletes rows of table `event`.
/// \pre inside a transaction, but for open()
/// \thread the connection's
class EventInserter
{
public:
    static Result<EventInserter> open(SqlConnection &connection);

    /// Call at the start and before the commit of every transaction.
    Result<void> begin() { return m_dictionary.begin(); }
    Result<void> finish() { return m_dictionary.finish(); }

    Result<void> insert(RowId row, SourceId source, UtcMicros received, const Event &event);

    /// Moves the row from table `event` to table `superseded`.
    Result<void> supersede(RowId row, UtcMicros at);

    /// Clears the dictionary texts kept in memory, after a rollback or another process's commit.
    void forget() { m_dictionary.forget(); }

private:
    EventInserter(DictionaryWriter dictionary, Statement insert, Statement remove, Statement supersede);

    DictionaryWriter m_dictionary;
    Statement m_insert;
    Statement m_remove;
    Statement m_supersede;
    std::string m_scratch; ///< for textsAreInRaw()
};

} // namespace Trailglass
