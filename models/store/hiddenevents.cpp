// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/hiddenevents.h"

#include "models/core/text.h"
#include "models/store/removedrows.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treespans.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace Trailglass {

namespace {

using ProblemKind = TreeProblem::Kind;

/// A source that is being purged, as its row says.
struct HiddenSource
{
    SourceId id;
    QString name;
};

/// Searches and the column index leave out the rows of table `superseded`.
Result<void> checkSupersededRows(SqlConnection &connection, TreeVerdict &verdict)
{
    TRY(Statement select,
        connection.prepare("SELECT count(*), min(event.row)" + std::string(FromListedAmongRemoved)));
    TRY(select.firstRow([&verdict](const Statement &row) {
        if (const qint64 count = row.integer(0); count > 0)
            verdict.add(treeProblem(ProblemKind::EventHidden, RowId{row.integer(1)}, 0, count));
    }));
    return {};
}

Result<std::vector<HiddenSource>> hiddenSources(SqlConnection &connection)
{
    TRY(Statement select,
        connection.prepare(
            "SELECT id, purged_name FROM source WHERE name IS NULL AND purged_name IS NOT NULL"));
    std::vector<HiddenSource> sources;
    TRY(forEachStoredRow(select, "source", [&sources](StoredRow &row) {
        sources.push_back({.id = {row.number(0, StoredRanges::Source)}, .name = toQString(row.text(1))});
    }));
    return sources;
}

/// The row of the last event of each source that is being purged, by its id. One pass for all of them: a stranger's database
/// may have very many.
Result<std::unordered_map<qint64, RowId>> lastHiddenRows(SqlConnection &connection)
{
    TRY(Statement select,
        connection.prepare("SELECT source, max(row) FROM event WHERE source IN (SELECT id FROM source WHERE "
                           "name IS NULL AND purged_name IS NOT NULL) GROUP BY source"));
    std::unordered_map<qint64, RowId> rows;
    TRY(forEachStoredRow(select, "event", [&rows](StoredRow &row) {
        rows.emplace(row.number(0, StoredRanges::Source), RowId{row.number(1, StoredRanges::Row)});
    }));
    return rows;
}

/// The leaf of the last record of a purge, by the name of its source.
QHash<QString, qint64> lastRecords(const std::vector<PurgeNotice> &purges)
{
    QHash<QString, qint64> leaves;
    for (const PurgeNotice &purge : purges)
        leaves.insert(purge.source, std::max(purge.leaf, leaves.value(purge.source)));
    return leaves;
}

/// A purge begins with a record, and nothing is stored of its source after it.
Result<void> checkHiddenSources(SqlConnection &connection, qint64 size, TreeVerdict &verdict)
{
    TRY(const std::vector<HiddenSource> sources, hiddenSources(connection));
    if (sources.empty())
        return {};
    TRY(const auto lastRows, lastHiddenRows(connection));
    const QHash<QString, qint64> records = lastRecords(verdict.purges);
    TRY(TreeSpans spans, TreeSpans::open(connection));
    qint64 unrecorded = 0;
    for (const HiddenSource &source : sources) {
        const auto lastRow = lastRows.find(source.id.value);
        std::optional<qint64> lastLeaf; // of its events
        if (lastRow != lastRows.end()) {
            TRY(lastLeaf, spans.leafOf(lastRow->second, size));
        }
        unrecorded += records.value(source.name, -1) < lastLeaf.value_or(0) ? 1 : 0;
    }
    if (unrecorded > 0)
        verdict.add(treeProblem(ProblemKind::EventHidden, {}, 0, unrecorded));
    return {};
}

/// Of a row in two blocks, one reader would see this JSON, and another one that.
Result<void> checkBlocks(SqlConnection &connection)
{
    TRY(Statement select,
        connection.prepare(
            "SELECT 1 FROM (SELECT first_row, lag(first_row + count) OVER (ORDER BY first_row) "
            "AS after FROM raw_block) WHERE first_row < after LIMIT 1"));
    TRY(const bool areOverlapping, select.hasRow());
    return areOverlapping ? Result<void>(impossibleValue("raw_block", "first_row")) : Result<void>();
}

} // namespace

Result<void> checkHiddenEvents(SqlConnection &connection, qint64 size, TreeVerdict &verdict)
{
    TRY(checkSupersededRows(connection, verdict));
    TRY(checkHiddenSources(connection, size, verdict));
    return checkBlocks(connection);
}

} // namespace Trailglass
