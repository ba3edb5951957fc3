// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/fieldvalues.h"
#include "models/query/index/selection.h"
#include "models/query/index/timeorder.h"
#include "models/query/queryengine.h"

#include <optional>

namespace Trailglass {

/// One key of an order that columns alone decide.
struct ColumnSortKey
{
    FieldValues values; ///< of kind Code
    bool isDerived = false; ///< hours and weekdays go by code, all else by text
    bool descending = false;
};

/// An order that columns alone decide: any number of coded keys, then maybe `created`.
struct ColumnSortOrder
{
    std::vector<ColumnSortKey> keys;
    std::optional<bool> createdDescending; ///< whether `created` is the last key, and how
    bool ties = false; ///< whether ties go by descending row

    /// \param order  the requested keys
    /// \param values  of each key
    /// \returns nothing when other means are needed
    static std::optional<ColumnSortOrder> of(const SortOrder &order, const std::vector<FieldValues> &values);
};

/// The rows of a decided selection in an order, as RowSorter would give them.
///
/// \param time  good for the index
/// \thread any; works on several
/// \error Cancelled
[[nodiscard]] Result<RowList> sortSelected(const ColumnIndex &index, const Selection &selection,
                                           const ColumnSortOrder &order, const TimeOrder &time,
                                           const RowLayout &layout, const Filter::ZoneCalendar &calendar,
                                           const CancelToken &cancel);

} // namespace Trailglass
