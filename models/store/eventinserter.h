// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/dictionarywriter.h"
#include "models/store/statement.h"

namespace Trailglass {

class SqlConnection;

/// Writes and takes away rows of table `event`, inside the caller's transaction.
/// \thread the connection's
class EventInserter
{
public:
    static Result<EventInserter> open(SqlConnection &connection);

    /// Call at the start and before the commit of every transaction.
    Result<void> begin() { return m_dictionary.begin(); }
    Result<void> finish() { return m_dictionary.finish(); }

    Result<void> insert(RowId row, SourceId source, UtcMicros received, const Event &event);

    /// Takes the row out of the listed ones and notes it as superseded.
    Result<void> supersede(RowId row, UtcMicros at);

    /// Drops what is kept in memory, after a rollback or another process's commit.
    void forget() { m_dictionary.forget(); }

private:
    EventInserter(DictionaryWriter dictionary, Statement insert, Statement remove, Statement note);

    DictionaryWriter m_dictionary;
    Statement m_insert;
    Statement m_remove;
    Statement m_note;
    std::string m_scratch;
};

} // namespace Trailglass
