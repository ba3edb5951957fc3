// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/store/eventwriter.h"
#include "models/store/statement.h"

namespace Trailglass {

class SqlConnection;

/// Stores quarantined rows, each once.
/// \pre inside a transaction
/// \thread the connection's
class QuarantineInserter
{
public:
    static Result<QuarantineInserter> open(SqlConnection &connection);

    /// Nothing happens where the source has a row of equal bytes.
    Result<void> addUnreadable(SourceId source, UtcMicros received, const Quarantined &unreadable);

    /// Which versions of one event are kept. That of the event itself is in neither.
    enum class Versions
    {
        All, ///< of rows that are kept already: nothing more is lost
        FirstAndLatest, ///< a third one takes the place of the latest, which QuarantineEntry::notKept counts
    };
    /// Stores the raw JSON of an event that is in conflict with the stored one; of a long one the first
    /// MaxQuarantinedBytes. Nothing happens where the same version is there.
    /// \param place  QuarantineEntry::place
    Result<void> addConflict(SourceId source, UtcMicros received, const Event &event, const QString &place,
                             Versions versions);

private:
    struct Row;
    struct KeptVersions;

    QuarantineInserter(Statement findBytes, Statement findVersions, Statement insert, Statement remove);
    [[nodiscard]] Result<KeptVersions> keptVersions(SourceId source, const Row &row);
    Result<void> insert(SourceId source, UtcMicros received, const Row &row);

    Statement m_findBytes;
    Statement m_findVersions;
    Statement m_insert;
    Statement m_remove;
};

} // namespace Trailglass
