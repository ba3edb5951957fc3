// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/batchpipeline.h"
#include "models/query/index/selection.h"

namespace Trailglass {

/// What to read of each visited row.
struct RowScan
{
    const RowLayout &layout; ///< complete; must outlive the scan
    const Filter::ZoneCalendar &calendar; ///< for derived slots
    const CancelToken &cancel;
};

/// Visits the rows of a decided selection with all that the layout of \a scan requests.
///
/// \param index  which the selection is of, as the connection's transaction sees the database
/// \thread the connection's, within its transaction and cancel scope; works on several
/// \error Cancelled, Storage
[[nodiscard]] Result<void> visitSelected(SqlConnection &connection, const ColumnIndex &index,
                                         const Selection &selection, const RowScan &scan,
                                         const BatchVisitor &visit);

} // namespace Trailglass
