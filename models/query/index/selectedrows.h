// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/selection.h"
#include "models/query/sql/rowscan.h"

namespace Trailglass {

/// Decides every unknown row of a selection from texts and raw JSON.
///
/// \param index  which the selection is of, as the connection's transaction sees the database
/// \returns a selection without unknown rows
/// \thread the connection's, within its transaction and cancel scope; works on several
/// \error Cancelled, Storage, Usage (a regex over its match limit)
[[nodiscard]] Result<Selection> decideUnknown(SqlConnection &connection, const ColumnIndex &index,
                                              Selection selection, const RowScan &scan);

/// Visits the rows of a decided selection with all that the layout of \a scan asks for.
///
/// Arguments, thread and errors as decideUnknown(); the condition is not looked at.
[[nodiscard]] Result<void> visitSelected(SqlConnection &connection, const ColumnIndex &index,
                                         const Selection &selection, const RowScan &scan,
                                         const BatchVisitor &visit);

} // namespace Trailglass
