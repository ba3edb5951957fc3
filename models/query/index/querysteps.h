// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/evaluation/compiledfilter.h"
#include "models/query/evaluation/fieldvalues.h"
#include "models/query/evaluation/rowsorter.h"
#include "models/query/index/selection.h"
#include "models/query/index/textscan.h"
#include "models/query/queryengine.h"
#include "models/query/rowlist.h"

#include <memory>
#include <vector>

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

/// The values of the keys of an order; adds to \a layout what they need.
/// \thread that of \a dictionaries
/// \error as FieldValues::of()
[[nodiscard]] Result<std::vector<FieldValues>> valuesOfKeys(const SortOrder &order,
                                                            Dictionaries &dictionaries, RowLayout &layout,
                                                            const CancelToken &cancel);

/// Sorts the rows of a selection, each of which is read for that: for an order that columns alone do not decide.
/// \param sorter  made with the layout of the filter
/// \thread the connection's; works on several
/// \error Cancelled, Storage
[[nodiscard]] Result<RowList> sortByReading(const TextScan &scan, const Selection &selection,
                                            RowSorter sorter);

} // namespace Trailglass
