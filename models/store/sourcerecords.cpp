// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sourcerecords.h"

#include "models/merkle/treehash.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"
#include "models/store/treerecords.h"

#include <string>

namespace Trailglass::SourceRecords {

Result<qint64> count(SqlConnection &connection, const QString &source)
{
    TRY(Statement select,
        connection.prepare("SELECT count(*) FROM tree_record WHERE kind <> ?1 AND instr(text, ?2) > 0"));
    select.bind(1, TreeRecords::Purged).bind(2, TreeRecords::markOfSource(source));
    qint64 records = 0;
    TRY(select.firstRow([&records](const Statement &row) { records = row.integer(0); }));
    return records;
}

Result<std::vector<SourceRecordLeaf>> beforePurge(SqlConnection &connection, const QString &source)
{
    TRY(Statement select,
        connection.prepare(
            "SELECT leaf, text FROM tree_record WHERE kind <> ?1 AND instr(text, ?2) > 0 AND "
            "leaf < (SELECT max(leaf) FROM tree_record WHERE kind = ?1 AND instr(text, ?2) > 0) "
            "ORDER BY leaf"));
    select.bind(1, TreeRecords::Purged).bind(2, TreeRecords::markOfSource(source));
    LeafHasher hasher;
    std::vector<SourceRecordLeaf> records;
    TRY(forEachStoredRow(select, "tree_record", [&](StoredRow &row) {
        const qint64 leaf = row.number(0, StoredRanges::Leaf);
        records.push_back({.leaf = leaf, .hash = hasher.record(row.text(1))});
    }));
    return records;
}

Result<void> remove(SqlConnection &connection, std::span<const SourceRecordLeaf> records)
{
    TRY(Statement erase, connection.prepare("DELETE FROM tree_record WHERE leaf = ?"));
    for (const SourceRecordLeaf &record : records) {
        TRY(erase.bind(1, record.leaf).run());
    }
    return {};
}

} // namespace Trailglass::SourceRecords
