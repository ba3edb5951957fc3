// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/compiledfilter.h"
#include "models/query/index/selection.h"
#include "models/query/index/textmatches.h"

#include <functional>

namespace Trailglass {

class SqlConnection;

/// What to search in texts and raw JSON, and where.
struct TextScan
{
    SqlConnection &connection;
    const ColumnIndex &index; ///< as the connection's transaction sees the database
    const CompiledFilter &filter;
    MatchCache &matches;
    const CancelToken &cancel;
    /// Called about 100 times a search with what is known so far and the share of rows that were searched, 0 to
    /// 1; rows with the newest events are searched first. May be empty.
    std::function<void(const Selection &known, double searched)> progress;
};

/// Of the rows that meet CompiledFilter::byColumns, finds those that meet every one of its text parts.
///
/// Results are cached in the matches; cached ones need no reading.
/// \param selection  decided
/// \returns a decided selection
/// \thread the connection's, within its transaction and cancel scope; works on several
/// \error Cancelled, Storage, Usage (a regex over its match limit)
[[nodiscard]] Result<Selection> selectByTexts(const TextScan &scan, Selection selection);

} // namespace Trailglass
