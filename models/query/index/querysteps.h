// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/evaluation/compiledfilter.h"
#include "models/query/evaluation/fieldvalues.h"
#include "models/query/evaluation/rowsorter.h"
#include "models/query/index/indexsort.h"
#include "models/query/index/selection.h"
#include "models/query/index/textscan.h"
#include "models/query/index/timeorder.h"
#include "models/query/queryengine.h"
#include "models/query/rowlist.h"

#include <functional>
#include <memory>
#include <optional>

namespace Trailglass {

/// Compiles a filter; events of sources that are being purged do not match it.
/// \thread that of \a dictionaries, within the transaction that the filter is evaluated in
/// \error as CompiledFilter::compile()
[[nodiscard]] Result<std::unique_ptr<CompiledFilter>> compileListed(const Filter::NodePointer &filter,
                                                                    const QueryContext &context,
                                                                    Dictionaries &dictionaries,
                                                                    const CancelToken &cancel);

/// The rows that match a filter: what columns leave open is looked for in texts and raw JSON.
/// \thread as selectByTexts()
/// \error as selectByTexts()
[[nodiscard]] Result<Selection> selectRows(const TextScan &scan);

/// A query before it is evaluated: it is known what it reads of an index.
struct CompiledQuery
{
    std::unique_ptr<CompiledFilter> filter; ///< not null; its layout has what the order needs, too
    std::optional<ColumnSortOrder> byColumns; ///< the order, if columns alone decide it
    std::optional<RowSorter> sorter; ///< if not: each row that is selected is read
};

/// Compiles a filter and an order.
/// \param lastRow  of the index that the query is for
/// \thread as compileListed()
/// \error as compileListed(), FieldValues::of() and RowSorter::make()
[[nodiscard]] Result<CompiledQuery> compileQuery(const Filter::NodePointer &filter, const SortOrder &order,
                                                 const QueryContext &context, RowId lastRow,
                                                 Dictionaries &dictionaries, const CancelToken &cancel);

/// Gives an order of time that is good for what was selected; not null.
using TimeOrderOf = std::function<Result<std::shared_ptr<const TimeOrder>>(const Selection &selection)>;

/// Evaluates a query: selects its rows, then sorts them.
/// \param query  whose filter the scan is of; to be evaluated once
/// \param timeOrder  called for an order that ends with a time
/// \thread the connection's; works on several
/// \error as selectRows() and \a timeOrder
[[nodiscard]] Result<RowList> selectInOrder(CompiledQuery &query, const TextScan &scan,
                                            const TimeOrderOf &timeOrder);

} // namespace Trailglass
