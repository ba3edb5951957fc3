// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/selectonce.h"

#include "models/query/evaluation/dictionaries.h"
#include "models/query/evaluation/dictionarycache.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/indexbuilder.h"
#include "models/query/index/querysteps.h"
#include "models/query/index/sourcecounts.h"
#include "models/query/memoryresult.h"
#include "models/query/querylog.h"
#include "models/store/counters.h"
#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"

#include <memory>
#include <utility>

namespace Trailglass {

namespace {

/// What a layout reads of an index, and what every query reads: times, whose events they are, which texts are in the JSON.
IndexColumnSet columnsOf(const RowLayout &layout)
{
    IndexColumnSet columns;
    columns.set(CreatedColumn).set(SourceColumn).set(TextsInRawColumn);
    for (const IntegerColumn &integer : layout.integers()) {
        if (!integer.derived)
            columns.set(*indexColumnOf(integer.expression));
    }
    return columns;
}

/// The same index without the events that are not selected.
ColumnIndex selectedOnly(const ColumnIndex &index, const Selection &selection)
{
    ColumnIndex selected{index.lastRow, index.removedSequence, index.segments};
    for (std::size_t place = 0; place < selected.segments.size(); ++place)
        selected.segments[place].listed = std::make_shared<const RowBits>(selection.segments[place].yes);
    return selected;
}

/// Of the selected rows alone: an order of a whole workspace takes four bytes for each row of it.
Result<std::shared_ptr<const TimeOrder>> timeOrderOfSelected(const TextScan &scan, const Selection &selection)
{
    TRY(auto time, TimeOrder::extend({}, selectedOnly(scan.index, selection), scan.cancel));
    return std::make_shared<const TimeOrder>(std::move(time));
}

} // namespace

Result<SingleResult> selectOnce(const QString &workspace, const Filter::NodePointer &filter,
                                const SortOrder &order, const QueryContext &context,
                                const CancelToken &cancel)
{
    const QueryLog log("select once");
    if (cancel.isCancelled())
        return queryStopped();
    TRY(const auto connection, SqlConnection::openForReading(workspace));
    TRY([[maybe_unused]] const auto transaction, ReadTransaction::begin(*connection));
    const CancelScope scope(*connection, cancel);
    DictionaryCache cache;
    Dictionaries dictionaries(*connection, cache);
    TRY(const RowId lastRow, readLastRow(*connection));
    TRY(auto query, compileQuery(filter, order, context, lastRow, dictionaries, cancel));

    // Only now is known what is read of the index.
    TRY(const ColumnIndex index, readColumns(*connection, columnsOf(query.filter->layout), cancel));
    TRY(QString missing, missingEvents(*connection, index));
    MatchCache matches;
    const TextScan scan{*connection, index, *query.filter, matches, cancel, {}};
    TRY(RowList rows, selectInOrder(query, scan, [&scan](const Selection &selection) {
            return timeOrderOfSelected(scan, selection);
        }));
    return SingleResult{std::make_shared<const MemoryResult>(RowId{index.lastRow}, std::move(rows)),
                        std::move(missing)};
}

} // namespace Trailglass
