// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/compiledfilter.h"
#include "models/query/index/selection.h"
#include "models/query/index/textmatches.h"

#include <functional>

namespace Trailglass {

class SqlConnection;

/// What is to be looked up in texts and raw JSON, and where.
struct TextScan
{
    SqlConnection &connection;
    const ColumnIndex &index; ///< as the connection's transaction sees the database
    const CompiledFilter &filter;
    MatchCache &answers;
    const CancelToken &cancel;
    /// Told now and then what is known so far, and which part of the rows has been looked at, 0 to 1; rows
    /// with the newest events are looked at first. May be empty.
    std::function<void(const Selection &known, double looked)> learnt;
};

/// Of the rows that meet CompiledFilter::byColumns, finds those that meet every one of its text parts.
///
/// What is found out is kept in the answers; where it is known already nothing is read.
/// \param selection  decided
/// \returns a decided selection
/// \thread the connection's, within its transaction and cancel scope; works on several
/// \error Cancelled, Storage, Usage (a regex over its match limit)
[[nodiscard]] Result<Selection> selectByTexts(const TextScan &scan, Selection selection);

} // namespace Trailglass
