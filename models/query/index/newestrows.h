// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/columnindex.h"
#include "models/query/rowlist.h"

namespace Trailglass {

/// The newest listed events, the newest first, ties by row, the last first.
///
/// \param index  CreatedColumn of it is enough
/// \param max  rows to find
/// \thread any
[[nodiscard]] RowList newestRows(const ColumnIndex &index, std::size_t max);

} // namespace Trailglass
