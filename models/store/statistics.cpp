// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/integrity.h"

#include "models/core/text.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"
#include "models/store/workspace.h"

#include <QFileInfo>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

Result<void> readCounts(SqlConnection &connection, WorkspaceStatistics &statistics)
{
    const std::pair<qint64 *, std::string_view> counts[] = {
        {&statistics.events, "SELECT sum(events) FROM source WHERE name IS NOT NULL"},
        {&statistics.removed,
         "SELECT coalesce((SELECT value FROM counter WHERE name = 'row'), 0) "
         "- coalesce((SELECT sum(events) FROM source WHERE name IS NOT NULL), 0)"},
        {&statistics.quarantined, "SELECT count(*) FROM quarantine"},
        {&statistics.rawBytes, "SELECT sum(bytes) FROM raw_block"},
        {&statistics.packedBytes, "SELECT sum(length(data)) FROM raw_block"},
    };
    for (const auto &[count, sql] : counts) {
        const Result<qint64> value = connection.integer(sql);
        if (!value)
            return value.error();
        *count = *value;
    }
    return {};
}

Result<void> readDictionarySizes(SqlConnection &connection, WorkspaceStatistics &statistics)
{
    Result<Statement> statement = connection.prepare("SELECT count(*) FROM dictionary WHERE dictionary = ?");
    if (!statement)
        return statement.error();
    Schema::Dictionary last = Schema::Dictionary::None;
    for (const Field field : allFields()) {
        const Schema::Dictionary dictionary = Schema::dictionaryOf(field);
        if (dictionary == Schema::Dictionary::None || dictionary == last)
            continue;
        last = dictionary;
        const Result<bool> row = statement->bind(1, static_cast<qint64>(dictionary)).step();
        if (!row)
            return row.error();
        statistics.dictionaries.emplace_back(toQString(name(field)), statement->integer(0));
        statement->reset();
    }
    return {};
}

} // namespace

Result<WorkspaceStatistics> readStatistics(const QString &workspace, const CancelToken &cancel)
{
    const Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::openForReading(workspace);
    if (!connection)
        return connection.error();
    const Result<ReadTransaction> transaction = ReadTransaction::begin(**connection);
    if (!transaction)
        return transaction.error();
    const CancelScope scope(**connection, cancel);
    WorkspaceStatistics statistics;
    Result<void> done = readCounts(**connection, statistics);
    if (done)
        done = readDictionarySizes(**connection, statistics);
    if (!done)
        return done.error();
    const QString database = WorkspacePaths::of(workspace).database;
    statistics.fileBytes = QFileInfo(database).size() + QFileInfo(database + "-wal"_L1).size();
    return statistics;
}

} // namespace Trailglass
