// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/integrity.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/store/counters.h"
#include "models/store/quarantinetable.h"
#include "models/store/rawblock.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/transaction.h"
#include "models/store/workspace.h"

#include <QFileInfo>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

/// Adds up a column here: SQL's sum would end at an impossible number without naming its table.
Result<qint64> sumOf(SqlConnection &connection, std::string_view sql, const char *table, StoredRange range)
{
    TRY(Statement rows, connection.prepare(sql));
    qint64 sum = 0;
    TRY(forEachStoredRow(rows, table, [&](StoredRow &row) { sum += row.number(0, range); }));
    return sum;
}

Result<void> readCounts(SqlConnection &connection, WorkspaceStatistics &statistics)
{
    constexpr StoredRange BlockBytes{0, static_cast<qint64>(RawBlock::UnpackedLimit)};
    TRY(statistics.events,
        sumOf(connection, "SELECT events FROM source WHERE name IS NOT NULL", "source", StoredRanges::Count));
    TRY(const bool kinds, QuarantineTable::hasKinds(connection));
    TRY(const qint64 rows, connection.integer("SELECT count(*) FROM quarantine"));
    TRY(statistics.conflicting,
        kinds ? connection.integer("SELECT count(*) FROM quarantine WHERE kind = 1") : Result<qint64>(0));
    statistics.quarantined = rows - statistics.conflicting;
    TRY(statistics.rawBytes, sumOf(connection, "SELECT bytes FROM raw_block", "raw_block", BlockBytes));
    TRY(statistics.packedBytes,
        sumOf(connection, "SELECT length(data) FROM raw_block", "raw_block", StoredRanges::Bytes));
    TRY(const RowId lastRow, readLastRow(connection));
    statistics.removed = lastRow.value - statistics.events;
    return {};
}

Result<void> readDictionarySizes(SqlConnection &connection, WorkspaceStatistics &statistics)
{
    TRY(Statement statement, connection.prepare("SELECT count(*) FROM dictionary WHERE dictionary = ?"));
    Schema::Dictionary last = Schema::Dictionary::None;
    for (const Field field : allFields()) {
        const Schema::Dictionary dictionary = Schema::dictionaryOf(field);
        if (dictionary == Schema::Dictionary::None || dictionary == last)
            continue;
        last = dictionary;
        TRY(statement.bind(1, static_cast<qint64>(dictionary)).firstRow([&](const Statement &row) {
            statistics.dictionaries.emplace_back(toQString(name(field)), row.integer(0));
        }));
    }
    return {};
}

} // namespace

Result<WorkspaceStatistics> readStatistics(const QString &workspace, const CancelToken &cancel)
{
    TRY(const std::unique_ptr<SqlConnection> connection, SqlConnection::openForReading(workspace));
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*connection));
    if (cancel.isCancelled())
        return storeStopped(); // the statements for a small database end before a CancelScope looks
    const CancelScope scope(*connection, cancel);
    WorkspaceStatistics statistics;
    TRY(readCounts(*connection, statistics));
    TRY(readDictionarySizes(*connection, statistics));
    const QString database = WorkspacePaths::of(workspace).database;
    statistics.fileBytes = QFileInfo(database).size() + QFileInfo(database + "-wal"_L1).size();
    return statistics;
}

} // namespace Trailglass
