// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/selection.h"

#include <QtGlobal>

#include <vector>

namespace Trailglass {

/// How many rows have which code in one slot of a layout.
struct CodeCounts
{
    std::vector<qint64> byCode;
    qint64 withoutCode = 0; ///< rows without a value or with a code beyond the known
};

/// Counts the codes of several slots over the rows of a decided selection.
///
/// \param codes  how many codes each slot of \a slots has
/// \thread any; works on several
[[nodiscard]] std::vector<CodeCounts>
countCodes(const ColumnIndex &index, const Selection &selection, const RowLayout &layout,
           const Filter::ZoneCalendar &calendar, const std::vector<std::size_t> &slots,
           const std::vector<std::size_t> &codes, const CancelToken &cancel);

} // namespace Trailglass
