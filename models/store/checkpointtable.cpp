// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/checkpointtable.h"

#include "models/core/translation.h"
#include "models/merkle/signednote.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treeedge.h"

namespace Trailglass::CheckpointTable {

namespace {

Result<std::vector<StoredCheckpoint>> readCheckpoints(SqlConnection &connection, std::string_view sql)
{
    std::vector<StoredCheckpoint> checkpoints;
    TRY(const bool there, hasTree(connection));
    if (!there)
        return checkpoints;
    TRY(Statement select, connection.prepare(sql));
    TRY(forEachStoredRow(select, "tree_checkpoint", [&checkpoints](StoredRow &row) -> Result<void> {
        StoredCheckpoint checkpoint{.id = row.number(0, StoredRanges::Run),
                                    .size = row.number(1, StoredRanges::TreeSize),
                                    .at = row.time(2)};
        const std::string_view note = row.text(3);
        TRY(row.check());
        if (note.size() > static_cast<std::size_t>(MaxNoteSize))
            return impossibleValue("tree_checkpoint", "note");
        checkpoint.note = QByteArray(note.data(), static_cast<qsizetype>(note.size()));
        checkpoints.push_back(std::move(checkpoint));
        return {};
    }));
    return checkpoints;
}

} // namespace

Result<std::vector<StoredCheckpoint>> all(SqlConnection &connection)
{
    return readCheckpoints(connection, "SELECT id, size, at, note FROM tree_checkpoint ORDER BY id");
}

Result<std::optional<StoredCheckpoint>> last(SqlConnection &connection)
{
    TRY(const auto newest,
        readCheckpoints(connection,
                        "SELECT id, size, at, note FROM tree_checkpoint ORDER BY id DESC LIMIT 1"));
    return newest.empty() ? std::nullopt : std::optional(newest.front());
}

Result<void> add(SqlConnection &connection, const StoredCheckpoint &checkpoint)
{
    TRY(const TreeEdge edge, readTreeEdge(connection));
    if (checkpoint.size < 0 || checkpoint.size > edge.range.size() || checkpoint.note.isEmpty()
        || checkpoint.note.size() > MaxNoteSize) {
        return Error{.kind = ErrorKind::Usage,
                     .message = Trailglass::tr("This is not a checkpoint of this workspace's tree.")};
    }
    TRY(Statement insert,
        connection.prepare("INSERT INTO tree_checkpoint (size, at, note) VALUES (?, ?, ?)"));
    const std::string_view note(checkpoint.note.constData(),
                                static_cast<std::size_t>(checkpoint.note.size()));
    return insert.bind(1, checkpoint.size).bind(2, checkpoint.at.value).bind(3, note).run();
}

} // namespace Trailglass::CheckpointTable
