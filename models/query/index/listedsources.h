// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/query/evaluation/condition.h"

namespace Trailglass {

class RowLayout;
class SqlConnection;

/// Leaves out the events of sources that are being purged: they are in the index until the purge is done.
/// \param layout  gets what the result needs of a row
/// \returns \a condition itself where there is no such source
/// \error Storage
[[nodiscard]] Result<ConditionPointer> listedOnly(SqlConnection &connection, ConditionPointer condition,
                                                  RowLayout &layout);

} // namespace Trailglass
