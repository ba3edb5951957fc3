// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/rowscan.h"
#include "models/query/index/selection.h"

namespace Trailglass {

/// Visits the rows of a decided selection with all that the layout of \a scan asks for.
///
/// \param index  which the selection is of, as the connection's transaction sees the database
/// \param scan  its condition is not looked at
/// \thread the connection's, within its transaction and cancel scope; works on several
/// \error Cancelled, Storage
[[nodiscard]] Result<void> visitSelected(SqlConnection &connection, const ColumnIndex &index,
                                         const Selection &selection, const RowScan &scan,
                                         const BatchVisitor &visit);

} // namespace Trailglass
