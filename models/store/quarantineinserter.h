// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/store/eventwriter.h"
#include "models/store/statement.h"

#include <optional>

namespace Trailglass {

class SqlConnection;
class TreeWriter;

/// Stores quarantined rows, each once, with a leaf of the tree for each.
/// \pre inside a transaction
/// \thread the connection's
class QuarantineInserter
{
public:
    /// \param tree  must outlive the inserter
    static Result<QuarantineInserter> open(SqlConnection &connection, TreeWriter &tree);

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

    /// Deletes a row, and appends a leaf that says so.
    /// \param leaf  of the row; nothing where it has none
    Result<void> remove(SourceId source, qint64 id, std::optional<qint64> leaf, UtcMicros at);

private:
    struct Row;
    struct KeptVersions;

    QuarantineInserter(TreeWriter &tree, Statement findBytes, Statement findVersions, Statement insert,
                       Statement remove);
    [[nodiscard]] Result<KeptVersions> keptVersions(SourceId source, const Row &row);
    Result<void> insert(SourceId source, UtcMicros received, const Row &row);
    Result<qint64> appendRecord(SourceId source, UtcMicros received, const Row &row);

    TreeWriter *m_tree;
    Statement m_findBytes;
    Statement m_findVersions;
    Statement m_insert;
    Statement m_remove;
};

} // namespace Trailglass
