// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/querysteps.h"

#include "models/core/logging.h"
#include "models/filter/reviewstates.h"
#include "models/query/evaluation/dictionaries.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/listedsources.h"
#include "models/query/index/selectedrows.h"
#include "models/store/reviewtable.h"

#include <utility>
#include <vector>

namespace Trailglass {

namespace {

/// The values of the keys of an order; adds to \a layout what they need.
Result<std::vector<FieldValues>> valuesOfKeys(const SortOrder &order, Dictionaries &dictionaries,
                                              RowLayout &layout, const CancelToken &cancel)
{
    std::vector<FieldValues> values;
    for (const SortKey &key : order) {
        TRY(auto value, FieldValues::of(key.field, dictionaries, layout, cancel));
        values.push_back(std::move(value));
    }
    return values;
}

/// Sorts the rows of a selection, each of which is read for that.
/// \param sorter  made with the layout of the filter
Result<RowList> sortByReading(const TextScan &scan, const Selection &selection, RowSorter sorter)
{
    const CompiledFilter &filter = scan.filter;
    sorter.reserve(selection.count());
    TRY(visitSelected(scan.connection, scan.index, selection, {filter.layout, filter.calendar, scan.cancel},
                      [&sorter](const RowBatch &batch) { sorter.add(batch); }));
    return sorter.sorted();
}

} // namespace

Result<std::unique_ptr<CompiledFilter>> compileListed(const Filter::NodePointer &filter,
                                                      const QueryContext &context, Dictionaries &dictionaries,
                                                      const CancelToken &cancel)
{
    SqlConnection &connection = dictionaries.connection();
    QueryContext versioned = context;
    if (Filter::asksForMarks(filter)) {
        TRY(versioned.reviewVersion, ReviewTable::version(connection));
    }
    TRY(auto compiled, CompiledFilter::compile(filter, versioned, dictionaries, cancel));
    TRY(auto listed, listedOnly(connection, compiled->byColumns, compiled->layout));
    compiled->byColumns = std::move(listed);
    return compiled;
}

Result<Selection> selectRows(const TextScan &scan)
{
    const CompiledFilter &filter = scan.filter;
    const LogTimer timer;
    Selection selection =
        selectFromColumns(scan.index, *filter.byColumns, filter.layout, filter.calendar, scan.cancel);
    if (scan.cancel.isCancelled())
        return queryStopped();
    qCDebug(logQuery) << "columns select" << selection.count() << "rows up to" << scan.index.lastRow << "in"
                      << timer;
    return selectByTexts(scan, std::move(selection));
}

Result<CompiledQuery> compileQuery(const Filter::NodePointer &filter, const SortOrder &order,
                                   const QueryContext &context, RowId lastRow, Dictionaries &dictionaries,
                                   const CancelToken &cancel)
{
    CompiledQuery query;
    TRY(query.filter, compileListed(filter, context, dictionaries, cancel));
    RowLayout &layout = query.filter->layout;
    TRY(const auto values, valuesOfKeys(order, dictionaries, layout, cancel));
    if (lastRow.value <= TimeOrder::GreatestRow)
        query.byColumns = ColumnSortOrder::of(order, values);
    if (!query.byColumns) {
        TRY(query.sorter, RowSorter::make(order, dictionaries, layout, cancel));
    }
    return query;
}

Result<RowList> selectInOrder(CompiledQuery &query, const TextScan &scan, const TimeOrderOf &timeOrder)
{
    TRY(const Selection selection, selectRows(scan));
    if (!query.byColumns)
        return sortByReading(scan, selection, *std::move(query.sorter));
    auto time = std::make_shared<const TimeOrder>();
    if (query.byColumns->createdDescending) {
        TRY(time, timeOrder(selection));
    }
    return sortSelected(scan.index, selection, *query.byColumns, *time, scan.filter.layout,
                        scan.filter.calendar, scan.cancel);
}

} // namespace Trailglass
