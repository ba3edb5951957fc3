// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/hiddenevents.h"

#include "models/core/text.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treespans.h"

#include <algorithm>
#include <optional>
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
    // No more are counted, since ranges of a stranger may overlap.
    TRY(Statement select,
        connection.prepare(
            "SELECT count(*), min(row) FROM (SELECT event.row FROM superseded CROSS JOIN event "
            "ON event.row BETWEEN superseded.first_row AND superseded.last_row "
            "CROSS JOIN source ON source.id = event.source WHERE source.name IS NOT NULL LIMIT 100000)"));
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

/// The leaf of the last event of a source; nothing where none has one.
Result<std::optional<qint64>> lastLeafOf(SqlConnection &connection, TreeSpans &spans, SourceId source,
                                         qint64 size)
{
    TRY(Statement select, connection.prepare("SELECT max(row) FROM event WHERE source = ?"));
    std::optional<qint64> row;
    TRY(firstStoredRow(select.bind(1, source.value), "event",
                       [&row](StoredRow &found) { row = found.numberOrNone(0, StoredRanges::Row); }));
    if (!row)
        return row;
    return spans.leafOf(RowId{*row}, size);
}

/// A purge begins with a record, and nothing is stored of its source after it.
Result<void> checkHiddenSources(SqlConnection &connection, qint64 size, TreeVerdict &verdict)
{
    TRY(const std::vector<HiddenSource> sources, hiddenSources(connection));
    TRY(TreeSpans spans, TreeSpans::open(connection));
    qint64 unrecorded = 0;
    for (const HiddenSource &source : sources) {
        qint64 purged = -1; // leaf of the last record
        for (const PurgeNotice &purge : verdict.purges) {
            if (purge.source == source.name)
                purged = std::max(purged, purge.leaf);
        }
        TRY(const std::optional<qint64> last, lastLeafOf(connection, spans, source.id, size));
        unrecorded += purged < last.value_or(0) ? 1 : 0;
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
