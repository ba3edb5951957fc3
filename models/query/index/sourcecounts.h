// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/query/index/columnindex.h"

#include <QString>

namespace Trailglass {

class SqlConnection;

/// Counts the listed rows of an index by source, segment by segment.
/// \param known  an index whose ColumnIndex::sources are counted; those of segments that are the same are
/// kept
/// \thread any; works on several
[[nodiscard]] std::vector<SegmentSources> countBySource(const ColumnIndex &index, const ColumnIndex &known);

/// Compares the events of an index with the numbers of events that are kept with the sources.
///
/// \returns what every result lacks, in a sentence for each source; empty when all events are there
/// \thread the connection's, within the transaction that the index is of
/// \error Storage, Cancelled
[[nodiscard]] Result<QString> missingEvents(SqlConnection &connection, const ColumnIndex &index);

} // namespace Trailglass
